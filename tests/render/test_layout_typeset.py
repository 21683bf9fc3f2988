"""From inlines to lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.document.expansions import Expansions
from plangen.document.inlines import (
    CrossReference,
    LineBreak,
    Link,
    NoteMark,
    Strong,
    Text,
)
from plangen.document.theme import Role, Theme
from plangen.document.typeface import Face
from plangen.language.english import ENGLISH
from plangen.layout.line_breaking import RightEdge
from plangen.layout.setting import Setting
from plangen.layout.structure import Content, Element, Tag
from plangen.layout.typeset import set_lines
from plangen.render.pdf.fonts import ReportlabFonts

FONTS = ReportlabFonts()


@pytest.fixture
def setting() -> Setting:
    return Setting(FONTS, Theme(), ENGLISH.page)


def lines_of(setting, *inlines, width=200.0, element=None):
    where = element or Element(Tag.P)
    return set_lines(setting, inlines, where, setting.style(Role.BODY), width)


def text_of(line) -> str:
    """What is read of a line: all but the hyphen of a word that goes on."""
    return "".join(fragment.text for fragment in line.fragments if not fragment.soft)


def has_hyphen(line) -> bool:
    return any(fragment.soft for fragment in line.fragments)


def test_lines_break_at_spaces_which_stay_at_the_end_of_their_line(setting):
    lines = lines_of(setting, Text("one two three four five six seven eight nine ten eleven twelve thirteen"))
    assert len(lines) > 1
    assert all(text_of(line).endswith(" ") for line in lines[:-1])
    assert all(line.width <= 200 for line in lines)


def test_a_no_break_space_keeps_words_together(setting):
    (first, second) = lines_of(setting, Text("aaaa bbbb 12\u00a0345"), width=80)
    assert text_of(second) == "12\u00a0345"
    assert text_of(first) == "aaaa bbbb "


def test_a_word_longer_than_the_line_has_a_hyphen_where_it_goes_on_and_nothing_is_lost(setting):
    lines = lines_of(setting, Text("a " + "x" * 100 + " b"), width=60)
    assert all(line.width <= 60 for line in lines)
    assert "".join(map(text_of, lines)) == "a " + "x" * 100 + " b"
    goes_on = [text_of(line)[-1:] == "x" and text_of(below)[:1] == "x" for line, below in pairwise(lines)]
    assert [has_hyphen(line) for line in lines] == [*goes_on, False]


@pytest.mark.parametrize("width", [40, 60, 75, 90, 110])
def test_two_letters_stand_before_and_after_a_hyphen(setting, width):
    lines = lines_of(setting, Text("Rechtsschutzversicherungsgesellschaften"), width=width)
    assert has_hyphen(lines[0])
    assert all(len(text_of(line)) >= 2 for line in lines)
    assert all(line.width <= width for line in lines)


@pytest.mark.parametrize(
    "word", ["https://www.example.org/community-safety/plans", "0123456789abcdef" * 4, "1234567890" * 5]
)
def test_addresses_digests_and_figures_have_no_hyphen_of_ours(setting, word):
    lines = lines_of(setting, Text(word), width=120)
    assert len(lines) > 1
    assert not any(map(has_hyphen, lines))


def test_a_compound_breaks_after_its_own_hyphens(setting):
    lines = lines_of(setting, Text("multi-agency-safeguarding"), width=90)
    assert [text_of(line) for line in lines] == ["multi-agency-", "safeguarding"]
    assert not any(map(has_hyphen, lines))


def test_a_column_narrower_than_a_character_still_ends(setting):
    assert len(lines_of(setting, Text("word"), width=1)) == 4


def test_the_writer_may_end_a_line(setting):
    assert [text_of(line).strip() for line in lines_of(setting, Text("one"), LineBreak(), Text("two"))] == [
        "one",
        "two",
    ]


def test_a_note_mark_is_never_separated_from_the_word_before(setting):
    width = FONTS.width("survey\u00a0[1],", Face.REGULAR, 12) + 0.5
    lines = lines_of(setting, Text("a survey "), NoteMark("n", "1"), Text(", and more"), width=width)
    assert text_of(lines[0]) == "a "
    assert text_of(lines[1]).startswith("survey\u00a0[1], ")


def test_style_may_change_within_a_word(setting):
    (line,) = lines_of(setting, Strong((Text("We did"),)), Text(". Then"))
    assert [(f.text, f.style.face) for f in line.fragments] == [("We did", Face.BOLD), (". Then", Face.REGULAR)]


def test_structure_follows_the_reading_order():
    expansions = Expansions((("MASH", "multi-agency safeguarding hub"),))
    setting = Setting(FONTS, Theme(), ENGLISH.page, expansions)
    element = Element(Tag.P)
    inlines = (
        Text("See "),
        Link("https://example.org", (Text("here"),)),
        Text(" and "),
        CrossReference("s", (Text("there"),)),
        Text("MASH"),
        NoteMark("n", "1"),
    )
    lines_of(setting, *inlines, element=element)
    kinds = ["text" if isinstance(kid, Content) else kid.tag.value for kid in element.kids]
    assert kinds == ["text", "Link", "text", "Link", "Span", "Reference"]
    assert element.kids[4].expansion == "multi-agency safeguarding hub"


def test_no_words_make_no_lines(setting):
    assert lines_of(setting, Text("")) == []
    assert lines_of(setting, Text("  \n ")) == []


@given(st.lists(st.text(alphabet="abc -\u00a0", max_size=30), max_size=8), st.floats(min_value=20, max_value=300))
def test_every_character_but_leading_spaces_is_set_once_in_order(parts, width):
    setting = Setting(FONTS, Theme(), ENGLISH.page)
    lines = lines_of(setting, *map(Text, parts), width=width)
    joined = "".join(map(text_of, lines))
    assert joined.replace(" ", "") == "".join(parts).replace(" ", "")
    assert joined.split() == "".join(parts).split() or any(line.width > width - 20 for line in lines)
    assert all(line.width <= width + 0.02 for line in lines)


def test_an_address_breaks_before_its_marks(setting):
    address = "https://www.example.org/community-safety/plans/2011?page=2&view=all"
    lines = lines_of(setting, Text(address), width=120)
    texts = [text_of(line) for line in lines]
    assert "".join(texts) == address
    assert texts[0].startswith("https://www")
    assert all(text[0] in "/.-?&=" for text in texts[1:])
    assert all(line.width <= 120 for line in lines)


def test_a_digest_breaks_between_groups_of_eight(setting):
    digest = "0123456789abcdef" * 4
    lines = lines_of(setting, Text(digest), width=150)
    assert "".join(map(text_of, lines)) == digest
    assert len(lines) > 1
    assert all(len(text_of(line)) % 8 == 0 for line in lines)


def test_a_last_line_is_not_a_single_word_where_the_line_above_can_spare_one(setting):
    lines = lines_of(setting, Text("one two three four five six seven eight"), width=185)
    assert [text_of(line) for line in lines] == ["one two three four five six ", "seven eight"]
    short = lines_of(setting, Text("one extraordinarily short"), width=120)
    assert text_of(short[-1]) == "short"


def test_a_break_the_writer_asked_for_stays_where_it_is(setting):
    lines = lines_of(setting, Text("one two three four five"), LineBreak(), Text("six"))
    assert [text_of(line) for line in lines] == ["one two three four five", "six"]


def test_what_the_language_keeps_together_is_on_one_line_where_one_has_room(setting):
    said = (Text("Recorded crime fell by "), Strong((Text("26,626"),)), Text(" crimes since 31 March 2010."))
    widest = FONTS.width("31 March 2010.", Face.REGULAR, 12)
    for width in range(int(widest) + 1, 300):
        lines = [text_of(line) for line in lines_of(setting, *said, width=float(width))]
        assert any("26,626 crimes" in line for line in lines)
        assert any("31 March 2010." in line for line in lines)


def test_what_is_kept_together_gives_way_before_a_word_does(setting):
    lines = lines_of(setting, Text("31 September 2010"), width=FONTS.width("September", Face.REGULAR, 12) + 1)
    assert [text_of(line) for line in lines] == ["31 ", "September ", "2010"]


def test_a_break_after_a_full_line_makes_no_empty_one(setting):
    width = FONTS.width("one two", Face.REGULAR, 12)
    lines = lines_of(setting, Text("one two "), LineBreak(), Text("three"), width=width)
    assert [text_of(line) for line in lines] == ["one two ", "three"]


WORDS = st.one_of(
    st.text(alphabet="abcdefgh", min_size=1, max_size=12),
    st.sampled_from(
        [
            "26,626 crimes",
            "31 March 2012",
            "£4 million",
            "p. 4",
            "5 per 1,000",
            "priority 1",
            "Mr Smith",
            "Q2 2016/17",
        ]
    ),
)


@given(st.lists(WORDS, min_size=1, max_size=40), st.floats(120, 400), st.sampled_from(RightEdge))
def test_no_line_is_too_wide_no_word_is_lost_and_no_figure_loses_its_unit(parts, width, edge):
    """120 points hold each of them: what is kept together has room."""
    setting = Setting(FONTS, Theme(), ENGLISH.page)
    said = ". ".join(parts)
    style = setting.style(Role.BODY)
    lines = set_lines(setting, (Text(said),), Element(Tag.P), style, width, edge)
    assert "".join(map(text_of, lines)) == said
    assert all(line.width <= width + 0.02 for line in lines)
    assert not any(map(has_hyphen, lines))
    for part in parts:
        assert any(part in text_of(line) for line in lines)
