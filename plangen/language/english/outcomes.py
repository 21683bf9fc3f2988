"""What became of targets, in words."""

from __future__ import annotations

from plangen.language.english.changes import movement_words
from plangen.language.english.figures import capital
from plangen.language.english.levels import level_words
from plangen.language.english.periods import stage_words
from plangen.model.result import Change, Outcome, OutcomeKind, Rag
from plangen.model.target import Promise

__all__ = ["badge_word", "key_word", "outcome_words", "result_words"]

_NO_RESULT = "No result given"
_CLOSE = "Close to target"
_KINDS = {
    OutcomeKind.MET: "met",
    OutcomeKind.NOT_MET: "not met",
    OutcomeKind.ON_COURSE: "on course",
    OutcomeKind.OFF_COURSE: "off course",
    OutcomeKind.PARTLY_MET: "partly met",
    OutcomeKind.NOT_YET_MEASURED: "not yet measured",
    OutcomeKind.NO_TARGET_SET: "no target set",
}
_BADGES = {
    OutcomeKind.MET: "Met",
    OutcomeKind.NOT_MET: "Not met",
    OutcomeKind.ON_COURSE: "On course",
    OutcomeKind.OFF_COURSE: "Off course",
    OutcomeKind.NOT_YET_MEASURED: _NO_RESULT,
    OutcomeKind.NO_TARGET_SET: "To be set",
}
_KEY = {Rag.GREEN: "Met, or on course", Rag.AMBER: _CLOSE, Rag.RED: "Not met"}
_MISSED = (OutcomeKind.NOT_MET, OutcomeKind.OFF_COURSE)
_RUNNING = (OutcomeKind.ON_COURSE, OutcomeKind.OFF_COURSE)


def badge_word(outcome: Outcome) -> str:
    if outcome.kind is OutcomeKind.PARTLY_MET:
        return _partly_badge(outcome)
    return _CLOSE if outcome.rag is Rag.AMBER else _BADGES[outcome.kind]


def key_word(rag: Rag) -> str:
    return _KEY[rag]


def outcome_words(outcome: Outcome) -> str:
    partly = outcome.kind is OutcomeKind.PARTLY_MET
    words = _part_words(outcome) if partly else _KINDS[outcome.kind]
    running = _is_running(outcome) if partly else outcome.kind in _RUNNING
    if running and outcome.period is not None:
        return f"{words} {stage_words(outcome.period, outcome.target.due)}"
    return words


def result_words(outcome: Outcome) -> str:
    if outcome.parts:
        better = "Better in" if outcome.target.promise is Promise.IMPROVE else "Met in"
        return f"{better} {outcome.met} of {len(outcome.parts)}"
    if outcome.result is None:
        return _NO_RESULT
    if isinstance(outcome.result, Change):
        return capital(movement_words(outcome.result))
    return level_words(outcome.result)


def _partly_badge(outcome: Outcome) -> str:
    """Its symbol says the worst of the parts, so its word counts those: `3 of 4 off course`."""
    missed = [part for part in outcome.parts if part.kind in _MISSED]
    if not missed:
        return _part_words(outcome)
    word = "off course" if _is_running(outcome) else "not met"
    return f"{len(missed)} of {len(outcome.parts)} {'close' if outcome.rag is Rag.AMBER else word}"


def _part_words(outcome: Outcome) -> str:
    """How many of several: `1 of 4 met`, or `1 of 4 on course` while the due period runs."""
    return f"{outcome.met} of {len(outcome.parts)} {'on course' if _is_running(outcome) else 'met'}"


def _is_running(outcome: Outcome) -> bool:
    return any(part.kind in _RUNNING for part in outcome.parts)
