"""A measure beside its target, what it adds up to over the year, and its picture when the series is long."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.pack_workspaces import quarters, row, write_pack

from plangen.compose import compose
from plangen.document.charts import ControlChart, TrendChart
from plangen.document.dump import dump
from plangen.model.edition import EditionKind, EditionName
from plangen.sources.workspace import read_workspace

PACK = EditionName.of(EditionKind.PACK, "2016-17-q2")


def text_of(root: Path) -> str:
    composition = compose(read_workspace(root, (PACK.id,)), PACK)
    assert composition.findings == ()
    return dump(composition.document)


def counts(tmp_path: Path, numbers: list[int], target: str = "") -> str:
    rows = [row("indicator_1", p, n) for p, n in zip(quarters(len(numbers)), numbers, strict=True)]
    root = write_pack(tmp_path, rows, unit="count", decimals=0)
    if target:
        (root / "content" / "targets.yaml").write_text(f"- {{id: t, indicator: indicator_1, {target}}}\n", "utf-8")
    return text_of(root)


def test_a_count_is_added_up_over_the_year_and_over_twelve_months(tmp_path):
    """11 + 13 is 24 for the year so far; 10 + 12 + 11 + 13 is 46 for twelve months."""
    text = counts(tmp_path, [9, 10, 12, 11, 13])
    assert "Year to date: {24" in text
    assert "Last 12 months: {46" in text


def test_a_missing_quarter_is_named_instead_of_a_sum(tmp_path):
    root = write_pack(tmp_path, [row("indicator_1", p, 4) for p in quarters(5)[3:]], unit="count", decimals=0)
    assert "Last 12 months: not given. Quarter 3, 2015/16 is missing." in text_of(root)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("due: 2016/17 Q2, to: 15", "Target for 2016/17 Q2: {15 = targets.t}. Met."),
        ("due: 2016/17 Q2, to: 12", "Target for 2016/17 Q2: {12 = targets.t}. Not met."),
        ("due: 2016/17 Q2, to: 12, tolerance: 10%", "Close to target (within 10%)."),
        ("due: 2016/17, to: 60", "Target for 2016/17: {60 = targets.t}. No result given."),
        ("due: 2016/17, to: TBA", "To be set."),
    ],
)
def test_a_target_stands_with_its_status_and_its_tolerance(tmp_path, target, words):
    assert words in counts(tmp_path, [9, 10, 12, 11, 13], target)


def test_a_target_of_another_year_is_not_this_packs_business(tmp_path):
    assert "Target for" not in counts(tmp_path, [9, 10, 12, 11, 13], "due: 2017/18, to: 60")


@pytest.mark.parametrize(("values", "kind"), [(11, TrendChart), (12, ControlChart)])
def test_twelve_values_make_a_control_chart(tmp_path, values, kind):
    text = counts(tmp_path, [10 + n % 3 for n in range(values)])
    assert f"({kind.__name__})" in text
