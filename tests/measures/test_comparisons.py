from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.language.english.comparisons import age_words, beside_benchmark, why_words
from plangen.language.english.levels import table_figure
from plangen.measures.comparisons import benchmark_difference, compare
from plangen.model.comparison import Missing
from plangen.model.period_text import read_period
from plangen.model.result import ChanceTest, Untested

SURVEY = {"survey": {"unit": "percent", "polarity": "higher", "every": "2 years"}}
RATE = {"rate": {"unit": "rate per 1,000", "decimals": 1}}


def quarters(row, values, **more):
    """Rows of `rate` for quarters as text: {"2016/17 Q1": "28.06"}."""
    return [row("rate", period, value, **more) for period, value in values.items()]


@pytest.fixture
def compared(evidence):
    def make(rows, id="rate", cut_off="2016/17 Q2", **more):
        more.setdefault("indicators", RATE | SURVEY)
        return compare(evidence(rows, cut_off=cut_off, **more), id)

    return make


def test_both_changes_name_their_base(compared, row):
    # Total crime of the pack: 1.86 / 28.06 = 6.63% and 4.52 / 25.4 = 17.80%.
    found = compared(quarters(row, {"2015/16 Q2": "25.4", "2016/17 Q1": "28.06", "2016/17 Q2": "29.92"}))
    assert (str(found.previous.base), str(found.year_before.base)) == ("2016/17 Q1", "2015/16 Q2")
    assert float(found.previous.amount) == pytest.approx(6.628653, rel=1e-6)
    assert float(found.year_before.amount) == pytest.approx(17.795276, rel=1e-6)
    assert (found.why_no_previous, found.why_no_year_before, found.older) == (None, None, False)


def test_the_year_before_is_exactly_that_period(compared, row):
    found = compared(quarters(row, {"2015/16 Q1": "25.4", "2015/16 Q3": "26", "2016/17 Q2": "29.92"}))
    assert found.year_before is None
    assert found.why_no_year_before is Missing.NO_ROW
    assert str(found.previous.base) == "2015/16 Q3"


def test_a_survey_every_two_years(compared, row):
    rows = [row("survey", "2013/14", "58"), row("survey", "2015/16", "60")]
    found = compared(rows, "survey")
    assert (str(found.previous.base), found.year_before) == ("2013/14", None)
    assert found.why_no_year_before is Missing.NOT_EVERY_YEAR
    assert found.older


def test_a_yearly_measure_has_one_base(compared, row):
    found = compared([row("all_crime", "2014/15", "100"), row("all_crime", "2015/16", "90")], "all_crime")
    assert found.same_base
    assert found.previous == found.year_before


@pytest.mark.parametrize(
    ("values", "previous", "year"),
    [
        ({"2016/17 Q2": "5"}, Missing.FIRST, Missing.NO_ROW),
        ({"2015/16": "20", "2016/17 Q2": "5"}, Missing.DIFFERENT_LENGTH, Missing.NO_ROW),
        ({"2015/16 Q1-Q2": "20", "2016/17 Q2": "5"}, Missing.DIFFERENT_LENGTH, Missing.DIFFERENT_LENGTH),
        ({"2015/16 Q2": "0", "2016/17 Q1": "0", "2016/17 Q2": "5"}, Missing.FROM_ZERO, Missing.FROM_ZERO),
    ],
)
def test_every_reason_for_no_change(compared, row, values, previous, year):
    found = compared(quarters(row, values))
    assert (found.why_no_previous, found.why_no_year_before) == (previous, year)


def test_from_zero_keeps_its_direction(compared, row):
    found = compared(quarters(row, {"2016/17 Q1": "0", "2016/17 Q2": "5"}))
    assert (found.previous.amount, found.previous.direction.value) == (None, "up")


def test_what_is_not_shown_is_not_compared(compared, row):
    hidden = quarters(row, {"2015/16 Q2": None, "2016/17 Q1": None}, marker="*") + quarters(
        row, {"2016/17 Q2": "5"}
    )
    assert compared(hidden).why_no_previous is Missing.NO_VALUE
    assert compared(hidden).why_no_year_before is Missing.NO_VALUE
    small = [row("all_crime", "2016/17 Q1", "3"), row("all_crime", "2016/17 Q2", "12")]
    assert compared(small, "all_crime", small_numbers=5).why_no_previous is Missing.NO_VALUE


def test_nothing_now_and_nothing_at_all(compared, row):
    rows = quarters(row, {"2016/17 Q1": "5"}) + quarters(row, {"2016/17 Q2": None}, marker="-")
    found = compared(rows)
    assert (found.why_no_previous, found.why_no_year_before) == (Missing.NO_CURRENT_VALUE,) * 2
    empty = compared([row("all_crime", "2015/16", "1")], "rate")
    assert (empty.current, empty.previous, empty.why_no_previous) == (None, None, Missing.FIRST)


def test_the_first_year_there_is(compared, row):
    found = compared([row("all_crime", "1900/01", "5")], "all_crime")
    assert found.why_no_year_before is Missing.NO_ROW


