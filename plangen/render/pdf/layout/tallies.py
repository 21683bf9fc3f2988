"""A tally: as many symbols as were counted, in rows that fit their column."""

from __future__ import annotations

from plangen.document.tables import Tally
from plangen.render.pdf.layout.badges import status_symbol
from plangen.render.pdf.layout.inks import Group, Ink
from plangen.render.pdf.layout.setting import Setting

__all__ = ["TALLY_PITCH", "TALLY_RISE", "TALLY_SYMBOL", "tally_rows"]

TALLY_SYMBOL = 12.5
TALLY_RISE = 10.4
"""How far the symbols of a row reach above its baseline, in points."""
TALLY_PITCH = 15.2
"""From a symbol to the next one at its right or below it, in points."""


def tally_rows(setting: Setting, tally: Tally, width: float) -> list[Ink]:
    """The symbols, row by row, from the top left corner of each; at least one to a row."""
    symbol = status_symbol(setting, tally.mark, TALLY_SYMBOL)
    most = max(1, int((width + TALLY_PITCH - TALLY_SYMBOL) // TALLY_PITCH))
    counts = [min(most, tally.symbols - at) for at in range(0, tally.symbols, most)]
    return [Group(tuple((at * TALLY_PITCH, 0.0, symbol) for at in range(count))) for count in counts]
