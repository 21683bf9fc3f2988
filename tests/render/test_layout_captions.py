"""What a table is called: its caption, its title and its summary, and cells that speak for several rows."""

from __future__ import annotations

import re

import pytest
from render.layout_samples import body, columns, document, section, small
from render.tag_tree import tag_tree

from plangen.document.tables import Cell, ColumnHeader, Row, RowGroup, Table
from plangen.document.theme import Theme
from plangen.render.pdf import render_pdf


def table(*rows: Row, words: str = "Rates by area", **more) -> Table:
    heads = (ColumnHeader("Area"), ColumnHeader("Rate"))
    groups = (RowGroup(rows or (Row((Cell.of("Derby"), Cell.of("79"))),)),)
    return Table(words, columns("name", "figure"), heads, groups, **more)


def tags(*blocks) -> str:
    """From the first table on, without indents, and with the lines of a paragraph joined."""
    tree = tag_tree(render_pdf(document(section("A chapter", *blocks)), Theme()).data).replace('" "', "")
    return re.sub(r"\n *", "\n", tree[tree.index("Table T=") :])


def test_a_table_is_called_by_a_line_of_its_own():
    assert tags(body("Words before it."), table()).startswith(
        'Table T="Rates by area" Summary=Columns: Area; Rate. 1 row.\nCaption\nP "Rates by area"\nTHead'
    )


@pytest.mark.parametrize("leading", [body("These are the rates:"), small("Rates, smallest first.")])
def test_words_that_lead_to_a_table_are_its_caption(leading):
    said = leading.content[0].text
    assert f'1 row.\nCaption\nP "{said}"\nTHead' in tags(leading, table())
    assert '"Rates by area"\nTHead' not in tags(leading, table())


def test_a_heading_over_nothing_but_a_table_is_its_caption():
    assert '1 row.\nCaption\nH3 "Rates"\nTHead' in tags(section("Rates", table(), chapter=False))
    more = tags(section("Rates", table(), body("More."), chapter=False))
    assert 'Caption\nP "Rates by area"\nTHead' in more


def test_a_table_whose_header_says_all_has_no_line_of_its_own():
    found = tags(body("Words."), table(captioned=False))
    assert "Caption" not in found
    assert 'T="Rates by area"' in found


def test_no_two_tables_have_the_same_title():
    titles = re.findall(r'Table T="(.*?)"', tags(body("x"), table(), table(), table(words="Others"), table()))
    assert titles == ["Rates by area", "Rates by area (2)", "Others", "Rates by area (3)"]


def test_a_cell_may_speak_for_the_rows_below_it():
    found = tags(
        table(
            Row((Cell((Cell.of("1.3").blocks[0],), rows=2), Cell.of("Serious offences")), header=1),
            Row((Cell((), covered=True), Cell.of("0.71")), header=1),
        )
    )
    assert 'TR\nTD RowSpan=2 "1.3"\nTH Scope=Row "Serious offences"\nTR\nTH Scope=Row "0.71"' in found


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([Row((Cell((), covered=True), Cell.of("1")), header=1)], "below a cell of several rows"),
        ([Row((Cell((), rows=2), Cell.of("1")), header=1)] * 2, "below a cell of several rows"),
        ([Row((Cell((), rows=2), Cell.of("1")), header=1)], "reaches below"),
        (
            [Row((Cell((), rows=2), Cell.of("1")), header=1), Row((Cell((), covered=True), Cell.of("1")))],
            "header cell of its own",
        ),
    ],
)
def test_cells_that_do_not_fit_together_are_refused(rows, words):
    with pytest.raises(ValueError, match=words):
        table(*rows)
