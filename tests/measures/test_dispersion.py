"""How much more than chance a series varies, and what that does to a verdict."""

from __future__ import annotations

import csv

import pytest
from measures.oracles import DATA, SERIES, per_year

from plangen.measures.changes import change
from plangen.measures.clarity import rates_p
from plangen.measures.dispersion import dispersion
from plangen.model.result import Clarity


def read(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counted(name):
    kind, counts, people = SERIES[name]
    return [(at % per_year(kind), count, people[at // per_year(kind)]) for at, count in enumerate(counts)]


@pytest.mark.parametrize("known", read("dispersion.csv"), ids=lambda known: known["series"])
def test_dispersion_of_another_package(known):
    expected = float(known["pearson"]) / int(known["df"])
    assert dispersion(counted(known["series"])) == pytest.approx(max(1.0, expected), rel=1e-9)


def test_it_is_never_below_one():
    (known,) = (row for row in read("dispersion.csv") if row["series"] == "quarters that vary little")
    assert float(known["pearson"]) / int(known["df"]) < 1
    assert dispersion(counted("quarters that vary little")) == 1.0


@pytest.mark.parametrize("known", read("widened.csv"), ids=lambda known: known["first"])
def test_a_widened_test_of_another_package(known):
    counts = int(known["first"]), float(known["first_of"]), int(known["second"]), float(known["second_of"])
    assert rates_p(*counts, float(known["dispersion"])) == pytest.approx(float(known["p"]), rel=1e-9)
    assert rates_p(*counts, float(known["dispersion"])) > rates_p(*counts)


def test_eight_periods_are_enough_and_a_season_alone_says_nothing():
    assert dispersion(counted("eight quarters")) is not None
    assert dispersion(counted("eight quarters")[:7]) is None
    assert dispersion([(month, 10, 1.0) for month in range(12)]) is None
    assert dispersion([(0, 0, 1.0)] * 8) is None


def by_hand():
    # One season of 4, 8, 4, 8, 4, 8, 4, 8: mean 6, X² = 8 x 4 / 6 = 5.333, df 7: below 1.
    # 10, 30 four times: mean 20, X² = 8 x 100 / 20 = 40, df 7: 5.714.
    return [(0, count, 1.0) for count in (10, 30) * 4]


def test_dispersion_by_hand():
    assert dispersion(by_hand()) == pytest.approx(40 / 7)
    assert dispersion([(0, count, 1.0) for count in (4, 8) * 4]) == 1.0


def test_a_series_in_bursts_needs_a_larger_change(evidence, row):
    """From 30 to 60 is clear by chance alone (p = 0.002), and is not where 10 and 30 took turns before."""
    years = range(2006, 2014)
    bursts = [row("thing", f"{y}/{y % 100 + 1:02d}", v) for y, v in zip(years, ("10", "30") * 4, strict=True)]
    after = row("thing", "2014/15", "60")
    found = change(evidence([*bursts, after], cut_off="2016/17"), "thing").test
    assert found.dispersion == pytest.approx(40 / 7)
    assert found.clarity is Clarity.NOT_CLEAR
    short = change(evidence([*bursts[1:], after], cut_off="2016/17"), "thing").test
    assert (short.dispersion, short.clarity) == (None, Clarity.CLEAR)


def test_part_of_a_period_and_later_ones_say_nothing(evidence, row):
    years = range(2006, 2014)
    rows = [row("thing", f"{y}/{y % 100 + 1:02d}", v) for y, v in zip(years, ("10", "30") * 4, strict=True)]
    rows[0] = row("thing", "2006/07", "10", data_to="Jan 2007")
    assert change(evidence(rows, cut_off="2016/17"), "thing").test.dispersion is None
