"""Words for what stands out in a control chart: beside a point, or under a bracket over a run of points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.charts.placement import Box, Line, text_box
from plangen.charts.sheet import WIDTH, DrawingSheet
from plangen.document.charts import ControlChart
from plangen.document.typeface import Face

__all__ = ["draw_runs"]

_LEADING = 13.0
_NARROWEST = 102.0
_TICK = 4.5
Point = tuple[float, float]


def draw_runs(
    sheet: DrawingSheet,
    spec: ControlChart,
    points: Sequence[Point],
    room: Box,
    taken: Sequence[Box],
    lines: Sequence[Line],
    bottom: float,
) -> float:
    """Write the words of every run where they meet nothing; otherwise under the chart, from `bottom` on.

    Returns the y under everything drawn.
    """
    occupied = list(taken)
    for first, last, words in spec.runs:
        box = (
            _draw_beside(sheet, points[first], words, room, occupied, lines)
            if first == last
            else _draw_bracket(sheet, points[first : last + 1], words, room, occupied, lines)
        )
        if box is None:
            bottom += _LEADING
            note = words if first == last else f"{_when(spec, first)} to {_when(spec, last)}: {words}"
            sheet.text(0.0, bottom, sheet.lettering.shortened(note, Face.REGULAR, sheet.size, WIDTH))
        else:
            occupied.append(box)
    return bottom if bottom == 0 else bottom + 3.0


def _when(spec: ControlChart, index: int) -> str:
    """A point by its label and, because the words stand away from the axis, by its year."""
    point = spec.points[index]
    return f"{point.label} {point.group}".strip()


def _draw_beside(
    sheet: DrawingSheet, point: Point, words: str, room: Box, taken: Sequence[Box], lines: Sequence[Line]
) -> Box | None:
    """Words at the upper or lower right or left of a point."""
    width = _written_width(sheet, words)
    x, y = point
    for baseline in (y - 9.5, y + 19.0, y - 20.0, y + 30.0):
        for left in (x + 10.0, x - 10.0 - width, x - width / 2):
            box = text_box(left, baseline, width, sheet.size)
            if box.within(room) and box.grown(1.0).free_of(taken, lines):
                _write(sheet, left, baseline, words, _strong_words(words))
                return box
    return None


def _draw_bracket(
    sheet: DrawingSheet, run: Sequence[Point], words: str, room: Box, taken: Sequence[Box], lines: Sequence[Line]
) -> Box | None:
    """A bracket along the run with the words beyond it, under the run if there is room, otherwise over it."""
    left, right = run[0][0] - 4.0, run[-1][0] + 4.0
    middle = (left + right) / 2
    text = sheet.lines(words, max(_NARROWEST, right - left + 14.0), Face.SEMIBOLD, at_most=3)
    width = max(_written_width(sheet, line) for line in text)
    tall = 15.5 + _LEADING * (len(text) - 1) + 3.0
    start = min(max(middle - width / 2, room.left), room.right - width)
    for y, down in _levels(run, room, tall):
        span = Box(
            min(left, start), min(y, y + down * tall) - 1.0, max(right, start + width), max(y, y + down * tall)
        )
        reach = Box(left, min(y, y - down * _TICK) - 8.0, right, max(y, y - down * _TICK) + 8.0)
        if span.within(room) and span.grown(1.0).free_of(taken, lines) and reach.free_of(taken, lines):
            sheet.line([(left, y - down * _TICK), (left, y), (right, y), (right, y - down * _TICK)], "ink", 1.25)
            first = y + 15.5 if down > 0 else y - 7.0 - _LEADING * (len(text) - 1)
            _write_lines(sheet, text, words, start + width / 2, first)
            return Box(span.left, min(span.top, reach.top), span.right, max(span.bottom, reach.bottom))
    return None


def _levels(run: Sequence[Point], room: Box, tall: float) -> Iterator[tuple[float, float]]:
    """Heights to try for a bracket, nearest first, each with the direction its words lie in."""
    low, high = max(y for _, y in run) + 15.0, min(y for _, y in run) - 15.0
    y = low
    while y + tall <= room.bottom:
        yield y, 1.0
        y += 2.0
    y = high
    while y - tall >= room.top:
        yield y, -1.0
        y -= 2.0


def _strong_words(words: str) -> str:
    """What is set in semibold: up to the first colon, or the first two words."""
    head, colon, _ = words.partition(":")
    return head + colon if colon else " ".join(words.split()[:2])


def _written_width(sheet: DrawingSheet, words: str) -> float:
    """At most this wide: in semibold throughout."""
    return sheet.width(words, Face.SEMIBOLD)


def _write_lines(sheet: DrawingSheet, lines: Sequence[str], words: str, middle: float, first: float) -> None:
    strong = _strong_words(words)
    for i, line in enumerate(lines):
        head = line[: len(strong)] if i == 0 and line.startswith(strong[: len(line)]) else ""
        width = sheet.width(head, Face.SEMIBOLD) + sheet.width(line[len(head) :])
        _write(sheet, middle - width / 2, first + i * _LEADING, line, head)


def _write(sheet: DrawingSheet, x: float, baseline: float, words: str, strong: str) -> None:
    """A line whose beginning is semibold."""
    if strong:
        x = sheet.text(x, baseline, strong, face=Face.SEMIBOLD).right
    rest = words[len(strong) :]
    if rest.strip():
        x += sheet.width(" ") * (len(rest) - len(rest.lstrip()))
        sheet.text(x, baseline, rest.strip())
