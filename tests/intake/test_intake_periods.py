"""Section 2.2 of the contract for imports: each way of writing a period, and what is asked instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.intake.cells import CellKind, SheetCell
from plangen.intake.headings import HeadingRole, TableHeading, read_heading
from plangen.intake.periods import Ask, YearAnswers
from plangen.model.period import Period
from plangen.model.period_text import read_period

READ = {
    "2016/17 Q1": "Q1 2016/17 | 2016/17 Q1 | Q1 16/17 | 2016-17 Q1 | Qtr 1 2016/17 | "
    "Quarter 1 (Apr-Jun) 2016/17 | "
    "Apr-Jun 16 | April to June 2016 | Apr 16 - Jun 16 | Q1  2016–17 | q1 '16/17",
    "May 2016 - Jul 2016": "May-Jul 2016 | May 16 to Jul 16",
    "2016/17 Q1-Q2": "Apr-Sep 16 | H1 2016/17 | Q1-Q2 2016/17 | YTD Sep 16 | YTD Q2 2016/17",
    "Apr 2016": "Apr 2016 | Apr-16 | April 16 | M1 2016/17 | Apr. '16",
    "2016/17": "2016-17 | 2016/17 | 16/17 | FY16/17 | FY 2016-17 | Outturn 2016/17 | 2016/17 Actual",
    "Jul 2015 - Jun 2016": "Year to Jun 16 | 12 months to 30 June 2016 | YE Jun-16 | Year ending June 2016 | "
    "Rolling 12m to Jun 16",
    "Apr 2015 - Mar 2016": "Year to Mar 16 | 12 months to 31 March 2016",
    "2016": "2016",
    "Academic year 2015/16": "AY 2015/16",
    "at 31 Mar 2016": "As at 31/03/2016",
}
ASKED = {
    Ask.ONCE: "FY17 | FY 2017 | Q1 FY17",
    Ask.CALENDAR_QUARTER: "Q1 2016 | Quarter 3 2015",
    Ask.MONTH_OR_YEAR: "2010-11 | 2000-01",
    Ask.DENIED: "Quarter 1 (Jul-Sep) 2016/17",
    Ask.DAY: "01/04/2016 | 1 Apr 2016 | 16-Apr",
    Ask.NO_SUCH: "2016/18 | 12 months to 15 June 2016 | Q1 2016/18",
}
NOT_TIMES = "Total crime | Change | 16-17 | Q5 2016/17 | Residents 16 to 24 | 1.2a | Forecast 2016/17"


def text(words: str) -> TableHeading:
    return read_heading(SheetCell(CellKind.TEXT, words), YearAnswers())


def split(table: dict[object, str]) -> list[tuple[object, str]]:
    return [(key, words) for key, texts in table.items() for words in texts.split(" | ")]


@pytest.mark.parametrize(("period", "words"), split(dict(READ)))
def test_a_way_of_writing_a_period(period: str, words: str) -> None:
    found = text(words)
    assert found.role is HeadingRole.TIME
    assert found.time
    assert found.time.period
    assert found.time.period.text == period


@pytest.mark.parametrize(("ask", "words"), split(dict(ASKED)))
def test_what_may_be_two_periods_is_asked(ask: Ask, words: str) -> None:
    found = text(words)
    assert found.time
    assert (found.role, found.time.ask, found.time.period) == (HeadingRole.TIME, ask, None)


@pytest.mark.parametrize("words", NOT_TIMES.split(" | "))
def test_other_words_are_no_period(words: str) -> None:
    assert text(words).role is not HeadingRole.TIME


@pytest.mark.parametrize(
    ("once_ends", "financial", "words", "period"),
    [
        (True, None, "FY17", "2016/17"),
        (False, None, "FY17", "2017/18"),
        (None, True, "Q1 2016", "2016/17 Q1"),
        (None, False, "Q1 2016", "2015/16 Q4"),
    ],
)
def test_an_answer_holds_for_a_pattern(once_ends: bool, financial: bool, words: str, period: str) -> None:
    found = read_heading(SheetCell(CellKind.TEXT, words), YearAnswers(once_ends, financial))
    assert found.time
    assert found.time.period
    assert found.time.period.text == period


def test_a_heading_says_more_than_its_period() -> None:
    assert text("Q1 2016/17 MSG average").benchmark == "msg average"
    assert text("Q1 2016/17 (provisional)").provisional
    assert text("2016/17 Q2 (to Aug 16)").data_to == "Aug 16"
    for words, role in (
        ("Target 16/17", HeadingRole.TARGET),
        ("Change Q1 to Q2", HeadingRole.CHANGE),
        ("YTD", HeadingRole.TOTAL),
    ):
        assert text(words).role is role


@given(
    st.one_of(
        st.builds(Period.quarters, st.integers(1990, 2090), st.just(2), st.sampled_from([2, 3])),
        st.builds(Period.financial_year, st.integers(1990, 2090)),
        st.builds(Period.month, st.integers(1990, 2090), st.integers(1, 12)),
        st.builds(Period.calendar_year, st.integers(1990, 2090)),
    )
)
def test_canonical_periods_are_read_as_themselves(period: Period) -> None:
    found = text(period.text)
    assert found.time
    assert found.time.period == read_period(period.text)
