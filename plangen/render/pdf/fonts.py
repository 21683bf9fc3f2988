"""The faces as reportlab's TrueType subsets, and the characters by which reportlab knows their glyphs.

reportlab chooses glyphs by characters. A glyph that stands for other letters than the font's own map says (a
ligature, a letter composed with its marks) gets a private character; `letters_of` says what it is to be read as.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from plangen.diagnostics import PlangenError
from plangen.document.shaping import Glyph
from plangen.document.typeface import Face
from plangen.layout.fonts import Fonts, missing_glyphs
from plangen.render.pdf.font_tables import TrueTypeFont

__all__ = ["ReportlabFonts", "character_of", "font_name", "letters_of", "reportlab_font"]

_PRIVATE = count(0xF0000)  # supplementary private use: content may hold none of it
_CHARACTERS: dict[tuple[str, int, str], int] = {}
_LETTERS: dict[int, str] = {}


class ReportlabFonts(Fonts):
    """The four faces, none of which paints a box in place of a character that it lacks."""

    def check(self, text: str, face: Face) -> None:
        """Refuse what cannot be set: raises `PlangenError` (PG520) naming each character and its place."""
        missing = self.missing(text, face)
        if missing:
            raise PlangenError(missing_glyphs(text, missing))


def font_name(face: Face) -> str:
    """The name under which reportlab knows `face`."""
    return f"SourceSansPro-{face.value}"


@lru_cache
def reportlab_font(face: Face) -> TTFont:
    """Parse the font once a process; reportlab keeps what a document uses of it with the document."""
    font = TrueTypeFont(font_name(face), face)
    registerFont(font)
    return font


def character_of(glyph: Glyph, font: TTFont) -> str:
    """The character by which reportlab paints `glyph` of `font`: its own letter, or else a private one.

    Which private character it is differs from process to process; no file shows it.
    """
    known = font.face
    if len(glyph.letters) == 1 and known.charToGlyph.get(ord(glyph.letters)) == glyph.number:
        return glyph.letters
    key = font.fontName, glyph.number, glyph.letters
    private = _CHARACTERS.get(key)
    if private is None:
        private = _CHARACTERS.setdefault(key, next(_PRIVATE))
        _LETTERS[private] = glyph.letters
        known.charWidths[private] = glyph.width
        known.charToGlyph[private] = glyph.number
    return chr(private)


def letters_of(character: int) -> str:
    """The letters that the code point of a character stands for: itself, or those of a private one's glyph."""
    return _LETTERS.get(character, chr(character))
