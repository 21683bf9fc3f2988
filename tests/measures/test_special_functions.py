"""Against Python's own functions, which are as good but not the same everywhere; and to the last bit."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.measures.clarity import proportions_p, rates_p
from plangen.measures.intervals import proportion_interval, rate_interval
from plangen.measures.special_functions import binomial_chance, exponential, log_factorial, normal_tails


@given(st.floats(-700, 700))
def test_exponential(power):
    assert exponential(power) == pytest.approx(math.exp(power), rel=1e-14)


def test_what_is_too_small_for_a_float_is_nothing():
    assert exponential(-1e9) == 0.0
    assert normal_tails(40.0) == 0.0


@given(st.integers(0, 10**9))
def test_log_factorial(number):
    assert float(log_factorial(number)) == pytest.approx(math.lgamma(number + 1), rel=1e-14)


def test_the_series_of_the_factorial_joins_on_to_the_product():
    assert float(log_factorial(60) - log_factorial(59)) == pytest.approx(math.log(60), rel=1e-15)


@given(st.integers(0, 90), st.integers(1, 90), st.floats(0.01, 0.99))
def test_binomial_chance(count, others, share):
    total = count + others
    expected = math.comb(total, count) * share**count * (1 - share) ** (total - count)
    assert binomial_chance(count, total, share) == pytest.approx(expected, rel=1e-12)


@given(st.floats(0, 37))
def test_normal_tails(z):
    assert normal_tails(z) == pytest.approx(math.erfc(z / math.sqrt(2)), rel=1e-12)


def test_the_two_ways_to_the_tails_meet():
    assert normal_tails(math.nextafter(3.0, 0.0)) == pytest.approx(normal_tails(3.0), rel=1e-12)


PINNED = {
    "a rate": (rates_p(234, 251565, 279, 251565), "0x1.a998f2a43e73fp-5"),
    "many events": (rates_p(500_000_000, 1, 500_050_000, 1), "0x1.d2618d1ec09ecp-4"),
    "a proportion": (proportions_p(40, 100, 60, 100), "0x1.328f5ec350f80p-8"),
    "Byar": (rate_interval(228, 240000)[1], "0x1.14e7027e67ed1p+0"),
    "Garwood": (rate_interval(7, 240000)[0], "0x1.80411e4d84ed5p-7"),
    "Wilson": (proportion_interval(81, 263)[0], "0x1.056a5a8faf8c5p-2"),
}


@pytest.mark.parametrize("name", PINNED)
def test_every_machine_finds_the_same_to_the_last_bit(name):
    found, expected = PINNED[name]
    assert found.hex() == expected
