"""Which symbol stands for a change or an outcome; a language gives the word beside it."""

from __future__ import annotations

from plangen.document.status import Badge, Judgement, Mark, Sign
from plangen.language.language import Language
from plangen.measures.position import PlaceInGroup
from plangen.model.comparison import MeasureVerdict, Range
from plangen.model.result import Change, Direction, Outcome, OutcomeKind, Rag, Verdict

__all__ = [
    "change_mark",
    "changes_key",
    "count_mark",
    "outcome_badge",
    "rank_mark",
    "status_mark",
    "targets_key",
    "verdict_mark",
]

_SIGNS = {Direction.UP: Sign.UP, Direction.DOWN: Sign.DOWN, Direction.SAME: Sign.SAME}
_JUDGED = {
    Verdict.IMPROVED: Judgement.GOOD,
    Verdict.WORSENED: Judgement.BAD,
    Verdict.NO_CLEAR_CHANGE: Judgement.NEUTRAL,
    Verdict.NO_CHANGE: Judgement.NEUTRAL,
    Verdict.NOT_TESTED: Judgement.UNTESTED,
    Verdict.NOT_ASSESSED: Judgement.NEUTRAL,
}
_RANGES = {Range.BETTER: Judgement.GOOD, Range.WITHIN: Judgement.NEUTRAL, Range.WORSE: Judgement.BAD}
_NO_RESULT = Mark(Judgement.NEUTRAL, Sign.DOTS)
_STATUSES = {
    Rag.GREEN: Mark(Judgement.GOOD, Sign.TICK),
    Rag.AMBER: Mark(Judgement.CLOSE, Sign.EXCLAMATION),
    Rag.RED: Mark(Judgement.BAD, Sign.CROSS),
    None: _NO_RESULT,
}
_OUTCOMES = {
    OutcomeKind.MET: _STATUSES[Rag.GREEN],
    OutcomeKind.ON_COURSE: _STATUSES[Rag.GREEN],
    OutcomeKind.NOT_MET: _STATUSES[Rag.RED],
    OutcomeKind.OFF_COURSE: _STATUSES[Rag.RED],
    OutcomeKind.NOT_YET_MEASURED: _NO_RESULT,
    OutcomeKind.NO_TARGET_SET: _NO_RESULT,
}
_KEY_OF_CHANGES = (
    (Mark(Judgement.GOOD, Sign.UP), Verdict.IMPROVED),
    (Mark(Judgement.BAD, Sign.DOWN), Verdict.WORSENED),
    (Mark(Judgement.NEUTRAL, Sign.SAME), Verdict.NO_CHANGE),
    (Mark(Judgement.UNTESTED, Sign.UP), Verdict.NOT_TESTED),
)


def change_mark(change: Change) -> Mark:
    """The symbol of a change: a ring where nothing is judged, in dashes where chance was not tested."""
    return Mark(_JUDGED[change.verdict], _SIGNS[change.direction])


def verdict_mark(found: MeasureVerdict) -> Mark:
    """The symbol of the verdict on a measure; without an arrow where no movement was judged."""
    return Mark(_JUDGED[found.verdict], _SIGNS[found.direction] if found.direction else Sign.NONE)


def rank_mark(found: PlaceInGroup) -> Mark:
    """The sign of a rank: its number, in the colour of what its value is beside the group's usual range."""
    return Mark(_RANGES[found.range], Sign.NONE, found.place.rank)


def count_mark(verdict: Verdict) -> Mark:
    """The symbol of a count of verdicts: the container with no arrow."""
    return Mark(_JUDGED[verdict], Sign.NONE)


def status_mark(status: Rag | None) -> Mark:
    """The symbol of a status against a target; None for what has no result."""
    return _STATUSES[status]


def outcome_badge(language: Language, outcome: Outcome) -> Badge:
    """The symbol and the word of an outcome; close to the target is amber whatever the outcome.

    A promise that is kept in part has the symbol of its worst part.
    """
    partly = outcome.kind is OutcomeKind.PARTLY_MET or outcome.rag is Rag.AMBER
    mark = _STATUSES[outcome.rag] if partly else _OUTCOMES[outcome.kind]
    return Badge(mark, language.outcomes.badge_word(outcome))


def targets_key(language: Language) -> tuple[Badge, ...]:
    """The key to the symbols of outcomes."""
    return tuple(Badge(_STATUSES[status], language.outcomes.key_word(status)) for status in Rag)


def changes_key(language: Language) -> tuple[Badge, ...]:
    """The key to the symbols of changes."""
    return tuple(Badge(mark, language.changes.verdict_head(verdict)) for mark, verdict in _KEY_OF_CHANGES)
