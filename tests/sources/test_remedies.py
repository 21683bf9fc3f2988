"""What a hint says in words stands beside it as data: names to choose among, a file to write, whom it is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_bad_workspaces import NAMES, findings, workspace

from plangen.diagnostics import About, Choose, PutIn, Write


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_was_probably_meant_can_be_chosen(name: str, tmp_path: Path) -> None:
    found = findings(workspace(tmp_path / "w", name))[0]
    meant = re.search(r'did you mean "(.+)"\?', found.hint)
    offered = [remedy.among for remedy in found.remedies if isinstance(remedy, Choose)]
    assert [among[0] for among in offered] == ([meant[1]] if meant else [])


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("no-indicators-file", "content/indicators.yaml"),
        ("missing-chapter-file", "content/plans/2025-26/narrative/sumary.md"),
        ("no-commentary", "content/packs/2025-26-q1/commentary/1.1.md"),
    ],
)
def test_a_file_that_is_missing_can_be_written(name: str, path: str, tmp_path: Path) -> None:
    found = findings(workspace(tmp_path / "w", name))[0]
    assert Write(path) in found.remedies
    assert found.about == About(file=path)


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("not-a-number", About("burglary", "2023/24")),
        ("period-in-data", About("burglary")),
        ("unknown-indicator-in-data", About(period="2023/24")),
        ("unknown-indicator-in-target", About(target="safe_2026")),
        ("duplicate-target", About(target="burglary_2026")),
        ("unknown-fact-in-formula", About(fact="locks_planned")),
        ("indicator-in-two-rows", About("burglary")),
        ("benchmark-without-actual", About("safe_after_dark", "2023/24")),
    ],
)
def test_a_finding_says_what_it_is_about(name: str, about: About, tmp_path: Path) -> None:
    assert findings(workspace(tmp_path / "w", name))[0].about == about


def test_a_fact_named_like_an_indicator_can_be_put_in(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", "base")
    chapter = root / "content/plans/2025-26/narrative/summary.md"
    chapter.write_text("We fitted {{ locks_fitted }} locks.\n", "utf-8")
    assert findings(root)[0].remedies == (PutIn("facts.locks_fitted"),)


def test_an_unknown_indicator_is_told_once_a_table(tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", "base")
    table = root / "content/data/observations.csv"
    rows = table.read_text("utf-8").replace("\nburglary,", "\nburglry,")
    table.write_text(rows, "utf-8")
    there = [number for number, row in enumerate(rows.splitlines(), 1) if row.startswith("burglry,")]

    found = findings(root)

    assert len(there) > 1
    assert [(f.code, f.location.line if f.location else 0) for f in found] == [("PG205", there[0])]
    assert [place.line for place in found[0].also] == there[1:]
    assert "  also: content/data/observations.csv:" in str(found[0])
