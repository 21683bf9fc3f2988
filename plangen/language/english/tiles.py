"""What stands under the large figure of a tile, and how a level is set against the one before."""

from __future__ import annotations

from plangen.language.english.periods import short_period
from plangen.model.result import Change, Direction, Level
from plangen.model.unit import UnitKind

__all__ = ["change_caption", "up_from"]

_NOUNS = {Direction.UP: "rise", Direction.DOWN: "fall", Direction.SAME: "change"}


def change_caption(change: Change) -> str:
    """What a change is and from where: "fall in the first half of 2010/11, from the same part of 2009/10"."""
    noun = _NOUNS[change.direction]
    if change.base == change.period.year_before():
        return f"{noun} in {short_period(change.period)}, compared with a year earlier"
    return f"{noun} in {short_period(change.period)}, compared with {short_period(change.base)}"


def up_from(before: Level, after: Level) -> str:
    """The words "up from", "down from" or "unchanged from"; for a rank, better is up."""
    assert before.number is not None
    assert after.number is not None
    if before.number == after.number:
        return "unchanged from"
    risen = after.number > before.number
    if after.unit.kind is UnitKind.RANK:
        risen = not risen
    return "up from" if risen else "down from"
