"""Targets and what became of them, in words."""

from __future__ import annotations

from plangen.document.status import Badge, Judgement, Mark, Sign
from plangen.language.english.changes import movement_words
from plangen.language.english.figures import counted, figure, number
from plangen.language.english.levels import level_words
from plangen.language.english.periods import stage_words
from plangen.model.amount import ANY, Amount, AmountUnit
from plangen.model.result import Change, Outcome, OutcomeKind, Rag
from plangen.model.target import Promise, Target
from plangen.model.unit import Unit, UnitKind

__all__ = ["badge", "outcome_words", "part_words", "promise", "promise_decimals", "rag_badge", "result_words"]

_BEFORE = {Promise.BELOW: "under ", Promise.AT_LEAST: "at least "}
_MARKERS = {"TBA": "to be announced", "To be set": "to be set", ANY: "a better place"}
_CLOSE = Badge(Mark(Judgement.CLOSE, Sign.EXCLAMATION), "Close to target")
_TICK, _CROSS = Mark(Judgement.GOOD, Sign.TICK), Mark(Judgement.BAD, Sign.CROSS)
_DOTS = Mark(Judgement.NEUTRAL, Sign.DOTS)
_BADGES = {
    OutcomeKind.MET: Badge(_TICK, "Met"),
    OutcomeKind.NOT_MET: Badge(_CROSS, "Not met"),
    OutcomeKind.ON_COURSE: Badge(_TICK, "On course"),
    OutcomeKind.OFF_COURSE: Badge(_CROSS, "Off course"),
    OutcomeKind.NOT_YET_MEASURED: Badge(_DOTS, "No result given"),
    OutcomeKind.NO_TARGET_SET: Badge(_DOTS, "To be set"),
}
_RAGS = {Rag.GREEN: Badge(_TICK, "Met"), Rag.AMBER: _CLOSE, Rag.RED: Badge(_CROSS, "Not met")}


def promise(target: Target, unit: Unit) -> str:
    """What a target promises, as it was written, in the unit of its indicator.

    `7%`, `under 7.5%`, `at least 60%`, `25,355`, `£106,500`, `13th`, `10 percentage points`, `1 place`,
    `to be announced`, `a better place`.
    """
    amount = target.amount
    if amount.number is None:
        return _MARKERS[amount.marker]
    return _BEFORE.get(target.promise, "") + _amount(amount, unit, target.promise)


def promise_decimals(amount: Amount) -> int:
    """The decimals a promised amount was written with."""
    if amount.number is None:
        return 0
    exponent = amount.number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def badge(outcome: Outcome) -> Badge:
    """The symbol and the word of an outcome; `1 of 4 met` over several, `Close to target` within the tolerance."""
    if outcome.kind is OutcomeKind.PARTLY_MET:
        return Badge(_CLOSE.mark if outcome.rag is Rag.AMBER else _CROSS, _capital(part_words(outcome)))
    if outcome.rag is Rag.AMBER:
        return _CLOSE
    return _BADGES[outcome.kind]


def rag_badge(rag: Rag) -> Badge:
    """The symbol and the word of a status that somebody else gave."""
    return _RAGS[rag]


def part_words(outcome: Outcome) -> str:
    """How many of several: `1 of 4 met`, or `1 of 4 on course` while the due period runs."""
    running = any(part.kind in (OutcomeKind.ON_COURSE, OutcomeKind.OFF_COURSE) for part in outcome.parts)
    return f"{outcome.met} of {len(outcome.parts)} {'on course' if running else 'met'}"


def outcome_words(outcome: Outcome) -> str:
    """An outcome in a sentence: `met`, `on course at the half year`, `1 of 4 met`, `not yet measured`."""
    words = part_words(outcome) if outcome.kind is OutcomeKind.PARTLY_MET else outcome.kind.value
    running = words.endswith("course")
    if running and outcome.period is not None:
        return f"{words} {stage_words(outcome.period, outcome.target.due)}"
    return words


def result_words(outcome: Outcome) -> str:
    """What was measured, for a table cell: `Down 9%`, `50%`, `Better in 1 of 4`, `No result given`."""
    if outcome.parts:
        better = "Better in " if outcome.target.promise is Promise.IMPROVE else "Met in "
        return f"{better}{outcome.met} of {len(outcome.parts)}"
    if outcome.result is None:
        return "No result given"
    if isinstance(outcome.result, Change):
        return _capital(movement_words(outcome.result))
    return level_words(outcome.result)


def _amount(amount: Amount, unit: Unit, kind: Promise) -> str:
    assert amount.number is not None
    shown = number(amount.number, promise_decimals(amount))
    match amount.unit:
        case AmountUnit.PERCENT:
            return f"{shown}%"
        case AmountUnit.POINTS:
            return counted(shown, "percentage point")
        case AmountUnit.PLACES:
            return counted(shown, "place")
        case AmountUnit.NUMBER if kind is Promise.IMPROVE or (unit.kind is UnitKind.RANK and kind in _CHANGES):
            return counted(shown, "place")
        case AmountUnit.NUMBER:
            return figure(amount.number, unit, promise_decimals(amount))


_CHANGES = (Promise.REDUCE, Promise.INCREASE)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
