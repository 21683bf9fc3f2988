"""Document in, PDF out: the only place that knows reportlab and pikepdf."""

from __future__ import annotations

from plangen.document.blocks import Document
from plangen.document.theme import Theme

__all__ = ["render_pdf"]


def render_pdf(document: Document, theme: Theme) -> bytes:
    """The bytes of `document` as a PDF/UA-1 and PDF/A-3a file.

    The same document and theme give the same bytes. Raises `PlangenError` for characters no face has (PG520)
    and links that lead nowhere (PG521), and ValueError for a figure that has not been drawn.
    """
    from plangen.render.pdf.canvas import PdfCanvas
    from plangen.render.pdf.finish import finish
    from plangen.render.pdf.fonts import Fonts
    from plangen.render.pdf.layout.book import draw, lay_out

    fonts = Fonts()
    book = lay_out(document, theme, fonts)
    canvas = PdfCanvas(fonts, theme)
    draw(book, canvas)
    return finish(canvas, book.root, document)
