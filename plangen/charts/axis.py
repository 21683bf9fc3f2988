"""The two axes of a chart of periods: figures at the left, and periods under the base line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from plangen.charts.placement import Box, text_box
from plangen.charts.scale import Scale
from plangen.charts.sheet import Align, DrawingSheet
from plangen.document.typeface import Face

__all__ = ["AxisPeriod", "draw_break", "draw_figures", "draw_periods", "figures_width"]

_LABEL = 16.0  # from the base line to the periods' baseline
_GROUP = 31.0  # and to the years'
_LEADING = 13.0
_GAP = 4.0
_BEGINS = 9.0  # baseline of the words over a chart
_WIDEST = 150.0  # no period needs more; what is longer is shortened
_RULE = (6.0, 34.0)


class AxisPeriod(Struct, frozen=True):
    """A period on the axis: where it stands, its label, and the year it belongs to."""

    x: float
    label: str
    group: str


def figures_width(sheet: DrawingSheet, words: Sequence[str]) -> float:
    """How far right the ticks must end so that the widest figure fits at their left."""
    return max((sheet.width(word) for word in words), default=0.0) + 8.0


def draw_figures(sheet: DrawingSheet, scale: Scale, words: Sequence[str], x: float) -> None:
    """Ticks 4 long that end at `x`, each with its figure; none for the base line itself, only its figure."""
    for tick, word in zip(scale.ticks, words, strict=True):
        y = scale(tick)
        sheet.text(x - 8.0, y + 3.5, word, colour="grey", align=Align.RIGHT)
        if y != scale.start:
            sheet.line([(x - 4.0, y), (x, y)], "steel", 0.75)


def draw_break(sheet: DrawingSheet, x: float, base: float, words: str, align: Align, at: float) -> Box:
    """The zigzag that says that the axis does not begin at zero, and the words that say where it does.

    The zigzag stands on the base line at `x`, the words over the chart at `at`. Returns the box of the words.
    """
    steps = ((0.0, 0.0), (0.0, 2.0), (-3.0, 4.0), (3.0, 7.0), (0.0, 9.0), (0.0, 11.0))
    sheet.line([(x + across, base - up) for across, up in steps], "ink", 1.0)
    return sheet.text(at, _BEGINS, words, size=sheet.small, colour="grey", align=align)


def draw_periods(sheet: DrawingSheet, periods: Sequence[AxisPeriod], base: float, spacing: float) -> float:
    """Labels of the periods and of their years under `base`, and rules between years.

    Labels too wide for their place are set in two lines; where that is not enough, as many are left out as needed,
    but never the last one. Returns the y under everything drawn.
    """
    labels = _label_lines(sheet, [period.label for period in periods], spacing)
    extra = _LEADING * (max((len(lines) for lines in labels), default=1) - 1)
    boxes = _draw_labels(sheet, periods, labels, base + _LABEL)
    if not any(period.group for period in periods):
        return base + _LABEL + extra + 3.0
    runs = [list(run) for _, run in groupby(periods, key=lambda period: period.group)]
    middles = [AxisPeriod((run[0].x + run[-1].x) / 2, run[0].group, "") for run in runs]
    lines = [(middle.label,) if middle.label else () for middle in middles]
    boxes += _draw_labels(sheet, middles, lines, base + _GROUP + extra, colour="grey")
    for before, after in pairwise(runs):
        _draw_rule(sheet, (before[-1].x + after[0].x) / 2, base, extra, boxes)
    return base + _RULE[1] + extra


def _label_lines(sheet: DrawingSheet, labels: Sequence[str], spacing: float) -> list[tuple[str, ...]]:
    """Each label in one line; or each in as many as two, where only that makes room for all of them."""
    short = [sheet.lettering.shortened(label, Face.REGULAR, sheet.size, _WIDEST) for label in labels]
    whole: list[tuple[str, ...]] = [(label,) if label else () for label in short]
    if all(sheet.width(label) <= spacing - _GAP for label in labels):
        return whole
    broken = [sheet.lines(label, spacing - _GAP) if label else () for label in labels]
    complete = all(" ".join(lines) == " ".join(label.split()) for lines, label in zip(broken, labels, strict=True))
    return broken if complete else whole


def _draw_labels(
    sheet: DrawingSheet,
    periods: Sequence[AxisPeriod],
    labels: Sequence[tuple[str, ...]],
    baseline: float,
    colour: str = "ink",
) -> list[Box]:
    """Draw the labels that do not meet each other, from the last one backwards at equal steps."""
    boxes = [
        [_centred(sheet, line, period.x, baseline + i * _LEADING) for i, line in enumerate(lines)]
        for period, lines in zip(periods, labels, strict=True)
    ]
    drawn: list[Box] = []
    for index in _shown(boxes):
        for i, (line, box) in enumerate(zip(labels[index], boxes[index], strict=True)):
            drawn.append(sheet.text(box.left, baseline + i * _LEADING, line, colour=colour))
    return drawn


def _shown(boxes: Sequence[Sequence[Box]]) -> list[int]:
    """Every n-th index, the last one included, with the smallest n that keeps all boxes apart."""
    count = len(boxes)
    for step in range(1, count + 1):
        chosen = list(range(count - 1, -1, -step))
        flat = [boxes[index] for index in chosen if boxes[index]]
        if all(not a.meets(b, _GAP) for left, right in pairwise(flat) for a in left for b in right):
            return chosen
    return []


def _centred(sheet: DrawingSheet, words: str, x: float, baseline: float) -> Box:
    """The box of `words` centred on `x` but inside the drawing."""
    width = sheet.width(words)
    left = max(0.0, min(x - width / 2, sheet.right - width))
    return text_box(left, baseline, width, sheet.size)


def _draw_rule(sheet: DrawingSheet, x: float, base: float, extra: float, labels: Sequence[Box]) -> None:
    """A rule between two years, only as long as no label is in its way."""
    top, bottom = base + _RULE[0], base + _RULE[1] + extra
    for box in labels:
        if box.left - 1.0 < x < box.right + 1.0:
            if box.top < base + _LABEL + extra:
                top = max(top, box.bottom + 1.0)
            else:
                bottom = min(bottom, box.top - 1.0)
    if bottom - top >= 4.0:
        sheet.line([(x, top), (x, bottom)], "steel", 0.5)
