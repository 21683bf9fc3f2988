"""The outlines of the markers that tell series apart without colour, in points with y downwards."""

from __future__ import annotations

from enum import Enum, auto
from math import sqrt

from plangen.document.drawing import Step
from plangen.document.paths import polygon

__all__ = ["PointShape", "marker"]


class PointShape(Enum):
    """The shapes of markers."""

    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()


_DIAGONAL = sqrt(0.5)
_COMPASS = (
    (0.0, 1.0),
    (_DIAGONAL, _DIAGONAL),
    (1.0, 0.0),
    (_DIAGONAL, -_DIAGONAL),
    (0.0, -1.0),
    (-_DIAGONAL, -_DIAGONAL),
    (-1.0, 0.0),
    (-_DIAGONAL, _DIAGONAL),
)
"""Eight points of a circle of radius 1, from the lowest one anticlockwise."""

_EIGHTH = 0.2652031
"""Length of the control arms for an eighth of a circle of radius 1: off by 4 millionths at most."""


def marker(shape: PointShape, x: float, y: float, side: float) -> tuple[Step, ...]:
    """The outline of a marker `side` points wide around (x, y)."""
    half = side / 2
    corners: tuple[tuple[float, float], ...]
    match shape:
        case PointShape.CIRCLE:
            return _circle(x, y, half)
        case PointShape.SQUARE:
            corners = ((-half, half), (half, half), (half, -half), (-half, -half))
        case PointShape.TRIANGLE:
            corners = ((0.0, -half), (-half, half), (half, half))
        case PointShape.DIAMOND:
            corners = ((0.0, half), (half, 0.0), (0.0, -half), (-half, 0.0))
    return polygon((x + right, y + down) for right, down in corners)


def _circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """A circle in eight curves: twice as many as a sign needs, because a point is looked at closely."""
    steps: list[Step] = [("M", x, y + radius)]
    for (x1, y1), (x2, y2) in zip(_COMPASS, (*_COMPASS[1:], _COMPASS[0]), strict=True):
        numbers = (x1 + _EIGHTH * y1, y1 - _EIGHTH * x1, x2 - _EIGHTH * y2, y2 + _EIGHTH * x2, x2, y2)
        a, b, c, d, e, f = (radius * number for number in numbers)
        steps.append(("C", x + a, y + b, x + c, y + d, x + e, y + f))
    return (*steps, ("Z",))
