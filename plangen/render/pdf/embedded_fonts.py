"""Mend what reportlab writes about embedded fonts: the map back to Unicode, and the names of subsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from pikepdf import Name, Object, Pdf

from plangen.render.pdf.fonts import letters_of

__all__ = ["mend_fonts"]

_ENTRY = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_BLOCK = 100  # entries that one bfchar block may have (ISO 32000-1, 9.10.3)
_NOT_CHARACTERS = (0x0000, 0xFEFF, 0xFFFE)  # what no code may mean (ISO 14289-1, 7.21.7)


def mend_fonts(pdf: Pdf) -> None:
    """Give every font of `pdf` a lawful map to Unicode and its subset a name of its own.

    Raises `RuntimeError` if a font is not embedded: a fault of the renderer, not of the content.
    """
    for font in _fonts(pdf):
        if "/FontDescriptor" not in font or "/FontFile2" not in font.FontDescriptor:
            raise RuntimeError(f"{font.BaseFont} is not embedded")
        _name_subset(font)
        font.ToUnicode.write(to_unicode(font.ToUnicode.read_bytes()))


def to_unicode(cmap: bytes) -> bytes:
    """The map of reportlab, to the letters that glyphs stand for, in blocks of lawful size.

    Codes that mean no character are left out.
    """
    head, entries = cmap.split(b"endcodespacerange")
    pairs = [(code, int(point, 16)) for code, point in _ENTRY.findall(entries)]
    lines = [
        b"<%s> <%s>" % (code, _utf16(letters_of(point))) for code, point in pairs if point not in _NOT_CHARACTERS
    ]
    mended = [head + b"endcodespacerange"]
    for start in range(0, len(lines), _BLOCK):
        block = lines[start : start + _BLOCK]
        mended += [b"%d beginbfchar" % len(block), *block, b"endbfchar"]
    mended.append(b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return b"\n".join(mended)


def _fonts(pdf: Pdf) -> Iterator[Object]:
    seen = set()
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font


def _name_subset(font: Object) -> None:
    """Six letters before the name, made from the glyphs (ISO 32000-1, 9.6.4): reportlab has AAAAAA for all."""
    number = int.from_bytes(sha256(font.FontDescriptor.FontFile2.read_bytes()).digest())
    letters = "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
    _, family = str(font.BaseFont).split("+")
    font.BaseFont = font.FontDescriptor.FontName = Name(f"/{letters}+{family}")


def _utf16(letters: str) -> bytes:
    return letters.encode("utf-16-be").hex().upper().encode("ascii")
