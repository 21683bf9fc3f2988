"""The words in and under charts of a group and control charts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from records import record_of

from plangen.document.charts import ReferenceLine
from plangen.language.english.charts import column_head, group_note, group_subtitle, line_words
from plangen.language.english.comparisons import gap_words
from plangen.language.english.control import (
    beyond_words,
    control_note,
    in_a_row_words,
    near_words,
    rising_words,
    several_beyond_words,
    too_few_words,
)
from plangen.model.comparison import Gap
from plangen.model.indicator import Indicator
from plangen.model.period import PeriodKind
from plangen.model.period_text import read_period


def indicator(unit="count", polarity="lower", decimals=0):
    return record_of(
        Indicator, {"name": "Crime", "unit": unit, "polarity": polarity, "decimals": decimals, "source": "Police"}
    )


@pytest.mark.parametrize(
    ("unit", "polarity", "words"),
    [
        ("rate per 1,000", "lower", "Crime per 1,000, most similar group, 2015/16; 1 is the lowest rate"),
        ("percent", "higher", "Crime, most similar group, 2015/16; 1 is the highest share"),
        ("rank", "higher", "Crime, most similar group, 2015/16; 1 is the lowest place"),
    ],
)
def test_a_subtitle_says_which_end_is_best(unit, polarity, words):
    assert group_subtitle(indicator(unit, polarity), "Most similar group", read_period("2015/16")) == words


def test_bounds_that_the_data_publishes_are_said_to_be():
    assert group_note(indicator(), 15, None, None, True).endswith("Bounds: as published.")
    assert group_note(indicator(), 15, None, None, False) == "Average: the mean of all 15 areas."
    two = group_note(indicator(), 15, Decimal("1.96"), Decimal("13.2"), True)
    assert "plus and minus 1.96 sample standard deviations (13.2)" in two


@pytest.mark.parametrize(
    ("unit", "decimals", "value", "words"),
    [
        ("count", 0, "86.6", "Average 86.6"),
        ("rate per 1,000", 2, "0.9223", "Average 0.92"),
        ("percent", 0, "50", "Average 50.0%"),
        ("rank", 0, "7.5", "Average 7.5"),
        ("pounds", 0, "-1234.5", "Average −£1,234.5"),
    ],
)
def test_a_line_is_a_name_and_a_figure(unit, decimals, value, words):
    assert line_words(ReferenceLine.AVERAGE, indicator(unit, decimals=decimals), Decimal(value)) == words


def test_no_line_no_words():
    assert line_words(ReferenceLine.LOWER_BOUND, indicator(), None) == ""
    assert column_head(indicator("pounds")) == "Amount"


def test_what_stands_out():
    month, quarter = PeriodKind.MONTH, PeriodKind.QUARTER
    assert beyond_words(read_period("2015/16 Q3"), above=False) == "Quarter 3, 2015/16: below the lower limit"
    assert in_a_row_words(7, month, above=False) == "Seven months in a row below the mean"
    assert in_a_row_words(12, quarter, above=True) == "12 quarters in a row above the mean"
    assert in_a_row_words(8, PeriodKind.AS_AT, above=True) == "Eight values in a row above the mean"
    assert rising_words(7, PeriodKind.FINANCIAL_YEAR, rising=True) == "Seven years in a row rising"
    assert several_beyond_words(3, month, above=True) == "Three months in a row above the upper limit"
    assert near_words(3, month, above=True) == "Two of three months close to the upper limit"
    assert near_words(5, month, above=False) == "At least two of any three months close to the lower limit"


@pytest.mark.parametrize(("count", "end"), [(0, "are none"), (1, "is 1"), (5, "are five"), (11, "are 11")])
def test_too_few(count, end):
    assert too_few_words(count, 12) == f"No usual range is shown: it needs at least 12 values, and there {end}"


def test_a_note_says_only_what_holds():
    plain = "Limits are the mean plus and minus 2.66 times the average moving range (XmR method)."
    assert control_note(indicator(polarity="neutral"), 0, 0, floored=False) == plain
    assert control_note(indicator("rank"), 0, 0, floored=False) == plain
    full = control_note(indicator(polarity="higher"), 2, 1, floored=True)
    assert full.startswith("Higher is better. Limits")
    assert "leaving out 2 moving ranges of 3.267 times" in full
    assert full.endswith("One period without a value is left out.")


def test_every_gap_has_words():
    said = [gap_words(gap, read_period("2016/17 Q1")) for gap in Gap]
    assert len(set(said)) == len(said)
    assert "Quarter 1, 2016/17 is not complete" in said
    assert gap_words(Gap.MISSING) == "A period is missing"
