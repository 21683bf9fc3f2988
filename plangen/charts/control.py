"""A control chart: points, mean and limits, and what stands out (visual contract, "Charts", Control)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plangen.charts.axis import AxisPeriod, draw_break, draw_figures, draw_periods, figures_width
from plangen.charts.placement import Box, Line, apart
from plangen.charts.runs import draw_runs
from plangen.charts.scale import line_scale, tick_words
from plangen.charts.sheet import WIDTH, Align, DrawingSheet, PointShape
from plangen.document.charts import ChartHeight, ControlChart, Signal
from plangen.document.drawing import Drawing
from plangen.document.status import Judgement
from plangen.document.theme import Colour
from plangen.document.typeface import Face
from plangen.document.variation import variation_sign

__all__ = ["draw_control"]

_PLOTS = {ChartHeight.FULL: (37.0, 224.0, 5), ChartHeight.COMPACT: (34.0, 152.0, 4)}  # top, base, intervals
_RIGHT = 386.0
_NAMES = 396.0
_SIGN = 16.0
_RADII = {Signal.USUAL: 3.0, Signal.BETTER: 5.0, Signal.WORSE: 5.5}


def draw_control(spec: ControlChart, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: 480 x 262 points (compact: 190), and more where a run's words find no place in the plot."""
    top, base, intervals = _PLOTS[spec.height]
    values = [*(point.value for point in spec.points), *(value for _, value in _levels(spec))]
    scale = line_scale(values, base, top, intervals, least_shown=0.0)  # its limits say what is small
    words = tick_words(scale.ticks, [point.words for point in spec.points], spec.marks)
    left = max(28.0, figures_width(sheet, words))
    spacing = (_RIGHT - left - 18.0) / max(len(spec.points) - 1, 1)
    points = [(left + 10.0 + spacing * i, scale(point.value)) for i, point in enumerate(spec.points)]
    levels = {name: scale(value) for name, value in _levels(spec)}

    sheet.box(Box(left, levels["upper"], _RIGHT, levels["lower"]), fill="mist")
    draw_figures(sheet, scale, words, left)
    sheet.line([(left, base), (_RIGHT, base)], "ink", 1.0)
    for name in ("upper", "lower"):
        sheet.line([(left, levels[name]), (_RIGHT, levels[name])], "grey", 1.25, (5.0, 3.0))
    sheet.line([(left, levels["mean"]), (_RIGHT, levels["mean"])], "ink", 1.25)
    periods = [AxisPeriod(x, point.label, point.group) for (x, _), point in zip(points, spec.points, strict=True)]
    bottom = draw_periods(sheet, periods, base, spacing)
    _draw_points(sheet, spec, points)
    _draw_names(sheet, spec, levels, base)
    around = _draw_head(sheet, spec)
    if scale.broken:
        around.append(draw_break(sheet, left, base, spec.marks.begins.format(words[0]), Align.RIGHT, WIDTH))

    lines: list[Line] = [(*a, *b) for a, b in pairwise(points)]
    lines += [(left, y, _RIGHT, y) for y in levels.values()]
    around += [_around(point, p.signal) for point, p in zip(points, spec.points, strict=True)]
    bottom = draw_runs(sheet, spec, points, Box(left + 4.0, 0.0, _RIGHT, base - 2.0), around, lines, bottom)
    return sheet.drawing(bottom + 1.0)


def _levels(spec: ControlChart) -> tuple[tuple[str, float], ...]:
    return ("upper", spec.upper), ("mean", spec.mean), ("lower", spec.lower)


def _draw_points(sheet: DrawingSheet, spec: ControlChart, points: Sequence[tuple[float, float]]) -> None:
    """The line, then the points with white rings: usual small, better a teal dot, worse a plum square."""
    if len(points) > 1:
        sheet.line(points, "navy", 1.5, round_ends=True)
    looks: tuple[tuple[Signal, PointShape, Colour | str], ...] = (
        (Signal.USUAL, PointShape.CIRCLE, "navy"),
        (Signal.BETTER, PointShape.CIRCLE, sheet.judged(Judgement.GOOD)),
        (Signal.WORSE, PointShape.SQUARE, sheet.judged(Judgement.BAD)),
    )
    for signal, marker, colour in looks:
        chosen = [at for at, point in zip(points, spec.points, strict=True) if point.signal is signal]
        if chosen:
            sheet.markers(chosen, marker, 2 * _RADII[signal], colour, "white", 1.0)


def _draw_head(sheet: DrawingSheet, spec: ControlChart) -> list[Box]:
    """The sign of the latest value and its words, over the chart; returns the place they take up."""
    if spec.variation is None:
        return []
    sheet.sign(variation_sign(spec.variation, sheet.theme), 0.0, 0.0, _SIGN)
    words = sheet.lettering.shortened(spec.variation.words, Face.SEMIBOLD, sheet.size, _RIGHT - _SIGN)
    return [Box(0.0, 0.0, sheet.text(_SIGN + 6.0, 11.7, words, face=Face.SEMIBOLD).right, _SIGN)]


def _draw_names(sheet: DrawingSheet, spec: ControlChart, levels: dict[str, float], base: float) -> None:
    """Mean and limits named at the right of their lines, in as many as three lines of text."""
    labels = (
        ("upper", spec.upper_words, Face.REGULAR, "grey"),
        ("mean", spec.mean_words, Face.SEMIBOLD, "ink"),
        ("lower", spec.lower_words, Face.REGULAR, "grey"),
    )
    lines = [sheet.lines(words, WIDTH - _NAMES, face, at_most=3) for _, words, face, _ in labels]
    heights = [10.0 + 13.0 * (len(text) - 1) for text in lines]
    tops = apart([levels[name] - 4.2 for name, *_ in labels], heights, 0.0, base, 3.0)
    for (_, _, face, colour), text, top in zip(labels, lines, tops, strict=True):
        for i, line in enumerate(text):
            sheet.text(_NAMES, top + 7.7 + 13.0 * i, line, face=face, colour=colour)


def _around(point: tuple[float, float], signal: Signal) -> Box:
    return Box(*point, *point).grown(_RADII[signal] + 1.0)
