"""Which comparison decides a measure's verdict, and what it says where the data has nothing for it."""

from __future__ import annotations

import pytest

from plangen.measures.comparisons import compare
from plangen.measures.verdicts import beside, measure_verdict
from plangen.model.comparison import Missing
from plangen.model.indicator import Basis
from plangen.model.result import Direction, Untested, Verdict

TWO_YEARS = {"2015/16 Q2": "100", "2016/17 Q1": "200", "2016/17 Q2": "150"}
# 100 to 150: p = 0.0019 (worse); 200 to 150: p = 0.0087 (better).


@pytest.fixture
def judged(evidence, row):
    def make(values, **indicator):
        rows = [row("thing", period, value) for period, value in values.items()]
        known = evidence(rows, cut_off="2016/17 Q2", indicators={"thing": indicator})
        found = measure_verdict(known, "thing")
        return found, compare(known, "thing")

    return make


def test_a_quarter_of_a_count_is_held_against_the_same_season(judged):
    found, comparison = judged(TWO_YEARS)
    assert (found.basis, found.verdict, found.direction) == (Basis.YEAR, Verdict.WORSENED, Direction.UP)
    other = beside(comparison, found)
    assert (str(other.base), other.verdict) == ("2016/17 Q1", Verdict.IMPROVED)


def test_the_indicator_names_another(judged):
    found, comparison = judged(TWO_YEARS, compare="previous")
    assert (found.basis, found.verdict) == (Basis.PREVIOUS, Verdict.IMPROVED)
    assert str(beside(comparison, found).base) == "2015/16 Q2"


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"2016/17 Q1": "200", "2016/17 Q2": "150"}, Missing.NO_ROW),
        ({"2016/17 Q2": "150"}, Missing.NO_ROW),
    ],
)
def test_nothing_takes_the_place_of_a_year_that_is_missing(judged, values, missing):
    found, _ = judged(values)
    assert (found.basis, found.verdict, found.why, found.missing) == (
        Basis.YEAR,
        Verdict.NOT_TESTED,
        Untested.NO_FIGURE,
        missing,
    )


@pytest.mark.parametrize(
    ("values", "unit", "basis"),
    [
        ({"2014/15": "100", "2015/16": "150"}, "count", Basis.PREVIOUS),
        ({"2016/17 Q1": "20", "2016/17 Q2": "15"}, "percent", Basis.PREVIOUS),
        ({"2016/17 Q1": "3", "2016/17 Q2": "4"}, "rank", Basis.PREVIOUS),
        ({"Jul 2016": "20", "Aug 2016": "15"}, "rate per 1,000", Basis.YEAR),
        ({f"{year}/{year % 100 + 1:02d}": "100" for year in range(2004, 2016)}, "count", Basis.CHART),
        ({f"{year}/{year % 100 + 1:02d}": "100" for year in range(2005, 2016)}, "count", Basis.PREVIOUS),
    ],
)
def test_the_rule_where_none_is_named(judged, values, unit, basis):
    assert judged(values, unit=unit)[0].basis is basis


STEADY = ("100", "104", "98", "101", "103", "97", "102", "99", "100", "103", "98")


@pytest.mark.parametrize(
    ("last", "polarity", "verdict", "direction"),
    [
        # The mean moving range of the first eleven is 3.7, so 160 and 40 lie far beyond any limit.
        ("160", "lower", Verdict.WORSENED, Direction.UP),
        ("160", "higher", Verdict.IMPROVED, Direction.UP),
        ("40", "lower", Verdict.IMPROVED, Direction.DOWN),
        ("160", "neutral", Verdict.NOT_ASSESSED, Direction.UP),
        ("101", "lower", Verdict.NO_CLEAR_CHANGE, None),
    ],
)
def test_on_a_control_chart_only_a_special_cause_at_the_end_counts(judged, last, polarity, verdict, direction):
    years = {
        f"{year}/{year % 100 + 1:02d}": value
        for year, value in zip(range(2004, 2016), (*STEADY, last), strict=True)
    }
    found, _ = judged(years, unit="pounds", polarity=polarity)
    assert (found.basis, found.verdict, found.direction) == (Basis.CHART, verdict, direction)


def test_a_chart_that_has_no_limits_is_not_tested(judged):
    found, _ = judged(TWO_YEARS, compare="chart")
    assert (found.verdict, found.why) == (Verdict.NOT_TESTED, Untested.TOO_FEW_PERIODS)


def test_without_a_value_there_is_no_verdict(evidence, row):
    known = evidence(
        [row("thing", "2016/17 Q1", "5"), row("thing", "2016/17 Q2", None, marker="*")], cut_off="2016/17 Q2"
    )
    assert measure_verdict(known, "thing") is None
