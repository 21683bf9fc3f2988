"""A recorded vector drawing: paths, text and clips in points, with no format in it.

The origin is the top left corner and y grows downwards. A chart is recorded once as a `Drawing`; each renderer
replays it in its own format.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from plangen.document.theme import Colour
from plangen.document.typeface import Face

__all__ = ["Clip", "Drawing", "Glyphs", "Shape", "Step"]

Step = (
    tuple[Literal["M"], float, float]
    | tuple[Literal["L"], float, float]
    | tuple[Literal["C"], float, float, float, float, float, float]
    | tuple[Literal["Z"]]
)
"""Move to, line to, cubic curve to (two control points, end point), close."""


class Clip(Struct, frozen=True):
    """What follows is drawn only inside this rectangle."""

    x: float
    y: float
    width: float
    height: float


class Shape(Struct, frozen=True):
    """A path that is filled, stroked or both; `dash` is on and off lengths in points.

    `round_ends` rounds both the ends and the joins of the stroke; otherwise ends are butt and joins mitred.
    """

    steps: tuple[Step, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    line_width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    clip: Clip | None = None


class Glyphs(Struct, frozen=True):
    """A run of text: `x`, `y` is the start of its baseline, `angle` turns it anticlockwise in degrees."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: Colour
    angle: float = 0.0
    clip: Clip | None = None


class Drawing(Struct, frozen=True):
    """A finished drawing of `width` x `height` points: its marks, in painting order."""

    width: float
    height: float
    marks: tuple[Shape | Glyphs, ...]
