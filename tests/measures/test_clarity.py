from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.measures.changes import change
from plangen.measures.clarity import proportions_p, rates_p
from plangen.model.result import Clarity, Untested

POPULATION = {"populations": {"all": {"name": "Residents", "years": {2016: {"count": 240000, "source": "ONS"}}}}}
RATE = {"rate": {"unit": "rate per 1,000", "decimals": 2, "population": "all"}}
SHARE = {"share": {"unit": "percent", "polarity": "higher"}}


def clarity_of(evidence, before, after, **more):
    return change(evidence([before, after], cut_off="2016/17", **more), after.indicator).test.clarity


def binomial(total, share, counts):
    return sum(math.comb(total, k) * share**k * (1 - share) ** (total - k) for k in counts)


@given(st.integers(0, 30), st.integers(0, 30), st.sampled_from([(1.0, 1.0), (2.0, 1.0), (1.0, 3.0)]))
def test_the_rates_test_is_twice_the_smaller_binomial_tail(first, second, exposures):
    total, share = first + second, exposures[0] / sum(exposures)
    lower = binomial(total, share, range(first + 1))
    upper = binomial(total, share, range(first, total + 1))
    expected = min(1.0, 2 * min(lower, upper))
    assert rates_p(first, exposures[0], second, exposures[1]) == pytest.approx(expected)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_p_is_a_chance_and_does_not_mind_the_order(first, second):
    p = rates_p(first, 1.0, second, 1.0)
    assert 0 <= p <= 1
    assert p == pytest.approx(rates_p(second, 1.0, first, 1.0), rel=1e-6, abs=1e-12)


def test_two_proportions_by_hand():
    # 40 of 100 and 60 of 100: pooled 0.5, error sqrt(0.5 x 0.5 x 0.02) = 0.070711, z = 2.82843, p = 0.004678.
    assert proportions_p(40, 100, 60, 100) == pytest.approx(0.004678, abs=1e-6)
    assert proportions_p(1, 100, 3, 100) is None


@pytest.mark.parametrize("counts", [(5, 5), (4, 6), (95, 95)])
def test_proportions_are_tested_where_five_of_a_hundred_are_expected(counts):
    assert proportions_p(counts[0], 100, counts[1], 100) is not None


@pytest.mark.parametrize("counts", [(4, 5), (1, 8), (95, 96)])
def test_proportions_are_not_tested_where_four_and_a_half_are_expected(counts):
    assert proportions_p(counts[0], 100, counts[1], 100) is None


def test_a_rate_with_a_known_population_is_tested(evidence, row):
    # 0.93 and 0.92 per 1,000 of 240,000 are 223 and 221 burglaries; 28.06 and 29.92 are 6,734 and 7,181 crimes.
    small = row("rate", "2016/17 Q1", "0.93"), row("rate", "2016/17 Q2", "0.92")
    large = row("rate", "2016/17 Q1", "28.06"), row("rate", "2016/17 Q2", "29.92")
    assert clarity_of(evidence, *small, indicators=RATE, **POPULATION) is Clarity.NOT_CLEAR
    assert clarity_of(evidence, *large, indicators=RATE, **POPULATION) is Clarity.CLEAR


def test_a_rate_of_an_unknown_population_is_not_tested(evidence, row):
    rows = row("rate", "2015/16 Q4", "28"), row("rate", "2016/17 Q1", "40")
    assert clarity_of(evidence, *rows, indicators=RATE, **POPULATION) is Clarity.NOT_TESTED


def test_a_rate_with_its_events_is_tested(evidence, row):
    rows = row("rate", "2014/15", "28", numerator=280), row("rate", "2015/16", "40", numerator=400)
    assert clarity_of(evidence, *rows, indicators=RATE, **POPULATION) is Clarity.CLEAR


@pytest.mark.parametrize(
    ("before", "after", "clarity"),
    [
        ("100", "110", Clarity.NOT_CLEAR),
        ("100", "130", Clarity.NOT_CLEAR),  # p = 0.056
        ("100", "131", Clarity.CLEAR),  # p = 0.048
        ("1" + "0" * 400, "5", Clarity.NOT_TESTED),
        ("1000", "1100", Clarity.CLEAR),
        ("0", "0", Clarity.NOT_CLEAR),
    ],
)
def test_counts_are_tested(evidence, row, before, after, clarity):
    assert clarity_of(evidence, row("all_crime", "2014/15", before), row("all_crime", "2015/16", after)) is clarity


def test_counts_that_are_not_whole_are_not(evidence, row):
    rows = row("all_crime", "2014/15", "10.5"), row("all_crime", "2015/16", "100")
    assert clarity_of(evidence, *rows) is Clarity.NOT_TESTED


def test_percentages_are_tested_with_their_totals_only(evidence, row):
    known = (
        row("share", "2014/15", "40", numerator=40, denominator=100),
        row("share", "2015/16", "60", denominator=100),
    )
    assert clarity_of(evidence, *known, indicators=SHARE) is Clarity.CLEAR
    unknown = row("share", "2014/15", "40"), row("share", "2015/16", "60")
    assert clarity_of(evidence, *unknown, indicators=SHARE) is Clarity.NOT_TESTED


def test_overlapping_spans_and_part_data_are_not_tested(evidence, row):
    spans = row("all_crime", "Jul 2013 - Jun 2014", "100"), row("all_crime", "Oct 2013 - Sep 2014", "900")
    assert clarity_of(evidence, *spans) is Clarity.NOT_TESTED
    part = row("all_crime", "2014/15", "100"), row("all_crime", "2015/16", "900", data_to="Aug 2015")
    assert clarity_of(evidence, *part) is Clarity.NOT_TESTED


def test_places_and_pounds_are_not_tested(evidence, row):
    for unit in ("rank", "pounds"):
        rows = row("thing", "2014/15", "14"), row("thing", "2015/16", "12")
        assert clarity_of(evidence, *rows, indicators={"thing": {"unit": unit}}) is Clarity.NOT_TESTED


@pytest.mark.parametrize(
    ("unit", "before", "after", "why"),
    [
        ("rank", {"value": "3"}, {"value": "4"}, Untested.NO_TEST),
        ("minutes", {"value": "9"}, {"value": "8"}, Untested.NO_TEST),
        ("count", {"period": "Jul 2013 - Jun 2014"}, {"period": "Oct 2013 - Sep 2014"}, Untested.OVERLAPPING),
        ("percent", {}, {}, Untested.SAMPLE_UNKNOWN),
        ("percent", {"denominator": 100}, {"data_to": "Aug 2015"}, Untested.SAMPLE_UNKNOWN),
        ("percent", {"denominator": 100}, {"denominator": 100, "data_to": "Aug 2015"}, Untested.PART_OF_PERIOD),
        ("percent", {"value": "1", "denominator": 100}, {"value": "3", "denominator": 100}, Untested.SMALL_COUNTS),
        ("rate per 1,000", {}, {}, Untested.POPULATION_UNKNOWN),
        ("count", {"value": "10.5"}, {}, Untested.COUNTS_UNKNOWN),
        ("count", {}, {"data_to": "Aug 2015"}, Untested.PART_OF_PERIOD),
    ],
)
def test_a_change_that_is_not_tested_says_why(evidence, row, unit, before, after, why):
    rows = [
        row("thing", **{"period": period, "value": value, **more})
        for period, value, more in (("2014/15", "40", before), ("2015/16", "60", after))
    ]
    known = evidence(rows, cut_off="2016/17", indicators={"thing": {"unit": unit}})
    found = change(known, "thing").test
    assert (found.clarity, found.why, found.p) == (Clarity.NOT_TESTED, why, None)
