"""The structure tree that the layout makes: the order of reading, headings, tables, lists, notes."""

from __future__ import annotations

import itertools
import re

import pytest
from render.hostile_samples import data_rows, data_table, hostile, long_table
from render.layout_samples import body, columns, document, plan, section, words
from render.pack_samples import pack
from render.tag_tree import tag_tree

from plangen.document.blocks import Document, Paragraph, Section
from plangen.document.expansions import Expansions
from plangen.document.inlines import InLanguage, Link, Strong, Text
from plangen.document.tables import Band, Cell, ColumnHeader, Row, RowGroup, Table
from plangen.document.theme import Theme
from plangen.render.pdf import render_pdf


@pytest.fixture(scope="module")
def tree() -> str:
    return read(plan())


def read(made: Document) -> str:
    """The tag tree, with the lines of a paragraph joined."""
    return tag_tree(render_pdf(made, Theme()).data).replace('" "', "")


def headings(tree: str) -> list[tuple[int, str]]:
    found = re.findall(r'^ *H(\d) (?:p\d+:)?"(.*?)"', tree, re.MULTILINE)
    return [(int(level), text) for level, text in found]


def part(tree: str, start: str, end: str) -> str:
    """The lines from the one that holds `start` to the one before `end`, moved left."""
    lines = tree.splitlines()
    first = next(at for at, line in enumerate(lines) if start in line)
    last = next(at for at, line in enumerate(lines) if at > first and end in line)
    indent = len(lines[first]) - len(lines[first].lstrip())
    return "\n".join(line[indent:] for line in lines[first:last])


def test_the_title_is_h1_and_no_level_is_skipped(tree):
    levels = [level for level, _ in headings(tree)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_headings_nest_as_sections_do(tree):
    assert headings(tree)[:6] == [
        (1, "Safe City Partnership Plan"),
        (2, "Our priorities this year"),
        (2, "Contents"),
        (3, "Symbols in this plan"),
        (2, "1 Setting the scene"),
        (3, "House burglary rose as overall crime fell"),
    ]


def test_a_tile_reads_label_figure_words_target_outcome(tree):
    assert part(tree, "  Div", 'P "Criminal damage"').splitlines()[:6] == [
        "Div",
        '  P "Violent crime"',
        '  P * "9.56%"',
        '    Span ActualText="down "',
        '  P "fall in recorded crime, by the end of September 2010"',
        '  P "Target: 5%"',
    ]


def test_contents_are_links_that_say_their_page(tree):
    listed = part(tree, "  TOC", 'Caption "Looking back"')
    assert 'Caption "Introduction and context"' in listed
    assert 'Link "1 Setting the scene 3" -> #scene' in listed


def test_a_table_has_scopes_and_is_regular(tree):
    table = part(tree, 'Table T="What we promised', "Sect")
    assert 'TH Scope=Column "We said we would"' in table
    assert 'TH Scope=Row "Reduce all crime by at least 7%"' in table
    assert 'TD "Met"' in table


def test_a_band_is_a_row_header_over_all_columns(tree):
    assert re.search(r'TH (ColSpan=5|Scope=Row) (ColSpan=5|Scope=Row) "1 Reducing violent crime', tree)


def test_repeated_headers_are_not_read_again():
    once = read(document(section("Rows", long_table())))
    assert once.count('"Indicator"') == 1
    assert "continued" not in once
    assert "continues" not in once


def test_a_note_and_its_mark_find_each_other(tree):
    assert 'Note ID="note-survey"' in tree
    assert re.search(r'Reference\n +Link "\s\[1\]" -> #note-survey', tree)


def test_empty_cells_and_sections_exist_all_the_same():
    tree = read(hostile())
    assert "TD\n" in tree
    assert '"empty"' in tree


def test_furniture_is_not_in_the_tree(tree):
    assert "Version 1.0" not in tree
    assert "Page 3 of" not in tree


def test_reading_order_is_document_order(tree):
    said = [
        "Setting the scene",
        "Violent crime",
        "Public confidence",
        "Not everything improved",
        "House burglary rose",
        "Source: Safe City",
        "Our priorities for",
        "We met our four",
        "You said",
        "Yellow cards",
        "Nobody had to stay",
        "City survey",
    ]
    places = [tree.index(words, tree.index('H2 "1 Setting')) for words in said]
    assert places == sorted(places)


def test_a_group_without_band_and_one_with(tree):
    table = data_table(RowGroup(data_rows(2)), RowGroup(data_rows(2), Band("Band")))
    found = read(document(section("Rows", table)))
    assert found.count("TBody") == 2


def test_figures_have_alt_text_and_a_heading_below_their_section(tree):
    assert 'Figure Alt="Bars: all crime fell 9%' in tree


def test_deep_sections_stay_within_six_levels():
    inner: tuple = (body("Deep."),)
    for level in range(8):
        inner = (Section(f"s{level}", words(f"Level {level}"), inner),)
    found = headings(read(document(section("Chapter", *inner))))
    assert max(level for level, _ in found) == 6


def test_a_pack_has_its_title_in_the_band():
    found = headings(read(pack()))
    assert found[0] == (1, "Performance pack")
    assert found[1][0] == 2


def test_a_passage_in_another_language_says_so():
    welsh = InLanguage("cy", (Text("Croeso "), Strong((Text("i bawb"),))))
    made = document(section("Greeting", Paragraph((Text("We say "), welsh, Text(" to all.")))))
    tree = tag_tree(render_pdf(made, Theme()).data)
    assert '    P "We say " * " to all."\n      Span Lang="cy" "Croeso i bawb"\n' in tree


def test_a_link_may_hold_a_passage_and_an_abbreviation():
    words = (InLanguage("cy", (Text("Heddlu"),)), Text(" and MASH"))
    made = document(
        section("A", Paragraph((Text("See "), Link("https://www.example.org/", words)))),
        expansions=Expansions((("MASH", "multi-agency safeguarding hub"),)),
    )
    found = re.sub(r"\n *", "\n", tag_tree(render_pdf(made, Theme()).data))
    assert 'Span Lang="cy" "Heddlu"\nSpan E="multi-agency safeguarding hub" "MASH"' in found


@pytest.mark.parametrize("place", ["heading", "cell", "head", "band"])
def test_abbreviations_are_expanded_wherever_they_stand(place):
    said = {name: "MASH" if name == place else "Words" for name in ("heading", "cell", "head", "band")}
    rows = (Row((Cell.of(said["cell"]), Cell.of("1"))),)
    heads = (ColumnHeader(said["head"]), ColumnHeader("Number"))
    table = Table("A table", columns("name", "figure"), heads, (RowGroup(rows, Band(said["band"], 1)),))
    made = document(
        section(said["heading"], table), expansions=Expansions((("MASH", "multi-agency safeguarding hub"),))
    )
    assert tag_tree(render_pdf(made, Theme()).data).count('Span E="multi-agency safeguarding hub" "MASH') == 1
