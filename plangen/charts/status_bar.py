"""How many are green, amber and red: a bar of judgements and its key (visual contract, "Charts", Status bar)."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.charts.placement import Box
from plangen.charts.segments import BAR_HEIGHT, INSET, PlacedSegment, bar_box, draw_figures_above, parts_of
from plangen.charts.sheet import WIDTH, DrawingSheet
from plangen.document.charts import ShareBar, ShareSegment
from plangen.document.drawing import Drawing
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.theme import Colour, Page
from plangen.document.typeface import Face

__all__ = ["draw_status_bar"]

_KEY = 12.0  # side of a symbol in the key
_ROW = 20.0
_LEADING = 13.0
_FIGURES = {Judgement.BAD: "white"}  # in ink on every other colour
_NO_MARK = Mark(Judgement.NEUTRAL, Sign.NONE)


def draw_status_bar(spec: ShareBar, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: a segment for each judgement with its count, and the key on the columns of the grid."""
    parts = parts_of(spec.segments, sheet)
    top = draw_figures_above(sheet, parts)
    for part in parts:
        _draw_part(sheet, part, top)
    if not parts:
        sheet.box(Box(0.75, 0.75, WIDTH - 0.75, BAR_HEIGHT - 0.75), fill="white", stroke="grey", line_width=1.5)
    return sheet.drawing(_draw_key(sheet, spec.segments, top + BAR_HEIGHT))


def _draw_part(sheet: DrawingSheet, part: PlacedSegment, top: float) -> None:
    judgement = (part.segment.mark or _NO_MARK).judgement
    box = bar_box(part, top)
    colour = sheet.judged(judgement)
    if judgement in (Judgement.NEUTRAL, Judgement.UNTESTED):
        _draw_outlined(sheet, box, "white", colour, 1.5)
    else:
        _draw_outlined(sheet, box, colour, "ink", 0.75)
    if part.inside:
        ink = _FIGURES.get(judgement, "ink")
        sheet.text(part.left + INSET, top + 14.0, part.segment.words, face=Face.SEMIBOLD, colour=ink)


def _draw_outlined(
    sheet: DrawingSheet, box: Box, fill: Colour | str, stroke: Colour | str, line_width: float
) -> None:
    """A segment with a line inside its edge: teal and orange are too alike to lie side by side without one."""
    inset = min(line_width / 2, (box.right - box.left) / 2)
    inner = Box(box.left + inset, box.top + line_width / 2, box.right - inset, box.bottom - line_width / 2)
    sheet.box(inner, fill=fill, stroke=stroke, line_width=2 * inset)


def _draw_key(sheet: DrawingSheet, segments: Sequence[ShareSegment], foot: float) -> float:
    """Symbol, words and count of each segment, up to four in a row: colours alone tell nobody which is which."""
    columns = {1: 12, 2: 6, 3: 4}.get(len(segments), 3)
    across = 12 // columns
    room = Page.span(columns) - _KEY - 7.0
    top = foot + 9.5
    for start in range(0, len(segments), across):
        tallest = 1
        for i, segment in enumerate(segments[start : start + across]):
            x = Page.column(1 + i * columns)
            lines = sheet.lines(f"{segment.label}: {segment.words}", room)
            sheet.symbol(segment.mark or _NO_MARK, x, top, _KEY)
            for row, line in enumerate(lines):
                sheet.text(x + _KEY + 7.0, top + 9.5 + row * _LEADING, line)
            tallest = max(tallest, len(lines))
        top += _ROW + _LEADING * (tallest - 1)
    return top - _ROW + 14.5
