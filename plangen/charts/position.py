"""Places in a group before and after, a row for each measure (visual contract, "Charts", Position)."""

from __future__ import annotations

from plangen.charts.placement import apart
from plangen.charts.rows import draw_row_label, row_tops
from plangen.charts.sheet import WIDTH, Align, DrawingSheet, PointShape
from plangen.document.charts import PositionChart, PositionRow
from plangen.document.drawing import Drawing
from plangen.document.theme import Page
from plangen.document.typeface import Face

__all__ = ["draw_positions"]

_TRACK = (141.0, 345.0)
_HEAD = 38.0  # from the top to the rule over the first row
_ROW = 35.0
_LABEL_ROOM = 118.0
_LINES = 4  # enough for a name of 60 letters in that room
_WORDS = Page.column(10)


def draw_positions(spec: PositionChart, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: key and scale on top, then rows of 35 or more with track, dots, symbol and words."""
    _draw_key(sheet, spec)
    places = max([spec.places, 2, *(place for row in spec.rows for place in (row.before, row.after))])
    for words, x in ((spec.best, _TRACK[0]), (spec.last, _TRACK[1])):
        sheet.text(x, 30.5, words, colour="grey", align=Align.CENTRE)
    sheet.line([(0.0, _HEAD), (WIDTH, _HEAD)], "navy", 0.75)
    labels = [sheet.lines(row.label, _LABEL_ROOM, Face.SEMIBOLD, _LINES) for row in spec.rows]
    tops, bottom = row_tops([len(lines) for lines in labels], _ROW, _HEAD)
    for row, lines, (top, height) in zip(spec.rows, labels, tops, strict=True):
        middle = top + height / 2
        _draw_track(sheet, places, middle)
        _draw_places(sheet, row, places, middle)
        draw_row_label(sheet, 0.0, middle - 1.0, lines, Face.SEMIBOLD)
        _draw_words(sheet, row, middle)
        sheet.line([(0.0, top + height), (WIDTH, top + height)], "hair", 0.5)
    return sheet.drawing(bottom + 1.0)


def _x(place: int, places: int) -> float:
    left, right = _TRACK
    return left + (right - left) * (place - 1) / (places - 1)


def _draw_key(sheet: DrawingSheet, spec: PositionChart) -> None:
    """The hollow dot and the solid dot with their words on one line."""
    words = [sheet.lettering.shortened(w, Face.REGULAR, sheet.size, 150.0) for w in (spec.before, spec.after)]
    widths = [10.0 + sheet.width(word) for word in words]
    starts = apart((141.0, 141.0 + widths[0] + 24.0), widths, 5.4, WIDTH, 24.0)
    _draw_dot(sheet, starts[0], 7.0, solid=False)
    _draw_dot(sheet, starts[1], 7.0, solid=True)
    for start, word in zip(starts, words, strict=True):
        sheet.text(start + 10.0, 10.5, word)


def _draw_dot(sheet: DrawingSheet, x: float, y: float, *, solid: bool) -> None:
    """After: solid, radius 5.4. Before: a ring of radius 4.5, which the smaller mark leaves room for."""
    if solid:
        sheet.markers([(x, y)], PointShape.CIRCLE, 10.8, "navy", "navy", 0.0)
    else:
        sheet.markers([(x, y)], PointShape.CIRCLE, 9.0, "white", "navy", 1.75)


def _draw_track(sheet: DrawingSheet, places: int, y: float) -> None:
    sheet.line([(_TRACK[0], y), (_TRACK[1], y)], "steel", 0.75)
    for place in range(1, places + 1):
        x = _x(place, places)
        sheet.line([(x, y - 3.0), (x, y + 3.0)], "steel", 0.75)


def _draw_places(sheet: DrawingSheet, row: PositionRow, places: int, y: float) -> None:
    """Both places with a link; where nothing moved the solid dot covers the ring."""
    before, after = _x(row.before, places), _x(row.after, places)
    if before != after:
        sheet.line([(before, y), (after, y)], "navy", 3.0)
        _draw_dot(sheet, before, y, solid=False)
    _draw_dot(sheet, after, y, solid=True)


def _draw_words(sheet: DrawingSheet, row: PositionRow, middle: float) -> None:
    sheet.symbol(row.mark, _WORDS, middle - 11.5, 13.0)
    room = WIDTH - _WORDS - 19.0
    words = sheet.lettering.shortened(row.words, Face.SEMIBOLD, sheet.size, room)
    judgement = sheet.lettering.shortened(row.judgement, Face.REGULAR, sheet.small, room)
    sheet.text(_WORDS + 19.0, middle - 4.5, words, face=Face.SEMIBOLD)
    sheet.text(_WORDS + 19.0, middle + 8.5, judgement, size=sheet.small)
