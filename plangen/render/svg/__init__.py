"""Document in, SVG pages out: what a browser shows while an officer writes. No script, no markup from content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from plangen.diagnostics import Diagnostic
from plangen.document.blocks import Document
from plangen.document.nodes import NodePath
from plangen.document.theme import Theme
from plangen.kept import NOTHING_KEPT, KeptResults, Same, Step

if TYPE_CHECKING:
    from plangen.layout.book import Book
    from plangen.render.svg.pages import DrawnPage

__all__ = ["SvgPages", "render_svg"]


class SvgPages(Struct, frozen=True):
    """A document's pages as files, the faces and pictures that they show, and what its writer should know.

    All names are those of files in one folder; `count` is the number of pages, which come first. `nodes` has, for
    each page, the path of the node that each id of the page leads to; one that stands elsewhere and is only named
    there, as in the contents, has it too.
    """

    count: int
    files: tuple[tuple[str, bytes], ...]
    remarks: tuple[Diagnostic, ...] = ()
    nodes: tuple[Mapping[str, NodePath], ...] = ()


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
    return SvgPages(book.count, files, tuple(book.setting.found.remarks), tuple(_nodes(document, pages)))


def _nodes(document: Document, pages: list[DrawnPage]) -> Iterator[Mapping[str, NodePath]]:
    from plangen.layout.node_runs import section_paths
    from plangen.render.svg.pages import node_id

    sections = section_paths(document)
    for page in pages:
        yield {node_id(number): spot.path(sections) for number, spot in enumerate(page.spots, 1)}


def _drawn(book: Book, kept: KeptResults) -> list[DrawnPage]:
    """Every page, drawn anew where it is not what it was."""
    from plangen.layout.book import draw_page
    from plangen.layout.inks import Press
    from plangen.layout.node_runs import NodeRuns
    from plangen.render.svg.canvas import SvgCanvas

    runs = NodeRuns.of(book.root)
    document, pages = book.document, book.destinations()
    said = (book.setting.ground, document.header, document.footer, document.marking, document.draft)
    furniture = kept.ground("furniture", said)

    def drawn(number: int) -> DrawnPage:
        def draw(looked_up: Mapping[str, int]) -> tuple[DrawnPage, object]:
            canvas = SvgCanvas(runs.anew())
            draw_page(book, Press(canvas, looked_up), number)
            return canvas.page(), (book.front, book.sheet(number))  # they keep alive the inks that the key names

        return kept.traced(Step.DRAWN, (Same(furniture), book.page_key(number)), (pages,), draw)[0]

    return [drawn(number) for number in range(1, book.count + 1)]


def _written(pages: list[DrawnPage], document: Document, kept: KeptResults) -> list[tuple[str, bytes]]:
    from plangen.render.svg.pages import addresses, page_name, places, written

    found, metadata = places(pages), document.metadata

    def file(number: int, page: DrawnPage) -> bytes:
        links = addresses(page, found)
        key = (Same(page), number, metadata.title, metadata.language, links)
        return kept.take(Step.WRITTEN, key, lambda: written(page, number, metadata, links))

    return [(page_name(number), file(number, page)) for number, page in enumerate(pages, 1)]
