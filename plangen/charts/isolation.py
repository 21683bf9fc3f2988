"""The conditions under which matplotlib draws: no fonts, files or settings of this machine.

matplotlib builds a list of fonts when it is imported and keeps it below the home folder. Charts are set in the
document's own faces only, so that list is made of matplotlib's own fonts in a folder that is thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

__all__ = ["drawing_conditions"]

_SETTINGS: dict[str, Any] = {
    "lines.scale_dashes": False,
    "path.simplify": False,
    "path.snap": False,
    "text.parse_math": False,
    "text.usetex": False,
}


@contextmanager
def drawing_conditions() -> Iterator[None]:
    """Have matplotlib draw with its default settings and ours, whatever a matplotlibrc of this machine says."""
    _import_matplotlib()
    import matplotlib

    defaults: dict[Any, Any] = {
        key: value for key, value in matplotlib.rcParamsDefault.items() if not key.startswith("backend")
    }
    with matplotlib.rc_context(defaults | _SETTINGS):
        yield


def _import_matplotlib() -> None:
    """Import matplotlib with a folder of its own; nothing is done where it has been imported already."""
    if "matplotlib.font_manager" in sys.modules:
        return
    with tempfile.TemporaryDirectory(prefix="plangen-") as folder:
        before = {name: os.environ.get(name) for name in ("MPLCONFIGDIR", "MPL_IGNORE_SYSTEM_FONTS")}
        os.environ.update(MPLCONFIGDIR=folder, MPL_IGNORE_SYSTEM_FONTS="1")
        try:
            import matplotlib.figure  # noqa: F401
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
