"""Each folder of tests/bad is a good workspace with one fault, which is told with its place and a hint, alone.

`expected.txt` has three lines: severity, code and place; words of the message; the hint.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from plangen.diagnostics import Diagnostic, PlangenError
from plangen.sources.workspace import read_workspace

BAD = Path(__file__).parents[1] / "bad"
NAMES = sorted(path.name for path in BAD.iterdir() if path.name != "base")


def workspace(folder: Path, name: str) -> Path:
    """The good workspace with what the bad one changes laid over it."""
    shutil.copytree(BAD / "base", folder)
    overlay = BAD / name
    shutil.copytree(
        overlay, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "removed.txt")
    )
    removed = overlay / "removed.txt"
    for path in removed.read_text("utf-8").split() if removed.exists() else ():
        (folder / path).unlink()
    return folder


def findings(root: Path) -> tuple[Diagnostic, ...]:
    try:
        return read_workspace(root).warnings
    except PlangenError as problem:
        return problem.diagnostics


def test_the_base_is_good(tmp_path: Path) -> None:
    assert findings(workspace(tmp_path / "w", "base")) == ()


@pytest.mark.parametrize("name", NAMES)
def test_one_fault_one_finding(name: str, tmp_path: Path) -> None:
    expected, words, hint = (BAD / name / "expected.txt").read_text("utf-8").splitlines()
    severity, code, place = re.fullmatch(r"(\w+)\[(PG\d{3})\] (.+)", expected).groups()  # type: ignore[union-attr]

    found = findings(workspace(tmp_path / "w", name))

    assert [(f.severity.value, f.code, str(f.location)) for f in found] == [(severity, code, place)]
    assert words
    assert words in found[0].message
    assert found[0].hint == hint
