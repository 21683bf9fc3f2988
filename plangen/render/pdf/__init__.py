"""Document in, PDF out: the only place that knows reportlab and pikepdf."""

from __future__ import annotations

from msgspec import Struct

from plangen.diagnostics import Diagnostic
from plangen.document.blocks import Document
from plangen.document.theme import Theme
from plangen.kept import NOTHING_KEPT, KeptResults

__all__ = ["Rendered", "render_pdf"]


class Rendered(Struct, frozen=True):
    """A document as the bytes of a file, and what its writer should know of how it was laid out."""

    data: bytes
    remarks: tuple[Diagnostic, ...] = ()


def render_pdf(document: Document, theme: Theme, kept: KeptResults = NOTHING_KEPT) -> Rendered:
    """`document` as a PDF/UA-1 and PDF/A-3a file, and a remark on each table that is turned unasked (PG523).

    The same document and theme give the same bytes, whatever is `kept` of earlier layouts. Raises `PlangenError`
    for characters no face has (PG520) and links that lead nowhere (PG521), and ValueError for a figure that has
    not been drawn.
    """
    from plangen.layout.book import draw, lay_out
    from plangen.render.pdf.canvas import PdfCanvas
    from plangen.render.pdf.finish import finish
    from plangen.render.pdf.fonts import ReportlabFonts

    fonts = ReportlabFonts()
    book = lay_out(document, theme, fonts, kept)
    canvas = PdfCanvas(fonts, theme)
    draw(book, canvas)
    return Rendered(finish(canvas, book.root, document), tuple(book.setting.found.remarks))
