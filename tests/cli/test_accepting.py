"""`plangen accept`: a decision is added to accepted.yaml, and nothing else of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.sources.starter import write_starter

PACK = "content/packs/2025-26-q2/pack.yaml"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The starter without the last figure of one measure."""
    write_starter(tmp_path)
    table = tmp_path / "content/data/quarters.csv"
    row = "fraud_losses,Example Town,2025/26 Q2,36400,,Example figure\n"
    table.write_text(table.read_text("utf-8").replace(row, ""), "utf-8")
    return tmp_path


def test_what_is_accepted_is_settled(root: Path) -> None:
    before = (root / "content/accepted.yaml").read_bytes()
    assert "PG878" in run(root, "check").stderr
    done = run(root, "accept", "PG878", PACK, "--reason", 'Late: "the council" counts it #1', "--by", "O'Brien")
    assert done.exit_code == 0
    assert "1.1b Doorstep fraud" in done.output
    checked = run(root, "check")
    assert checked.stderr == ""
    assert "1 finding accepted" in checked.output
    assert (root / "content/accepted.yaml").read_bytes().startswith(before)


@pytest.mark.parametrize(("code", "place"), [("PG878", "pack.yaml:999"), ("PG877", PACK), ("PG878", "other.yaml")])
def test_what_is_not_found_is_not_accepted(root: Path, code: str, place: str) -> None:
    before = (root / "content/accepted.yaml").read_bytes()
    done = run(root, "accept", code, place, "--reason", "x", "--by", "y")
    assert done.exit_code == 1
    assert "PG138" in done.stderr
    assert (root / "content/accepted.yaml").read_bytes() == before


def test_a_reason_is_needed(root: Path) -> None:
    assert run(root, "accept", "PG878", PACK, "--by", "y").exit_code == 2
    assert run(root, "accept", "PG878", PACK, "--by", "y", "--reason", " ").exit_code == 2
