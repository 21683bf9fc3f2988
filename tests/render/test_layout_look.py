"""The pages of the mock-ups: baselines and edges as the visual contract's measurements give them.

Expected values are computed from `look.md` (page top 84, H1 baseline 24 below it, and so on) or measured in the
mock-up pictures, whose pixels are 0.8 points; where a distance is measured, a point is allowed.
"""

from __future__ import annotations

import pytest
from render.layout_samples import plan
from render.pack_samples import pack
from render.plotted import Plot, plotted

from plangen.document.theme import Theme
from plangen.document.typeface import Face

COLOURS = Theme().colours


@pytest.fixture(scope="module")
def pages() -> Plot:
    return plotted(plan())


@pytest.fixture(scope="module")
def pack_pages() -> Plot:
    return plotted(pack())


@pytest.mark.parametrize(
    ("words", "page", "x", "y"),
    [
        ("Southampton Safe City Partnership", 1, 0, 70),
        ("Safe City ", 1, 0, 166),
        ("Partnership Plan", 1, 0, 222),
        ("2011 to 2012", 1, 0, 268),
        ("Our priorities this year", 1, 0, 620),
        ("Reducing", 1, 41, 664.8),
        ("Contents", 2, None, 48),
        ("Setting the scene", 2, 164, 164),
        ("Working with", 2, 164, 194),
        ("Looking back", 2, 0, 252),
        ("Reducing violent", 2, 190, 425.4),
        ("Setting the scene", 3, None, 108),
        ("Crime in Southampton", 3, 0, 138),
        ("December 2010 had", 3, 0, 159),
        ("Violent crime", 3, 12, 206),
        ("9.56%", 3, 38, 250),
        ("50%", 3, 340, 250),
        ("fall in recorded", 3, 12, 270),
        ("Target: 5%", 3, 12, 326),
        ("Not everything", 3, 0, 367),
        ("We said we would", 5, 0, 193),
        ("Reduce all crime", 5, 0, 218.6),
        ("Reduce violent crime", 5, 0, 244.6),
        ("Results at the end", 5, 0, 362),
        ("You said", 7, None, 108),
        ("In our latest survey", 7, 0, 188),
        ("[1]", 7, None, 767.5),
        ("Our target for", 10, 15, 155),
        ("8,316", 10, 205, 168.5),
        ("7,505", 10, 393, 168.5),
        ("What we want", 10, 0, 236),
        ("Fewer reported", 10, 12, 257.6),
        ("Less alcohol", 10, 258, 257.6),
        ("Figures are", 13, 0, 134),
        ("Overarching", 13, 8, 216),
        ("All crime", 13, 0, 238),
        ("Reducing violent crime", 13, 34, 311),
    ],
)
def test_words_stand_where_the_mock_up_has_them(pages, words, page, x, y):
    found = [run for run in pages.runs if run.page == page and run.words.lstrip("\u00a0").startswith(words)]
    assert found, words
    assert min(abs(run.y - y) for run in found) <= 1.0
    if x is not None:
        assert min(abs(run.x - x) for run in found) <= 0.8


@pytest.mark.parametrize(
    ("page", "x", "y", "width", "height"),
    [
        (1, 0, 0, 29, 36),  # the white tab
        (2, 0, 0, 29, 18),  # the tab of a page
        (3, 0, 182, 152, 156),  # headline tiles at columns 1, 5 and 9
        (3, 164, 182, 152, 156),
        (3, 328, 182, 152, 156),
        (10, 0, 134.4, 480, 66),  # target strip
        (13, 0, 295.2, 480, 24),  # band of the first priority
        (13, 0, 295.2, 24, 24),  # its number block
    ],
)
def test_boxes_stand_where_the_mock_up_has_them(pages, page, x, y, width, height):
    wanted = (page, x, y, width, height)
    assert any(all(abs(a - b) <= 1.0 for a, b in zip(wanted, box, strict=True)) for box in pages.boxes)


