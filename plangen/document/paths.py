"""Outlines from plain geometry, in points with y downwards: what symbols and drawings are made of."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from plangen.document.drawing import Shape, Step

__all__ = ["circle", "placed", "polygon", "polyline", "rectangle"]

_QUARTER = 0.5522847498
"""Length of a quarter circle's control arms for radius 1: 4/3 (sqrt 2 - 1), off by at most 0.03% of the radius."""

Point = tuple[float, float]


def polyline(points: Iterable[Point]) -> tuple[Step, ...]:
    """An open line through `points`."""
    steps: list[Step] = []
    for x, y in points:
        steps.append(("L", x, y) if steps else ("M", x, y))
    return tuple(steps)


def polygon(points: Iterable[Point]) -> tuple[Step, ...]:
    """A closed outline through `points`."""
    return (*polyline(points), ("Z",))


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> tuple[Step, ...]:
    """A rectangle from its top left corner; `radius` rounds its corners."""
    right, bottom = x + width, y + height
    if radius <= 0:
        return polygon(((x, y), (right, y), (right, bottom), (x, bottom)))
    r, arm = radius, radius * (1 - _QUARTER)
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - arm, y, right, y + arm, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - arm, right - arm, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + arm, bottom, x, bottom - arm, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + arm, x + arm, y, x + r, y),
        ("Z",),
    )


def circle(x: float, y: float, radius: float) -> tuple[Step, ...]:
    """A circle around (x, y) in four cubic curves."""
    return rectangle(x - radius, y - radius, 2 * radius, 2 * radius, radius)


def placed(shapes: Iterable[Shape], x: float, y: float, scale: float = 1.0) -> tuple[Shape, ...]:
    """The same shapes drawn `scale` times as large, with their origin at (x, y); strokes grow with them."""
    return tuple(
        replace(
            shape,
            steps=tuple(_moved(step, x, y, scale) for step in shape.steps),
            line_width=shape.line_width * scale,
            dash=tuple(length * scale for length in shape.dash),
        )
        for shape in shapes
    )


def _moved(step: Step, x: float, y: float, scale: float) -> Step:
    match step:
        case ("C", x1, y1, x2, y2, x3, y3):
            return (
                "C",
                x + x1 * scale,
                y + y1 * scale,
                x + x2 * scale,
                y + y2 * scale,
                x + x3 * scale,
                y + y3 * scale,
            )
        case ("M", px, py):
            return ("M", x + px * scale, y + py * scale)
        case ("L", px, py):
            return ("L", x + px * scale, y + py * scale)
        case _:
            return ("Z",)
