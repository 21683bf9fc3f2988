"""The faces as a browser asks for them, and their files."""

from __future__ import annotations

from functools import cache

from plangen.document.typeface import Face, font_file
from plangen.layout.fonts import Fonts

__all__ = ["FAMILY", "WEIGHTS", "FontFiles", "font_faces"]

FAMILY = "Source Sans Pro"
WEIGHTS = {Face.LIGHT: 300, Face.REGULAR: 400, Face.SEMIBOLD: 600, Face.BOLD: 700}
"""The weight by which a page asks for a face."""

_FOLDER = "fonts"


class FontFiles(Fonts):
    """The four faces, whose files lie beside the pages."""

    def files(self) -> tuple[tuple[str, bytes], ...]:
        """The files of the faces, by their place beside the pages."""
        return _files()


@cache
def _files() -> tuple[tuple[str, bytes], ...]:
    return tuple((f"{_FOLDER}/{font_file(face).name}", font_file(face).read_bytes()) for face in Face)


def font_faces() -> str:
    """How a page names the faces and where their files are: rules of a style sheet."""
    return "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{WEIGHTS[face]};"
        f"src:url('{_FOLDER}/{font_file(face).name}')}}"
        for face in Face
    )
