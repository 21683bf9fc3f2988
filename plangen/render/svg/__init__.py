"""Document in, SVG pages out: what a browser shows while an officer writes. No script, no markup from content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from plangen.diagnostics import Diagnostic
from plangen.document.blocks import Document
from plangen.document.nodes import NodePath
from plangen.document.theme import Theme
from plangen.kept import NOTHING_KEPT, KeptResults, Same, Step

if TYPE_CHECKING:
    from plangen.layout.book import Book
    from plangen.layout.node_runs import Spot
    from plangen.render.svg.pages import DrawnPage

__all__ = ["SvgPages", "render_svg"]


class SvgPages(Struct, frozen=True):
    """A document's pages as files, the faces and pictures that they show, and what its writer should know.

    All names are those of files in one folder; `count` is the number of pages, which come first. `spots` are the
    nodes that the ids of each page lead to, in order, by the sections of `document`.
    """

    count: int
    files: tuple[tuple[str, bytes], ...]
    remarks: tuple[Diagnostic, ...]
    document: Document
    spots: tuple[tuple[Spot, ...], ...]

    @property
    def nodes(self) -> tuple[Mapping[str, NodePath], ...]:
        """For each page, the path of the node that each id of the page leads to.

        One that stands elsewhere and is only named there, as in the contents, has it too.
        """
        from plangen.layout.node_runs import section_paths
        from plangen.render.svg.pages import node_id

        sections = section_paths(self.document)
        return tuple(
            {node_id(number): spot.path(sections) for number, spot in enumerate(page, 1)} for page in self.spots
        )


def render_svg(document: Document, theme: Theme, kept: KeptResults = NOTHING_KEPT) -> SvgPages:
    """`document` as `page-01.svg` and so on, with the faces in `fonts/` and pictures in `pictures/` beside them.

    The same document and theme give the same bytes, whatever is `kept` of earlier ones. Every run of text stands
    where it stands in the PDF. Raises, as `render_pdf` does, `PlangenError` for characters no face has (PG520) and
    links that lead nowhere (PG521).
    """
    from plangen.layout.book import lay_out
    from plangen.render.svg.fonts import FontFiles

    fonts = FontFiles()
    book = lay_out(document, theme, fonts, kept)
    pages = _drawn(book, kept)
    pictures = {name: data for page in pages for name, data in page.pictures}
    files = (*_written(pages, document, kept), *pictures.items(), *fonts.files())
    return SvgPages(
        book.count, files, tuple(book.setting.found.remarks), document, tuple(page.spots for page in pages)
    )


def _drawn(book: Book, kept: KeptResults) -> list[DrawnPage]:
    """Every page, drawn anew where it is not what it was."""
    from plangen.layout.book import draw_page
    from plangen.layout.inks import Press
    from plangen.layout.node_runs import NodeRuns
    from plangen.render.svg.canvas import SvgCanvas

    runs = NodeRuns()
    document, pages = book.document, book.destinations()
    said = (book.setting.ground, document.header, document.footer, document.marking, document.draft)
    furniture = kept.ground("furniture", said)

    def drawn(number: int) -> DrawnPage:
        named = book.front, book.sheet(number)  # kept with the page, because the keys name them by identity

        def draw(pages: Mapping[str, int]) -> tuple[DrawnPage, object]:
            canvas = SvgCanvas(runs.anew())
            draw_page(book, Press(canvas, pages), number)
            return canvas.page(), named

        def look_closer(pages: Mapping[str, int]) -> tuple[DrawnPage, object]:
            key = Same(furniture), book.page_key(number)
            return kept.traced(Step.DRAWN, key, (pages,), draw)[0], named

        return kept.traced(Step.DRAWN, (Same(furniture), book.sheet_key(number)), (pages,), look_closer)[0]

    return [drawn(number) for number in range(1, book.count + 1)]


def _written(pages: list[DrawnPage], document: Document, kept: KeptResults) -> list[tuple[str, bytes]]:
    from plangen.render.svg.pages import addresses, page_name, places, written

    found, metadata = places(pages), document.metadata

    def file(number: int, page: DrawnPage) -> bytes:
        links = addresses(page, found)
        key = (Same(page), number, metadata.title, metadata.language, links)
        return kept.take(Step.WRITTEN, key, lambda: written(page, number, metadata, links))

    return [(page_name(number), file(number, page)) for number, page in enumerate(pages, 1)]
