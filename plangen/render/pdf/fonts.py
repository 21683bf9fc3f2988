"""The faces a document is set in, as reportlab's TrueType subsets: how wide words are, and what cannot be set."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from plangen.diagnostics import PlangenError
from plangen.document.typeface import UNITS_PER_EM, Face, font_file
from plangen.layout.fonts import is_written, missing_glyphs

__all__ = ["ReportlabFonts", "font_name"]

NO_BREAK_SPACE = "\u00a0"


class ReportlabFonts:
    """Widths and glyphs of the four faces.

    Text is set without kerning or ligatures, so widths just add up; they do so in the font's whole units.
    """

    def __init__(self) -> None:
        self._advances: dict[Face, dict[str, int]] = {}
        self._known: dict[Face, frozenset[str]] = {}
        self._words: dict[
            str, dict[str, int]
        ] = {}  # by the face's name: the hash of an enum is slow, and this is hot
        self._load(Face.REGULAR)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of `text` set in `face` at `size` points. A missing character counts nothing."""
        words = self._words.get(face._value_)
        if words is None:
            words = self._load(face)
        width = words.get(text)
        if width is None:
            advances = self._advances[face]
            width = words[text] = sum(advances.get(character, 0) for character in text)
        return width * size / UNITS_PER_EM

    def _load(self, face: Face) -> dict[str, int]:
        """Read the file of a face when something is first set in it."""
        self._advances[face] = _advances(_font(face))
        self._known[face] = frozenset(self._advances[face])
        return self._words.setdefault(face._value_, {})

    def missing(self, text: str, face: Face) -> str:
        """The characters of `text` that `face` cannot set, each once, in order of appearance."""
        if face not in self._known:
            self._load(face)
        known = self._known[face]
        if known.issuperset(text):
            return ""
        return "".join(dict.fromkeys(character for character in text if character not in known))

    def check(self, text: str, face: Face) -> None:
        """Refuse what cannot be set: raises `PlangenError` (PG520) naming each character and its place."""
        missing = self.missing(text, face)
        if missing:
            raise PlangenError(missing_glyphs(text, missing))


def font_name(face: Face) -> str:
    """The name under which reportlab knows `face`."""
    return f"SourceSansPro-{face.value}"


@lru_cache
def _font(face: Face) -> TTFont:
    """Parse the font once a process; reportlab keeps what a document uses of it with the document."""
    font = TTFont(font_name(face), str(font_file(face)), asciiReadable=False, shapable=False)
    registerFont(font)
    return font


@lru_cache
def _advances(font: Any) -> dict[str, int]:
    """The advance of each character that can be set, in units of the font.

    Characters that have no place on a page are left out even where the font maps them. reportlab writes a no-break
    space as a space, so it is as wide as one.
    """
    widths = font.face.charWidths
    glyphs = font.face.charToGlyph
    found = {chr(code): int(widths[code]) for code, glyph in glyphs.items() if glyph and code in widths}
    found[NO_BREAK_SPACE] = found[" "]
    return {character: width for character, width in found.items() if is_written(character)}
