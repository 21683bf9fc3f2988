"""A small workspace that may be published, and its editions in an archive."""

from __future__ import annotations

import shutil
from pathlib import Path

from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.archive.add import Added, add
from plangen.pipeline.archive.request import AddRequest
from plangen.pipeline.history.place import find_archive

BASE = Path(__file__).parents[1] / "bad" / "base"
PLAN = EditionName.of(EditionKind.PLAN, "2025-26")
BOARD = "Example Town Partnership Board"
DATA = "content/data/observations.csv"
CHAPTER = "content/plans/2025-26/narrative/summary.md"
PUBLICATION = """
publication:
  contact: Ask us
  alternative_formats: Ask us
  accessibility_statement: https://example.org/accessibility
"""
TARGET = "\n- {id: burglary_2025, indicator: burglary, due: 2024/25, reduce: 5%, base: {actual: 2023/24}}\n"


def publishable(folder: Path) -> Path:
    """A copy of the good small workspace, with what a final build needs."""
    shutil.copytree(BASE, folder)
    append(folder, "content/partnership.yaml", PUBLICATION)
    append(folder, "content/targets.yaml", TARGET)
    promises = folder / "content/plans/2025-26/we_said_we_did.yaml"
    promises.write_text(promises.read_text("utf-8").replace("burglary_2026", "burglary_2025"), "utf-8")
    return folder


def append(root: Path, file: str, words: str) -> None:
    """Write `words` at the end of a file."""
    path = root / file
    path.write_text(path.read_text("utf-8") + words, "utf-8")


def request(version: str = "1.0", on: str = "2025-04-01", **wishes: object) -> AddRequest:
    """A request that nothing is wrong with."""
    return AddRequest(PLAN, version, **{"approved_by": BOARD, "approved_on": on, **wishes})  # type: ignore[arg-type]


def archived(root: Path, version: str = "1.0", on: str = "2025-04-01", **wishes: object) -> Added:
    """Add a version to the archive of the workspace."""
    return add(root, find_archive(root, None), request(version, on, **wishes))


def corrected(root: Path) -> Path:
    """Two versions in the archive of `root`: in the second, one figure and one sentence are others."""
    archived(root)
    data = root / DATA
    old = data.read_text("utf-8")
    data.write_text(old.replace(",396,", ",369,", 1), "utf-8")
    assert data.read_text("utf-8") != old
    append(root, CHAPTER, "\nWe were wrong about burglary, and say so.\n")
    archived(root, "1.1", "2025-05-05", correction="The number of burglaries was 369, not 396.")
    return root
