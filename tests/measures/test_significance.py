"""Whether a change is clear, against other packages' p values and the pack's own burglaries."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from plangen.measures.changes import change
from plangen.measures.clarity import proportions_p, rates_p
from plangen.model.result import Clarity

DATA = Path(__file__).parent / "data"
CITY = {
    "all": {"name": "Residents", "years": {2016: {"count": 251565, "source": "Small Area Population Forecasts"}}}
}
BURGLARY = {"burglary": {"unit": "rate per 1,000", "decimals": 2, "population": "all"}}


def read(name):
    return list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("known", read("significance.csv"), ids=lambda known: known["test"] + known["first"])
def test_p_values_of_other_packages(known):
    if known["test"] == "rates":
        exposures = float(known["first_of"]), float(known["second_of"])
        p = rates_p(int(known["first"]), exposures[0], int(known["second"]), exposures[1])
    else:
        p = proportions_p(*(int(known[name]) for name in ("first", "first_of", "second", "second_of")))
    assert p == pytest.approx(float(known["p"]), rel=1e-6)


def burglaries(evidence, row, before, after, **more):
    rows = row("burglary", "2016/17 Q1", before), row("burglary", "2016/17 Q2", after, **more)
    found = evidence(list(rows), cut_off="2016/17 Q2", indicators=BURGLARY, populations=CITY)
    return change(found, "burglary").test.clarity


def test_the_burglary_rate_of_the_pack_has_not_clearly_changed(evidence, row):
    """0.93 and 0.92 per 1,000 of 251,565 people are 234 and 231 burglaries: p = 0.93 (significance.csv)."""
    assert burglaries(evidence, row, "0.93", "0.92") is Clarity.NOT_CLEAR


def test_what_rounding_a_rate_does(evidence, row):
    """A rate with two decimals stands for a range of 2.5 burglaries.

    0.93 and 1.11 are 234 and 279 (279.2): p is just over 5%. With 280 behind the same 1.11 it is just under.
    """
    assert rates_p(234, 1, 280, 1) < 0.05 < rates_p(234, 1, 279, 1)
    assert burglaries(evidence, row, "0.93", "1.11") is Clarity.NOT_CLEAR
    assert burglaries(evidence, row, "0.93", "1.113", numerator=280) is Clarity.CLEAR


def test_part_of_a_quarter_is_not_tested(evidence, row):
    assert burglaries(evidence, row, "0.93", "0.01", data_to="Aug 2016") is Clarity.NOT_TESTED


UNITS = {"percent", "count", "rank", "pounds", "rate per 1000"}


@pytest.mark.parametrize("known", read("changes.csv"), ids=lambda known: f"{known['before']}-{known['after']}")
def test_changes_worked_out_by_hand(evidence, row, known):
    unit = {"unit": known["unit"], "polarity": "higher"}
    size = {"denominator": "15"} if known["unit"] == "rank" else {}
    rows = [row("x", "2014/15", known["before"], **size), row("x", "2015/16", known["after"], **size)]
    found = change(evidence(rows, cut_off="2016/17", indicators={"x": unit}), "x")
    if not known["amount"]:
        assert (found.amount, found.from_zero) == (None, True)
    else:
        assert float(found.amount) == pytest.approx(float(Decimal(known["amount"])), rel=1e-6, abs=1e-12)


def test_every_unit_has_a_change_worked_out_by_hand():
    assert {known["unit"] for known in read("changes.csv")} == UNITS
