"""The faces as a browser asks for them, their files, and the widths that the layout needs, read with fontTools."""

from __future__ import annotations

from functools import cache, lru_cache

from fontTools.ttLib import TTFont

from plangen.document.typeface import UNITS_PER_EM, Face, font_file
from plangen.layout.fonts import is_written

__all__ = ["FAMILY", "WEIGHTS", "FontFiles", "font_faces"]

FAMILY = "Source Sans Pro"
WEIGHTS = {Face.LIGHT: 300, Face.REGULAR: 400, Face.SEMIBOLD: 600, Face.BOLD: 700}
"""The weight by which a page asks for a face."""

_FOLDER = "fonts"
_NO_BREAK_SPACE = "\u00a0"


class FontFiles:
    """Widths and glyphs of the four faces, as `plangen.layout.fonts` asks for them."""

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of `text` set in `face` at `size` points. A missing character counts nothing."""
        return _units(face, text) * size / UNITS_PER_EM

    def missing(self, text: str, face: Face) -> str:
        """The characters of `text` that `face` cannot set, each once, in order of appearance."""
        known = _advances(face)
        return "".join(dict.fromkeys(character for character in text if character not in known))

    def files(self) -> tuple[tuple[str, bytes], ...]:
        """The files of the faces, by their place beside the pages."""
        return tuple((f"{_FOLDER}/{font_file(face).name}", font_file(face).read_bytes()) for face in Face)


def font_faces() -> str:
    """How a page names the faces and where their files are: rules of a style sheet."""
    return "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{WEIGHTS[face]};"
        f"src:url('{_FOLDER}/{font_file(face).name}')}}"
        for face in Face
    )


@lru_cache(8192)  # a layout asks for the same words again and again
def _units(face: Face, text: str) -> int:
    advances = _advances(face)
    return sum(advances.get(character, 0) for character in text)


@cache
def _advances(face: Face) -> dict[str, int]:
    """The advance of each character that can be set, in units of the font; a no-break space is a space's."""
    with TTFont(font_file(face), lazy=True) as font:
        widths, glyphs = font["hmtx"].metrics, font.getBestCmap()
        found = {chr(code): int(widths[glyph][0]) for code, glyph in glyphs.items() if glyph != ".notdef"}
    found[_NO_BREAK_SPACE] = found[" "]
    return {character: width for character, width in found.items() if is_written(character)}
