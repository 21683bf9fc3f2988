"""Targets in words: as a sentence, in a strip, and against what they count from."""

from __future__ import annotations

from plangen.language.english.changes import size_words
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.result import Change, ChangeUnit, Direction
from plangen.model.target import Base, Promise, Target

__all__ = ["against_base", "promise_sentence", "result_caption", "strip_heading", "target_caption"]

_SENTENCES = {
    Promise.TO: ("{name}: reach ", ""),
    Promise.REDUCE: ("{name}: reduce by ", ""),
    Promise.INCREASE: ("{name}: increase by ", ""),
    Promise.BELOW: ("{name}: bring to ", ""),
    Promise.AT_LEAST: ("{name}: reach ", ""),
    Promise.IMPROVE: ("{name}: improve by ", ""),
}
_SIDES = {Direction.UP: "above", Direction.DOWN: "below", Direction.SAME: "from"}
_RANK_SIDES = {Direction.UP: "better than", Direction.DOWN: "worse than", Direction.SAME: "from"}


def promise_sentence(target: Target, indicator: Indicator) -> tuple[str, str]:
    """What stands before and after the amount: ("Violent crime: reduce by ", "")."""
    before, after = _SENTENCES[target.promise]
    return before.format(name=indicator.name), after.format(name=indicator.name)


def strip_heading(due: Period) -> str:
    """The heading of a target strip."""
    return f"Our target for {due.text}"


def result_caption(period: Period) -> str:
    """Under a measured figure: "2009/10 result"."""
    return f"{period.text} result"


def target_caption(period: Period) -> str:
    """Under a promised figure: "2011/12 target"."""
    return f"{period.text} target"


def against_base(change: Change, base: Base) -> tuple[str, str]:
    """How far a target lies from its base: ("5%", "below the 2010/11 target")."""
    sides = _RANK_SIDES if change.unit is ChangeUnit.PLACES else _SIDES
    kind = "result" if base.actual else "target"
    if change.direction is Direction.SAME:
        return "no change", f"from the {base.period.text} {kind}"
    return size_words(change), f"{sides[change.direction]} the {base.period.text} {kind}"
