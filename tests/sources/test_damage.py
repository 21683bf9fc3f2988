"""Whatever happens to the bytes of a workspace, reading it ends in findings that say what to do."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sources.example import BASE, told

FILES = sorted(str(path.relative_to(BASE)) for path in BASE.rglob("*.*"))
PIECES = [
    "{{",
    "}}",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "[",
    "]",
    "{",
    "'",
    '"',
    "|",
    ">",
    "*",
    "&a",
    "!",
    "#",
    "\0",
    "\xff",
]
PIECES += [
    ":::",
    ":::{chart}",
    "[^1]",
    "[a](b)",
    "<b>",
    "9" * 30,
    "-1",
    "null",
    "true",
    "..",
    "\u200b",
    "2010/11",
    "\\",
]
edits = st.lists(
    st.tuples(st.sampled_from(PIECES), st.integers(0, 400), st.integers(0, 12)), min_size=1, max_size=3
)


@settings(max_examples=150)
@given(st.sampled_from(FILES), edits, st.sampled_from(["utf-8", "latin-1", "utf-16"]))
def test_damaged_files(name: str, changes: list[tuple[str, int, int]], encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(BASE, Path(folder) / "workspace"))
        text = (root / name).read_text("utf-8")
        for piece, place, cut in changes:
            text = text[:place] + piece + text[place + cut :]
        (root / name).write_bytes(text.encode(encoding, "replace"))
        found = told(root)
    assert all(finding.hint for finding in found)
    assert all(finding.location for finding in found)
