"""A bar in parts: where each segment lies, and figures that stand in it or, where it is too thin, above it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plangen.charts.placement import Box, apart
from plangen.charts.sheet import WIDTH, DrawingSheet
from plangen.document.charts import ShareSegment
from plangen.document.lengths import total
from plangen.document.typeface import Face

__all__ = ["BAR_HEIGHT", "INSET", "PlacedSegment", "bar_box", "draw_figures_above", "draw_leaders", "parts_of"]

BAR_HEIGHT = 20.0
INSET = 8.0
_GAP = 2.0
_THINNEST = 2.0
_ABOVE = 24.0  # room over the bar for figures, with their leading lines


class PlacedSegment(Struct, frozen=True):
    """A segment with its left and right end; `inside` says whether its figure fits into it."""

    segment: ShareSegment
    left: float
    right: float
    inside: bool

    @property
    def middle(self) -> float:
        """Where the segment's middle is."""
        return (self.left + self.right) / 2


def parts_of(segments: Sequence[ShareSegment], sheet: DrawingSheet) -> list[PlacedSegment]:
    """The segments over 480 points with gaps of 2, in proportion, but none thinner than can be seen.

    Segments without a value have no part of the bar.
    """
    shown = [segment for segment in segments if segment.value > 0]
    whole = total(segment.value for segment in shown)
    room = WIDTH - _GAP * (len(shown) - 1)
    widths = [max(_THINNEST, room * (segment.value / whole)) for segment in shown]
    spare = room - _THINNEST * len(shown)
    over = total(widths) - _THINNEST * len(shown)
    if over > 0:
        widths = [_THINNEST + (width - _THINNEST) * spare / over for width in widths]
    parts = []
    left = 0.0
    for segment, width in zip(shown, widths, strict=True):
        inside = sheet.width(segment.words, Face.SEMIBOLD) + INSET + 4.0 <= width
        parts.append(PlacedSegment(segment, left, left + width, inside))
        left += width + _GAP
    return parts


def draw_figures_above(sheet: DrawingSheet, parts: Sequence[PlacedSegment]) -> float:
    """Write the figures of thin segments over the bar; returns the y of the bar's top, 0 where there are none."""
    thin = [part for part in parts if not part.inside]
    if not thin:
        return 0.0
    widths = [sheet.width(part.segment.words, Face.SEMIBOLD) for part in thin]
    wanted = [part.middle - width / 2 for part, width in zip(thin, widths, strict=True)]
    starts = apart(wanted, widths, 0.0, WIDTH, 6.0)
    spread = draw_leaders(sheet, thin, starts, widths, _ABOVE - 1.0, 12.5)
    top = _ABOVE if spread else 14.0
    for part, start in zip(thin, starts, strict=True):
        sheet.text(start, 9.0, part.segment.words, face=Face.SEMIBOLD)
    return top


def draw_leaders(
    sheet: DrawingSheet,
    parts: Sequence[PlacedSegment],
    starts: Sequence[float],
    widths: Sequence[float],
    bar: float,
    label: float,
) -> bool:
    """Lines from segments (at the height `bar`) to labels (at `label`) that do not stand at their segments.

    Says whether any was needed; then every label gets one, so that none is ambiguous.
    """
    away = any(
        not part.left - 1.0 <= start + width / 2 <= part.right + 1.0
        for part, start, width in zip(parts, starts, widths, strict=True)
    )
    if away:
        for part, start, width in zip(parts, starts, widths, strict=True):
            sheet.line([(part.middle, bar), (start + width / 2, label)], "steel", 0.75)
    return away


def bar_box(part: PlacedSegment, top: float) -> Box:
    """The rectangle of a segment in a bar whose top is at `top`."""
    return Box(part.left, top, part.right, top + BAR_HEIGHT)
