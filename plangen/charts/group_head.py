"""The heads of a group chart's columns, and the names of its mean and bounds above their lines."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plangen.charts.placement import apart
from plangen.charts.sheet import WIDTH, Align, Sheet
from plangen.document.lengths import total
from plangen.document.typeface import Face

__all__ = ["Boundary", "draw_head"]

_UPPER, _LOWER = 9.0, 22.0  # baselines
_GAP = 8.0


class Boundary(Struct, frozen=True):
    """A line across the rows: where it stands, its words ("Average 86.6"), how it is drawn, and which part of its
    label stands at it.
    """  # noqa: D205

    x: float
    words: str
    width: float
    dash: tuple[float, ...]
    align: Align


def draw_head(
    sheet: Sheet, heads: tuple[str, str], name: float, value: float, bars: float, boundaries: Sequence[Boundary]
) -> None:
    """Write both heads over their columns, and each boundary's name and figure over its line.

    The lower bound's label ends at its line, the mean's is centred on it, the upper bound's starts at it. Where
    they would meet they are moved apart, and a thin line leads from each that is no longer at its line.
    """
    area_head, measure = heads
    area = sheet.text(name, _LOWER, area_head, face=Face.SEMIBOLD, colour="navy")
    lines = sheet.lines(measure, value - area.right - 8.0, Face.SEMIBOLD)
    for i, line in enumerate(reversed(lines)):
        sheet.text(value, _LOWER - 13.0 * i, line, face=Face.SEMIBOLD, colour="navy", align=Align.RIGHT)
    labels = _labels(sheet, boundaries, (WIDTH - bars - _GAP * (len(boundaries) - 1)) / len(boundaries))
    widths = [max(sheet.width(label), sheet.width(figure, Face.BOLD)) for label, figure in labels]
    shares = [_share(boundary.align) for boundary in boundaries]
    wanted = [b.x - width * share for b, width, share in zip(boundaries, widths, shares, strict=True)]
    starts = apart(wanted, widths, bars, WIDTH, _GAP)
    for boundary, (label, figure), start, width, share in zip(
        boundaries, labels, starts, widths, shares, strict=True
    ):
        at = start + width * share
        sheet.text(at, _UPPER, label, align=boundary.align)
        sheet.text(at, _LOWER, figure, face=Face.BOLD, align=boundary.align)
        if not start - 2.0 <= boundary.x <= start + width + 2.0:
            sheet.line([(at, _LOWER + 3.5), (boundary.x, 30.0)], "ink", 0.75)


def _share(align: Align) -> float:
    return {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[align]


def _labels(sheet: Sheet, boundaries: Sequence[Boundary], room: float) -> list[tuple[str, str]]:
    """Name and figure of each boundary; shortened only where all of them together have no room."""
    whole = [_split(boundary.words) for boundary in boundaries]
    widths = [max(sheet.width(name), sheet.width(figure, Face.BOLD)) for name, figure in whole]
    if total(widths) <= room * len(boundaries):
        return whole
    short = sheet.lettering.shortened
    return [
        (short(name, Face.REGULAR, sheet.size, room), short(figure, Face.BOLD, sheet.size, room))
        for name, figure in whole
    ]


def _split(words: str) -> tuple[str, str]:
    """Name and figure: the last word is the figure."""
    name, _, figure = words.rpartition(" ")
    return name, figure
