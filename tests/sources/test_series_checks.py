"""Series of observations as a whole: order in time, and something to compare benchmarks with."""

from __future__ import annotations

from pathlib import Path

import pytest
from sources.example import DATA, findings, good


def with_rows(folder: Path, *rows: str) -> Path:
    """The good workspace with rows for safe_after_dark added: period, value, series and so on."""
    root = good(folder)
    table = root / DATA
    kept = [line for line in table.read_text("utf-8").splitlines() if not line.startswith("safe_after_dark")]
    added = [f"safe_after_dark,Example Town,{row}" for row in rows]
    commas = kept[0].count(",")
    filled = [row + "," * (commas - row.count(",")) for row in added]
    table.write_text("\n".join([*kept, *filled]) + "\n", "utf-8")
    return root


@pytest.mark.parametrize(
    "periods",
    [
        ("2022/23", "2023/24", "2024/25"),
        ("2024/25", "2023/24", "2022/23"),
        ("2023/24", "2024/25 Q1", "2024/25 Q2", "2024/25"),
        ("2024/25", "2024/25 Q1", "2024/25 Q2"),
        ("Jul 2023 - Jun 2024", "Oct 2023 - Sep 2024"),
        ("2024/25",),
    ],
)
def test_tables_in_order(periods: tuple[str, ...], tmp_path: Path) -> None:
    root = with_rows(tmp_path, *(f"{period},50" for period in periods))
    assert findings(root) == []


def test_a_period_that_goes_back(tmp_path: Path) -> None:
    root = with_rows(
        tmp_path, *(f"{period},50" for period in ("2024/25 Q1", "2024/25 Q2", "2023/24 Q3", "2024/25 Q4"))
    )
    assert findings(root) == [("PG221", f"{DATA}:7:period")]


def test_every_series_has_an_order_of_its_own(tmp_path: Path) -> None:
    rows = [
        f"{period},50,{series}" for series in ("", "benchmark") for period in ("2022/23", "2023/24", "2024/25")
    ]
    assert findings(with_rows(tmp_path, *rows)) == []


def test_changes_are_apart_from_levels(tmp_path: Path) -> None:
    rows = ["2023/24,50", "2024/25,52", "2023/24,3,,2022/23"]
    assert findings(with_rows(tmp_path, *rows)) == []


@pytest.mark.parametrize("series", ["benchmark", "lower", "upper"])
def test_something_to_compare_with(series: str, tmp_path: Path) -> None:
    root = with_rows(tmp_path, "2023/24,50", f"2023/24,51,{series}", f"2024/25,51,{series}")
    assert findings(root) == [("PG222", f"{DATA}:7:period")]


def test_a_marker_is_something_to_compare_with(tmp_path: Path) -> None:
    assert findings(with_rows(tmp_path, "2024/25,-", "2024/25,51,benchmark")) == []