def test_rolling_spans_are_compared_but_not_tested(compared, row):
    rows = [row("all_crime", "Jul 2013 - Jun 2014", "100"), row("all_crime", "Oct 2013 - Sep 2014", "900")]
    found = compared(rows, "all_crime")
    assert found.previous.amount == 800
    assert found.previous.test == ChanceTest.none(Untested.OVERLAPPING)
    assert found.why_no_year_before is Missing.NO_ROW


def test_reasons_in_words(evidence, row):
    indicators = evidence([row("survey", "2015/16", "60")], indicators=SURVEY | RATE).records.indicators
    assert why_words(Missing.NOT_EVERY_YEAR, indicators["survey"]) == "Measured every 2 years"
    said = {why_words(reason, indicators["survey"]) for reason in Missing}
    assert {"No figure", "Periods differ in length", "No percentage: from zero"} <= said
    assert "" not in said


@pytest.mark.parametrize(
    ("marker", "words"),
    [("*", "Suppressed"), ("not published", "Not published"), ("not collected", "Not collected")],
)
def test_what_the_data_says_of_a_missing_figure(compared, row, marker, words):
    rows = quarters(row, {"2015/16 Q2": None, "2016/17 Q1": None}, marker=marker) + quarters(
        row, {"2016/17 Q2": "5"}
    )
    found = compared(rows)
    for missing, level in ((found.why_no_previous, found.before), (found.why_no_year_before, found.then)):
        assert why_words(missing, None, level) == words
        assert table_figure(level) == words


def test_a_count_too_small_to_show_is_suppressed_as_previous_value_too(compared, row):
    small = [row("all_crime", "2016/17 Q1", "3"), row("all_crime", "2016/17 Q2", "12")]
    assert table_figure(compared(small, "all_crime", small_numbers=5).before) == "Suppressed"


# Benchmarks


def beside(evidence, row, own, other, cut_off="2016/17 Q2", **unit):
    rows = quarters(row, {"2016/17 Q2": own}) + quarters(row, {"2016/17 Q2": other}, series="benchmark")
    indicators = {"rate": RATE["rate"] | {"population": "all"} | unit}
    city = {"all": {"name": "Residents", "years": {2016: {"count": 251565, "source": "Forecasts"}}}}
    return benchmark_difference(evidence(rows, cut_off=cut_off, indicators=indicators, populations=city), "rate")


@pytest.mark.parametrize(
    ("own", "other", "unit", "absolute", "percent", "words"),
    [
        # By hand: 29.92 - 24.2 = 5.72; 5.72 / 24.2 = 23.6364%.
        ("29.92", "24.2", {}, "5.72", 23.636364, "23.6% above"),
        ("0.92", "1.10", {"decimals": 2}, "-0.18", -16.363636, "16.4% below"),
        ("5", "5.00", {}, "0", 0, "level with"),
        ("39.2", "37.6", {"unit": "percent"}, "1.6", 4.255319, "1.6 percentage points above"),
        ("5", "0", {}, "5", None, "5.0 above"),
        ("-1", "-2", {}, "1", 50, "50.0% above"),
        ("14", "12", {"unit": "rank", "decimals": 0}, "2", None, "2 places above"),
        ("100.001", "100", {}, "0.001", 0.001, "less than 0.1% above"),
    ],
)
def test_difference_from_the_benchmark(evidence, row, own, other, unit, absolute, percent, words):
    found = beside(evidence, row, own, other, **unit)
    assert found.absolute.number == Decimal(absolute)
    if percent is None:
        assert found.percent is None
    else:
        assert float(found.percent.number) == pytest.approx(percent, rel=1e-6)
    assert beside_benchmark(found) == words


def test_a_benchmark_is_never_carried_forward(evidence, row):
    rows = quarters(row, {"2016/17 Q1": "28.06", "2016/17 Q2": "29.92"})
    rows += quarters(row, {"2016/17 Q1": "24.2"}, series="benchmark")
    known = evidence(rows, cut_off="2016/17 Q2", indicators=RATE)
    assert benchmark_difference(known, "rate") is None
    assert benchmark_difference(known, "rate", read_period("2016/17 Q1")).absolute.number == Decimal("3.86")


def test_a_marker_is_no_benchmark(evidence, row):
    rows = quarters(row, {"2016/17 Q2": "0.11"})
    rows += quarters(row, {"2016/17 Q2": None}, series="benchmark", marker="-")
    assert benchmark_difference(evidence(rows, cut_off="2016/17 Q2", indicators=RATE), "rate") is None


@pytest.mark.parametrize(
    ("id", "period", "more", "words"),
    [
        ("survey", "2015/16", {}, "2015/16, every 2 years"),
        ("rate", "2016/17 Q1", {}, "Quarter 1, 2016/17"),
        ("rate", "2016/17 Q2", {"data_to": "Aug 2016"}, "Data to August 2016"),
        ("rate", "2016/17 Q2", {"data_to": "month 5"}, "Data to month 5"),
        ("rate", "2016/17 Q2", {}, ""),
    ],
)
def test_an_older_value_says_so(evidence, row, id, period, more, words):
    known = evidence([row(id, period, "5", **more)], cut_off="2016/17 Q2", indicators=RATE | SURVEY)
    current = compare(known, id).current
    assert age_words(current, known.records.indicators[id], read_period("2016/17 Q2")) == words
