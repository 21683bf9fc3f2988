from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.language.english import ENGLISH
from plangen.language.english.figures import exact, figure, in_words, number, ordinal
from plangen.model.number import places_after_point, rounded
from plangen.model.unit import Unit

NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, places=4)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("26626", 0, "26,626"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-0.05", 1, "−0.1"),
        ("-0.04", 1, "0.0"),
        ("0.915", 2, "0.92"),
        ("1234567.891", 1, "1,234,567.9"),
        ("7", 2, "7.00"),
        ("1e30", 0, "1," + ",".join(["000"] * 10)),
    ],
)
def test_numbers_round_half_up(value, decimals, shown):
    assert number(Decimal(value), decimals) == shown


@given(NUMBERS, st.integers(0, 3))
def test_rounding_is_nearest_and_symmetric(value, decimals):
    found = rounded(value, decimals)
    assert abs(found - value) <= Decimal(5).scaleb(-decimals - 1)
    assert rounded(-value, decimals) == -found
    assert rounded(found, decimals) == found


@given(NUMBERS)
def test_only_ties_differ_from_half_even(value):
    tie = abs(value) % 1 == Decimal("0.5")
    even = value.quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    assert tie or rounded(value, 0) == even


@given(NUMBERS)
def test_exact_loses_nothing(value):
    assert Decimal(exact(value).replace(",", "").replace("−", "-")) == value


def test_places_after_the_point():
    assert [places_after_point(Decimal(text)) for text in ("7", "7.0", "7.50", "1e3", "NaN")] == [0, 0, 1, 0, 0]
    assert places_after_point(Decimal(1) / 3) == 12


@pytest.mark.parametrize(
    ("place", "shown"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (22, "22nd"), (101, "101st"), (111, "111th")],
)  # fmt: skip
def test_ordinals(place, shown):
    assert ordinal(place) == shown


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "shown"),
    [
        ("26626", "count", 0, "26,626"),
        ("50", "percent", 0, "50%"),
        ("10.54", "percent", 2, "10.54%"),
        ("0.95", "rate per 1,000", 2, "0.95"),
        ("12", "rank", 0, "12th"),
        ("106500", "pounds", 0, "£106,500"),
        ("-5", "pounds", 0, "−£5"),
        ("-1.5", "percent", 1, "−1.5%"),
        ("9.5", "minutes", 1, "9.5 minutes"),
        ("1", "hours", 0, "1 hour"),
        ("1.0", "hours", 1, "1.0 hours"),
        ("-2", "days", 0, "−2 days"),
    ],
)
def test_a_value_in_its_unit(value, unit, decimals, shown):
    assert figure(Decimal(value), Unit.parse(unit), decimals) == shown


def test_small_whole_numbers_in_words():
    shown = [in_words(Decimal(text)) for text in ("1", "4", "9", "10", "0", "2.5", "1200")]
    assert shown == ["one", "four", "nine", "10", "0", "2.5", "1,200"]


@pytest.mark.parametrize(
    ("chapter", "running"),
    [
        ("Headline actions", "Looking forward: headline actions"),
        ("CCTV and lighting", "Looking forward: CCTV and lighting"),
        ("2012 and after", "Looking forward: 2012 and after"),
    ],
)
def test_a_chapter_keeps_the_capitals_of_an_abbreviation_in_its_running_head(chapter, running):
    assert ENGLISH.editions.part_running("Looking forward", chapter) == running
