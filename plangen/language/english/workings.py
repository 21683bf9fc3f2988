"""How a result was made, in words and signs: `(25,355 − 26,991) / 26,991`, `mean of 15 areas`, `as reported`."""

from __future__ import annotations

from functools import lru_cache

from plangen.language.english.changes import signed_change
from plangen.language.english.figures import MINUS, exact, number
from plangen.language.english.outcomes import outcome_words
from plangen.model.result import AnyResult, Change, Level, Outcome
from plangen.model.target import Promise
from plangen.model.working import (
    BetweenBounds,
    ConfidenceLimit,
    ControlLimit,
    FromZero,
    Given,
    IntervalMethod,
    MeanOf,
    Negative,
    Number,
    Operation,
    Operator,
    Percent,
    ShareOf,
    Side,
    Term,
    Working,
)

__all__ = ["working_of"]

_SIGNS = {Operator.ADD: "+", Operator.SUBTRACT: MINUS, Operator.MULTIPLY: "×", Operator.DIVIDE: "/"}
_SUMS = (Operator.ADD, Operator.SUBTRACT)
_PRODUCTS = (Operator.MULTIPLY, Operator.DIVIDE)


def working_of(result: AnyResult) -> str:
    match result:
        case Level(working=working) | Change(working=working):
            return _working(working)
        case Outcome():
            return _outcome(result)


def _outcome(outcome: Outcome) -> str:
    target = outcome.target
    if outcome.parts:
        return f"{outcome.met} of {len(outcome.parts)} indicators"
    match outcome.result:
        case None:
            return outcome_words(outcome)
        case Change():
            return f"{signed_change(outcome.result)} against {target.promise.value} {target.amount}"
        case Level(number=found):
            asked = outcome.asked.number if outcome.asked else None
            assert found is not None
            assert asked is not None
            word = "under" if target.promise is Promise.BELOW else "against"
            return f"{exact(found)} {word} {exact(asked)}"


@lru_cache(2048)  # a result stands on a page and in the table of results
def _working(working: Working) -> str:
    match working:
        case Given():
            return f"as {working.value}"
        case ShareOf(part, whole):
            return f"as observed: {exact(part)} of {exact(whole)}"
        case FromZero(after):
            return f"from 0 to {exact(after)}: no percentage"
        case MeanOf(count, things):
            return f"mean of {count} {things.value}"
        case ControlLimit(side, moving_range, decimals, held):
            reach = f"2.66 x average moving range {number(moving_range, decimals)}"
            edge = f", not {'below' if side is Side.LOWER else 'above'} what is possible" if held else ""
            return f"mean {_side(side)} {reach}{edge}"
        case BetweenBounds(side, k):
            return f"mean {_side(side)} {exact(k)} sample standard deviations"
        case ConfidenceLimit(side, method, events, among):
            return f"{side.value} end of the 95% interval of {events:,}{_interval(method, among)}"
        case Number() | Percent() | Negative() | Operation():
            return _term(working)


def _interval(method: IntervalMethod, among: int) -> str:
    match method:
        case IntervalMethod.PROPORTION:
            return f" of {among:,} (Wilson)"
        case IntervalMethod.RATE:
            return f" among {among:,} people (Byar; exact below 10)"
        case IntervalMethod.COUNT | IntervalMethod.PUBLISHED:
            return " (Byar; exact below 10)"


def _side(side: Side) -> str:
    return "-" if side is Side.LOWER else "+"


def _term(term: Term) -> str:
    match term:
        case Number(value):
            return exact(value)
        case Percent(value):
            return f"{exact(value)}%"
        case Negative(inner):
            return f"{MINUS}{_bracketed(inner, Operator.MULTIPLY)}"
        case Operation(operator, left, right):
            return f"{_bracketed(left, operator)} {_SIGNS[operator]} {_bracketed(right, operator, right=True)}"


def _bracketed(term: Term, outer: Operator, right: bool = False) -> str:
    text = _term(term)
    if isinstance(term, Negative):
        return f"({text})" if right else text
    if not isinstance(term, Operation):
        return text
    weaker = term.operator in _SUMS and outer in _PRODUCTS
    grouped = right and (outer in (Operator.SUBTRACT, Operator.DIVIDE) or term.operator is Operator.DIVIDE)
    return f"({text})" if weaker or grouped else text
