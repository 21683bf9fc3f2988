"""A few figures side by side from zero (visual contract, "Charts"; rows as in Rise and fall)."""

from __future__ import annotations

from plangen.charts.placement import Box
from plangen.charts.rows import LINES, draw_row_label, row_tops
from plangen.charts.sheet import WIDTH, Align, DrawingSheet
from plangen.document.charts import Bar, BarChart, SeriesRole
from plangen.document.drawing import Drawing
from plangen.document.typeface import Face

__all__ = ["draw_bars"]

_WIDEST_LABEL = 180.0
_BAR = 16.0
_ROW = 24.0
_SOLID = {SeriesRole.OWN: "navy", SeriesRole.BENCHMARK: "grey", SeriesRole.OTHER: "steel"}


def draw_bars(spec: BarChart, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: labels, then figures in a column of their own, then bars; rows of 24 points."""
    labels = [sheet.lines(bar.label, _WIDEST_LABEL, _face(bar), LINES) for bar in spec.bars]
    named = max(
        (sheet.width(line, _face(b)) for b, ls in zip(spec.bars, labels, strict=True) for line in ls), default=0.0
    )
    valued = max((sheet.width(bar.words, Face.SEMIBOLD) for bar in spec.bars), default=0.0)
    figures = named + 16.0 + valued
    start = figures + 12.0
    low = min((bar.value for bar in spec.bars), default=0.0)
    high = max((bar.value for bar in spec.bars), default=0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    per_unit = (WIDTH - start) / ((high - low) or 1.0)
    zero = start - low * per_unit

    tops, bottom = row_tops([len(lines) for lines in labels], _ROW)
    for bar, lines, (top, height) in zip(spec.bars, labels, tops, strict=True):
        middle = top + height / 2
        draw_row_label(sheet, 0.0, middle, lines, _face(bar))
        sheet.text(figures, middle + 4.0, bar.words, face=Face.SEMIBOLD, align=Align.RIGHT)
        _draw_bar(sheet, bar, zero, zero + bar.value * per_unit, middle)
    sheet.line([(zero, 0.0), (zero, bottom)], "ink", 1.0)
    return sheet.drawing(bottom + 4.0)


def _face(bar: Bar) -> Face:
    return Face.SEMIBOLD if bar.role is SeriesRole.OWN else Face.REGULAR


def _draw_bar(sheet: DrawingSheet, bar: Bar, zero: float, end: float, middle: float) -> None:
    left, right = sorted((zero, end))
    if right - left < 0.05:
        return
    if bar.role is SeriesRole.TARGET:
        inset = min(0.75, (right - left) / 2)
        outline = Box(left + inset, middle - _BAR / 2 + 0.75, right - inset, middle + _BAR / 2 - 0.75)
        sheet.box(outline, fill="white", stroke="navy", line_width=1.5)
    else:
        sheet.box(Box(left, middle - _BAR / 2, right, middle + _BAR / 2), fill=_SOLID[bar.role])
