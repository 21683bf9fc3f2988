"""The words of each unit, one record a unit."""

from __future__ import annotations

from functools import cache
from typing import assert_never

from plangen.language.phrases.results import UnitWords
from plangen.model.unit import Unit, UnitKind

__all__ = ["unit_words"]


@cache
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
