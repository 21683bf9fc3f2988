"""The series of a trend as they are drawn: band of an interval, line with its gaps, and markers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct

from plangen.charts.placement import Box, Line
from plangen.charts.series_style import SeriesStyle
from plangen.charts.sheet import DrawingSheet
from plangen.document.charts import Series

__all__ = ["DrawnSeries", "Point", "draw_band", "draw_line", "numbers", "placed_series"]

_COVERED = 2.0  # a marker is covered where it is nearer than this to the edge of another
_AROUND = 5.0  # and is then so much wider than that one
_WIDEST = 15.0  # so that a marker on the base line keeps clear of the periods under it
_CAP = 3.0
_NARROWEST = 2.5

Point = tuple[float, float]
_T = TypeVar("_T")


class DrawnSeries(Struct, frozen=True):
    """A series with the places of its points (None where it has no value) and how wide each marker is.

    `band` holds the lower and the upper end of an interval at each point, or nothing.
    """

    series: Series
    style: SeriesStyle
    points: tuple[Point | None, ...]
    sides: tuple[float, ...]
    band: tuple[tuple[Point, Point] | None, ...] = ()

    def runs(self) -> list[list[Point]]:
        """Points that follow one another without a gap."""
        return _runs(self.points)

    def lines(self) -> Iterator[Line]:
        """Everything that is drawn of it but the markers."""
        for run in self.runs():
            yield from ((*a, *b) for a, b in pairwise(run))
        for bounds in _runs(self.band):
            for edge in _edges(bounds):
                yield from ((*a, *b) for a, b in pairwise(edge))

    def markers(self) -> Iterator[Box]:
        """The place that each marker takes up."""
        for point, side in zip(self.points, self.sides, strict=True):
            if point is not None:
                yield Box(*point, *point).grown(side / 2)


def numbers(series: Series) -> Iterator[float]:
    """The values and bounds of a series that can be drawn."""
    for value in (*series.values, *series.lower, *series.upper):
        if value is not None and math.isfinite(value):
            yield value


def placed_series(
    series: Sequence[Series],
    styles: Sequence[SeriesStyle],
    xs: Sequence[float],
    height: Callable[[float], float],
    spacing: float,
) -> list[DrawnSeries]:
    """Each series with the places of its values, the first one on top of the others.

    Markers are smaller where points are close. One that lies under a marker drawn later would not be seen: it is
    made wide enough to stand around it.
    """
    placed: list[DrawnSeries] = []
    for item, style in zip(series, styles, strict=True):
        points = _points(item.values, xs, height)
        sides = tuple(
            _side(point, [(above.points[i], above.sides[i]) for above in placed], style.side, spacing)
            for i, point in enumerate(points)
        )
        lower, upper = (_points(bounds, xs, height) for bounds in (item.lower, item.upper))
        band = tuple((low, high) if low and high else None for low, high in zip(lower, upper, strict=True))
        placed.append(DrawnSeries(item, style, points, sides, band))
    return placed


def draw_band(sheet: DrawingSheet, drawn: DrawnSeries) -> None:
    """The interval as a pale band between thin lines; of a point between gaps, a bar with caps."""
    for bounds in _runs(drawn.band):
        if len(bounds) > 1:
            sheet.area([*(low for low, _ in bounds), *(high for _, high in reversed(bounds))], "haze")
        for edge in _edges(bounds):
            sheet.line(edge, drawn.style.colour, 0.75)


def draw_line(sheet: DrawingSheet, drawn: DrawnSeries) -> None:
    """The line with a gap where there is no value, then the markers."""
    style = drawn.style
    for run in drawn.runs():
        if len(run) > 1:
            sheet.line(run, style.colour, style.width, style.dash, round_ends=not style.dash)
    for side in sorted(set(drawn.sides)):
        points = [point for point, each in zip(drawn.points, drawn.sides, strict=True) if point and each == side]
        if points:
            edge = style.edge_width if side >= style.side else min(style.edge_width, 0.75)
            sheet.markers(points, style.marker, side, style.fill, style.edge, edge)


def _points(
    values: Sequence[float | None], xs: Sequence[float], height: Callable[[float], float]
) -> tuple[Point | None, ...]:
    return tuple(
        (x, height(value)) if value is not None and math.isfinite(value) else None
        for x, value in zip(xs, values, strict=False)
    )


def _side(point: Point | None, above: Sequence[tuple[Point | None, float]], usual: float, spacing: float) -> float:
    """How wide a marker is, given the markers that are drawn over it at the same period."""
    covering = [
        side
        for other, side in above
        if point is not None and other is not None and abs(other[1] - point[1]) < side / 2 + _COVERED
    ]
    if covering:
        return min(max(covering) + _AROUND, _WIDEST, max(_NARROWEST, spacing - _AROUND))
    return min(usual, max(_NARROWEST, spacing * 0.5))


def _edges(bounds: Sequence[tuple[Point, Point]]) -> list[list[Point]]:
    """The lines along both ends of an interval; of a single point the bar between them and its caps."""
    if len(bounds) > 1:
        return [[low for low, _ in bounds], [high for _, high in bounds]]
    ((low, high),) = bounds
    caps = [[(x - _CAP, y), (x + _CAP, y)] for x, y in (low, high)]
    return [[low, high], *caps]


def _runs(items: Sequence[_T | None]) -> list[list[_T]]:
    """Items that follow one another without a gap."""
    runs: list[list[_T]] = [[]]
    for item in items:
        if item is None:
            runs.append([])
        else:
            runs[-1].append(item)
    return [run for run in runs if run]
