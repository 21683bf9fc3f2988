"""The areas of a group, best first, with mean and bounds (visual contract, "Charts", Group)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plangen.charts.group_head import Boundary, draw_head
from plangen.charts.placement import Box
from plangen.charts.rows import LINES, draw_row_label, row_tops
from plangen.charts.scale import Scale
from plangen.charts.sheet import WIDTH, Align, DrawingSheet
from plangen.document.charts import GroupBar, GroupChart
from plangen.document.drawing import Drawing
from plangen.document.typeface import Face

__all__ = ["draw_group"]

_ROW = 20.0
_BAR = 14.0
_LINES_TOP = 30.0
_FIRST_ROW = 31.5
_LONGEST = 300.0
_WIDEST_NAME = 150.0
_RIGHT = 450.0  # the longest bar ends here, so that the upper bound's label has room


class GroupColumns(Struct, frozen=True):
    """Where the columns stand: rank right-aligned, name, value right-aligned, start of the bars."""

    rank: float
    name: float
    value: float
    bars: float


def draw_group(spec: GroupChart, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: rows of 20 with rank, area, value and bar; the mean solid and bounds dashed across them."""
    names = [sheet.lines(bar.label, _WIDEST_NAME, _face(bar), LINES) for bar in spec.bars]
    columns = _columns(spec, names, sheet)
    scale = _scale(spec, columns.bars)
    rows, end = row_tops([len(lines) for lines in names], _ROW, _FIRST_ROW)
    bottom = end + 2.0
    boundaries = _boundaries(spec, scale)
    if spec.lower is not None and spec.upper is not None:
        sheet.box(Box(scale(spec.lower), _LINES_TOP, scale(spec.upper), bottom), fill="haze")
    for boundary in boundaries:
        sheet.line([(boundary.x, _LINES_TOP), (boundary.x, bottom)], "ink", boundary.width, boundary.dash)
    zero = scale(0.0)
    for bar, lines, (top, height) in zip(spec.bars, names, rows, strict=True):
        middle = top + height / 2
        _draw_words(sheet, bar, lines, columns, middle)
        _draw_bar(sheet, bar, (zero, scale(bar.value)), middle, boundaries)
    sheet.line([(zero, _LINES_TOP), (zero, bottom)], "ink", 1.0)
    draw_head(sheet, (spec.area, spec.measure), columns.name, columns.value, columns.bars, boundaries)
    return sheet.drawing(bottom + 3.0)


def _face(bar: GroupBar) -> Face:
    return Face.BOLD if bar.own else Face.REGULAR


def _columns(spec: GroupChart, names: Sequence[tuple[str, ...]], sheet: DrawingSheet) -> GroupColumns:
    """20, 30, 138 and 150; further right where ranks, names or values are wider than usual."""
    rank = max([20.0, *(sheet.width(bar.rank, _face(bar)) for bar in spec.bars)])
    widest = max(
        (sheet.width(line, _face(bar)) for bar, lines in zip(spec.bars, names, strict=True) for line in lines),
        default=0.0,
    )
    valued = max((sheet.width(bar.words, _face(bar)) for bar in spec.bars), default=0.0)
    value = max(rank + 118.0, rank + 10.0 + widest + 12.0 + valued)
    return GroupColumns(rank, rank + 10.0, value, value + 12.0)


def _scale(spec: GroupChart, start: float) -> Scale:
    values = [bar.value for bar in spec.bars]
    values += [value for value in (spec.mean, spec.lower, spec.upper) if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    end = min(start + _LONGEST, max(_RIGHT, start + 60.0), WIDTH)
    return Scale(low, high if high > low else low + 1.0, start, end)


def _boundaries(spec: GroupChart, scale: Scale) -> list[Boundary]:
    """Lower bound, mean and upper bound with their words, from left to right."""
    found = []
    if spec.lower is not None:
        found.append(Boundary(scale(spec.lower), spec.lower_words, 1.25, (4.0, 3.0), Align.RIGHT))
    found.append(Boundary(scale(spec.mean), spec.mean_words, 1.5, (), Align.CENTRE))
    if spec.upper is not None:
        found.append(Boundary(scale(spec.upper), spec.upper_words, 1.25, (4.0, 3.0), Align.LEFT))
    return found


def _draw_words(
    sheet: DrawingSheet, bar: GroupBar, lines: Sequence[str], columns: GroupColumns, middle: float
) -> None:
    face = _face(bar)
    sheet.text(
        columns.rank, middle + 4.0, bar.rank, face=face, colour="ink" if bar.own else "grey", align=Align.RIGHT
    )
    draw_row_label(sheet, columns.name, middle, lines, face)
    sheet.text(columns.value, middle + 4.0, bar.words, face=face, align=Align.RIGHT)


def _draw_bar(
    sheet: DrawingSheet, bar: GroupBar, ends: tuple[float, float], middle: float, boundaries: Sequence[Boundary]
) -> None:
    """The bar, and the lines that pass behind it drawn over it in white."""
    left, right = sorted(ends)
    if right - left < 0.05:
        return
    top, bottom = middle - _BAR / 2, middle + _BAR / 2
    sheet.box(Box(left, top, right, bottom), fill="navy" if bar.own else "steel")
    for boundary in boundaries:
        if left < boundary.x < right:
            sheet.line([(boundary.x, top), (boundary.x, bottom)], "white", boundary.width, boundary.dash)
