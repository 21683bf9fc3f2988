"""Document in, SVG pages out: what a browser shows while an officer writes. No script, no markup from content."""

from __future__ import annotations

from msgspec import Struct

from plangen.diagnostics import Diagnostic
from plangen.document.blocks import Document
from plangen.document.theme import Theme

__all__ = ["SvgPages", "render_svg"]


class SvgPages(Struct, frozen=True):
    """A document's pages as files of one folder, by name, and what its writer should know of the layout."""

    files: tuple[tuple[str, bytes], ...]
    remarks: tuple[Diagnostic, ...] = ()


def render_svg(document: Document, theme: Theme) -> SvgPages:
    """`document` as `page-01.svg` and so on, with the faces in `fonts/` and pictures in `pictures/` beside them.

    The same document and theme give the same bytes. Every run of text stands where it stands in the PDF. Raises,
    as `render_pdf` does, `PlangenError` for characters no face has (PG520) and links that lead nowhere (PG521).
    """
    from plangen.layout.book import draw, lay_out
    from plangen.render.svg.canvas import SvgCanvas
    from plangen.render.svg.fonts import FontFiles

    fonts = FontFiles()
    book = lay_out(document, theme, fonts)
    canvas = SvgCanvas(document.metadata)
    draw(book, canvas)
    return SvgPages((*canvas.pages(), *fonts.files()), tuple(book.setting.found.remarks))
