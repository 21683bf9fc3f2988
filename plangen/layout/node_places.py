"""Where the nodes of a document came to stand, and which node stands at a point of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

from msgspec import Struct

from plangen.document.blocks import Picture
from plangen.document.drawing import Shape
from plangen.document.nodes import NodePath
from plangen.document.theme import Colour
from plangen.document.typeface import Face
from plangen.layout.book import Book, draw
from plangen.layout.canvas import Artifact, Rectangle
from plangen.layout.fonts import Fonts
from plangen.layout.node_runs import NodeRuns, Spot, section_paths
from plangen.layout.structure import Content, Element

__all__ = ["NodePlaces", "PageBox", "Placed", "node_places"]

_ASCENT, _DESCENT = 0.8, 0.25  # of a line, as shares of its size


class PageBox(Struct, frozen=True):
    """A place on a page (the first is 1), in points from its top left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float

    def holds(self, page: int, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        across = self.x <= x <= self.x + self.width
        return page == self.page and across and self.y <= y <= self.y + self.height


class Placed(Struct, frozen=True):
    """Words of one node in one line, or a drawing, and where they stand. `named`: they only name the node."""

    path: NodePath
    box: PageBox
    words: str = ""
    named: bool = False


class NodePlaces:
    """The places of a document's nodes."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        self.placed = tuple(placed)
        self._by_page: dict[int, list[Placed]] = defaultdict(list)
        for one in self.placed:
            self._by_page[one.box.page].append(one)

    def of(self, path: NodePath) -> tuple[PageBox, ...]:
        """Where the node at `path` and what is in it stands, in painting order; not where it is only named."""
        return tuple(one.box for one in self.placed if one.path[: len(path)] == path and not one.named)

    def at(self, page: int, x: float, y: float) -> NodePath | None:
        """The node that stands at a point of a page: where several do, that of the smallest box."""
        found = [one for one in self._by_page.get(page, ()) if one.box.holds(page, x, y)]
        return min(found, key=lambda one: one.box.width * one.box.height).path if found else None


def node_places(book: Book) -> NodePlaces:
    """Where everything in `book` stands. Costs as much as drawing its pages without writing them."""
    canvas = _Recorder(book.setting.fonts, NodeRuns())
    draw(book, canvas)
    sections = section_paths(book.document)
    return NodePlaces(Placed(spot.path(sections), box, words, spot.named) for spot, box, words in canvas.placed)


class _Recorder:
    """A canvas that keeps what is drawn where, and draws nothing."""

    def __init__(self, fonts: Fonts, runs: NodeRuns) -> None:
        self.placed: list[tuple[Spot, PageBox, str]] = []
        self._fonts = fonts
        self._runs = runs
        self._page = 0
        self._content: Content | None = None

    def begin_page(self, width: float, height: float) -> None:
        self._page += 1

    def end_page(self) -> None:
        pass

    @contextmanager
    def mark(self, content: Content, bbox: Rectangle | None = None) -> Iterator[None]:
        spot = self._runs.spot(content)
        if bbox is not None and spot is not None:
            left, top, right, bottom = bbox
            self.placed.append((spot, PageBox(self._page, left, top, right - left, bottom - top), ""))
        self._content = content if bbox is None else None
        yield
        self._content = None

    def artifact(self, kind: Artifact) -> AbstractContextManager[None]:
        return nullcontext()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        face: Face,
        size: float,
        colour: Colour,
        *,
        tracking: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        if self._content is None:
            return
        before = ""
        for run in self._runs.runs(self._content, words):
            start = x + self._fonts.width(before, face, size)
            before += run.words
            width = x + self._fonts.width(before.rstrip(" "), face, size) - start
            box = PageBox(self._page, start, y - _ASCENT * size, width, (_ASCENT + _DESCENT) * size)
            self.placed.append((run.spot, box, run.words))

    def hyphen(self, x: float, y: float, sign: str, face: Face, size: float, colour: Colour) -> None:
        pass

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        line_width: float = 1.0,
        radius: float = 0.0,
    ) -> None:
        pass

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: Colour,
        width: float,
        *,
        dash: Sequence[float] = (),
    ) -> None:
        pass

    def shape(self, shape: Shape, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        pass

    def clipped(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[None]:
        return nullcontext()

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        pass

    def link_address(self, element: Element, rectangle: Rectangle, address: str, contents: str) -> None:
        pass

    def link_to(self, element: Element, rectangle: Rectangle, destination: str, contents: str) -> None:
        pass

    def destination(self, name: str, y: float) -> None:
        pass

    def bookmark(self, title: str, destination: str, level: int) -> None:
        pass
