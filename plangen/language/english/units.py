"""The words of each unit, one record a unit."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from plangen.model.unit import Unit, UnitKind

__all__ = ["UnitWords", "unit_words"]


class UnitWords(Struct, frozen=True):
    """What a unit is called: as the head of a column, the subject of a sentence, and the corner of a table.

    `before` and `after` stand around a figure in a sentence, `after_one` where the figure is 1, and `short` after
    one in a table or a chart.
    """

    head: str
    subject: str
    corner: str
    before: str = ""
    after: str = ""
    after_one: str = ""
    short: str = ""


def unit_words(unit: Unit) -> UnitWords:
    """The words of a unit."""
    match unit.kind:
        case UnitKind.COUNT:
            return UnitWords("Number", "The number", "Number")
        case UnitKind.PERCENT:
            return UnitWords("Share", "The share", "Percent", after="%", after_one="%", short="%")
        case UnitKind.RATE:
            return UnitWords("Rate", "The rate", f"Per {unit.per:,}")
        case UnitKind.RANK:
            return UnitWords("Place", "The position", "Position")
        case UnitKind.POUNDS:
            return UnitWords("Amount", "The amount", "Pounds", before="£")
        case UnitKind.HOURS:
            return UnitWords("Time", "The time", "Hours", after=" hours", after_one=" hour", short=" h")
        case UnitKind.DAYS:
            return UnitWords("Time", "The time", "Days", after=" days", after_one=" day", short=" days")
        case UnitKind.MINUTES:
            return UnitWords("Time", "The time", "Minutes", after=" minutes", after_one=" minute", short=" min")
        case _:
            assert_never(unit.kind)
