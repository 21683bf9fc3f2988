from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.language.english.outcomes import badge_word, outcome_words, result_words
from plangen.language.english.workings import working_of
from plangen.measures.outcomes import outcome
from plangen.model.period_text import read_period
from plangen.model.result import Change, Level, OutcomeKind, Rag

ACTUAL = {"actual": "2009/10"}
INDICATORS = {
    "confidence": {"unit": "percent", "polarity": "higher"},
    "reoffending": {"unit": "percent", "decimals": 1},
    "rate": {"unit": "rate per 1,000", "decimals": 2},
    "survey": {"unit": "rate per 1,000", "covers": "12 months"},
    "exact": {"polarity": "neutral"},
    "schemes": {"polarity": "higher"},
    **{place: {"unit": "rank"} for place in ("rank", "rank_b", "rank_c", "rank_d")},
}


@pytest.fixture(scope="session")
def judged(evidence):
    """The outcome of one target over some rows."""

    def judge(rows, at=None, **target):
        described = {"id": "t", "due": "2010/11", **target}
        if "indicators" not in described:
            described.setdefault("indicator", "all_crime")
        known = evidence(rows, indicators=INDICATORS, targets=[described])
        return outcome(known, known.records.targets["t"], read_period(at) if at else None)

    return judge


def test_a_reported_fall_at_the_half_year_is_on_course(judged, row):
    rows = [row("all_crime", "2009/10", "26626"), row("all_crime", "2010/11 Q1-Q2", "-9", base="2009/10 Q1-Q2")]
    found = judged(rows, reduce="7%", base=ACTUAL)
    assert (found.kind, found.rag) == (OutcomeKind.ON_COURSE, Rag.GREEN)
    assert isinstance(found.result, Change)
    assert found.result.amount == -9
    assert outcome_words(found) == "on course at the half year"
    assert result_words(found) == "Down 9%"
    assert badge_word(found) == "On course"
    assert working_of(found) == "−9% against reduce 7%"


def test_a_fall_of_one_quarter_says_nothing_of_the_year(judged, row):
    rows = [row("all_crime", "2010/11 Q2", "-33", base="2009/10 Q2")]
    assert judged(rows, reduce="7%", base=ACTUAL).kind is OutcomeKind.NOT_YET_MEASURED


def test_a_fall_over_the_whole_year_is_met_or_not_met(judged, row):
    for after, kind in (("930", OutcomeKind.MET), ("931", OutcomeKind.NOT_MET)):
        rows = [row("all_crime", "2009/10", "1000"), row("all_crime", "2010/11", after)]
        assert judged(rows, reduce="7%", base=ACTUAL).kind is kind


def test_the_base_may_lie_years_back(judged, row):
    rows = [row("all_crime", "2010/11 Q1-Q3", "-5", base="2007/08 Q1-Q3")]
    found = judged(rows, reduce="7%", base={"actual": "2007/08"})
    assert (found.kind, str(found.period)) == (OutcomeKind.OFF_COURSE, "2010/11 Q1-Q3")
    assert outcome_words(found) == "off course at the end of quarter 3"


def test_at_limits_the_results_that_count(judged, row):
    rows = [
        row("all_crime", "2010/11 Q1-Q2", "-9", base="2009/10 Q1-Q2"),
        row("all_crime", "2010/11", "-3", base="2009/10"),
    ]
    assert judged(rows, at="2010/11 Q1-Q2", reduce="7%", base=ACTUAL).kind is OutcomeKind.ON_COURSE
    assert judged(rows, reduce="7%", base=ACTUAL).kind is OutcomeKind.NOT_MET


def test_a_yearly_figure_that_is_known_early_counts(judged, row):
    found = judged([row("confidence", "2010/11", "50")], at="2010/11 Q1-Q2", indicator="confidence", to="30%")
    assert (found.kind, result_words(found)) == (OutcomeKind.MET, "50%")
    assert isinstance(found.result, Level)


@pytest.mark.parametrize(
    ("indicator", "promise", "value", "kind"),
    [
        ("all_crime", {"to": 25355}, "25355", OutcomeKind.MET),
        ("all_crime", {"to": 25355}, "25356", OutcomeKind.NOT_MET),
        ("schemes", {"to": 152}, "151", OutcomeKind.NOT_MET),
        ("schemes", {"to": 152}, "153", OutcomeKind.MET),
        ("exact", {"to": 5}, "6", OutcomeKind.NOT_MET),
        ("exact", {"to": 5}, "5", OutcomeKind.MET),
        ("reoffending", {"below": "7.5%"}, "7.5", OutcomeKind.NOT_MET),
        ("reoffending", {"below": "7.5%"}, "7.49", OutcomeKind.MET),
        ("confidence", {"at_least": "60%"}, "60", OutcomeKind.MET),
        ("confidence", {"at_least": "60%"}, "59.9", OutcomeKind.NOT_MET),
        ("rank", {"to": "13th"}, "12", OutcomeKind.MET),
        ("rank", {"to": "13th"}, "14", OutcomeKind.NOT_MET),
    ],
)
def test_levels_are_compared_by_the_promise_and_the_polarity(judged, row, indicator, promise, value, kind):
    assert judged([row(indicator, "2010/11", value)], indicator=indicator, **promise).kind is kind


