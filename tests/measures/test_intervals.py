from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.measures.intervals import proportion_interval, rate_interval

DATA = Path(__file__).parent / "data" / "intervals.csv"
PUBLISHED = list(csv.DictReader(DATA.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("known", PUBLISHED, ids=lambda known: known["method"] + known["count"])
def test_published_limits(known):
    """Full figures agree to 1e-6 relative; where a source prints fewer digits the row says how close."""
    count, confidence = int(known["count"]), float(known["confidence"])
    if known["method"] == "wilson":
        limits = proportion_interval(count, int(known["total"]), confidence)
    else:
        people = int(known["total"] or 1)
        limits = rate_interval(count, people, per=100 if known["total"] else 1, confidence=confidence)
    expected = (float(known["lower"]), float(known["upper"]))
    close = {kind: float(known[kind]) for kind in ("rel", "abs") if known[kind]}
    assert limits == pytest.approx(expected, **close)


def test_every_expected_value_names_its_source():
    assert all(known["source"].strip() and (known["rel"] or known["abs"]) for known in PUBLISHED)


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.sampled_from([0.8, 0.9, 0.95]))
def test_a_rate_lies_within_its_limits_and_more_confidence_is_wider(count, population, confidence):
    lower, upper = rate_interval(count, population, confidence=confidence)
    assert 0 <= lower <= count / population * 1000 * (1 + 1e-9)
    assert upper > count / population * 1000
    wider = rate_interval(count, population, confidence=0.99)
    assert wider[0] <= lower
    assert wider[1] > upper


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_proportion_lies_within_its_limits_and_mirrors(counted):
    successes, total = counted
    lower, upper = proportion_interval(successes, total)
    assert 0 <= lower <= successes / total <= upper <= 1
    mirrored = proportion_interval(total - successes, total)
    assert mirrored == pytest.approx((1 - upper, 1 - lower))


def test_limits_are_per_as_many_people_as_asked():
    per_thousand, per_ten_thousand = rate_interval(228, 240000), rate_interval(228, 240000, per=10000)
    assert per_ten_thousand == pytest.approx(tuple(10 * limit for limit in per_thousand))
    assert rate_interval(Decimal(228), Decimal(240000)) == per_thousand


@pytest.mark.parametrize("count", [-1, 1.5, Decimal("0.5"), float("nan")])
def test_only_whole_counts(count):
    with pytest.raises(ValueError, match="whole number"):
        rate_interval(count, 1000)
    with pytest.raises(ValueError, match="whole number"):
        proportion_interval(count, 1000)


@pytest.mark.parametrize("population", [0, -5, float("nan"), float("inf")])
def test_a_rate_needs_people(population):
    with pytest.raises(ValueError, match="population"):
        rate_interval(5, population)


@pytest.mark.parametrize(("successes", "total"), [(0, 0), (5, 4)])
def test_a_proportion_needs_a_total(successes, total):
    with pytest.raises(ValueError, match="at least 1"):
        proportion_interval(successes, total)


@pytest.mark.parametrize("confidence", [0, 1, 95, -0.5])
def test_a_confidence_lies_between_0_and_1(confidence):
    with pytest.raises(ValueError, match="between 0 and 1"):
        rate_interval(5, 1000, confidence=confidence)
