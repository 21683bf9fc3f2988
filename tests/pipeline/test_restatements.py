"""A changed sole source contradicts nothing in the workspace: the archived version tells that it was restated."""

from __future__ import annotations

from pipeline.archives import DATA, PLAN, archived, publishable

from plangen.pipeline.check import check_editions


def test_a_figure_that_was_published_otherwise_is_told_at_its_row(tmp_path):
    root = publishable(tmp_path / "w")
    archived(root)
    assert "PG874" not in {f.code for f in check_editions(root, (PLAN,)).findings}
    file = root / DATA
    text = file.read_text("utf-8")
    row = next(line for line in text.splitlines() if line.startswith("burglary,") and "2024/25" in line)
    file.write_text(text.replace(row, row.replace("396", "369")), "utf-8")
    told = [f for f in check_editions(root, (PLAN,)).findings if f.code == "PG874"]
    line = text.splitlines().index(row) + 1
    assert ("burglary was 396 in version 1.0 and is now 369", DATA, line) in {
        (f.message, f.location.file, f.location.line) for f in told if f.location
    }
