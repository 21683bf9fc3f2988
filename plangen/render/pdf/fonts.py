"""The faces a document is set in, as reportlab's TrueType subsets: how wide words are, and what cannot be set."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from plangen.diagnostics import Diagnostic, PlangenError, codes, finding
from plangen.document.typeface import UNITS_PER_EM, Face, font_file

__all__ = ["Fonts", "font_name", "missing_glyphs"]

NO_BREAK_SPACE = "\u00a0"


class Fonts:
    """Widths and glyphs of the four faces.

    Text is set without kerning or ligatures, so widths just add up; they do so in the font's whole units.
    """

    def __init__(self) -> None:
        self._advances: dict[Face, dict[str, int]] = {}
        self._known: dict[Face, frozenset[str]] = {}
        self._words: dict[Face, dict[str, int]] = {}
        self._load(Face.REGULAR)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of `text` set in `face` at `size` points. A missing character counts nothing."""
        words = self._words.get(face)
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
        return self._words.setdefault(face, {})

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


def missing_glyphs(text: str, missing: str) -> list[Diagnostic]:
    """A diagnostic (PG520) for each character of `missing`, with its code point, name and the words around it."""
    return [_missing_glyph(text, character) for character in missing]


def font_name(face: Face) -> str:
    """The name under which reportlab knows `face`."""
    return f"SourceSansPro-{face.value}"


def _missing_glyph(text: str, character: str) -> Diagnostic:
    name = unicodedata.name(character, "a control character")
    shown = f'"{character}" ' if character.isprintable() else ""
    message = f'the font has no sign for {shown}U+{ord(character):04X} ({name}), in "{_around(text, character)}"'
    return finding(
        codes.NO_SUCH_CHARACTER,
        message,
        hint="write it another way, or remove it: it may have come with pasted text",
    )


def _around(text: str, character: str, reach: int = 24) -> str:
    place = text.index(character)
    start, end = max(0, place - reach), place + reach
    words = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[start:end])
    return f"{'… ' if start else ''}{words.strip()}{' …' if end < len(text) else ''}"


@lru_cache
def _font(face: Face) -> TTFont:
    """Parse the font once a process; reportlab keeps what a document uses of it with the document."""
    font = TTFont(font_name(face), str(font_file(face)), asciiReadable=False, shapable=False)
    registerFont(font)
    return font


@lru_cache
def _advances(font: Any) -> dict[str, int]:
    """The advance of each character that can be set, in units of the font.

    Some characters are left out even where the font maps them: control and format characters and line
    separators, which have no place in a line, and private ones, which mean nothing to a reader (ISO 19005-3,
    6.2.11.7.3). reportlab writes a no-break space as a space, so it is as wide as one.
    """
    widths = font.face.charWidths
    glyphs = font.face.charToGlyph
    found = {chr(code): int(widths[code]) for code, glyph in glyphs.items() if glyph and code in widths}
    found[NO_BREAK_SPACE] = found[" "]
    return {character: width for character, width in found.items() if _is_written(character)}


def _is_written(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] != "C" and category not in ("Zl", "Zp")