def test_a_count_of_half_a_year_is_not_held_against_the_level_of_a_year(judged, row):
    assert judged([row("all_crime", "2010/11 Q1-Q2", "9")], to=25355).kind is OutcomeKind.NOT_YET_MEASURED
    assert (
        judged([row("rate", "2010/11 Q2", "0.1")], indicator="rate", to=0.69).kind is OutcomeKind.NOT_YET_MEASURED
    )


@pytest.mark.parametrize(
    ("indicator", "period"),
    [
        ("all_crime", "at 30 Sep 2010"),
        ("survey", "2010/11 Q2"),
        ("confidence", "2010/11 Q2"),
        ("rank", "Sep 2010"),
    ],
)
def test_a_level_that_stands_at_a_time_is(judged, row, indicator, period):
    promise = {"to": "30%"} if indicator == "confidence" else {"to": 30}
    found = judged([row(indicator, period, "20")], indicator=indicator, **promise)
    good = indicator != "confidence"
    assert found.kind is (OutcomeKind.ON_COURSE if good else OutcomeKind.OFF_COURSE)


def test_a_later_year_says_nothing(judged, row):
    assert judged([row("all_crime", "2011/12", "1")], to=25355).kind is OutcomeKind.NOT_YET_MEASURED


@pytest.mark.parametrize(
    ("tolerance", "value", "rag"),
    [
        (None, "101", "red"),
        ("1%", "101", "amber"),
        ("1%", "102", "red"),
        (2, "102", "amber"),
        ("1%", "100", "green"),
    ],
)
def test_close_is_within_the_tolerance_of_the_target(judged, row, tolerance, value, rag):
    found = judged([row("all_crime", "2010/11", value)], to=100, tolerance=tolerance)
    assert found.rag is Rag(rag)
    assert badge_word(found) == {"red": "Not met", "amber": "Close to target", "green": "Met"}[rag]


def test_a_percentage_is_close_by_points(judged, row):
    found = judged([row("confidence", "2010/11", "29")], indicator="confidence", to="30%", tolerance="1%")
    assert found.rag is Rag.AMBER


def test_better_places_are_counted_over_several_indicators(judged, row):
    places = {"rank": ("14", "12"), "rank_b": ("3", "6"), "rank_c": ("15", "15"), "rank_d": ("14", "14")}
    rows = [row(id, "2009/10", before) for id, (before, _) in places.items()]
    rows += [row(id, "2010/11 Q1-Q2", after) for id, (_, after) in places.items()]
    found = judged(rows, indicators=list(places), improve="any", base=ACTUAL)
    assert (found.kind, found.met, len(found.parts)) == (OutcomeKind.PARTLY_MET, 1, 4)
    assert result_words(found) == "Better in 1 of 4"
    assert badge_word(found) == "3 of 4 off course"
    assert outcome_words(found) == "1 of 4 on course at the half year"
    assert found.rag is Rag.RED


def test_several_that_are_all_met_or_all_missed(judged, row):
    two = {"indicators": ["rank", "rank_b"], "improve": "1 place", "base": ACTUAL}
    before = [row("rank", "2009/10", "5"), row("rank_b", "2009/10", "5")]
    better = [row("rank", "2010/11", "4"), row("rank_b", "2010/11", "3")]
    worse = [row("rank", "2010/11", "5"), row("rank_b", "2010/11", "6")]
    assert judged(before + better, **two).kind is OutcomeKind.MET
    assert judged(before + worse, **two).kind is OutcomeKind.NOT_MET
    assert judged(before + worse[:1], **two).kind is OutcomeKind.NOT_YET_MEASURED
    assert judged(before, **two).kind is OutcomeKind.NOT_YET_MEASURED
    mixed = judged(before + better[:1] + worse[1:], **two)
    assert (mixed.kind, badge_word(mixed)) == (OutcomeKind.PARTLY_MET, "1 of 2 not met")


@pytest.mark.parametrize("marker", ["TBA", "To be set"])
def test_no_target_set(judged, row, marker):
    found = judged([row("all_crime", "2010/11", "5")], to=marker)
    assert (found.kind, found.rag, badge_word(found)) == (OutcomeKind.NO_TARGET_SET, None, "To be set")
    assert outcome_words(found) == "no target set"


@given(st.integers(1, 1000), st.integers(1, 1000), st.integers(1, 1000), st.sampled_from(["all_crime", "schemes"]))
def test_a_better_result_never_has_a_worse_outcome(judged, row, level, one, other, indicator):
    worse, better = sorted((one, other), reverse=indicator == "all_crime")
    order = [Rag.GREEN, Rag.AMBER, Rag.RED]
    rags = [
        judged([row(indicator, "2010/11", str(value))], indicator=indicator, to=level, tolerance="5%").rag
        for value in (worse, better)
    ]
    assert order.index(rags[1]) <= order.index(rags[0])


def test_an_outcome_names_result_and_target(judged, row):
    found = judged([row("all_crime", "2010/11", "25000")], to=25355)
    assert working_of(found) == "25,000 against 25,355"
    assert [str(given.location) for given in found.inputs] == ["data.csv:2", "targets.yaml:1"]
    assert found.asked.number == Decimal(25355)
