"""What a box, a chart's title and the first page say of verdicts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from language.test_change_words import CLEAR, NOT_CLEAR, POINTS, UNTESTED, moved
from msgspec.structs import replace

from plangen.language.english.verdicts import (
    beside_verdict,
    counts_note,
    place_sentences,
    reason,
    title_words,
    untested_kind,
)
from plangen.model.comparison import MeasureVerdict, Missing, Range
from plangen.model.indicator import Basis
from plangen.model.period_text import read_period
from plangen.model.result import Direction, Untested, Verdict
from plangen.model.unit import ChangeUnit

QUARTER, YEAR = read_period("2016/17 Q2"), read_period("2015/16")


def on(basis, change):
    return MeasureVerdict(basis, change.verdict, change.direction, change)


@pytest.mark.parametrize(
    ("found", "beside", "words"),
    [
        (on(Basis.YEAR, moved("5", test=CLEAR)), None, "higher than a year ago"),
        (on(Basis.PREVIOUS, moved("-5", test=CLEAR)), None, "lower than in the period before"),
        (on(Basis.YEAR, moved("5", test=NOT_CLEAR)), None, "no clear change on a year ago"),
        (on(Basis.YEAR, moved("5", test=UNTESTED)), None, "higher than a year ago (not tested)"),
        (on(Basis.PREVIOUS, moved("0", test=UNTESTED)), None, "the same as in the period before"),
        (
            on(Basis.PREVIOUS, moved("2", ChangeUnit.PLACES, 0, test=UNTESTED)),
            None,
            "in a better place than in the period before (not tested)",
        ),
        (
            MeasureVerdict(Basis.YEAR, Verdict.NOT_TESTED, why=Untested.NO_FIGURE),
            moved("5", test=NOT_CLEAR),
            "no clear change on the period before",
        ),
        (MeasureVerdict(Basis.YEAR, Verdict.NOT_TESTED, why=Untested.NO_FIGURE), None, ""),
        (MeasureVerdict(Basis.CHART, Verdict.WORSENED, Direction.UP), moved("5"), "worse than usual"),
        (MeasureVerdict(Basis.CHART, Verdict.NO_CLEAR_CHANGE), moved("5"), "within its usual range"),
    ],
)
def test_the_title_of_a_chart_says_no_more_than_the_verdict(found, beside, words):
    assert title_words(found, beside) == words


@pytest.mark.parametrize(
    ("basis", "missing", "period", "words"),
    [
        (Basis.YEAR, Missing.NO_ROW, QUARTER, "No figure for the same quarter last year. "),
        (Basis.YEAR, Missing.NO_VALUE, YEAR, "No figure for the year before. "),
        (Basis.PREVIOUS, Missing.FIRST, QUARTER, "No figure for an earlier period. "),
        (Basis.PREVIOUS, Missing.DIFFERENT_LENGTH, QUARTER, "Earlier periods differ in length. "),
        (Basis.YEAR, Missing.NOT_EVERY_YEAR, YEAR, "Not measured every year. "),
    ],
)
def test_what_is_missing_for_a_verdict(basis, missing, period, words):
    found = MeasureVerdict(basis, Verdict.NOT_TESTED, why=Untested.NO_FIGURE, missing=missing)
    assert reason(found, period) == words


def test_every_reason_has_words_and_a_verdict_none():
    said = {untested_kind(why) for why in Untested}
    assert len(said) == len(Untested)
    found = MeasureVerdict(Basis.PREVIOUS, Verdict.NOT_TESTED, why=Untested.SAMPLE_UNKNOWN)
    assert reason(found, QUARTER) == "Sample size not published. "
    assert reason(replace(found, why=None), QUARTER) == ""


def test_the_other_comparison_says_what_a_test_finds_of_it():
    assert beside_verdict(moved("5", test=CLEAR)) == " (worsened)"
    assert beside_verdict(moved("5", POINTS, test=UNTESTED)) == " (not tested)"


def test_the_note_on_the_counts():
    untested = ((Untested.SAMPLE_UNKNOWN, 3), (Untested.OVERLAPPING, 1))
    said = counts_note(2, untested, 1, 7, 0, 4)
    for words in (
        "The tests assume chance alone",
        "Two of those with no clear change have the same figures as before.",
        "Not tested, and why: sample size not published (3) and the periods overlap (1).",
        "One measure changed clearly, and neither way is better.",
        "Seven other measures are reported in words.",
    ):
        assert words in said
    assert "Two measures are tested against how much the series varies by itself" in counts_note(0, (), 0, 0, 2, 4)
    alone = counts_note(0, (), 0, 0, 0, 0)
    assert "chance alone" not in alone
    assert "Not tested" not in alone


def test_the_tests_that_all_allow_for_more_do_not_assume_chance_alone():
    said = counts_note(0, (), 0, 0, 3, 0)
    assert "chance alone" not in said
    assert "The tests allow for how much each series varies by itself" in said


@pytest.mark.parametrize(
    ("found", "k", "words"),
    [
        (
            Range.WORSE,
            "1",
            "beyond the mean plus and minus 1 standard deviation of the group, a range of our choice",
        ),
        (
            Range.WITHIN,
            "1.5",
            "within the mean plus and minus 1.5 standard deviations of the group, a range of our",
        ),
        (Range.BETTER, None, "beyond the published bounds of the group"),
    ],
)
def test_whose_idea_the_bounds_are(found, k, words):
    assert words in place_sentences(found, None if k is None else Decimal(k))
