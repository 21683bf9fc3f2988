"""Every unit, from a row of the data to the pages of a pack and the check of its prose."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.pack_workspaces import quarters, row, write_pack
from pipeline.test_hostile_packs import PACK, assert_legible, plot_of, words

from plangen.checks.editions.known_figures import known_figures
from plangen.compose import compose
from plangen.diagnostics import PlangenError
from plangen.language.english.units import unit_words
from plangen.measures.accumulations import rolling_year
from plangen.measures.changes import change
from plangen.measures.evidence import Evidence
from plangen.model.comparison import Gap
from plangen.model.result import ChanceTest, Untested
from plangen.model.unit import Unit, UnitKind
from plangen.sources.workspace import read_workspace

UNITS = tuple("rate per 1,000" if kind is UnitKind.RATE else kind.value for kind in UnitKind)
VALUES = ("9.5", "10.0", "8.5", "9.0", "12.0")


def pack(root: Path, unit: str) -> Path:
    whole = unit in ("count", "rank")
    rows = [
        row("indicator_1", period, value.partition(".")[0] if whole else value)
        for period, value in zip(quarters(5), VALUES, strict=True)
    ]
    return write_pack(root, rows, unit=unit, decimals=0 if whole else 1)


@pytest.mark.parametrize("unit", UNITS)
def test_a_pack_in_every_unit_is_legible(unit, tmp_path):
    plot = plot_of(pack(tmp_path, unit))
    assert_legible(plot)
    said = words(plot)
    # A short series has a trend and no table of its periods, so that its unit stands in the judgement.
    assert f"{unit_words(Unit.parse(unit)).subject} " in said or unit == "rank"


@pytest.mark.parametrize("unit", UNITS)
def test_check_knows_the_figures_of_every_unit(unit, tmp_path):
    records = read_workspace(pack(tmp_path, unit)).records
    evidence = Evidence.gather(records, next(iter(records.observations)).period)
    assert known_figures(evidence, ["indicator_1"], "It stood at 9.5.")


@pytest.mark.parametrize(
    ("unit", "shown", "cell"), [("minutes", "12.0 minutes", "12.0 min"), ("hours", "12.0 hours", "12.0 h")]
)
def test_a_response_time(unit, shown, cell, tmp_path):
    workspace = read_workspace(pack(tmp_path, unit))
    made = compose(workspace, PACK)
    assert {result.shown for result in made.results} >= {shown}
    said = words(plot_of(tmp_path))
    assert cell in said
    assert "The time rose 33.3% on last quarter" in said
    assert "Year to date" not in said


def test_times_are_not_added_up_and_their_chance_is_not_tested(tmp_path):
    records = read_workspace(pack(tmp_path, "minutes")).records
    evidence = Evidence.gather(records, records.observations[-1].period)
    assert rolling_year(evidence, "indicator_1").why is Gap.NOT_ADDED
    found = change(evidence, "indicator_1")
    assert found is not None
    assert found.test == ChanceTest.none(Untested.NO_TEST)


def test_a_time_below_nothing_is_refused(tmp_path):
    root = write_pack(tmp_path, [row("indicator_1", "2016/17 Q2", "-1")], unit="minutes")
    with pytest.raises(PlangenError, match="below 0, which a time in minutes cannot be"):
        read_workspace(root)
