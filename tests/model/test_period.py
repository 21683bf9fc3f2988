from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.model.period import Period, PeriodKind
from plangen.model.period_text import read_period

YEARS = st.integers(1910, 2190)
QUARTERS = st.tuples(st.integers(1, 4), st.integers(1, 4)).map(sorted).filter(lambda q: q != [1, 4])
PERIODS = st.one_of(
    YEARS.map(Period.financial_year),
    YEARS.map(Period.calendar_year),
    YEARS.map(Period.academic_year),
    st.builds(lambda year, q: Period.quarters(year, q[0], q[1]), YEARS, QUARTERS),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(Period.span, YEARS, st.integers(1, 12), st.integers(2, 40)),
    st.dates(date(1910, 1, 1), date(2190, 12, 31)).map(Period.as_at),
)


@pytest.mark.parametrize(
    ("text", "canonical", "start", "end", "kind"),
    [
        ("2009/10", "2009/10", date(2009, 4, 1), date(2010, 3, 31), PeriodKind.FINANCIAL_YEAR),
        ("1999/2000", "1999/00", date(1999, 4, 1), date(2000, 3, 31), PeriodKind.FINANCIAL_YEAR),
        ("2016/17 Q1", "2016/17 Q1", date(2016, 4, 1), date(2016, 6, 30), PeriodKind.QUARTER),
        ("Q4 2016/17", "2016/17 Q4", date(2017, 1, 1), date(2017, 3, 31), PeriodKind.QUARTER),
        ("2010/11 q1 – Q2", "2010/11 Q1-Q2", date(2010, 4, 1), date(2010, 9, 30), PeriodKind.PART_YEAR),
        ("Sept 2010", "Sep 2010", date(2010, 9, 1), date(2010, 9, 30), PeriodKind.MONTH),
        ("february 2012", "Feb 2012", date(2012, 2, 1), date(2012, 2, 29), PeriodKind.MONTH),
        ("2015", "2015", date(2015, 1, 1), date(2015, 12, 31), PeriodKind.CALENDAR_YEAR),
        (
            "academic year 2015/16",
            "Academic year 2015/16",
            date(2015, 9, 1),
            date(2016, 8, 31),
            PeriodKind.ACADEMIC_YEAR,
        ),
        ("Oct 2013—Sep 2014", "Oct 2013 - Sep 2014", date(2013, 10, 1), date(2014, 9, 30), PeriodKind.SPAN),
        ("as at 31 March 2010", "at 31 Mar 2010", date(2010, 3, 31), date(2010, 3, 31), PeriodKind.AS_AT),
        ("2010-03-31", "at 31 Mar 2010", date(2010, 3, 31), date(2010, 3, 31), PeriodKind.AS_AT),
        (
            "  2009\N{NO-BREAK SPACE}/ 10 ",
            "2009/10",
            date(2009, 4, 1),
            date(2010, 3, 31),
            PeriodKind.FINANCIAL_YEAR,
        ),
    ],
)
def test_a_period_is_read_in_the_forms_people_use(
    text: str, canonical: str, start: date, end: date, kind: PeriodKind
) -> None:
    period = read_period(text)
    assert (period.text, period.start, period.end, period.kind) == (canonical, start, end, kind)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("2010-12", "may be a month or a financial year; write Dec 2010 for the month, or 2010/11"),
        ("2009-10", "write Oct 2009 for the month, or 2009/10"),
        ("2010-2011", "write 2010/11"),
        ("2010-45", "neither a month nor a financial year"),
        ("2009/11", "the second part is the year after the first; write 2009/10"),
        ("1999/01", "write 1999/00"),
        ("2010/11 Q1-Q4", "the whole year; write 2010/11"),
        ("2010/11 Q2-Q1", "write 2010/11 Q1-Q2"),
        ("2010/11 Q2-Q2", "write 2010/11 Q2"),
        ("2010/11 Q5", "is not a period"),
        ("Oct 2013 - Oct 2013", "write Oct 2013"),
        ("Sep 2014 - Oct 2013", "ends before it begins"),
        ("Marx 2010", "is not a month"),
        ("31 Feb 2010", "no such date"),
        ("٢٠٠٩/١٠", "digits other than 0 to 9"),
        ("1812", "1812 is not a year"),
        ("", "is not a period; write 2009/10"),
        ("2009/10" * 50, "is not a period"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(text: str, advice: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        read_period(text)
    assert advice in str(refused.value)


@given(PERIODS)
def test_the_canonical_text_is_read_back_as_the_same_period(period: Period) -> None:
    again = read_period(period.text)
    assert again == period
    assert again.text == str(period)


@given(PERIODS)
def test_the_previous_period_ends_the_day_before_and_is_as_long(period: Period) -> None:
    previous = period.previous()
    assert previous.same_length(period)
    assert previous < period
    assert not previous.overlaps(period)
    if period.kind is not PeriodKind.AS_AT:
        assert (period.start - previous.end).days == 1


@given(PERIODS)
def test_the_year_before_keeps_kind_and_month(period: Period) -> None:
    before = period.year_before()
    assert (before.kind, before.months) == (period.kind, period.months)
    assert (before.start.year, before.start.month) == (period.start.year - 1, period.start.month)


@given(PERIODS, PERIODS)
def test_periods_are_ordered_by_their_end(one: Period, other: Period) -> None:
    assert (one < other) == ((one.end, one.start) < (other.end, other.start))
    if one.contains(other):
        assert one.overlaps(other)
        assert one.months >= other.months


def test_a_part_of_three_quarters_is_preceded_by_the_three_before() -> None:
    assert str(read_period("2010/11 Q1-Q3").previous()) == "2009/10 Q2-Q4"
    assert str(read_period("2010/11 Q2-Q4").previous()) == "Oct 2009 - Jun 2010"


def test_the_year_before_a_leap_day_is_the_28th() -> None:
    assert str(read_period("29 Feb 2012").year_before()) == "at 28 Feb 2011"


def test_the_same_days_are_the_same_period_however_written() -> None:
    assert read_period("Apr 2009 - Mar 2010") == read_period("2009/10")
