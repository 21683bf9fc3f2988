"""A small good workspace in a temporary folder, for tests that spoil it."""

from __future__ import annotations

import shutil
from pathlib import Path

from plangen.diagnostics import Diagnostic, PlangenError
from plangen.sources.workspace import read_workspace

BASE = Path(__file__).parents[1] / "bad" / "base"
PLAN = "content/plans/2025-26"
SUMMARY = f"{PLAN}/narrative/summary.md"
DATA = "content/data/observations.csv"


def good(folder: Path) -> Path:
    return Path(shutil.copytree(BASE, folder / "workspace"))


def findings(root: Path) -> list[tuple[str, str]]:
    """Code and place of every finding."""
    return [(finding.code, str(finding.location or "")) for finding in told(root)]


def told(root: Path) -> tuple[Diagnostic, ...]:
    try:
        return read_workspace(root).warnings
    except PlangenError as problem:
        return problem.diagnostics
