"""What the layout has to know of the faces a document is set in, and what is said of characters they lack."""

from __future__ import annotations

import unicodedata

from plangen.diagnostics import Diagnostic, codes, finding
from plangen.document.shaping import advance, characters
from plangen.document.typeface import UNITS_PER_EM, Face

__all__ = ["Fonts", "is_written", "missing_glyphs"]


class Fonts:
    """Widths and glyphs of the four faces, the same for every format."""

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of `text` set in `face` at `size` points. A missing character counts nothing."""
        return advance(text, face) * size / UNITS_PER_EM

    def missing(self, text: str, face: Face) -> str:
        """The characters of `text` that `face` cannot set, each once, in order of appearance."""
        known = characters(face)
        if known.issuperset(text) and text.isprintable():  # as nearly always
            return ""
        return "".join(dict.fromkeys(c for c in text if c not in known or not is_written(c)))


def is_written(character: str) -> bool:
    """Whether a character may stand on a page, where the font has a glyph for it.

    Control and format characters and line separators have no place in a line, and private ones mean nothing to a
    reader (ISO 19005-3, 6.2.11.7.3).
    """
    category = unicodedata.category(character)
    return category[0] != "C" and category not in ("Zl", "Zp")


def missing_glyphs(text: str, missing: str) -> list[Diagnostic]:
    """A diagnostic (PG520) for each character of `missing`, with its code point, name and the words around it."""
    return [_missing_glyph(text, character) for character in missing]


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
