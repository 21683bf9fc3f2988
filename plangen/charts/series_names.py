"""Names of series at the right end of their lines, in place of a legend."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plangen.charts.placement import Box, Line, apart, text_box
from plangen.charts.series_style import SeriesStyle
from plangen.charts.sheet import DrawingSheet
from plangen.document.lengths import total

__all__ = ["BEFORE_NAMES", "SeriesName", "draw_series_names"]

BEFORE_NAMES = 6.0
"""From the end of the base line to the names."""

_LEADING = 13.0
_FIRST = 7.7  # from the top of a line of text to its baseline
_GAP = 3.0
_DROP = 3.5  # from a point to the baseline beside it
_BESIDE = 8.0  # from a point to words at its right


class SeriesName(Struct, frozen=True):
    """The name of a series, its style, and the last point of its line.

    `short` is a line that ends before the last period: its name stands at its end and not in the column.
    """

    words: str
    style: SeriesStyle
    end: tuple[float, float]
    short: bool


def draw_series_names(
    sheet: DrawingSheet, names: Sequence[SeriesName], plot: Box, taken: Sequence[Box], lines: list[Line]
) -> list[Box]:
    """Write each name at the right of the plot, level with its point, or at the end of a line that ends early.

    Where neighbours leave no room there, a thin line leads from the point to the name; those lines are added to
    `lines`. Returns the boxes, which other labels have to keep clear of.
    """
    x = plot.right + BEFORE_NAMES
    room = Box(plot.left + 4.0, plot.top, x - 4.0, plot.bottom - 1.0)
    boxes: list[Box] = []
    column: list[SeriesName] = []
    for name in names:
        box = _draw_beside(sheet, name, [*taken, *boxes], lines, room) if name.short else None
        if box is None:
            column.append(name)
        else:
            boxes.append(box)
    return boxes + _draw_column(sheet, column, x, plot.bottom, boxes, lines)


def _draw_beside(
    sheet: DrawingSheet, name: SeriesName, taken: Sequence[Box], lines: Sequence[Line], room: Box
) -> Box | None:
    """The name at the right of the last point; None where it would meet something."""
    style, (end_x, end_y) = name.style, name.end
    width = sheet.width(name.words, style.face)
    beside = end_x + _BESIDE
    for left, baseline in (
        (beside, end_y + _DROP),
        (beside, end_y - 6.0),
        (beside, end_y + 13.0),
    ):
        box = text_box(left, baseline, width, sheet.size)
        if box.within(room) and box.grown(1.25).free_of(taken, lines):
            return sheet.text(left, baseline, name.words, face=style.face, colour=style.words)
    return None


def _draw_column(
    sheet: DrawingSheet,
    names: Sequence[SeriesName],
    x: float,
    base: float,
    beside: Sequence[Box],
    leaders: list[Line],
) -> list[Box]:
    """Names under one another, each as near to the level of its point as the others allow."""
    ordered = sorted(names, key=lambda name: name.end[1])
    lines, heights = _broken(sheet, ordered, sheet.right - x, base)
    wanted = [name.end[1] + _DROP - _FIRST for name in ordered]
    tops = apart(wanted, heights, 0.0, base, _GAP)
    boxes: list[Box] = []
    for name, text, top, want in zip(ordered, lines, tops, wanted, strict=True):
        style, (end_x, end_y) = name.style, name.end
        if name.short or abs(top - want) > 6.0:
            leader = (
                min(end_x + (_BESIDE if name.short else 16.0), x - 10.0),
                end_y,
                x - 4.0,
                top + _FIRST - _DROP,
            )
            if not any(box.grown(1.0).crossed_by(leader) for box in beside):
                sheet.line([leader[:2], leader[2:]], "steel", 0.75)
                leaders.append(leader)
        for i, line in enumerate(text):
            baseline = top + _FIRST + i * _LEADING
            boxes.append(sheet.text(x, baseline, line, face=style.face, colour=style.words))
    return boxes


def _broken(
    sheet: DrawingSheet, names: Sequence[SeriesName], room: float, height: float
) -> tuple[list[tuple[str, ...]], list[float]]:
    """The lines of each name and how high they are: three lines at most, fewer where all together are too high."""
    for at_most in (3, 2, 1):
        lines = [sheet.lines(name.words, room, name.style.face, at_most) for name in names]
        heights = [10.0 + _LEADING * (len(text) - 1) for text in lines]
        if total(heights) + _GAP * (len(heights) - 1) <= height:
            break
    return lines, heights
