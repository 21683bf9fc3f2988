"""Targets in words: what is promised, as a sentence, in a strip, on a measure's page, and against its base."""

from __future__ import annotations

from plangen.language.english.changes import size_words
from plangen.language.english.figures import counted, figure, number
from plangen.language.english.periods import in_period, short_period
from plangen.model.amount import ANY, Amount, AmountUnit
from plangen.model.indicator import Indicator
from plangen.model.number import decimals_of
from plangen.model.period import Period
from plangen.model.result import Change, Direction, Promised
from plangen.model.target import Base, Promise, Target
from plangen.model.unit import ChangeUnit

__all__ = [
    "against_base",
    "counted_since",
    "pledge",
    "promise",
    "promise_sentence",
    "result_caption",
    "rolling_year",
    "standing_words",
    "strip_heading",
    "sum_missing",
    "target_caption",
    "target_words",
    "tile_base",
    "tile_target",
    "to_be_set",
    "year_to_date",
]

_BEFORE = {Promise.BELOW: "under ", Promise.AT_LEAST: "at least "}
_MARKERS = {"TBA": "to be announced", "To be set": "to be set", ANY: "a better place"}
_CHANGES = (Promise.REDUCE, Promise.INCREASE)
_SENTENCES = {
    Promise.TO: "reach ",
    Promise.REDUCE: "reduce by ",
    Promise.INCREASE: "increase by ",
    Promise.BELOW: "bring to ",
    Promise.AT_LEAST: "reach ",
    Promise.IMPROVE: "improve by ",
}
_PLEDGES = {
    Promise.TO: "Bring {} to ",
    Promise.REDUCE: "Reduce {} by ",
    Promise.INCREASE: "Raise {} by ",
    Promise.BELOW: "Bring {} to ",
    Promise.AT_LEAST: "Raise {} to ",
    Promise.IMPROVE: "Improve {} by ",
}
_PROMISES = {Promise.REDUCE: "reduce by ", Promise.INCREASE: "increase by ", Promise.IMPROVE: "improve by "}
_SIDES = {Direction.UP: "above", Direction.DOWN: "below", Direction.SAME: "from"}
_RANK_SIDES = {Direction.UP: "better than", Direction.DOWN: "worse than", Direction.SAME: "from"}


def promise(promised: Promised) -> str:
    """What a target promises, as it was written, in the unit of its indicator.

    `7%`, `under 7.5%`, `at least 60%`, `25,355`, `£106,500`, `13th`, `10 percentage points`, `1 place`,
    `to be announced`, `a better place`.
    """
    if promised.amount.number is None:
        return _MARKERS[promised.amount.marker]
    return _BEFORE.get(promised.promise, "") + _amount(promised)


def pledge(target: Target, indicator: Indicator) -> str:
    label = indicator.label
    named = label if any(map(str.isupper, label[1:])) else label[:1].lower() + label[1:]
    if target.amount.number is None and target.promise is Promise.TO:
        return f"Set a target for {named}: "
    return _PLEDGES[target.promise].format(named)


def promise_sentence(target: Target, indicator: Indicator) -> tuple[str, str]:
    return f"{indicator.label}: {_SENTENCES[target.promise]}", ""


def to_be_set() -> str:
    return "To be set"


def tile_target() -> str:
    return "Target: "


def tile_base(period: Period) -> tuple[str, str]:
    return " (", f" {in_period(period)})"


def strip_heading(due: Period) -> str:
    return f"Our target for {due.text}"


def result_caption(period: Period) -> str:
    return f"{period.text} result"


def target_caption(period: Period) -> str:
    return f"{period.text} target"


def against_base(change: Change, base: Base) -> tuple[str, str]:
    sides = _RANK_SIDES if change.unit is ChangeUnit.PLACES else _SIDES
    kind = "result" if base.actual else "target"
    if change.direction is Direction.SAME:
        return "no change", f"from the {base.period.text} {kind}"
    return size_words(change), f"{sides[change.direction]} the {base.period.text} {kind}"


def counted_since(base: Period) -> str:
    return f"since {short_period(base)}"


def target_words(target: Target) -> str:
    return f"Target for {target.due.text}: {_PROMISES.get(target.promise, '')}"


def standing_words(outcome: str, tolerance: Amount | None) -> str:
    within = f" (within {_tolerance(tolerance)})" if tolerance is not None else ""
    return f". {outcome}{within}."


def year_to_date() -> str:
    return "Year to date: "


def rolling_year() -> str:
    return "Last 12 months: "


def sum_missing(why: str) -> str:
    return f"not given. {why}. "


def _tolerance(amount: Amount) -> str:
    if amount.number is None:
        return amount.marker
    size = f"{amount.number:f}"
    match amount.unit:
        case AmountUnit.NUMBER:
            return size
        case AmountUnit.PERCENT:
            return f"{size}%"
        case AmountUnit.POINTS:
            return f"{size} points"
        case AmountUnit.PLACES:
            return counted(size, "place")


def _amount(promised: Promised) -> str:
    amount, unit = promised.amount, promised.unit
    assert amount.number is not None
    decimals = decimals_of(amount.number)
    shown = number(amount.number, decimals)
    match amount.unit:
        case AmountUnit.PERCENT:
            return f"{shown}%"
        case AmountUnit.POINTS:
            return counted(shown, "percentage point")
        case AmountUnit.PLACES:
            return counted(shown, "place")
        case AmountUnit.NUMBER if promised.promise is Promise.IMPROVE:
            return counted(shown, "place")
        case AmountUnit.NUMBER if unit.is_place and promised.promise in _CHANGES:
            return counted(shown, "place")
        case AmountUnit.NUMBER:
            return figure(amount.number, unit, decimals)
