"""What can be put on a page: small drawable things that know which content they belong to.

Every ink opens the mark or artifact it belongs to itself, so that nothing can be painted untagged, and inks
can be placed in any order while the structure tree keeps the reading order.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from plangen.document.drawing import Shape
from plangen.document.theme import Colour
from plangen.document.typeface import Face
from plangen.layout.canvas import Artifact, Canvas
from plangen.layout.structure import Content

__all__ = ["DrawnWords", "Ink", "InkGroup", "Panel", "Press", "Rule", "Slot", "Style", "Vector", "underline"]

_UNDERLINE, _UNDERLINE_DROP = 0.5, 0.17

Slot = Content | Artifact
"""Where ink belongs: a place in the structure tree, or a kind of artifact."""


class Style(Struct, frozen=True):
    """How a run of text is set: face, size in points, colour."""

    face: Face
    size: float
    colour: Colour


class Press(Struct, frozen=True):
    """What is known when pages are drawn: the canvas, and the page that each destination came to stand on."""

    canvas: Canvas
    pages: Mapping[str, int]

    def open(self, slot: Slot) -> AbstractContextManager[None]:
        """The mark or artifact that what follows belongs to."""
        return self.canvas.artifact(slot) if isinstance(slot, Artifact) else self.canvas.mark(slot)


class Ink(Protocol):
    """Something that can be painted with its reference point at (x, y)."""

    def paint(self, press: Press, x: float, y: float) -> None:
        """Paint it."""


class InkGroup(Struct, frozen=True):
    """Inks at offsets from one reference point, painted in order."""

    parts: tuple[tuple[float, float, Ink], ...]

    def paint(self, press: Press, x: float, y: float) -> None:
        """Paint each part at its offset."""
        for dx, dy, ink in self.parts:
            ink.paint(press, x + dx, y + dy)


class Rule(Struct, frozen=True):
    """A horizontal rule from its left end; its line lies on y."""

    width: float
    colour: Colour
    thickness: float
    kind: Artifact = Artifact.LAYOUT

    def paint(self, press: Press, x: float, y: float) -> None:
        """Draw the line."""
        with press.open(self.kind):
            press.canvas.line(x, y, x + self.width, y, self.colour, self.thickness)


class Panel(Struct, frozen=True):
    """A plain box from its top left corner: decoration behind or around words."""

    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    radius: float = 0.0
    line_width: float = 1.0
    kind: Artifact = Artifact.LAYOUT

    def paint(self, press: Press, x: float, y: float) -> None:
        """Draw the box."""
        with press.open(self.kind):
            press.canvas.rectangle(
                x,
                y,
                self.width,
                self.height,
                fill=self.fill,
                stroke=self.stroke,
                line_width=self.line_width,
                radius=self.radius,
            )


class Vector(Struct, frozen=True):
    """Outlines, scaled: a status symbol, an arrow, a bullet."""

    shapes: tuple[Shape, ...]
    scale: float = 1.0
    slot: Slot = Artifact.LAYOUT

    def paint(self, press: Press, x: float, y: float) -> None:
        """Draw the outlines from their top left corner."""
        with press.open(self.slot):
            for shape in self.shapes:
                press.canvas.shape(shape, x, y, self.scale)


def underline(press: Press, x: float, y: float, width: float, style: Style) -> None:
    """A thin line under words whose baseline starts at (x, y), clear of it, in their colour."""
    y += _UNDERLINE_DROP * style.size
    press.canvas.line(x, y, x + width, y, style.colour, _UNDERLINE)


class DrawnWords(Struct, frozen=True):
    """A single run of text from the start of its baseline."""

    text: str
    style: Style
    slot: Slot
    tracking: float = 0.0
    angle: float = 0.0

    def paint(self, press: Press, x: float, y: float) -> None:
        """Set the text."""
        style = self.style
        with press.open(self.slot):
            press.canvas.text(
                x, y, self.text, style.face, style.size, style.colour, tracking=self.tracking, angle=self.angle
            )
