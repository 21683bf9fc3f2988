"""Widths of words and how they are broken into lines.

Widths are sums of advance widths, without kerning or ligatures, because that is how the renderer sets text: a
label that ends at a line here ends there on the page. They are added up in the font's whole units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangen.document.typeface import UNITS_PER_EM, Face, font_file

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

__all__ = ["ELLIPSIS", "Lettering"]

ELLIPSIS = "…"


class Lettering:
    """The advance widths of the document's faces, read from their files as they are needed."""

    def __init__(self) -> None:
        self._fonts: dict[Face, FT2Font] = {}
        self._advances: dict[tuple[Face, str], int] = {}

    def width(self, words: str, face: Face, size: float) -> float:
        """How wide `words` are in points when set in `face` at `size` points."""
        return sum(self._advance(face, character) for character in words) * size / UNITS_PER_EM

    def lines(self, words: str, face: Face, size: float, room: float, at_most: int = 2) -> tuple[str, ...]:
        """`words` broken at spaces into lines of at most `room` points; what is left over ends in an ellipsis."""
        left = words.split()
        lines: list[str] = []
        while left and len(lines) < at_most:
            taken = self._words_that_fit(left, face, size, room)
            lines.append(" ".join(left[:taken]))
            left = left[taken:]
        if left:
            lines[-1] = f"{lines[-1]}{ELLIPSIS}"
        return tuple(self.shortened(line, face, size, room) for line in lines) or ("",)

    def shortened(self, words: str, face: Face, size: float, room: float) -> str:
        """`words`, or as much of them as fits in `room` points with an ellipsis."""
        if self.width(words, face, size) <= room:
            return words
        kept = words.rstrip(ELLIPSIS)
        while kept and self.width(kept + ELLIPSIS, face, size) > room:
            kept = kept[:-1].rstrip()
        return kept + ELLIPSIS

    def _words_that_fit(self, words: list[str], face: Face, size: float, room: float) -> int:
        taken = 1
        while taken < len(words) and self.width(" ".join(words[: taken + 1]), face, size) <= room:
            taken += 1
        return taken

    def _advance(self, face: Face, character: str) -> int:
        """The advance width of a character in units of the font."""
        known = self._advances.get((face, character))
        if known is None:
            from matplotlib.ft2font import FT2Font, LoadFlags

            if face not in self._fonts:
                self._fonts[face] = FT2Font(str(font_file(face)))
            font = self._fonts[face]
            glyph = font.load_glyph(font.get_char_index(ord(character)), flags=LoadFlags.NO_SCALE)
            known = self._advances[face, character] = glyph.horiAdvance
        return known
