"""A trend: values over periods, with a benchmark and targets (visual contract, "Charts", Trend)."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.charts.axis import AxisPeriod, draw_break, draw_figures, draw_periods, figures_width
from plangen.charts.placement import Box, Line
from plangen.charts.scale import Scale, line_scale, tick_words
from plangen.charts.series_lines import DrawnSeries, Point, draw_band, draw_line, numbers, placed_series
from plangen.charts.series_names import BEFORE_NAMES, SeriesName, draw_series_names
from plangen.charts.series_style import series_styles
from plangen.charts.sheet import Align, DrawingSheet
from plangen.charts.value_labels import Labelled, draw_value_labels
from plangen.document.charts import ChartHeight, ChartWidth, SeriesRole, TrendChart
from plangen.document.drawing import Drawing

__all__ = ["draw_trend"]

_PLOTS = {ChartHeight.FULL: (31.0, 172.0, 5), ChartHeight.COMPACT: (28.0, 106.0, 4)}  # top, base, intervals
_SPACING = 80.0
_SIDES = {ChartWidth.FULL: (28.0, 76.0), ChartWidth.SEVEN_COLUMNS: (10.0, 64.0)}
"""How far the base line goes on beyond the last point, and how much room the names of series have at least."""

_FIRST = 26.0  # from the axis to the first point
_BREAK = 4.0  # half the width of the mark of an axis that does not begin at zero
_HEAD = 12.0  # the height of the words over it


def draw_trend(spec: TrendChart, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: 206 points high (compact: 140) where the periods have years, less where they have none."""
    top, base, intervals = _PLOTS[spec.height]
    after, names = _SIDES[spec.width]
    scale = line_scale([number for series in spec.series for number in numbers(series)], base, top, intervals)
    words = tick_words(scale.ticks, [w for series in spec.series for w in series.words if w], spec.marks)
    left = max(24.0, figures_width(sheet, words))
    spacing = _spacing(len(spec.points), left, sheet.right - names - BEFORE_NAMES - after)
    xs = [left + _FIRST + spacing * i for i in range(len(spec.points))]
    right = (xs[-1] if xs else left + _FIRST) + after
    drawn = placed_series(spec.series, series_styles(spec.series), xs, scale, spacing)

    for item in reversed(drawn):
        draw_band(sheet, item)
    plot = Box(left, _draw_axis(sheet, spec, scale, words, left), right, base)
    zero = scale(0.0) if scale.low < 0.0 < scale.high else base
    sheet.line([(left, zero), (right, zero)], "ink", 1.0)
    periods = [AxisPeriod(x, point.label, point.group) for x, point in zip(xs, spec.points, strict=True)]
    bottom = draw_periods(sheet, periods, base, spacing)
    for item in reversed(drawn):
        draw_line(sheet, item)
    _draw_labels(sheet, drawn, plot, zero, xs)
    return sheet.drawing(bottom)


def _spacing(count: int, left: float, last: float) -> float:
    """The distance of points of which the last stands at `last` at most."""
    return min(_SPACING, (last - left - _FIRST) / (count - 1)) if count > 1 else _SPACING


def _draw_axis(sheet: DrawingSheet, spec: TrendChart, scale: Scale, words: Sequence[str], left: float) -> float:
    """Figures at the left, with the mark and the words of an axis that does not begin at zero.

    Returns the y from which on labels may stand.
    """
    draw_figures(sheet, scale, words, left)
    if not scale.broken:
        return 0.0
    draw_break(sheet, left, scale.start, spec.marks.begins.format(words[0]), Align.LEFT, 0.0)
    return _HEAD


def _draw_labels(
    sheet: DrawingSheet, drawn: Sequence[DrawnSeries], plot: Box, zero: float, xs: Sequence[float]
) -> None:
    """Names of the series, then their values, each where it meets nothing that is drawn already."""
    lines: list[Line] = [(plot.left, zero, plot.right, zero), *(line for item in drawn for line in item.lines())]
    taken = [box for item in drawn for box in item.markers()]
    ends = [(item, item.runs()[-1][-1]) for item in drawn if item.runs()]
    names = [SeriesName(item.series.name, item.style, end, end[0] < xs[-1]) for item, end in ends]
    taken += draw_series_names(sheet, names, plot, taken, lines)
    everything = [item.points for item in drawn]
    room = Box(plot.left + _BREAK, plot.top, plot.right + 5.0, plot.bottom - 1.0)
    for item in drawn:
        labels = [
            Labelled(*point, words, above=_above(item, index, everything))
            for index, (point, words) in enumerate(zip(item.points, item.series.words, strict=True))
            if point is not None and words
        ]
        others = [box for other in drawn if other is not item for box in other.markers()]
        taken += draw_value_labels(sheet, labels, item.style, taken, others, lines, room)


def _above(item: DrawnSeries, index: int, everything: Sequence[Sequence[Point | None]]) -> bool:
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
