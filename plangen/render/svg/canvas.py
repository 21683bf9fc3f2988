"""A canvas that draws a page as SVG. Every run of text is an element of its own at its own place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape

from plangen.document.blocks import Picture
from plangen.document.drawing import Shape
from plangen.document.theme import Colour
from plangen.document.typeface import Face
from plangen.layout.canvas import Artifact, Rectangle, require_address
from plangen.layout.node_runs import NodeRuns, Spot
from plangen.layout.structure import Content, Element, Tag
from plangen.render.svg.fonts import WEIGHTS
from plangen.render.svg.markup import amount, path_data, words_of
from plangen.render.svg.pages import DrawnPage, LinkedArea, node_id, place_id

__all__ = ["SvgCanvas"]

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}


class SvgCanvas:
    """Draws one page as SVG, once."""

    def __init__(self, runs: NodeRuns) -> None:
        self._runs = runs
        self._content: Content | None = None
        self._spots: list[Spot] = []
        self._size = (0.0, 0.0)
        self._parts: list[str] = []
        self._links: list[LinkedArea] = []
        self._pictures: dict[str, bytes] = {}
        self._destinations: list[str] = []
        self._clips = 0

    def page(self) -> DrawnPage:
        """What was drawn."""
        body, pictures = "\n".join(self._parts), tuple(self._pictures.items())
        spots = tuple(self._spots)
        return DrawnPage(*self._size, body, tuple(self._links), tuple(self._destinations), pictures, spots)

    # Pages, and what a run of ink belongs to

    def begin_page(self, width: float, height: float) -> None:
        """Start the page, of `width` x `height` points."""
        self._size = width, height

    def end_page(self) -> None:
        """Nothing is left to do: links are written when every destination is known."""

    @contextmanager
    def mark(self, content: Content, bbox: Rectangle | None = None) -> Iterator[None]:
        """What is drawn inside belongs to `content`.

        A figure says its alt text to who cannot see it, a passage the language that it is in.
        """
        element = content.owner
        if element.tag is Tag.FIGURE:
            self._put(
                f'<g{self._id(self._runs.spot(content))} role="img"><title>{words_of(element.alt or "")}</title>'
            )
            yield
            self._put("</g>")
            return
        self._content = content
        if element.language is not None:
            self._put(f'<g xml:lang="{escape(element.language)}">')
            yield
            self._put("</g>")
        else:
            yield
        self._content = None

    def _id(self, spot: Spot | None) -> str:
        """The attribute that leads from what is drawn to its node: the page has a number for it."""
        if spot is None:
            return ""
        self._spots.append(spot)
        return f' id="{node_id(len(self._spots))}"'

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """What is drawn inside is no content."""
        yield

    def _put(self, part: str) -> None:
        self._parts.append(part)

    # Text, lines and shapes

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
        """Set `words` from the start of their baseline at `x`, `y`."""
        if not words:
            return
        how = f'font-weight="{WEIGHTS[face]}" font-size="{amount(size)}" fill="{colour.code}"'
        if tracking:
            how += f' letter-spacing="{amount(tracking)}"'
        if angle:
            how += f' transform="rotate({amount(-angle)} {amount(x)} {amount(y)})"'
        runs = self._runs.runs(self._content, words) if self._content else []
        if len(runs) > 1:
            said = "".join(f"<tspan{self._id(run.spot)}>{words_of(run.words)}</tspan>" for run in runs)
            self._put(f'<text x="{amount(x)}" y="{amount(y)}" {how}>{said}</text>')
            return
        own = self._id(runs[0].spot) if runs else ""
        self._put(f'<text{own} x="{amount(x)}" y="{amount(y)}" {how}>{words_of(words)}</text>')

    def hyphen(self, x: float, y: float, sign: str, face: Face, size: float, colour: Colour) -> None:
        """Draw the `sign` of a word that goes on in the next line, hidden from who hears the page."""
        how = f'font-weight="{WEIGHTS[face]}" font-size="{amount(size)}" fill="{colour.code}" aria-hidden="true"'
        self._put(f'<text x="{amount(x)}" y="{amount(y)}" {how}>{words_of(sign)}</text>')

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
        """A rectangle from its top left corner, with round corners where `radius` is not 0."""
        where = f'x="{amount(x)}" y="{amount(y)}" width="{amount(width)}" height="{amount(height)}"'
        corners = f' rx="{amount(radius)}"' if radius else ""
        self._put(f"<rect {where}{corners}{_ink(fill, stroke, line_width)}/>")

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
        """A straight line; `dash` is on and off lengths."""
        where = f'd="M{amount(x1)} {amount(y1)}L{amount(x2)} {amount(y2)}"'
        self._put(f"<path {where}{_ink(None, colour, width, dash)}/>")

    def shape(self, shape: Shape, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        """A shape with its own origin at `x`, `y`, scaled from there. Its clip belongs to its drawing."""
        dash = [scale * length for length in shape.dash]
        ink = _ink(shape.fill, shape.stroke, shape.line_width * scale, dash, shape.round_ends)
        self._put(f'<path d="{path_data(shape, x, y, scale)}"{ink}/>')

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn inside shows only within a rectangle, given by its top left corner."""
        self._clips += 1
        where = f'x="{amount(x)}" y="{amount(y)}" width="{amount(width)}" height="{amount(height)}"'
        self._put(f'<clipPath id="c{self._clips}"><rect {where}/></clipPath>')
        self._put(f'<g clip-path="url(#c{self._clips})">')
        yield
        self._put("</g>")

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """A picture from its top left corner, as a file beside the pages that is named by its content."""
        name = f"pictures/{hashlib.sha256(picture.data).hexdigest()[:16]}.{_ENDINGS[picture.media_type]}"
        self._pictures[name] = picture.data
        where = f'x="{amount(x)}" y="{amount(y)}" width="{amount(width)}" height="{amount(height)}"'
        self._put(f'<image href="{name}" {where} preserveAspectRatio="none"/>')

    # Ways through the document

    def link_address(self, element: Element, rectangle: Rectangle, address: str, contents: str) -> None:
        """Make `rectangle` of this page lead to an address; `contents` says where to."""
        require_address(address)
        self._links.append(LinkedArea(rectangle, contents, address=address))

    def link_to(self, element: Element, rectangle: Rectangle, destination: str, contents: str) -> None:
        """Make `rectangle` of this page lead to a destination, which may come later in the document."""
        self._links.append(LinkedArea(rectangle, contents, destination=destination))

    def destination(self, name: str, y: float) -> None:
        """Name the height `y` of this page: the file has a number for it, so that no id comes from content."""
        self._destinations.append(name)
        self._put(f'<g id="{place_id(len(self._destinations))}" transform="translate(0 {amount(y)})"/>')

    def bookmark(self, title: str, destination: str, level: int) -> None:
        """Pages have no outline of their own."""


def _ink(
    fill: Colour | None,
    stroke: Colour | None,
    line_width: float,
    dash: Sequence[float] = (),
    round_ends: bool = False,
) -> str:
    """Fill and stroke as attributes."""
    ink = f' fill="{fill.code}"' if fill is not None else ' fill="none"'
    if stroke is None:
        return ink
    ink += f' stroke="{stroke.code}" stroke-width="{amount(line_width)}"'
    if dash:
        ink += f' stroke-dasharray="{" ".join(map(amount, dash))}"'
    return f'{ink} stroke-linecap="round"' if round_ends else ink
