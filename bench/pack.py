"""The workspace that every program of the comparison builds its pack from. All figures are made up."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from pipeline.pack_workspaces import quarters, row, write_pack

__all__ = ["EDITION", "commentary_file", "edit_one_paragraph", "write_bench_pack"]

EDITION = "2016-17-q2"
PERIODS = 8

COMMENTARY = """\
---
signed_off: {{by: Example Police, on: 2016-10-20}}
---

The rate was {{{{ indicator_{n} }}}} per 1,000 this quarter. Officers and wardens patrol the {place} on Friday and
Saturday evenings, and speak with the people who live, work and trade there. Partners agreed **two things** for the
next quarter: to mend the lighting, and to ask residents again in 10 weeks.
"""
PLACES = ("town centre", "harbour", "station quarter", "riverside", "market", "university quarter")


def write_bench_pack(root: Path, measures: int = 24) -> Path:
    """A workspace with one pack of `measures` measures over eight quarters, each with benchmark and commentary."""
    ids = range(1, measures + 1)
    rows = [
        row(f"indicator_{n}", period, f"{_tenths(n, q, series) / 10:.1f}", series)
        for n in ids
        for q, period in enumerate(quarters(PERIODS))
        for series in ("", "benchmark")
    ]
    write_pack(root, rows, indicators=measures)
    for n in ids:
        file = commentary_file(root, n)
        file.parent.mkdir(exist_ok=True)
        file.write_text(COMMENTARY.format(n=n, place=PLACES[n % len(PLACES)]), "utf-8")
    return root


def _tenths(measure: int, quarter: int, series: str) -> int:
    """A made-up rate in tenths: it wanders, differs between measures, and is never near zero."""
    level = 150 + (measure * 37) % 290
    if series:
        return level + 12 + (measure * 5 + quarter * 3) % 9
    return level + (measure * 11 + quarter * quarter * 7 + quarter * 5) % 41 - 20


def commentary_file(root: Path, measure: int) -> Path:
    """Where the commentary of measure number `measure` is."""
    return root / "content" / "packs" / EDITION / "commentary" / f"1.{measure}.md"


def edit_one_paragraph(root: Path, time: int) -> None:
    """Change one sentence, differently for every `time`."""
    file = commentary_file(root, 7)
    text = re.sub(r"in \d+ weeks", f"in {time + 11} weeks", file.read_text("utf-8"))
    file.write_text(text, "utf-8")
