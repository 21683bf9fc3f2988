"""Packs with awkward data build, stay inside their pages, and keep every word clear of the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.pack_workspaces import LONG, quarters, row, write_pack
from render.legible import beyond_the_margins, collisions
from render.plotted import Plot, plotted

from plangen.compose import compose
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.illustrate import illustrate
from plangen.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
PACK = EditionName.of(EditionKind.PACK, "2016-17-q2")
PLAN = EditionName.of(EditionKind.PLAN, "2011-12")


def plot_of(root: Path, name: EditionName = PACK) -> Plot:
    workspace = read_workspace(root, (name.id,))
    composition = compose(workspace, name)
    assert composition.findings == ()
    return plotted(illustrate(composition.document, workspace.theme, None))


def words(plot: Plot) -> str:
    return " ".join(run.words.strip() for run in plot.runs)


def assert_legible(plot: Plot) -> None:
    assert beyond_the_margins(plot) == []
    assert collisions(plot) == []


@pytest.mark.parametrize("name", [PLAN, PACK], ids=str)
def test_our_own_editions_are_legible(name):
    assert_legible(plot_of(ROOT, name))


def values(numbers: list[object], series: str = "") -> list[str]:
    periods = quarters(len(numbers))
    return [row("indicator_1", period, n, series) for period, n in zip(periods, numbers, strict=True)]


CASES = {
    "a single value": (values([4.2]), {}, "No earlier figure"),
    "all suppressed": (values([1, 2, 3, 2, 1]), {"unit": "count", "decimals": 0, "small": 5}, "Suppressed"),
    "negative values": (values([-4500, 3200, -1100, 400, -2200]), {"unit": "pounds", "decimals": 0}, "£2,200"),
    "zero as base": (values([5, 4, 3, 0, 2]), {"unit": "count", "decimals": 0}, "from zero"),
    "all the same": (values([7, 7, 7, 7, 7]), {}, "No change"),
    "large": (values([1234567, 2345678, 3456789, 9876543]), {"unit": "count", "decimals": 0}, "9,876,543"),
    "decimals": (values([0.1234, 0.2345, 0.3456, 0.4567, 0.5678]), {"decimals": 4}, "0.5678"),
    "pounds": (values([106500, 98000, 88000, 99999]), {"unit": "pounds", "decimals": 0}, "£99,999"),
    "neutral": (values([1, 2, 3, 4, 5]), {"polarity": "neutral"}, "Neither way is better"),
    "markers": (values(["TBA", "N/A", 3, "-", 4]), {}, "TBA"),
    "crossing": (values([5, 1, 5, 1, 5]) + values([1, 5, 1, 5, 1], "benchmark"), {}, "above the benchmark"),
    "a long lead agency": (values([1, 2, 3, 4, 5]), {"lead": "long"}, LONG[:20]),
    "a long name": (
        values([1, 2, 3, 4, 5]),
        {"name": "Incidents of anti-social behaviour in residential neighbourhoods at night {number}"},
        "Incidents",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_awkward_pack_is_legible(case, tmp_path):
    rows, options, expected = CASES[case]
    plot = plot_of(write_pack(tmp_path, rows, **options))
    assert_legible(plot)
    assert expected in words(plot)


def test_a_quarter_missing_in_the_middle_is_not_bridged(tmp_path):
    periods = quarters(5)
    rows = [row("indicator_1", period, 4) for period in (*periods[:2], *periods[3:])]
    plot = plot_of(write_pack(tmp_path, rows))
    assert_legible(plot)


def test_no_benchmark_is_ever_carried_forward(tmp_path):
    rows = [*values([5, 5, 5, 5, 5]), row("indicator_1", quarters(2)[0], 3, "benchmark")]
    plot = plot_of(write_pack(tmp_path, rows))
    assert_legible(plot)
    assert "above similar areas" not in words(plot)


def test_many_measures_over_many_quarters_are_legible(tmp_path):
    rows = [
        row(f"indicator_{n}", period, f"{(n * 7 + q * 3) % 50 + 1}.{q % 10}")
        for n in range(1, 31)
        for q, period in enumerate(quarters(40))
    ]
    assert_legible(plot_of(write_pack(tmp_path, rows, indicators=30)))
