from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.model.prose import (
    Break,
    Directive,
    Emphasis,
    Expression,
    Footnote,
    Foreign,
    NoteReference,
    Phrase,
    ProseHeading,
    ProseLink,
    ProseList,
    ProseParagraph,
    ProseQuote,
    ProseTable,
    Words,
)
from plangen.sources.markdown import parse_line, parse_markdown
from plangen.sources.places import Origin
from plangen.sources.prose_walk import expressions_in

FILE = Origin("c.md")


def blocks(text: str) -> tuple[object, ...]:
    prose, faults = parse_markdown(text, FILE)
    assert faults == ()
    return prose.blocks


def faults(text: str) -> list[tuple[str, str]]:
    return [(f.code, str(f.location).removeprefix("c.md:")) for f in parse_markdown(text, FILE)[1]]


def words(text: str) -> tuple[Phrase, ...]:
    (paragraph,) = blocks(text)
    assert isinstance(paragraph, ProseParagraph)
    return paragraph.content


def places(text: str) -> dict[str, str]:
    """Where each expression of the text stands."""
    prose, _ = parse_markdown(text, FILE)
    return {e.text: str(e.location).removeprefix("c.md:") for e in expressions_in(prose)}


def test_phrases() -> None:
    content = words("Plain *more* **most _both_** `code` [link](https://example.org/a)\\\nnext &amp; last.")
    assert content == (
        Words("Plain "),
        Emphasis((Words("more"),)),
        Words(" "),
        Emphasis((Words("most "), Emphasis((Words("both"),)))),
        Words(" "),
        Words("code", exact=True),
        Words(" "),
        ProseLink("https://example.org/a", (Words("link"),), Location("c.md", 1, 37)),
        Break(),
        Words("next & last."),
    )


def test_a_passage_in_another_language() -> None:
    content = words("[Croeso **i** {{ a }}]{lang=cy}, said \\[plain] and [x].")
    assert isinstance(content[0], Foreign)
    assert (content[0].language, content[0].children[:2]) == ("cy", (Words("Croeso "), Emphasis((Words("i"),))))
    assert content[1:] == (Words(", said [plain] and [x]."),)


@pytest.mark.parametrize(
    "text", ["[a]{lang=Polish}", "[a]{.red}", "[a]{lang=cy .red}", "[a]{lang=}", "[a]{lang=po!}", "[a]{lang}"]
)
def test_braces_that_name_no_language_are_told(text: str) -> None:
    _, faults = parse_markdown(f"Said {text} here.", FILE)
    assert [(fault.code, str(fault.location)) for fault in faults] in (
        [("PG463", "c.md:1:6")],
        [("PG463", "c.md:1:8")],
    )


def test_line_ends_are_spaces() -> None:
    assert words("one\ntwo") == (Words("one two"),)


def test_expressions_know_their_line_and_column() -> None:
    text = (
        "One {{ a }} two\nthree {{ b }}.\n\n- item {{ c }}\n  - inner\n    {{ d }}\n\n> quoted {{ e }}\n\n"
        '| x | y |\n|---|--:|\n| {{ f }} | {{ f.at("2009/10") }} |\n\n'
        ":::{callout} What {{ g }} did\nBody {{ h }}.\n:::\n\nText.[^n]\n\n[^n]: Note {{ i }}.\n"
    )
    assert places(text) == {
        "a": "1:8",
        "b": "2:10",
        "c": "4:11",
        "d": "6:8",
        "e": "8:13",
        "f": "12:6",
        'f.at("2009/10")': "12:16",
        "g": "14:22",
        "h": "15:9",
        "i": "20:15",
    }


def test_a_field_of_a_yaml_file_keeps_its_places() -> None:
    prose, found = parse_markdown("One\ntwo {{ a. }}\n", Origin("p.yaml", 7, 5, 4), chapter=False)
    assert [(f.code, str(f.location)) for f in found] == [("PG401", "p.yaml:8:14")]
    assert prose.blocks[0] == ProseParagraph((Words("One two "),), Location("p.yaml", 7, 5), 8)


def test_a_folded_field_is_placed_in_its_first_line() -> None:
    _, found = parse_markdown("One two\nthree {{ a. }}\n", Origin("p.yaml", 7, 5, exact=False), chapter=False)
    assert [str(f.location) for f in found] == ["p.yaml:7"]


def test_headings_lists_tables_and_quotations() -> None:
    heading, bullets, numbers, quote, table = blocks(
        "## Head\n\n- one\n- two\n\n3. three\n\n> said\n\n| a | b |\n|:--|--:|\n| 1 | **2** |\n"
    )
    assert heading == ProseHeading(2, (Words("Head"),), Location("c.md", 1, 1))
    assert isinstance(bullets, ProseList)
    assert len(bullets.items) == 2
    assert (bullets.ordered, bullets.location) == (False, Location("c.md", 3, 1))
    assert isinstance(numbers, ProseList)
    assert (numbers.ordered, numbers.start) == (True, 3)
    assert isinstance(quote, ProseQuote)
    assert isinstance(table, ProseTable)
    assert table.header == ((Words("a"),), (Words("b"),))
    assert table.rows == (((Words("1"),), (Emphasis((Words("2"),)),)),)
    assert table.right == (False, True)


