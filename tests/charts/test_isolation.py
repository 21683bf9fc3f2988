"""Drawing charts asks nothing of the machine, and leaves matplotlib fit for others."""

from __future__ import annotations

import subprocess
import sys


def _printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


DRAW = """
import os, sys
from plangen.charts.isolation import drawing_conditions
before = dict(os.environ)
with drawing_conditions():
    pass
assert dict(os.environ) == before
"""


def test_what_matplotlib_has_of_figures_and_fonts_is_not_loaded():
    code = f"""{DRAW}
import matplotlib.font_manager
print([m for m in ("matplotlib.pyplot", "matplotlib.figure", "mpl_toolkits.mplot3d") if m in sys.modules])
print([font.name for font in matplotlib.font_manager.fontManager.ttflist])
"""
    assert _printed(code).splitlines() == ["[]", "['DejaVu Sans']"]


def test_others_can_draw_with_matplotlib_afterwards():
    code = f"""{DRAW}
import io
from matplotlib.figure import Figure
figure = Figure()
figure.text(0.1, 0.1, "some words")
file = io.BytesIO()
figure.savefig(file, format="png")
print(file.getvalue()[1:4].decode())
"""
    assert _printed(code) == "PNG"
