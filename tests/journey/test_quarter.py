"""The quarter of docs/quarter.md, from the workbooks to the final pack, by commands alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from journey.quarter import REFS, made, run

GUIDE = (Path(__file__).parents[2] / "docs/quarter.md").read_text("utf-8")


@pytest.mark.long
def test_a_quarter_by_its_commands(tmp_path: Path) -> None:
    root, inbox = made(tmp_path / "w"), tmp_path / "inbox"
    inbox.mkdir()
    for command, _ in run(root, inbox):
        words = command.split()
        assert f"plangen {words[0]}" in GUIDE
        assert words[0] != "returns" or f"plangen returns {words[1]}" in GUIDE
    texts = (path.read_text("utf-8") for path in sorted((root / "content/data").glob("*.csv")))
    rows = [row for text in texts for row in csv.DictReader(text.splitlines())]
    new = [row for row in rows if row["period"] == "2025/26 Q3"]
    assert len(new) == 25
    assert all(row["origin"] for row in new)
    assert sum(row["value"] == "390" for row in new) == 4
    written = sorted(path.stem for path in (root / "content/packs/2025-26-q3/commentary").glob("*.md"))
    assert written == sorted(REFS)
    assert (root / "output/pack-2025-26-q3.pdf").read_bytes().startswith(b"%PDF-")
