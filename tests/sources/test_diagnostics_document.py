"""docs/diagnostics.md and the package name the same codes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_code_is_documented_once_and_every_documented_code_is_used() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "plangen").rglob("*.py"))
    used = {code for text in sources for code in re.findall(r'"(PG[0-9]{3})"', text)}
    text = (ROOT / "docs/diagnostics.md").read_text("utf-8")
    documented = Counter(re.findall(r"^### (PG[0-9]{3}): \S", text, re.MULTILINE))
    assert set(documented) == used
    assert max(documented.values()) == 1


def test_every_code_has_an_example_and_advice() -> None:
    text = (ROOT / "docs/diagnostics.md").read_text("utf-8")
    for section in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        code, _, rest = section.partition(":")
        title, advice, example = rest.split("\n\n")[:3]
        assert title.strip()
        assert advice.strip()
        assert re.match(rf"    (error|warning|info)\[{code}\] ", example)
