"""Whether every label of a drawing can be read: none overlaps another, sits on a line, or leaves the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from plangen.charts.lettering import Lettering
from plangen.charts.placement import Box, Line, text_box
from plangen.document.drawing import Drawing, Glyphs, Shape
from plangen.document.lengths import total

__all__ = ["illegible"]

_TOLERANCE = 0.01  # coordinates are rounded to a thousandth of a point
_CURVE = 8  # straight pieces in place of a curve


def illegible(drawing: Drawing) -> list[str]:
    """A line for each label that cannot be read, and why; empty for a good drawing.

    A label is the box from its ascenders to its descenders. Fills may lie under labels; strokes may not.
    """
    lettering = Lettering()
    labels = [(mark, _box(mark, lettering)) for mark in drawing.marks if isinstance(mark, Glyphs)]
    strokes = [
        (line, mark)
        for mark in drawing.marks
        if isinstance(mark, Shape) and mark.stroke is not None
        for line in _lines(mark)
    ]
    found = []
    for mark, box in labels:
        if not box.within(Box(0.0, 0.0, drawing.width, drawing.height).grown(_TOLERANCE)):
            found.append(f'"{mark.text}" leaves the drawing')
        if any(box.grown(shape.line_width / 2 - _TOLERANCE).crossed_by(line) for line, shape in strokes):
            found.append(f'"{mark.text}" sits on a line')
    for (first, box), (second, other) in combinations(labels, 2):
        if box.meets(other, -_TOLERANCE):
            found.append(f'"{first.text}" meets "{second.text}"')
    return found


def _box(mark: Glyphs, lettering: Lettering) -> Box:
    return text_box(mark.x, mark.y, lettering.width(mark.text, mark.face, mark.size), mark.size)


def _lines(shape: Shape) -> Iterator[Line]:
    """The straight pieces of a path; curves in eight pieces each."""
    start = at = (0.0, 0.0)
    for step in shape.steps:
        match step:
            case ("M", x, y):
                start = at = (x, y)
            case ("L", x, y):
                yield (*at, x, y)
                at = (x, y)
            case ("C", x1, y1, x2, y2, x3, y3):
                for piece in range(1, _CURVE + 1):
                    to = _on_curve((at, (x1, y1), (x2, y2), (x3, y3)), piece / _CURVE)
                    previous = _on_curve((at, (x1, y1), (x2, y2), (x3, y3)), (piece - 1) / _CURVE)
                    yield (*previous, *to)
                at = (x3, y3)
            case _:
                yield (*at, *start)
                at = start


def _on_curve(points: tuple[tuple[float, float], ...], t: float) -> tuple[float, float]:
    """A point of a cubic Bézier curve, by its Bernstein form."""
    u = 1 - t
    weights = (u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t)
    x = total(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = total(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x, y
