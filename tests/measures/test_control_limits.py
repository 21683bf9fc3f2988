from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.measures.control_limits import Limits, SpecialCause, SpecialCauseRule, points_of, special_causes, xmr

DATA = Path(__file__).parent / "data"

# By hand: 12 points, ranges 1 1 1 ... so the mean moving range is 1; mean 10.5; limits 10.5 ± 2.66.
STEADY = [10, 11] * 6


RULES = {
    "beyond": SpecialCauseRule.BEYOND_LIMITS,
    "run": SpecialCauseRule.RUN,
    "trend": SpecialCauseRule.TREND,
    "near": SpecialCauseRule.NEAR_LIMIT,
}


def read(name):
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


def numbers(text):
    return [Decimal(number) for number in text.split()]


@pytest.mark.parametrize(
    "known", read("control_limits.csv"), ids=lambda known: known["series"] + known["screened"]
)
def test_limits_of_published_examples_and_other_packages(known):
    limits = xmr(numbers(known["values"]), screen_outliers=known["screened"] == "yes")
    close = {kind: float(known[kind]) for kind in ("rel", "abs") if known[kind]}
    expected = tuple(float(known[name]) for name in ("mean", "lower", "upper"))
    assert (limits.mean, limits.lower, limits.upper) == pytest.approx(expected, **close)


def test_limits_worked_out_in_a_table():
    """One row a point: its moving range, and whether it is under 3.267 times the average of all of them."""
    rows = read("xmr_by_hand.csv")
    limits = xmr([Decimal(row["value"]) for row in rows])
    kept = sum(row["kept"] == "yes" for row in rows)
    moving_range = int(rows[-1]["kept_total"]) / kept
    mean = int(rows[-1]["running_total"]) / len(rows)
    assert limits.screened == sum(row["kept"] == "no" for row in rows)
    assert (limits.moving_range, limits.mean) == pytest.approx((moving_range, mean), rel=1e-6)
    assert (limits.lower, limits.upper) == pytest.approx((17.240260, 29.331169), rel=1e-6)


@pytest.mark.parametrize("known", read("special_causes.csv"), ids=lambda known: known["values"])
def test_each_rule_with_what_it_finds_and_what_it_does_not(known):
    limits = Limits(float(known["mean"]), float(known["lower"]), float(known["upper"]), 1.0)
    rule = RULES[known["rule"]]
    causes = found(numbers(known["values"]), limits, rule)
    told = [f"{c.first + 1}-{c.last + 1} {'high' if c.high else 'low'}" for c in causes]
    assert "; ".join(told) == known["expected"]


def test_points_close_to_a_limit_are_told_without_those_between():
    (cause,) = found([0, 2.5, -1, 2.5, 0], WIDE, SpecialCauseRule.NEAR_LIMIT)
    assert points_of(cause, [0, 2.5, -1, 2.5, 0], WIDE) == (1, 3)
    (run,) = found([1] * 7, WIDE, SpecialCauseRule.RUN)
    assert points_of(run, [1] * 7, WIDE) == tuple(range(7))


def found(values, limits, rule):
    return [cause for cause in special_causes(values, limits) if cause.rule is rule]


def test_limits_are_the_mean_and_2_66_mean_moving_ranges():
    limits = xmr(STEADY)
    assert (limits.mean, limits.moving_range, limits.screened) == (10.5, 1.0, 0)
    assert (limits.lower, limits.upper) == pytest.approx((7.84, 13.16))


def test_large_ranges_are_screened_once():
    # By hand: ranges 10 x 1 and 1 x 89 (from 11 to 100): mean 9, screen at 29.403, then the mean of the rest is 1.
    values = [*STEADY[:11], 99]
    limits = xmr(values)
    assert (limits.moving_range, limits.screened) == (1.0, 1)
    assert xmr(values, screen_outliers=False).moving_range == 9.0


def test_a_series_that_never_moves_has_limits_at_its_mean():
    assert xmr([Decimal("0.1")] * 12) == Limits(0.1, 0.1, 0.1, 0.0)


def test_fewer_than_12_points_have_no_limits():
    with pytest.raises(ValueError, match="at least 12 points, not 11"):
        xmr(range(11))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_has_no_limits(value):
    with pytest.raises(ValueError, match="is not a number"):
        xmr([*STEADY, value])


WIDE = Limits(mean=0.0, lower=-3.0, upper=3.0, moving_range=1.128)


def test_a_point_beyond_a_limit_but_not_on_it():
    causes = found([0, 3.1, 3.0, -3.1], WIDE, SpecialCauseRule.BEYOND_LIMITS)
    assert causes == [
        SpecialCause(SpecialCauseRule.BEYOND_LIMITS, 1, 1, True),
        SpecialCause(SpecialCauseRule.BEYOND_LIMITS, 3, 3, False),
    ]


def test_seven_on_one_side_and_a_point_on_the_mean_breaks_it():
    assert found([-1, 1, 1, 1, 1, 1, 1, 1, 1, -1], WIDE, SpecialCauseRule.RUN) == [
        SpecialCause(SpecialCauseRule.RUN, 1, 8, True)
    ]
    assert found([1, 1, 1, 1, 1, 1, 0, 1, 1], WIDE, SpecialCauseRule.RUN) == []


def test_seven_rising_or_falling_and_a_tie_breaks_it():
    assert found([1, 2, 3, 4, 5, 6, 7, 1], WIDE, SpecialCauseRule.TREND) == [
        SpecialCause(SpecialCauseRule.TREND, 0, 6, True)
    ]
    assert found([7, 6, 5, 4, 3, 2, 1], WIDE, SpecialCauseRule.TREND) == [
        SpecialCause(SpecialCauseRule.TREND, 0, 6, False)
    ]
    assert found([1, 2, 3, 3, 4, 5, 6, 7, 8], WIDE, SpecialCauseRule.TREND) == []


def test_two_of_three_in_the_outer_third_on_one_side():
    assert found([0, 2.5, 0, 2.5, 0], WIDE, SpecialCauseRule.NEAR_LIMIT) == [
        SpecialCause(SpecialCauseRule.NEAR_LIMIT, 1, 3, True)
    ]
    assert found([0, 2.5, -2.5, 0, 0], WIDE, SpecialCauseRule.NEAR_LIMIT) == []
    assert found([0, 2.0, 2.0, 0, 0], WIDE, SpecialCauseRule.NEAR_LIMIT) == []
    assert found([0, 3.5, 2.5, 0, 0], WIDE, SpecialCauseRule.NEAR_LIMIT) == []


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=12, max_size=40))
def test_limits_enclose_the_mean_and_shift_with_the_values(values):
    limits = xmr(values)
    assert limits.lower <= limits.mean <= limits.upper
    shifted = xmr([value + 7 for value in values])
    assert shifted.mean == pytest.approx(limits.mean + 7)
    assert shifted.upper - shifted.lower == pytest.approx(limits.upper - limits.lower)


@given(st.lists(st.integers(-5, 5), min_size=12, max_size=40))
def test_mirrored_values_have_mirrored_causes(values):
    limits = xmr(values)
    mirror = [-value for value in values]
    turned = [SpecialCause(c.rule, c.first, c.last, not c.high) for c in special_causes(mirror, xmr(mirror))]
    assert sorted(turned, key=str) == sorted(special_causes(values, limits), key=str)
