"""The faces of Source Sans Pro that documents and charts are set in, and where their files are."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path

__all__ = ["UNITS_PER_EM", "Face", "font_file"]

UNITS_PER_EM = 1000
"""How fine the faces' advance widths are: whole numbers of this part of the size."""


class Face(Enum):
    """A weight of the one family. Meaning is never carried by italics, so there are none."""

    LIGHT = "Light"
    REGULAR = "Regular"
    SEMIBOLD = "Semibold"
    BOLD = "Bold"

    __hash__ = object.__hash__  # by identity, in C: a face is looked up for every word


@cache
def font_file(face: Face) -> Path:
    """The static TrueType file of `face`, from the package font-source-sans-pro (SIL Open Font Licence)."""
    from importlib.util import find_spec

    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:  # a dependency of plangen: absent only in a broken installation
        raise ModuleNotFoundError("font_source_sans_pro")
    return Path(spec.origin).parent / "files" / f"SourceSansPro-{face.value}.ttf"
