from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.language.english.comparisons import gap_words
from plangen.language.english.workings import working_of
from plangen.measures.accumulations import rolling_year, year_to_date
from plangen.model.comparison import Gap
from plangen.model.observation import Standing
from plangen.model.period import Period

QUARTERS = {
    "2015/16 Q2": "20", "2015/16 Q3": "30", "2015/16 Q4": "40", "2016/17 Q1": "50", "2016/17 Q2": "60",
}  # fmt: skip


def rows_of(row, values, **more):
    return [row("all_crime", period, value, **more) for period, value in values.items()]


@pytest.fixture
def known(evidence, row):
    def make(values, rows=(), cut_off="2016/17", **more):
        return evidence([*rows_of(row, values), *rows], cut_off=cut_off, **more)

    return make


def test_a_year_to_date_is_the_sum_since_april(known):
    found = year_to_date(known(QUARTERS), "all_crime").total
    assert (found.number, str(found.period), working_of(found)) == (110, "2016/17 Q1-Q2", "50 + 60")
    assert len(found.inputs) == 2


def test_twelve_months_up_to_a_quarter(known):
    found = rolling_year(known(QUARTERS), "all_crime").total
    assert (found.number, str(found.period)) == (180, "Oct 2015 - Sep 2016")
    earlier = rolling_year(known(QUARTERS | {"2015/16 Q1": "10"}), "all_crime", Period.parse("2015/16 Q4")).total
    assert (earlier.number, str(earlier.period)) == (100, "2015/16")


def test_the_first_quarter_is_its_own_year_to_date(known):
    found = year_to_date(known(QUARTERS), "all_crime", Period.parse("2016/17 Q1")).total
    assert (found.number, str(found.period)) == (50, "2016/17 Q1")


def test_months_and_half_years(known):
    months = {"Apr 2016": "1", "May 2016": "2", "Jun 2016": "3", "Jul 2016": "4"}
    assert year_to_date(known(months), "all_crime").total.number == 10
    assert (
        str(year_to_date(known(months), "all_crime", Period.parse("May 2016")).total.period)
        == "Apr 2016 - May 2016"
    )
    half = {"2016/17 Q1-Q2": "70", "2015/16 Q3-Q4": "30"}
    assert year_to_date(known(half), "all_crime").total.number == 70
    assert rolling_year(known(half), "all_crime").total.number == 100


def test_other_lengths_of_period_are_not_added_in(known):
    found = year_to_date(
        known(QUARTERS | {"2015/16": "999", "2016/17 Q1-Q2": "1"}), "all_crime", Period.parse("2016/17 Q2")
    )
    assert found.total.number == 110


@pytest.mark.parametrize(
    ("values", "period", "gap", "at", "words"),
    [
        ({"2016/17 Q2": "60"}, None, Gap.MISSING, "2016/17 Q1", "Quarter 1, 2016/17 is missing"),
        (
            {"Oct 2013 - Sep 2014": "9"},
            None,
            Gap.DOES_NOT_FIT,
            "Oct 2013 - Sep 2014",
            "Periods do not fit the year",
        ),
        (
            {"Feb 2016 - Apr 2016": "9"},
            None,
            Gap.DOES_NOT_FIT,
            "Feb 2016 - Apr 2016",
            "Periods do not fit the year",
        ),
        ({"at 31 Mar 2016": "9"}, None, Gap.DOES_NOT_FIT, "at 31 Mar 2016", "Periods do not fit the year"),
        (
            {"Jul 2013 - Jun 2014": "8", "Oct 2013 - Sep 2014": "9"},
            None,
            Gap.OVERLAPPING,
            "Oct 2013 - Sep 2014",
            "Periods overlap",
        ),
        ({"2015/16": "9"}, "2016/17 Q1", Gap.MISSING, "2016/17 Q1", "Quarter 1, 2016/17 is missing"),
    ],
)
def test_why_there_is_no_year_to_date(known, values, period, gap, at, words):
    asked = Period.parse(period) if period else None
    found = year_to_date(known(values), "all_crime", asked)
    assert (found.total, found.why, str(found.gap_at)) == (None, gap, at)
    assert gap_words(found.why, found.gap_at) == words


def test_no_row_at_all(known, row):
    elsewhere = known({}, rows=[row("other", "2016/17 Q1", "5")])
    assert year_to_date(elsewhere, "all_crime").why is Gap.NOTHING
    assert rolling_year(elsewhere, "all_crime").why is Gap.NOTHING


def test_only_what_adds_up_is_added_up(known, row):
    rates = known({}, rows=[row("rate", "2016/17 Q1", "5")], indicators={"rate": {"unit": "rate per 1,000"}})
    assert year_to_date(rates, "rate").why is Gap.NOT_ADDED
    pounds = known({}, rows=[row("cost", "2016/17 Q1", "5")], indicators={"cost": {"unit": "pounds"}})
    assert year_to_date(pounds, "cost").total.number == 5


def test_a_value_that_covers_more_than_its_period_overlaps_the_next(known):
    covering = known(QUARTERS, indicators={"all_crime": {"covers": "12 months"}})
    assert year_to_date(covering, "all_crime").why is Gap.OVERLAPPING


def test_a_suppressed_part_cannot_be_had_by_subtraction(known):
    found = year_to_date(known(QUARTERS | {"2016/17 Q1": "3"}, small_numbers=5), "all_crime")
    assert (found.total, found.why, str(found.gap_at)) == (None, Gap.NO_VALUE, "2016/17 Q1")


def test_part_data_may_stand_last_only(known, row):
    last = known({"2016/17 Q1": "50"}, rows=rows_of(row, {"2016/17 Q2": "40"}, data_to="Aug 2016"))
    assert year_to_date(last, "all_crime").total.data_to == "Aug 2016"
    inner = known({"2016/17 Q2": "50"}, rows=rows_of(row, {"2016/17 Q1": "40"}, data_to="May 2016"))
    assert year_to_date(inner, "all_crime").why is Gap.INCOMPLETE


def test_a_provisional_part_makes_the_sum_provisional(known, row):
    first = rows_of(row, {"2016/17 Q1": "50"}, standing=Standing.PROVISIONAL)
    assert (
        year_to_date(known({"2016/17 Q2": "60"}, rows=first), "all_crime").total.standing is Standing.PROVISIONAL
    )


def test_before_the_first_year_there_is(known):
    assert rolling_year(known({"Jan 1900": "5"}), "all_crime").why is Gap.DOES_NOT_FIT


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12))
def test_a_year_of_months_is_their_sum(evidence, row, values):
    months = [Period.span(2015, 4, n + 1).end for n in range(len(values))]
    periods = [str(Period.month(day.year, day.month)) for day in months]
    rows = [row("all_crime", period, str(value)) for period, value in zip(periods, values, strict=True)]
    found = year_to_date(evidence(rows, cut_off="2016/17"), "all_crime")
    assert found.total.number == sum(values)
    assert (rolling_year(evidence(rows, cut_off="2016/17"), "all_crime").total is None) is (len(values) < 12)
