"""reportlab's TrueType font, with the long tables of its file read at a stroke.

reportlab takes them apart number by number, 9,000 of them a face, which for four faces is as long as drawing three
pages. Only how they are read is ours: what is made of them, and all short tables, are reportlab's.
"""

from __future__ import annotations

from struct import iter_unpack
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

from plangen.document.shaping import glyphs_of_characters
from plangen.document.typeface import Face, font_file

__all__ = ["TrueTypeFont"]

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class TrueTypeFont(TTFont):  # type: ignore[misc]
    """`face` under a name that pages call it by. Its codes are in the order in which glyphs are asked for."""

    def __init__(self, name: str, face: Face) -> None:
        self.fontName = name
        self.face = _FontFile(face)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[object, TTFont.State] = WeakKeyDictionary()
        self.shapable = self._asciiReadable = False


class _FontFile(TTFontFace):  # type: ignore[misc]
    """The file of a face. The characters of its glyphs are those that HarfBuzz knows."""

    def __init__(self, face: Face) -> None:
        self._known = glyphs_of_characters(face)
        super().__init__(str(font_file(face)))

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - reportlab's names
        """Read the file: its short tables, then `hmtx`, `loca` and `cmap` (ISO/IEC 14496-22, 5)."""
        super().extractInfo(charInfo=0)
        self.hmetrics = self._side_bearings()
        self.defaultWidth = self.hmetrics[0][0]
        self.seek_table("head", 50)
        form, unit = (">L", 1) if self.read_ushort() else (">H", 2)
        self.glyphPos = [unit * place for (place,) in iter_unpack(form, self.get_table("loca"))]
        self.charToGlyph = {**self._known, _NO_BREAK_SPACE: self._known[_SPACE]}
        self.charWidths = {code: self.hmetrics[glyph][0] for code, glyph in self.charToGlyph.items()}

    def _side_bearings(self) -> list[tuple[int, int]]:
        """The advance and left bearing of every glyph; the last ones share one advance."""
        self.seek_table("hhea", 34)
        end = 4 * self.read_ushort()
        table = self.get_table("hmtx")
        whole: list[tuple[int, int]] = list(iter_unpack(">HH", table[:end]))
        return whole + [(whole[-1][0], bearing) for (bearing,) in iter_unpack(">H", table[end:])]
