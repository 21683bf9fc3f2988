"""What a chart directive cannot draw, told in words that say why."""

from __future__ import annotations

import shutil
from pathlib import Path

from plangen.compose import compose
from plangen.model.edition import EditionName
from plangen.sources.workspace import read_workspace

BAD = Path(__file__).parents[1] / "bad"
CHART = """\
There were {{ burglary }} burglaries in the year. Read more under [our priorities](#priorities).

:::{chart} burglary
:kind: rise-and-fall
:headline: Burglary rose
:::
"""


def test_a_rise_from_zero_is_not_called_something_else(tmp_path):
    root = tmp_path / "w"
    shutil.copytree(BAD / "base", root)
    (root / "content/plans/2025-26/narrative/summary.md").write_text(CHART, "utf-8")
    data = root / "content/data/observations.csv"
    header = data.read_text("utf-8").splitlines()[0]
    rows = [row for row in data.read_text("utf-8").splitlines()[1:] if not row.startswith("burglary,")]
    blanks = "," * (header.count(",") - 3)
    rows += [f"burglary,Example Town,2023/24,0{blanks}", f"burglary,Example Town,2024/25,7{blanks}"]
    data.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    found = compose(read_workspace(root), EditionName("plan", "2025-26")).findings
    assert [f.message for f in found if "burglary" in f.message] == [
        "burglary was 0 in 2023/24: from zero there is no percentage to draw"
    ]
