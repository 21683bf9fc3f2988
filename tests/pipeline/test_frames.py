"""Figures as frames, and the notebook of docs/python.md run from top to bottom."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from plangen import EditionKind, EditionName, Observations, PlangenError, Results, tables
from plangen.sources.starter import write_starter

GUIDE = (Path(__file__).parents[2] / "docs/python.md").read_text("utf-8")
PLAN = EditionName.of(EditionKind.PLAN, "2025-26")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_starter(tmp_path / "example")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "example"


def test_the_notebook_runs(root: Path) -> None:
    cells = re.findall(r"^```python$(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert len(cells) >= 6
    before = len(Observations.read(root).rows)
    names: dict[str, object] = {}
    for cell in cells:
        exec(compile(cell, "docs/python.md", "exec"), names)
    assert (root.parent / "pack.pdf").read_bytes().startswith(b"%PDF-")
    assert len(Observations.read(root).rows) == before + 2


def test_a_frame_and_back_is_the_same(root: Path) -> None:
    frame = Observations.read(root).to_frame()
    again = Observations.from_frame(frame, root)
    pd.testing.assert_frame_equal(again.to_frame(), frame)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (29.920000000000002, "29.92"),
        (1e15, "1000000000000000"),
        (7, "7"),
        ("7.50", "7.50"),
        (Decimal("0.10"), "0.10"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_a_number_is_what_was_meant(root: Path, cell: object, value: str) -> None:
    row = {
        "indicator": "fraud_losses",
        "area": "Example Town",
        "period": "2025/26 Q3",
        "value": cell,
        "note": None,
    }
    frame = pd.DataFrame([row], dtype=object)
    assert str(Observations.from_frame(frame, root).rows[0].value) == value


def test_what_is_missing_is_an_empty_cell(root: Path) -> None:
    row = {"indicator": "fraud_losses", "area": "Example Town", "period": "2025/26 Q3", "value": float("nan")}
    with pytest.raises(PlangenError) as problem:
        Observations.from_frame(pd.DataFrame([row]), root)
    place = problem.value.diagnostics[0].location
    assert place is not None
    assert (place.file, place.line, place.field) == ("frame", 2, "value")


def test_unknown_columns_are_told(root: Path) -> None:
    frame = pd.DataFrame(
        [{"indicator": "x", "area": "Example Town", "period": "2025", "value": 1, "colour": "red"}]
    )
    with pytest.raises(PlangenError) as problem:
        Observations.from_frame(frame, root)
    assert "colour" in str(problem.value)


def test_results_and_tables_of_an_edition(root: Path) -> None:
    results = Results.of(root, PLAN).to_frame()
    assert list(results.columns[:3]) == ["key", "indicator", "area"]
    assert "7.9%" in set(results["shown"])
    printed = tables(root, PLAN)
    said = next(frame for heading, frame in printed.items() if heading.startswith("We said"))
    assert len(said) == 2
