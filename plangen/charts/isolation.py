"""The conditions under which matplotlib draws: no fonts, files or settings of this machine.

matplotlib builds a list of fonts when it is imported and keeps it below the home folder. Charts are set in the
document's own faces only, so it is given a folder that is thrown away, with a list that holds nothing but its own
standard font: reading a hundred font files would take longer than drawing a pack.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["drawing_conditions"]

_SETTINGS: dict[str, Any] = {
    "lines.scale_dashes": False,
    "path.simplify": False,
    "path.snap": False,
    "text.parse_math": False,
    "text.usetex": False,
}


_FONT_LISTS: tuple[int | str, ...] = (390, "3.11.0")
"""Versions of the list that matplotlib 3.9 to 3.11 read; any other builds its own, which takes longer."""


@contextmanager
def drawing_conditions() -> Iterator[None]:
    """Have matplotlib draw with its default settings and ours, whatever a matplotlibrc of this machine says."""
    _import_matplotlib()
    import matplotlib

    wanted: dict[Any, Any] = {
        key: value for key, value in matplotlib.rcParamsDefault.items() if not key.startswith("backend")
    } | _SETTINGS
    other = {key: value for key, value in wanted.items() if matplotlib.rcParams[key] != value}
    with matplotlib.rc_context(other):  # only what differs: matplotlib checks each setting it is given
        yield


def _import_matplotlib() -> None:
    """Import matplotlib with a folder of its own; nothing is done where it has been imported already."""
    if "matplotlib.font_manager" in sys.modules:
        return
    with tempfile.TemporaryDirectory(prefix="plangen-") as folder:
        before = {name: os.environ.get(name) for name in ("MPLCONFIGDIR", "MPL_IGNORE_SYSTEM_FONTS")}
        os.environ.update(MPLCONFIGDIR=folder, MPL_IGNORE_SYSTEM_FONTS="1")
        try:
            _write_font_lists(Path(folder))
            import matplotlib.backend_bases  # noqa: F401
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def _write_font_lists(folder: Path) -> None:
    """Put a list of matplotlib's standard font alone where matplotlib looks for what it has found before."""
    standard = {
        "fname": "fonts/ttf/DejaVuSans.ttf",
        "name": "DejaVu Sans",
        "style": "normal",
        "variant": "normal",
        "weight": 400,
        "stretch": "normal",
        "size": "scalable",
        "__class__": "FontEntry",
    }
    for number in _FONT_LISTS:
        content = {
            "_version": number,
            "_FontManager__default_weight": "normal",
            "default_size": None,
            "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
            "afmlist": [],
            "ttflist": [standard],
            "__class__": "FontManager",
        }
        (folder / f"fontlist-v{number}.json").write_text(json.dumps(content), encoding="utf-8")
