from __future__ import annotations

from pathlib import Path

import pytest
from sources.example import findings, good

from plangen.document.theme import Colour
from plangen.sources.workspace import read_workspace

FILE = "assets/theme.yaml"


def with_theme(tmp_path: Path, text: str) -> Path:
    root = good(tmp_path)
    (root / "assets").mkdir()
    (root / FILE).write_text(text, "utf-8")
    return root


def test_a_colour_of_ones_own(tmp_path: Path) -> None:
    theme = read_workspace(with_theme(tmp_path, 'colours:\n  navy: "#003366"\n')).theme
    assert theme.colours.navy == Colour("#003366")
    assert theme.colours.ink == Colour("#1A1A1A")


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read_workspace(with_theme(tmp_path, "# later\n")).theme.colours.navy == Colour("#12436D")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fonts: x\ncolours: {}\n", [("PG120", f"{FILE}:1:1")]),
        ("colours: blue\n", [("PG122", f"{FILE}:1:1")]),
        ("colours:\n  navy: #12436D\n", [("PG510", f"{FILE}:2:8")]),
        ("colours:\n  navy: [\n", [("PG106", f"{FILE}:3:1")]),
        # Yellow words on white and mist, white ones on yellow, yellow shapes on white, mist and haze.
        ('colours:\n  navy: "#FFFF00"\n', [("PG511", f"{FILE}:2:10")] * 6),
        # Bars of other areas stand on white and on the range between the bounds; 2.78 there is too little.
        ('colours:\n  steel: "#718EA7"\n', [("PG511", f"{FILE}:2:11")]),
    ],
)
def test_faults(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert findings(with_theme(tmp_path, text)) == expected