def test_footnotes() -> None:
    prose, found = parse_markdown("Text.[^n]\n\n[^n]: The *note*.\n\n    Its second paragraph.\n", FILE)
    assert found == ()
    (paragraph,) = prose.blocks
    assert isinstance(paragraph, ProseParagraph)
    assert paragraph.content[1] == NoteReference("n", Location("c.md", 1, 6))
    content = (Words("The "), Emphasis((Words("note"),)), Words("."), Break(), Words("Its second paragraph."))
    assert prose.notes == (Footnote("n", content, Location("c.md", 3, 1), 5),)


def test_directives_nest_and_carry_what_they_ask_for() -> None:
    (outer,) = blocks(
        "::::{callout} All {{ a }}\nBefore.\n\n:::{when} not targets.t.met\nInside.\n:::\n\nAfter.\n::::\n"
    )
    assert isinstance(outer, Directive)
    assert (outer.name, outer.argument, len(outer.body)) == ("callout", "All {{ a }}", 3)
    assert [type(w) for w in outer.words] == [Words, Expression]
    inner = outer.body[1]
    assert isinstance(inner, Directive)
    assert (inner.negated, [e.text for e in inner.asked]) == (True, ["targets.t.met"])
    assert inner.location == Location("c.md", 4, 1)


def test_directives_of_equal_colons_nest_too() -> None:
    (outer,) = blocks(":::{callout} A\n:::{quote} B\nWords.\n:::\n:::\n")
    assert isinstance(outer, Directive)
    assert isinstance(outer.body[0], Directive)


def test_a_chart() -> None:
    (chart,) = blocks(
        ':::{chart} all_crime.at("2010/11 Q1-Q2") targets.t facts.f\n:kind: bars\n'
        ":headline: Crime {{ a.direction }} by {{ a.change }}\n:period: 2010/11\n:focus: targets.t\n:::\n"
    )
    assert isinstance(chart, Directive)
    assert [e.text for e in chart.asked] == ['all_crime.at("2010/11 Q1-Q2")', "targets.t", "facts.f"]
    assert str(chart.asked[1].location) == "c.md:1:42"
    assert chart.option("kind") == "bars"
    assert chart.option("alt") == ""
    headline = chart.option_words("headline")
    assert [type(w) for w in headline] == [Words, Expression, Words, Expression]
    assert isinstance(headline[3], Expression)
    assert str(headline[3].location) == "c.md:3:42"


# What Word puts on the clipboard.
@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("non\N{NON-BREAKING HYPHEN}breaking", "non-breaking"),
        ("10\N{THIN SPACE}000", "10\N{NO-BREAK SPACE}000"),
        ("a\N{HAIR SPACE}b", "a\N{NO-BREAK SPACE}b"),
        ("wide\N{EM SPACE}space", "wide space"),
        ("soft\N{SOFT HYPHEN}hyphen", "softhyphen"),
        ("zero\N{ZERO WIDTH SPACE}width\ufeff", "zerowidth"),
        ("“smart” ‘quotes’ – and — dashes …", "“smart” ‘quotes’ – and — dashes …"),
        ("turned\N{RIGHT-TO-LEFT OVERRIDE}round", "turnedround"),
    ],
)
def test_what_word_pastes(pasted: str, plain: str) -> None:
    assert words(pasted) == (Words(plain),)


def test_typed_bullets_become_a_list() -> None:
    (paragraph, bullets) = blocks("Text:\n• one {{ a }}\n•\ttwo\n· three\n\uf0b7 four\n")
    assert isinstance(paragraph, ProseParagraph)
    assert isinstance(bullets, ProseList)
    assert len(bullets.items) == 4
    assert places("Text:\n• one {{ a }}\n") == {"a": "2:10"}


TABLE = "| a | b |\n|---|--:|\n| c | 1 |\n"


