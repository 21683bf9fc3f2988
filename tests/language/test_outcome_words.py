from __future__ import annotations

import pytest
from records import record_of

from plangen.compose.marks import outcome_badge
from plangen.document.status import Judgement, Mark, Sign
from plangen.language.english import ENGLISH
from plangen.language.english.outcomes import result_words
from plangen.language.english.targets import promise
from plangen.model.aspect import Aspect, View
from plangen.model.result import Outcome, OutcomeKind, Promised, Rag
from plangen.model.target import Target
from plangen.model.unit import Unit


def made(**promised) -> Target:
    return record_of(Target, {"id": "t", "indicator": "all_crime", "due": "2010/11", **promised})


def ended(kind: OutcomeKind, rag: Rag | None = None, parts=()) -> Outcome:
    return Outcome("k", (), kind, rag, made(to=5), parts=parts)


@pytest.mark.parametrize(
    ("target", "unit", "words"),
    [
        (made(reduce="7%"), "count", "7%"),
        (made(to=25355), "count", "25,355"),
        (made(to="7.50"), "rate per 1,000", "7.50"),
        (made(to=106500), "pounds", "£106,500"),
        (made(to="30%"), "percent", "30%"),
        (made(to=30), "percent", "30%"),
        (made(to="13th"), "rank", "13th"),
        (made(below="7.5%"), "percent", "under 7.5%"),
        (made(at_least="60%"), "percent", "at least 60%"),
        (made(increase="10 points"), "percent", "10 percentage points"),
        (made(increase=20), "count", "20"),
        (made(improve="1 place"), "rank", "1 place"),
        (made(improve=2), "rank", "2 places"),
        (made(improve="any"), "rank", "a better place"),
        (made(to="TBA"), "count", "to be announced"),
        (made(to="To be set"), "count", "to be set"),
    ],
)
def test_a_promise_as_it_was_written(target, unit, words):
    assert promise(Promised(target.promise, target.amount, Unit.parse(unit))) == words


@pytest.mark.parametrize(
    ("kind", "rag", "word", "judgement", "sign"),
    [
        (OutcomeKind.MET, Rag.GREEN, "Met", Judgement.GOOD, Sign.TICK),
        (OutcomeKind.ON_COURSE, Rag.GREEN, "On course", Judgement.GOOD, Sign.TICK),
        (OutcomeKind.NOT_MET, Rag.RED, "Not met", Judgement.BAD, Sign.CROSS),
        (OutcomeKind.OFF_COURSE, Rag.RED, "Off course", Judgement.BAD, Sign.CROSS),
        (OutcomeKind.NOT_MET, Rag.AMBER, "Close to target", Judgement.CLOSE, Sign.EXCLAMATION),
        (OutcomeKind.OFF_COURSE, Rag.AMBER, "Close to target", Judgement.CLOSE, Sign.EXCLAMATION),
        (OutcomeKind.NOT_YET_MEASURED, None, "No result given", Judgement.NEUTRAL, Sign.DOTS),
        (OutcomeKind.NO_TARGET_SET, None, "To be set", Judgement.NEUTRAL, Sign.DOTS),
    ],
)
def test_every_outcome_has_a_symbol_and_a_word(kind, rag, word, judgement, sign):
    found = outcome_badge(ENGLISH, ended(kind, rag))
    assert (found.word, found.mark) == (word, Mark(judgement, sign))


def test_several_are_counted():
    parts = (ended(OutcomeKind.MET, Rag.GREEN), ended(OutcomeKind.NOT_MET, Rag.RED))
    several = ended(OutcomeKind.PARTLY_MET, Rag.RED, parts)
    assert _badge(several) == ("1 of 2 not met", Judgement.BAD)
    close = (parts[0], ended(OutcomeKind.NOT_MET, Rag.AMBER))
    assert _badge(ended(OutcomeKind.PARTLY_MET, Rag.AMBER, close)) == ("1 of 2 close", Judgement.CLOSE)
    unknown = (parts[0], ended(OutcomeKind.NOT_YET_MEASURED))
    assert _badge(ended(OutcomeKind.PARTLY_MET, Rag.GREEN, unknown)) == ("1 of 2 met", Judgement.GOOD)
    assert result_words(several) == "Met in 1 of 2"
    assert ENGLISH.show(several) == "Met in 1 of 2"
    assert ENGLISH.show(several, View(Aspect.OUTCOME, capital=True)) == "1 of 2 met"


def _badge(outcome):
    """The word and the judgement, which say the same: a promise kept in part has the symbol of its worst part."""
    found = outcome_badge(ENGLISH, outcome)
    return found.word, found.mark.judgement


def test_what_was_not_measured_is_said():
    found = ended(OutcomeKind.NOT_YET_MEASURED)
    assert (result_words(found), ENGLISH.show(found, View(Aspect.OUTCOME))) == (
        "No result given",
        "not yet measured",
    )