def test_figures_stand_on_one_edge_with_room_for_a_note(pages):
    """Column ends 254, 322, 392 and 480, less the 14 kept free."""
    rows = [run for run in pages.runs if run.page == 13 and run.words in ("26,626", "8,316", "1,075", "23%")]
    assert [round(run.end, 1) for run in rows] == [240.0] * 4
    mark = next(run for run in pages.runs if run.page == 13 and run.words == "\u00a0[2]")
    assert mark.x == pytest.approx(466.0)
    assert mark.end <= 481


def test_header_and_footer(pages):
    left = pages.find("Safe City Partnership Plan 2011 to 2012", 7)
    right = next(run for run in pages.runs if run.page == 7 and run.words == "Looking back")
    foot = pages.find("Version 1.0", 7)
    number = pages.find("Page 7 of 13")
    assert (left.y, right.y, left.face) == (48, 48, Face.SEMIBOLD)
    assert right.end == pytest.approx(480)
    assert (round(foot.y), round(number.y), number.face) == (804, 804, Face.SEMIBOLD)
    assert number.end == pytest.approx(480)


def test_the_cover_has_a_version_but_no_page_number(pages):
    assert "Version 1.0" in pages.on(1)
    assert not any(words.startswith("Page ") for words in pages.on(1))


def test_contents_give_the_pages_where_sections_begin(pages):
    rows = {run.y: run.words for run in pages.runs if run.page == 2 and run.end == pytest.approx(480)}
    numbers = [words for y, words in sorted(rows.items()) if words.isdigit()]
    assert numbers == ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"]
    assert pages.page_of("We met our four targets") == 5


def test_a_priority_page_shows_its_number_in_the_tab(pages):
    tab = [run for run in pages.runs if run.page == 11 and run.y < 18]
    assert [(run.words, run.colour) for run in tab] == [("2", COLOURS.ink)]


def test_running_text_keeps_to_nine_columns_and_leads_to_ten(pages):
    text = [run for run in pages.runs if run.page in (3, 7) and run.size == 12 and run.x == 0]
    assert max(run.end for run in text if run.face is Face.REGULAR) <= 357
    assert max(run.end for run in pages.runs if run.size == 15) <= 398


def test_a_draft_is_marked_on_every_page_and_an_approved_edition_on_none(pages):
    draft = plotted(plan(draft=True))
    for page in range(1, 14):
        found = [run for run in draft.runs if run.page == page and run.words == "DRAFT"]
        assert sorted(run.size for run in found) == [10, 32]
        turned = next(run for run in found if run.size == 32)
        assert (round(turned.x + 57.64), turned.y, turned.angle) == (556, 84, -90)
    assert not any(run.words == "DRAFT" for run in pages.runs)


def test_a_pack_begins_with_its_band(pack_pages):
    assert [round(pack_pages.find(words, 1).y) for words in ("Southampton", "Performance", "Quarter")] == [
        48,
        98,
        128,
    ]
    sentence = pack_pages.find("Eight of our 20")
    assert (sentence.size, round(sentence.y)) == (22, 197)
    assert next(run.y for run in pack_pages.runs if run.page == 1 and run.size == 32) == 180


def test_a_travel_row_is_32_high_and_words_in_its_column_stand_level(pack_pages):
    first, second = pack_pages.find("Total crime", 2), pack_pages.find("Anti-social behaviour", 2)
    assert second.y - first.y == pytest.approx(32)
    amount, judgement = (
        pack_pages.find("Up 6.6%"),
        next(run for run in pack_pages.runs if run.words == "Worsened" and run.y > first.y and run.page == 2),
    )
    assert amount.y == pytest.approx(first.y)
    assert judgement.y - amount.y == pytest.approx(13)
    assert judgement.x == amount.x
    assert {"Travel since same ", "Similar ", "No clear change"} <= {run.words for run in pack_pages.runs}
    assert pack_pages.find("Not collected").x == pack_pages.find("Up 17.8%").x


def test_nothing_is_smaller_than_10_points(pages, pack_pages):
    assert min(run.size for run in (*pages.runs, *pack_pages.runs)) >= 10
