"""A hyphen that only the eye sees: in the file it is a soft one, and the structure has the whole word."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from render.layout_samples import body, columns, document, section
from render.tag_tree import tag_tree

from plangen.document.tables import Cell, ColumnHeader, Row, RowGroup, Table
from plangen.document.theme import Theme
from plangen.render.pdf import render_pdf
from plangen.render.svg import render_svg

WORD = "Rechtsschutzversicherungsgesellschaften"
SOFT_HYPHEN = b"/Span <</ActualText <FEFF00AD>>> BDC"


def in_a_cell():
    heads = tuple(map(ColumnHeader, ("One", "Two", "Three", "Four")))
    table = Table("Words", columns(*["words"] * 4), heads, (RowGroup((Row((Cell.of(WORD * 3),) * 4),)),))
    return document(section("A", table))


def hyphens(made) -> int:
    data = render_pdf(made, Theme()).data
    with pikepdf.open(BytesIO(data)) as pdf:
        return sum(page.Contents.read_bytes().count(SOFT_HYPHEN) for page in pdf.pages)


def test_a_long_word_of_a_paragraph_or_of_a_cell_has_soft_hyphens():
    assert hyphens(document(section("A", body(WORD * 3)))) == 1
    assert hyphens(in_a_cell()) >= 1
    assert hyphens(document(section("A", body("Words and words that fit.")))) == 0


def test_what_is_read_is_the_word():
    tags = tag_tree(render_pdf(document(section("A", body(WORD * 3))), Theme()).data)
    assert WORD * 3 in tags.replace('" "', "").replace("\u00ad", "")
    assert "-" not in tags.partition("Rechts")[2].partition("\n")[0]


def test_who_hears_a_page_of_svg_hears_no_hyphen():
    pages = "".join(
        data.decode()
        for name, data in render_svg(document(section("A", body(WORD * 3))), Theme()).files
        if name.endswith(".svg")
    )
    assert 'aria-hidden="true">-</text>' in pages
