"""What pages are drawn on: the one thing that a format has to give so that a laid-out document can be drawn in it.

Lengths are points; x runs right and y runs down from the top left corner of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import Enum
from itertools import groupby
from typing import Protocol

from plangen.document.blocks import Picture
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape
from plangen.document.theme import Colour
from plangen.document.typeface import Face
from plangen.layout.structure import Content, Element

__all__ = ["Artifact", "Canvas", "Rectangle", "replay", "require_address"]

_SCHEMES = ("https:", "http:", "mailto:")

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, measured down from the top of the page."""


class Artifact(Enum):
    """What is not part of the document's content, and why (ISO 32000-1, 14.8.2.2.2)."""

    LAYOUT = "layout"
    PAGINATION = "pagination"
    PAGINATION_HEADER = "header"
    PAGINATION_FOOTER = "footer"
    BACKGROUND = "background"


class Canvas(Protocol):
    """Draws one document, page by page. Everything painted stands inside a mark or an artifact."""

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of `width` x `height` points."""

    def end_page(self) -> None:
        """Finish the page."""

    def mark(self, content: Content, bbox: Rectangle | None = None) -> AbstractContextManager[None]:
        """Everything drawn inside belongs to `content`. A figure says where it stands by `bbox`."""

    def artifact(self, kind: Artifact) -> AbstractContextManager[None]:
        """Everything drawn inside is an artifact, which screen readers skip."""

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
        """Set `words` from the start of their baseline; `angle` turns the line anticlockwise, in degrees."""

    def hyphen(self, x: float, y: float, sign: str, face: Face, size: float, colour: Colour) -> None:
        """Draw the `sign` of a word that goes on in the next line: it is seen, and is no part of the word."""

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

    def shape(self, shape: Shape, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> None:
        """A shape with its own origin at `x`, `y`, scaled from there."""

    def clipped(self, x: float, y: float, width: float, height: float) -> AbstractContextManager[None]:
        """What is drawn inside shows only within a rectangle, given by its top left corner."""

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """A picture from its top left corner."""

    def link_address(self, element: Element, rectangle: Rectangle, address: str, contents: str) -> None:
        """Make `rectangle` of this page lead to an address; `contents` says where to."""

    def link_to(self, element: Element, rectangle: Rectangle, destination: str, contents: str) -> None:
        """Make `rectangle` of this page lead to a destination, which may come later in the document."""

    def destination(self, name: str, y: float) -> None:
        """Name the height `y` of this page, for links and bookmarks."""

    def bookmark(self, title: str, destination: str, level: int) -> None:
        """Add a line to the outline, in order; levels count from 0."""


def replay(canvas: Canvas, drawing: Drawing, x: float, y: float) -> None:
    """Draw the marks of `drawing` in painting order, with its top left corner at `x`, `y`."""
    for clip, marks in groupby(drawing.marks, key=lambda mark: mark.clip):
        with _clipped(canvas, clip, x, y):
            for mark in marks:
                if isinstance(mark, Glyphs):
                    where = x + mark.x, y + mark.y
                    canvas.text(*where, mark.text, mark.face, mark.size, mark.colour, angle=mark.angle)
                else:
                    canvas.shape(mark, x, y)


def _clipped(canvas: Canvas, clip: Clip | None, x: float, y: float) -> AbstractContextManager[None]:
    return canvas.clipped(x + clip.x, y + clip.y, clip.width, clip.height) if clip else nullcontext()


def require_address(address: str) -> None:
    """Raise ValueError for what a document may not lead to; sources refuse it, and here nothing gets further."""
    if not address.startswith(_SCHEMES):
        raise ValueError(f"{address} is not an address that a document may lead to")
