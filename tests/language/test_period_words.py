from __future__ import annotations

import pytest

from plangen.language.english.periods import end_words, period_words, short_period, stage_words, tick
from plangen.model.period_text import read_period


@pytest.mark.parametrize(
    ("period", "full", "short", "end", "ticks"),
    [
        ("2010/11", "2010/11", "2010/11", "the end of March 2011", ("2010/11", "")),
        (
            "2010/11 Q2",
            "quarter 2, 2010/11 (July to September 2010)",
            "quarter 2, 2010/11",
            "the end of September 2010",
            ("Q2", "2010/11"),
        ),
        (
            "2010/11 Q4",
            "quarter 4, 2010/11 (January to March 2011)",
            "quarter 4, 2010/11",
            "the end of March 2011",
            ("Q4", "2010/11"),
        ),
        (
            "2010/11 Q1-Q2",
            "the first half of 2010/11",
            "the first half of 2010/11",
            "the end of September 2010",
            ("Q1-Q2", "2010/11"),
        ),
        (
            "2010/11 Q2-Q3",
            "quarters 2 to 3 of 2010/11",
            "quarters 2 to 3 of 2010/11",
            "the end of December 2010",
            ("Q2-Q3", "2010/11"),
        ),
        ("Dec 2010", "December 2010", "December 2010", "the end of December 2010", ("Dec", "2010")),
        ("2015", "2015", "2015", "the end of December 2015", ("2015", "")),
        (
            "Academic year 2015/16",
            "the academic year 2015/16",
            "the academic year 2015/16",
            "the end of August 2016",
            ("2015/16", ""),
        ),
        (
            "Oct 2013 - Sep 2014",
            "October 2013 to September 2014",
            "October 2013 to September 2014",
            "the end of September 2014",
            ("Oct 2013 to", "Sep 2014"),
        ),
        ("at 31 Mar 2010", "31 March 2010", "31 March 2010", "31 March 2010", ("31 Mar", "2010")),
    ],
)
def test_a_period_in_words(period, full, short, end, ticks):
    found = read_period(period)
    assert (period_words(found), short_period(found), end_words(found), tick(found)) == (full, short, end, ticks)


@pytest.mark.parametrize(
    ("period", "due", "words"),
    [
        ("2010/11 Q1-Q2", "2010/11", "at the half year"),
        ("2010/11 Q2", "2010/11", "at the end of quarter 2"),
        ("2010/11 Q1", "2010/11", "at the end of quarter 1"),
        ("2010/11 Q1-Q3", "2010/11", "at the end of quarter 3"),
        ("Dec 2010", "2010/11", "at the end of quarter 3"),
        ("Nov 2010", "2010/11", "at the end of November 2010"),
        ("at 30 Sep 2010", "2010/11", "at 30 September 2010"),
        ("2010/11", "2010/11", "at the year end"),
        ("Dec 2010", "2010/11 Q3", "at the end of December 2010"),
        ("Nov 2010", "2010/11 Q3", "at the end of November 2010"),
    ],
)
def test_how_far_into_the_due_period(period, due, words):
    assert stage_words(read_period(period), read_period(due)) == words