def test_text_that_is_set_in_is_text() -> None:
    assert words("      six spaces before") == (Words("six spaces before"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a {{ b }}\n", [("PG402", "1:1")]),
        ("# One\n", [("PG450", "1:1")]),
        ("## Two\n\n#### Four\n\nText\n", [("PG450", "3:1")]),
        ("##\n\nText\n", [("PG450", "1:1")]),
        (":::callout\nx\n", [("PG404", "1:1")]),
        ("::: {callout} Heading\nx\n:::\n", []),
        (":::{callout}\nx\n:::\n", [("PG457", "1:5")]),
        (":::{lead} words\nx\n:::\n", [("PG457", "1:5")]),
        (":::{figures} a b c d\n:::\n", [("PG457", "1:5")]),
        (":::{when} a.change\nx\n:::\n", [("PG457", "1:5")]),
        (":::{when} not\nx\n:::\n", [("PG457", "1:5")]),
        (":::{glossary}\nx\n:::\n", [("PG462", "1:5")]),
        (":::{glossary}\n:landscape: yes\n:::\n", []),
        (":::{glossary}\n:landscape: sideways\n:::\n", [("PG460", "2:13")]),
        (":::{indicator-table} a\n:landscape:\n:::\n", [("PG460", "2:12")]),
        (":::{priorities}\n:landscape: yes\n:::\n", [("PG405", "2:1")]),
        (f":::{{table}}\n:landscape: yes\n{TABLE}:::\n", []),
        (f":::{{table}}\n{TABLE}:::\n", []),
        (f":::{{table}}\n:landscape: true\n{TABLE}:::\n", [("PG460", "2:13")]),
        (f":::{{table}} words\n{TABLE}:::\n", [("PG457", "1:5")]),
        (f":::{{table}}\n{TABLE}\nwords\n:::\n", [("PG462", "1:5")]),
        (":::{table}\nwords\n:::\n", [("PG462", "1:5")]),
        (":::{table}\n:::\n", [("PG462", "1:5")]),
        (":::{chart} a\n:headline: H\n:headline: H\n:::\n", [("PG405", "3:1")]),
        (":::{chart} a\n:headline:\n:::\n", [("PG460", "2:11")]),
        (":::{chart} a\n:headline: H\n:period: 2010-12\n:::\n", [("PG460", "3:10")]),
        (":::{chart} a\n:headline: H\n:focus: b.\n:::\n", [("PG401", "3:11")]),
        (":::{chart} a b..c\n:headline: H\n:::\n", [("PG401", "1:16")]),
        (":::{glossary}\n:kind: x\n:::\n", [("PG405", "2:1")]),
        (":::{picture} a.png\n:decorative: no\n:::\n", [("PG460", "2:14")]),
        (":::{picture} a.png\n:caption: C\n:::\n", [("PG458", "1:5")]),
        ("::::{callout} A\n:::{quote}\nx\n::::\n", [("PG403", "2:1")]),
        ("a[^b]\n\n[^b]: one\n\n[^b]: two\n", [("PG453", "5:1")]),
        ("a[^b]\n\n[^b]: - list\n", [("PG456", "3:1")]),
        ("<!-- comment -->\n", [("PG406", "1:1")]),
        ("a <br> b\n", [("PG406", "1:3")]),
        ("[a](mailto:a@example.org) [b](mailto:nobody)\n", [("PG408", "1:27")]),
        ("[a](HTTPS://example.org) [b](data:text/html,x)\n", [("PG408", "1:26")]),
        (
            "[a](//example.org) [b](http://)\n",
            [("PG408", "1:1"), ("PG408", "1:20")],
        ),
        ("<https://example.org> <javascript:x>\n", [("PG464", "1:1"), ("PG408", "1:23")]),
        ("[ ](https://example.org)\n", [("PG409", "1:1")]),
        ("[*\N{ZERO WIDTH SPACE}*](https://example.org)\n", [("PG409", "1:1")]),
        ("> " * 30 + "deep\n", [("PG456", "1:1")]),
        ("*a " * 30 + "a*" * 30 + "\n", [("PG456", "1:34")]),
    ],
)
def test_faults(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(text) == expected
    assert all(f.hint for f in parse_markdown(text, FILE)[1])


def test_headings_belong_to_chapters() -> None:
    _, found = parse_markdown("## Head\n\nText\n", FILE, chapter=False)
    assert [f.code for f in found] == ["PG450"]


def test_a_line_is_never_a_list_or_a_heading() -> None:
    prose, found = parse_line("- {{ a }} *more*", Origin("p.yaml", 3, 9))
    assert found == ()
    (paragraph,) = prose.blocks
    assert isinstance(paragraph, ProseParagraph)
    assert paragraph.content[0] == Words("- ")
    assert isinstance(paragraph.content[1], Expression)
    assert paragraph.content[1].location == Location("p.yaml", 3, 14)


def test_a_footnote_has_no_place_in_a_line() -> None:
    _, found = parse_line("a[^b]", Origin("p.yaml", 3, 9))
    assert [(f.code, str(f.location)) for f in found] == [("PG452", "p.yaml:3:10")]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "{{ " * 20_000,
        "[^a" * 20_000,
        "![[" * 5_000,
        ":::{callout} x\n" * 2_000,
        "*a_b" * 10_000,
        "`" * 20_000 + "a",
    ],
    ids=["words", "braces", "notes", "brackets", "directives", "stars", "ticks"],
)
def test_long_and_hostile_text_ends(text: str) -> None:
    parse_markdown(text, FILE)
