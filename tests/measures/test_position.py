from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.measures.position import group_position, place_in_group, ranks
from plangen.model.comparison import Range
from plangen.model.period_text import read_period
from plangen.model.unit import Polarity

DATA = Path(__file__).parent / "data"

# Crimes per 1,000 residents in the most similar group, 2015/16: Safe City performance report, quarter 2 2016/17.
GROUP = {
    "Luton": 65, "Eastbourne": 67, "Plymouth": 76, "Gloucester": 76, "Derby": 79, "Slough": 81, "Hounslow": 81,
    "Reading": 85, "Cardiff": 91, "Newcastle": 92, "Northampton": 94, "Leeds": 97, "Bristol": 102,
    "Portsmouth": 104, "Southampton": 109,
}  # fmt: skip


@pytest.fixture
def members(row):
    return [row("rate", "2015/16", str(value), area=area) for area, value in GROUP.items()]


def test_ties_share_the_better_rank():
    assert ranks([Decimal(v) for v in (5, 7, 9, 9, 11)], Polarity.LOWER) == (1, 2, 3, 3, 5)
    assert ranks([Decimal(v) for v in (5, 7, 9, 9, 11)], Polarity.HIGHER) == (5, 4, 2, 2, 1)
    with pytest.raises(ValueError, match="no best"):
        ranks([Decimal(1)], Polarity.NEUTRAL)


def read(name):
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


def numbers(text):
    return [Decimal(number) for number in text.split()]


@pytest.mark.parametrize("known", read("ranks.csv"), ids=lambda known: known["what"] + ", " + known["polarity"])
def test_ranks_of_another_package(known):
    expected = tuple(int(rank) for rank in known["ranks"].split())
    assert ranks(numbers(known["values"]), Polarity(known["polarity"])) == expected


@pytest.mark.parametrize("known", read("group_bounds.csv"), ids=lambda known: known["k"])
def test_mean_and_bounds_of_another_package(evidence, row, known):
    values = numbers(known["values"])
    rows = [row("rate", "2015/16", str(value), area=f"area {n}") for n, value in enumerate(values)]
    found = group_position(evidence(rows, cut_off="2016/17"), "rate", k=Decimal(known["k"]))
    made = tuple(float(value) for value in (found.mean, found.spread, found.lower, found.upper))
    expected = tuple(float(known[name]) for name in ("mean", "spread", "lower", "upper"))
    assert made == pytest.approx(expected, rel=1e-6)


def test_a_count_too_small_to_publish_takes_no_place(evidence, row):
    rows = [row("all_crime", "2015/16", value, area=area) for area, value in (("A", "3"), ("B", "9"), ("C", "12"))]
    found = group_position(evidence(rows, cut_off="2016/17", small_numbers=5), "all_crime")
    assert [(place.area, place.rank) for place in found.places] == [("B", 1), ("C", 2)]


@given(st.lists(st.integers(0, 20).map(Decimal), min_size=1), st.sampled_from([Polarity.LOWER, Polarity.HIGHER]))
def test_a_rank_counts_how_many_are_better(values, polarity):
    better = {Polarity.LOWER: lambda a, b: a < b, Polarity.HIGHER: lambda a, b: a > b}[polarity]
    assert ranks(values, polarity) == tuple(1 + sum(better(other, own) for other in values) for own in values)


def test_the_group_of_the_report(evidence, members):
    found = group_position(evidence(members, cut_off="2016/17"), "rate")
    assert (found.own.rank, found.size, str(found.period)) == (15, 15, "2015/16")
    assert [(place.area, place.rank) for place in found.places[2:5]] == [
        ("Gloucester", 3),
        ("Plymouth", 3),
        ("Derby", 5),
    ]
    assert found.mean == Decimal(sum(GROUP.values())) / 15
    assert (found.lower, found.upper, found.k) == (None, None, None)


def test_bounds_from_k_are_sample_standard_deviations(evidence, row):
    # 2, 4, 4, 4, 5, 5, 7, 9: sum of squares about the mean of 5 is 32; over 7, its root is 2.13809.
    rows = [row("rate", "2015/16", str(v), area=f"area {n}") for n, v in enumerate((2, 4, 4, 4, 5, 5, 7, 9))]
    found = group_position(evidence(rows, cut_off="2016/17"), "rate", k=Decimal(2))
    assert found.mean == 5
    assert float(found.upper) == pytest.approx(5 + 2 * 2.13809, abs=1e-5)
    assert float(found.lower) == pytest.approx(5 - 2 * 2.13809, abs=1e-5)
    assert found.k == 2
    assert found.own is None


def test_published_bounds_win(evidence, row, members):
    rows = [*members, row("rate", "2015/16", "70", series="lower"), row("rate", "2015/16", "100", series="upper")]
    found = group_position(evidence(rows, cut_off="2016/17"), "rate", k=Decimal(2))
    assert (found.lower, found.upper, found.k) == (70, 100, None)


def test_no_group_no_position(evidence, row):
    known = evidence([row("rate", "2010/11", "5"), row("rate", "2010/11", marker="N/A", area="Luton")])
    assert group_position(known, "rate") is None
    assert group_position(known, "rate", read_period("2009/10")) is None


@pytest.mark.parametrize(
    ("own", "polarity", "found"),
    [
        # Mean of 10, 20, 30 and the own value; the bounds are published: 15 and 25.
        ("40", "lower", Range.WORSE),
        ("40", "higher", Range.BETTER),
        ("20", "lower", Range.WITHIN),
        ("25", "lower", Range.WITHIN),
        ("5", "lower", Range.BETTER),
    ],
)
def test_a_place_is_judged_by_the_value_behind_it(evidence, row, own, polarity, found):
    rows = [row("rate", "2015/16", value, area=area) for area, value in (("A", "10"), ("B", "20"), ("C", "30"))]
    rows += [row("rate", "2015/16", own), row("rank", "2015/16", "4", denominator="4")]
    rows += [row("rate", "2015/16", value, series=series) for series, value in (("lower", "15"), ("upper", "25"))]
    indicators = {"rate": {"unit": "pounds", "polarity": polarity}, "rank": {"unit": "rank", "ranks": "rate"}}
    known = evidence(rows, cut_off="2016/17", indicators=indicators)
    assert place_in_group(known, "rank", read_period("2015/16")).range is found
    assert place_in_group(known, "rate", read_period("2015/16")) is None
    assert place_in_group(known, "rank", read_period("2014/15")) is None


def test_without_bounds_a_place_is_only_a_place(evidence, row):
    rows = [row("rate", "2015/16", "10", area="A"), row("rate", "2015/16", "20"), row("rank", "2015/16", "2")]
    known = evidence(rows, cut_off="2016/17", indicators={"rank": {"unit": "rank", "ranks": "rate"}})
    assert place_in_group(known, "rank", read_period("2015/16")) is None
