"""No percentage where it would rest on few; 50 unless somebody names another threshold."""

from __future__ import annotations

import pytest

from plangen.language.english.changes import fall_or_rise, movement_words, signed_change, size_words, travel_amount
from plangen.measures.changes import change
from plangen.measures.comparisons import benchmark_difference

CITY = {"all": {"name": "Residents", "years": {2016: {"count": 20000, "source": "Made up"}}}}
RATE = {"unit": "rate per 1,000", "decimals": 2, "population": "all"}


@pytest.fixture
def changed(evidence, row):
    def make(before, after, unit=None, **partnership):
        rows = [row("thing", "2016/17 Q1", before), row("thing", "2016/17 Q2", after)]
        found = evidence(rows, cut_off="2016/17 Q2", indicators={"thing": unit or {}}, **partnership)
        return change(found, "thing")

    return make


@pytest.mark.parametrize(
    ("before", "after", "unit", "words"),
    [
        ("11", "0", {}, ("11", "down 11", "Down 11", "−11", "11 fewer")),
        ("49", "56", {}, ("7", "up 7", "Up 7", "+7", "7 more")),
        ("50", "55", {}, ("10%", "up 10%", "Up 10%", "+10.0%", "10% rise")),
        # 0.05 per 1,000 of 20,000 people is one; 2.50 is fifty.
        ("0.05", "0.11", RATE, ("0.06", "up 0.06", "Up 0.06", "+0.06", "0.06 more")),
        ("2.50", "5.00", RATE, ("100%", "up 100%", "Up 100%", "+100.0%", "100% rise")),
        # A rate of nobody knows how many people.
        (
            "2.50",
            "5.00",
            {"unit": "rate per 1,000", "decimals": 1},
            ("2.5", "up 2.5", "Up 2.5", "+2.5", "2.5 more"),
        ),
        ("11", "0", {"small_base": 10}, ("100%", "down 100%", "Down 100%", "−100.0%", "100% fall")),
        ("10%", "5%", {"unit": "percent"}, None),
    ],
)
def test_counts_stand_for_percentages(changed, before, after, unit, words):
    found = changed(before.rstrip("%"), after.rstrip("%"), unit, populations=CITY)
    if words is None:
        assert (found.small_base, size_words(found)) == (False, "5 percentage points")
        return
    assert (
        size_words(found),
        movement_words(found),
        travel_amount(found),
        signed_change(found),
        fall_or_rise(found),
    ) == words


def test_the_partnership_names_another_threshold(changed):
    assert size_words(changed("11", "22", small_base=5)) == "100%"
    assert size_words(changed("80", "40", small_base=100)) == "40"


def test_the_counts_behind_a_rate_are_known_with_its_population(changed):
    assert changed("0.05", "0.10", RATE, populations=CITY).cases == (1, 2)
    assert changed("0.05", "0.10", {"unit": "rate per 1,000"}).cases is None
    assert changed("5", "10").cases is None


def test_from_zero_stays_from_zero(changed):
    assert size_words(changed("0", "5")) == "no percentage: from zero"


def test_a_rate_of_few_stands_beside_its_benchmark_without_a_percentage(evidence, row):
    rows = [row("thing", "2016/17 Q2", "0.11"), row("thing", "2016/17 Q2", "0.10", series="benchmark")]
    known = evidence(rows, cut_off="2016/17 Q2", indicators={"thing": RATE}, populations=CITY)
    assert benchmark_difference(known, "thing").percent is None
