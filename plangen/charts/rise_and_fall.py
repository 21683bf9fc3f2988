"""Changes on either side of a zero line (visual contract, "Charts", Rise and fall)."""

from __future__ import annotations

from msgspec import Struct

from plangen.charts.placement import Box
from plangen.charts.rows import LINES, draw_row_label, row_tops
from plangen.charts.sheet import WIDTH, Align, DrawingSheet
from plangen.document.charts import ChangeBar, RiseAndFall
from plangen.document.drawing import Drawing
from plangen.document.status import Judgement
from plangen.document.typeface import Face

__all__ = ["draw_rise_and_fall"]

_ROW = 24.0
_BAR = 16.0
_WIDEST_LABEL = 150.0
_ZERO = 276.0
_LONGEST = 129.0
_BESIDE = 6.0


class _Frame(Struct, frozen=True):
    """Where zero is and how many points a unit of change is long."""

    zero: float
    per_unit: float


def draw_rise_and_fall(spec: RiseAndFall, sheet: DrawingSheet) -> Drawing:
    """Draw `spec` in rows of 24: falls to the left of zero, rises to the right, the exception in plum."""
    labels = [sheet.lines(bar.label, _WIDEST_LABEL, _face(bar), LINES) for bar in spec.bars]
    named = max(
        (sheet.width(line, _face(bar)) for bar, lines in zip(spec.bars, labels, strict=True) for line in lines),
        default=0.0,
    )
    frame = _frame(spec, sheet, named + 12.0)
    tops, bottom = row_tops([len(lines) for lines in labels], _ROW)
    for bar, lines, (top, height) in zip(spec.bars, labels, tops, strict=True):
        middle = top + height / 2
        draw_row_label(sheet, 0.0, middle, lines, _face(bar))
        _draw_bar(sheet, bar, frame, middle)
    sheet.line([(frame.zero, 0.0), (frame.zero, bottom)], "ink", 1.0)
    return sheet.drawing(bottom + 4.0)


def _face(bar: ChangeBar) -> Face:
    return Face.SEMIBOLD if bar.exception else Face.REGULAR


def _frame(spec: RiseAndFall, sheet: DrawingSheet, left: float) -> _Frame:
    """Zero at 276 and the longest bar 129, unless labels and words need the room."""
    falls = [bar for bar in spec.bars if bar.amount < 0]
    rises = [bar for bar in spec.bars if bar.amount >= 0]
    low = left + max((sheet.width(bar.words, Face.SEMIBOLD) + _BESIDE for bar in falls), default=0.0)
    high = WIDTH - max((sheet.width(bar.words, Face.SEMIBOLD) + _BESIDE for bar in rises), default=0.0)
    deepest = max((-bar.amount for bar in falls), default=0.0)
    highest = max((bar.amount for bar in rises), default=0.0)
    largest = max(deepest, highest)
    if largest == 0.0:
        return _Frame(min(max(_ZERO, low), max(high, low)), 0.0)
    per_unit = max(0.0, min(_LONGEST / largest, (high - low) / (deepest + highest)))
    zero = min(max(_ZERO, low + deepest * per_unit), high - highest * per_unit)
    return _Frame(zero, per_unit)


def _draw_bar(sheet: DrawingSheet, bar: ChangeBar, frame: _Frame, middle: float) -> None:
    end = frame.zero + bar.amount * frame.per_unit
    left, right = sorted((frame.zero, end))
    if right - left >= 0.05:
        colour = sheet.judged(Judgement.BAD) if bar.exception else "navy"
        sheet.box(Box(left, middle - _BAR / 2, right, middle + _BAR / 2), fill=colour)
    if bar.amount < 0:
        sheet.text(left - _BESIDE, middle + 4.0, bar.words, face=Face.SEMIBOLD, align=Align.RIGHT)
    else:
        sheet.text(right + _BESIDE, middle + 4.0, bar.words, face=Face.SEMIBOLD)
