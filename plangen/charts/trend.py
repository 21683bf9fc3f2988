"""A trend: values over periods, with a benchmark and targets (visual contract, "Charts", Trend)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from plangen.charts.axis import AxisPeriod, draw_figures, draw_periods, figures_width
from plangen.charts.placement import Box
from plangen.charts.scale import Scale, scale_for, tick_words
from plangen.charts.series_names import draw_series_names
from plangen.charts.series_style import SeriesStyle, series_styles
from plangen.charts.sheet import DrawingSheet
from plangen.charts.value_labels import Labelled, draw_value_labels
from plangen.document.charts import ChartHeight, ChartWidth, Series, SeriesRole, TrendChart
from plangen.document.drawing import Drawing

__all__ = ["draw_trend"]

_PLOTS = {ChartHeight.FULL: (31.0, 172.0), ChartHeight.COMPACT: (28.0, 106.0)}
_SPACING = 80.0
_SIDES = {ChartWidth.FULL: (28.0, 76.0), ChartWidth.SEVEN_COLUMNS: (10.0, 64.0)}
"""How far the base line goes on beyond the last point, and how much room the names of series have at least."""

_BEFORE_NAMES = 6.0
Point = tuple[float, float]


class _Drawn(Struct, frozen=True):
    """A series with the places of its points (None where it has no value)."""

    series: Series
    style: SeriesStyle
    points: tuple[Point | None, ...]

    def runs(self) -> list[list[Point]]:
        """Points that follow one another without a gap."""
        runs: list[list[Point]] = [[]]
        for point in self.points:
            if point is None:
                runs.append([])
            else:
                runs[-1].append(point)
        return [run for run in runs if run]


def draw_trend(spec: TrendChart, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: 206 points high (compact: 140) where the periods have years, less where they have none."""
    top, base = _PLOTS[spec.height]
    after, names = _SIDES[spec.width]
    values = [value for series in spec.series for value in series.values if _known(value)]
    scale = scale_for((v for v in values if v is not None), base, top, from_zero=spec.from_zero)
    words = tick_words(scale.ticks, [w for series in spec.series for w in series.words if w], spec.marks)
    left = max(24.0, figures_width(sheet, words))
    spacing = _spacing(len(spec.points), left, sheet.right - names - _BEFORE_NAMES - after)
    xs = [left + 26.0 + spacing * i for i in range(len(spec.points))]
    right = (xs[-1] if xs else left + 26.0) + after

    draw_figures(sheet, scale, words, left)
    zero = scale(0.0) if scale.low < 0.0 < scale.high else base
    sheet.line([(left, zero), (right, zero)], "ink", 1.0)
    periods = [AxisPeriod(x, point.label, point.group) for x, point in zip(xs, spec.points, strict=True)]
    bottom = draw_periods(sheet, periods, base, spacing)

    drawn = [
        _Drawn(series, style, _points(series, xs, scale))
        for series, style in zip(spec.series, series_styles(spec.series), strict=True)
    ]
    for item in reversed(drawn):
        _draw_series(sheet, item, spacing)
    _draw_labels(sheet, drawn, Box(left, 0.0, right, base), zero)
    return sheet.drawing(bottom)


def _known(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _spacing(count: int, left: float, last: float) -> float:
    """The distance of points of which the last stands at `last` at most."""
    return min(_SPACING, (last - left - 26.0) / (count - 1)) if count > 1 else _SPACING


def _points(series: Series, xs: Sequence[float], scale: Scale) -> tuple[Point | None, ...]:
    return tuple(
        (x, scale(value)) if value is not None and _known(value) else None
        for x, value in zip(xs, series.values, strict=True)
    )


def _draw_series(sheet: DrawingSheet, drawn: _Drawn, spacing: float) -> None:
    """The line with a gap where there is no value, then the markers, smaller where points are close."""
    style = drawn.style
    for run in drawn.runs():
        if len(run) > 1:
            sheet.line(run, style.colour, style.width, style.dash, round_ends=not style.dash)
    side = min(style.side, max(2.5, spacing * 0.5))
    points = [point for point in drawn.points if point is not None]
    if points:
        edge = style.edge_width if side == style.side else min(style.edge_width, 0.75)
        sheet.markers(points, style.marker, side, style.fill, style.edge, edge)


def _draw_labels(sheet: DrawingSheet, drawn: Sequence[_Drawn], plot: Box, zero: float) -> None:
    ends = [(item, item.runs()[-1][-1]) for item in drawn if item.runs()]
    names = [(item.series.name, item.style, end) for item, end in ends]
    taken, lines = draw_series_names(sheet, names, plot.right + _BEFORE_NAMES, plot.bottom)
    lines = [*lines, (plot.left, zero, plot.right, zero)]
    for item in drawn:
        lines += [(*a, *b) for run in item.runs() for a, b in pairwise(run)]
        taken += [_around(point) for point in item.points if point is not None]
    everything = [item.points for item in drawn]
    room = Box(plot.left + 2.0, plot.top, plot.right + 5.0, plot.bottom - 1.0)
    for item in drawn:
        labels = [
            Labelled(*point, words, above=_above(item, index, everything))
            for index, (point, words) in enumerate(zip(item.points, item.series.words, strict=True))
            if point is not None and words
        ]
        taken += draw_value_labels(sheet, labels, item.style, taken, lines, room)


def _around(point: Point) -> Box:
    return Box(point[0] - 4.0, point[1] - 4.0, point[0] + 4.0, point[1] + 4.0)


def _above(item: _Drawn, index: int, everything: Sequence[Sequence[Point | None]]) -> bool:
    """Whether a value is written above its point: the highest one is, the lowest one is not."""
    point = item.points[index]
    others = [points[index] for points in everything if points is not item.points]
    heights = [other[1] for other in others if other is not None]
    default = item.series.role is not SeriesRole.BENCHMARK
    if point is None or not heights:
        return default
    if point[1] < min(heights):
        return True
    return False if point[1] > max(heights) else default
