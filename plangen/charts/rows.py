"""Rows of a chart: how tall each is, and its label in one line or more."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.charts.sheet import DrawingSheet
from plangen.document.typeface import Face

__all__ = ["LINES", "draw_row_label", "row_tops"]

LINES = 3
"""As many lines as a label may have: enough for a name of 60 letters."""

_LEADING = 13.5


def row_tops(lines: Sequence[int], row: float, start: float = 0.0) -> tuple[list[tuple[float, float]], float]:
    """Top and height of each row, `row` points tall and more where its label has several lines; and the end."""
    tops = []
    top = start
    for count in lines:
        height = max(row, _LEADING * count + 4.0)
        tops.append((top, height))
        top += height
    return tops, top


def draw_row_label(
    sheet: DrawingSheet, x: float, middle: float, lines: Sequence[str], face: Face, colour: str = "ink"
) -> None:
    """Write the lines of a label so that they stand level with the middle of their row."""
    first = middle + 4.0 - _LEADING * (len(lines) - 1) / 2
    for i, line in enumerate(lines):
        sheet.text(x, first + i * _LEADING, line, face=face, colour=colour)
