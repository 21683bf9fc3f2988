"""The interval of a value: from the counts behind it, as published, or not at all and why."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.measures.position import group_position
from plangen.measures.value_intervals import ValueInterval, interval_of
from plangen.model.result import Untested
from plangen.model.working import IntervalMethod

SHARE = {"share": {"unit": "percent", "polarity": "higher", "intervals": "yes"}}
RATE = {"rate": {"unit": "rate per 1,000", "decimals": 2, "population": "all", "intervals": "yes"}}
PEOPLE = {"all": {"name": "Residents", "years": {2016: {"count": 1000, "source": "Estimates"}}}}


@pytest.fixture
def interval(evidence):
    def found(*rows, **more):
        return interval_of(evidence([*rows], cut_off="2016/17 Q4", **more), rows[0])

    return found


def ends(found: ValueInterval | Untested | None) -> tuple[float, float]:
    assert isinstance(found, ValueInterval)
    assert found.lower.number is not None
    assert found.upper.number is not None
    return float(found.lower.number), float(found.upper.number)


def test_a_percentage_has_wilson_s(interval, row):
    """81 of 263: 0.2553 to 0.3662 (R. G. Newcombe, Statistics in Medicine 17, 1998, 857-872, method 3)."""
    observed = row("share", "2016/17", str(Decimal(8100) / 263), numerator="81", denominator="263")
    found = interval(observed, indicators=SHARE)
    assert ends(found) == pytest.approx((25.53, 36.62), abs=0.005)
    assert found.method is IntervalMethod.PROPORTION


def test_a_rate_and_a_count_have_byar_s_or_the_exact_ones(interval, row):
    """8 events: 3.4538 to 15.7632 (F. Garwood, Biometrika 28, 1936); 1,000 people make the rate the same."""
    exact = pytest.approx((3.4538, 15.7632), abs=0.0001)
    assert ends(interval(row("rate", "2016/17 Q2", "8"), indicators=RATE, populations=PEOPLE)) == exact
    assert ends(interval(row("all_crime", "2016/17 Q2", "8"))) == exact


def test_published_ends_win(interval, row):
    rows = [row("all_crime", "2016/17 Q2", "100", series=series) for series in ("actual",)]
    rows += [
        row("all_crime", "2016/17 Q2", "77", series="lower"),
        row("all_crime", "2016/17 Q2", "130", series="upper"),
    ]
    found = interval(*rows)
    assert ends(found) == (77.0, 130.0)
    assert found.method is IntervalMethod.PUBLISHED
    assert ends(interval(*rows[:2])) != (77.0, 130.0), "half an interval is none"


@pytest.mark.parametrize(
    ("indicator", "period", "value", "why"),
    [
        ("share", "2016/17", "50", Untested.SAMPLE_UNKNOWN),
        ("rate", "2014/15 Q2", "8", Untested.POPULATION_UNKNOWN),
        ("all_crime", "2016/17", "8.5", Untested.COUNTS_UNKNOWN),
        ("cost", "2016/17", "8", Untested.NO_TEST),
        ("place", "2016/17", "8", Untested.NO_TEST),
    ],
)
def test_why_there_is_none(interval, row, indicator, period, value, why):
    described = SHARE | RATE | {"cost": {"unit": "pounds"}, "place": {"unit": "rank"}}
    assert interval(row(indicator, period, value), indicators=described, populations=PEOPLE) is why


def test_a_value_that_is_not_shown_has_none(interval, row):
    assert interval(row("all_crime", "2016/17", None, marker="-")) is None
    assert interval(row("all_crime", "2016/17", "3"), small_numbers=5) is None


def test_published_ends_of_an_interval_are_no_bounds_of_the_group(evidence, row):
    rows = [
        row("all_crime", "2016/17", value, area=area) for area, value in (("Southampton", "9"), ("Luton", "5"))
    ]
    rows += [
        row("all_crime", "2016/17", value, series=series) for series, value in (("lower", "4"), ("upper", "17"))
    ]
    for intervals, bounds in (("no", (Decimal(4), Decimal(17))), ("yes", (None, None))):
        described = {"all_crime": {"intervals": intervals}}
        found = group_position(evidence(rows, cut_off="2016/17", indicators=described), "all_crime")
        assert (found.lower, found.upper) == bounds
