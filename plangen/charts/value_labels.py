"""Values written beside their points, where there is room for them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plangen.charts.placement import Box, Line, text_box
from plangen.charts.series_style import SeriesStyle
from plangen.charts.sheet import DrawingSheet

__all__ = ["Labelled", "draw_value_labels"]

_ABOVE = -9.0  # baselines, measured from the point
_BELOW = 17.0
_GAP = 3.0
_CLEAR = 1.25  # half the width of the thickest line


class Labelled(Struct, frozen=True):
    """A point, the words for its value, and the side they should stand on."""

    x: float
    y: float
    words: str
    above: bool


def draw_value_labels(
    sheet: DrawingSheet,
    labels: Sequence[Labelled],
    style: SeriesStyle,
    taken: Sequence[Box],
    others: Sequence[Box],
    lines: Sequence[Line],
    room: Box,
) -> list[Box]:
    """Write the values of one series in its style and return their boxes.

    Every value is written where points are far enough apart, otherwise only the last, the first, the highest and
    the lowest. A value for which no place is free of `taken`, of `lines` and inside `room` is left out: the
    figure's table has it. So is one that could only stand beyond a marker of `others`, the other series, whose
    value it would seem to be.
    """
    boxes: list[Box] = []
    for index in _in_order(sheet, labels, style):
        label = labels[index]
        width = sheet.width(label.words, style.face)
        for left, baseline in _places(label, width):
            box = text_box(left, baseline, width, sheet.size)
            free = box.within(room) and box.grown(_CLEAR).free_of([*taken, *boxes], lines)
            if free and not _seems_another_s(label, box, others):
                boxes.append(sheet.text(left, baseline, label.words, face=style.face, colour=style.words))
                break
    return boxes


def _seems_another_s(label: Labelled, box: Box, others: Sequence[Box]) -> bool:
    """Whether another marker lies between a point and its value; one that the point lies on does not count."""
    x = min(max(label.x, box.left), box.right)
    way = (label.x, label.y, x, (box.top + box.bottom) / 2)
    at = Box(label.x, label.y, label.x, label.y)
    return any(other.crossed_by(way) and not at.within(other) for other in others)


def _in_order(sheet: DrawingSheet, labels: Sequence[Labelled], style: SeriesStyle) -> list[int]:
    """Indices of the labels worth writing, the most telling first."""
    if not labels:
        return []
    if len({label.words for label in labels}) == 1:
        return [len(labels) - 1]
    indices = range(len(labels))
    telling = [
        len(labels) - 1,
        0,
        min(indices, key=lambda i: labels[i].y),
        max(indices, key=lambda i: labels[i].y),
    ]
    nearest = min((b.x - a.x for a, b in itertools.pairwise(labels)), default=1e9)
    widest = max(sheet.width(label.words, style.face) for label in labels)
    if widest + _GAP <= nearest:
        telling += reversed(indices)
    return list(dict.fromkeys(telling))


def _places(label: Labelled, width: float) -> Iterator[tuple[float, float]]:
    """Left ends and baselines to try: on the wanted side, on the other, further off, and to the sides."""
    centred = label.x - width / 2
    near, far = (_ABOVE, _BELOW) if label.above else (_BELOW, _ABOVE)
    yield centred, label.y + near
    yield centred, label.y + far
    for more in (3.0, 6.0, 10.0, 15.0):
        for side in (near, far):
            yield centred, label.y + side + (more if side > 0 else -more)
    for side in (near, far):
        for shift in (width / 2 + 4.0, -width / 2 - 4.0):
            yield centred + shift, label.y + side
    for drop in (3.5, 8.5, -1.5):
        for left in (label.x + 7.0, label.x - 7.0 - width):
            yield left, label.y + drop
