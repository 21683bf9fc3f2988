"""Parts of a whole in one bar, with their labels under it (visual contract, "Charts", Share bar)."""

from __future__ import annotations

from collections.abc import Sequence

from plangen.charts.placement import apart
from plangen.charts.segments import (
    BAR_HEIGHT,
    INSET,
    PlacedSegment,
    bar_box,
    draw_figures_above,
    draw_leaders,
    parts_of,
)
from plangen.charts.sheet import WIDTH, Align, DrawingSheet
from plangen.document.charts import ShareBar
from plangen.document.drawing import Drawing
from plangen.document.lengths import total
from plangen.document.typeface import Face

__all__ = ["draw_share"]

_LEADING = 13.0
_GAP = 10.0
_LABEL = 13.5  # from the bar's foot to the labels' baseline
_LEADER = 9.0  # more, where lines lead to the labels
_NARROWEST = 60.0


def draw_share(spec: ShareBar, sheet: DrawingSheet) -> Drawing:
    """Draw `spec`: the focus navy and the rest steel, figures in the segments, labels level under them.

    A label no wider than its segment stands under it, in two lines if need be. Where one is wider, lines lead from
    all segments to their labels, which are moved apart, and as a last resort they are rows of a list.
    """
    parts = parts_of(spec.segments, sheet)
    top = draw_figures_above(sheet, parts)
    for part in parts:
        sheet.box(bar_box(part, top), fill="navy" if part.segment.focus else "steel")
        _draw_figure(sheet, part, top)
    foot = top + BAR_HEIGHT
    labels = _lines(sheet, parts)
    if labels is None:
        return sheet.drawing(_draw_list(sheet, parts, foot))
    return sheet.drawing(_draw_labels(sheet, parts, labels, foot))


def _draw_figure(sheet: DrawingSheet, part: PlacedSegment, top: float) -> None:
    if not part.inside:
        return
    colour = "white" if part.segment.focus else "ink"
    fits = sheet.width(part.segment.label, _face(part)) <= part.right - part.left
    if fits:
        sheet.text(
            part.middle, top + 14.0, part.segment.words, face=Face.SEMIBOLD, colour=colour, align=Align.CENTRE
        )
    else:
        sheet.text(part.left + INSET, top + 14.0, part.segment.words, face=Face.SEMIBOLD, colour=colour)


def _face(part: PlacedSegment) -> Face:
    return Face.SEMIBOLD if part.segment.focus else Face.REGULAR


def _lines(sheet: DrawingSheet, parts: Sequence[PlacedSegment]) -> list[tuple[str, ...]] | None:
    """Each label under its own segment, or else in as few lines as all need to stand side by side, or None."""
    own = [sheet.lines(part.segment.label, part.right - part.left, _face(part)) for part in parts]
    if _complete(own, parts) and all(
        _width(sheet, text, part) <= part.right - part.left for text, part in zip(own, parts, strict=True)
    ):
        return own
    for room in (WIDTH, *([_even_room(parts)] if len(parts) > 1 else [])):
        if room < _NARROWEST and room != WIDTH:
            return None
        lines = [sheet.lines(part.segment.label, room, _face(part)) for part in parts]
        widths = [_width(sheet, text, part) for text, part in zip(lines, parts, strict=True)]
        if _complete(lines, parts) and total(widths) + _GAP * (len(parts) - 1) <= WIDTH:
            return lines
    return None


def _complete(lines: Sequence[tuple[str, ...]], parts: Sequence[PlacedSegment]) -> bool:
    """Whether no label lost a word."""
    return all(
        " ".join(text) == " ".join(part.segment.label.split()) for text, part in zip(lines, parts, strict=True)
    )


def _even_room(parts: Sequence[PlacedSegment]) -> float:
    return (WIDTH - _GAP * (len(parts) - 1)) / len(parts)


def _width(sheet: DrawingSheet, lines: Sequence[str], part: PlacedSegment) -> float:
    return max(sheet.width(line, _face(part)) for line in lines)


def _draw_labels(
    sheet: DrawingSheet, parts: Sequence[PlacedSegment], labels: Sequence[tuple[str, ...]], foot: float
) -> float:
    """Labels centred under their segments, or from the segment's left end where they are wider than it."""
    widths = [_width(sheet, lines, part) for lines, part in zip(labels, parts, strict=True)]
    wanted = [
        part.middle - width / 2 if width <= part.right - part.left else part.left
        for part, width in zip(parts, widths, strict=True)
    ]
    starts = apart(wanted, widths, 0.0, WIDTH, _GAP)
    led = draw_leaders(sheet, parts, starts, widths, foot + 1.0, foot + 13.0)
    first = foot + _LABEL + (_LEADER if led else 0.0)
    for part, lines, start, width in zip(parts, labels, starts, widths, strict=True):
        for i, line in enumerate(lines):
            shift = (width - sheet.width(line, _face(part))) / 2
            sheet.text(start + shift, first + i * _LEADING, line, face=_face(part))
    return first + _LEADING * (max((len(lines) for lines in labels), default=1) - 1) + 4.5


def _draw_list(sheet: DrawingSheet, parts: Sequence[PlacedSegment], foot: float) -> float:
    """Many or long labels: one row each, numbered by their order in the bar by the figure before them."""
    baseline = foot + _LABEL
    for part in parts:
        figure = sheet.text(0.0, baseline, part.segment.words, face=Face.SEMIBOLD)
        room = WIDTH - figure.right - 8.0
        for line in sheet.lines(part.segment.label, room, _face(part)):
            sheet.text(figure.right + 8.0, baseline, line, face=_face(part))
            baseline += _LEADING
        baseline += 3.0
    return baseline - _LEADING + 2.0
