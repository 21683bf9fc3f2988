"""Names of series at the right end of their lines, in place of a legend."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.charts.placement import Box, Line, apart
from plangen.charts.series_style import SeriesStyle
from plangen.charts.sheet import DrawingSheet

__all__ = ["draw_series_names"]

_LEADING = 13.0
_FIRST = 7.7  # from the top of a line of text to its baseline
_DROP = 3.5  # from a point to the baseline beside it


def draw_series_names(
    sheet: DrawingSheet, names: Sequence[tuple[str, SeriesStyle, tuple[float, float]]], x: float, base: float
) -> tuple[list[Box], list[Line]]:
    """Write each name (with its style and the last point of its line) from `x` on.

    A name stands level with its point, or as near as its neighbours allow, and then a thin line leads to it.
    Returns the boxes and the leading lines, which other labels have to keep clear of.
    """
    ordered = sorted(names, key=lambda name: name[2][1])
    lines = [sheet.lines(name, sheet.right - x, style.face, at_most=3) for name, style, _ in ordered]
    heights = [10.0 + _LEADING * (len(text) - 1) for text in lines]
    wanted = [end[1] + _DROP - _FIRST for _, _, end in ordered]
    tops = apart(wanted, heights, 0.0, base, 3.0)
    boxes: list[Box] = []
    leaders: list[Line] = []
    for (_, style, end), text, top, want in zip(ordered, lines, tops, wanted, strict=True):
        if abs(top - want) > 6.0:
            leader = (min(end[0] + 16.0, x - 10.0), end[1], x - 4.0, top + _FIRST - _DROP)
            sheet.line([leader[:2], leader[2:]], "steel", 0.75)
            leaders.append(leader)
        for i, line in enumerate(text):
            baseline = top + _FIRST + i * _LEADING
            boxes.append(sheet.text(x, baseline, line, face=style.face, colour=style.words))
    return boxes, leaders
