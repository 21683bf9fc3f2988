"""Where every glyph of a finished PDF stands, as PDFium finds it: an oracle that knows nothing of plangen."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["Glyph", "Page", "read_pages"]

_ARTIFACT = -1


class Glyph(NamedTuple):
    """A character, the box of its ink (y grows downwards), its origin, its size in points and its turn in radians.

    `content` is the number of its marked content, -1 for an artifact.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    baseline: float
    size: float
    angle: float
    content: int

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see."""
        return not self.text.strip() or self.right - self.left < 0.01


class Page(NamedTuple):
    """A page and its glyphs in the order in which they are painted."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]

    @property
    def upright(self) -> bool:
        """Whether the page stands on its short side."""
        return self.width < self.height

    def around(self, at: int) -> str:
        """The words around a glyph, for messages."""
        return "".join(glyph.text for glyph in self.glyphs[max(0, at - 14) : at + 15]).strip()


def read_pages(path: Path) -> list[Page]:
    """All pages of the PDF at `path`."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(number, page) for number, page in enumerate(document, 1)]
    finally:
        document.close()


def _page(number: int, page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    return Page(number, width, height, tuple(_glyphs(text.raw, pdfium.FPDFText_CountChars(text), height)))


def _glyphs(text: ctypes.c_void_p, count: int, height: float) -> Iterator[Glyph]:
    box = [ctypes.c_double() for _ in range(4)]
    origin = [ctypes.c_double() for _ in range(2)]
    matrix = pdfium.FS_MATRIX()
    for at in range(count):
        if pdfium.FPDFText_IsGenerated(text, at):
            continue  # spaces and line ends that PDFium adds
        pdfium.FPDFText_GetCharBox(text, at, *box)
        pdfium.FPDFText_GetCharOrigin(text, at, *origin)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        left, right, bottom, top = (value.value for value in box)
        scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
        yield Glyph(
            chr(pdfium.FPDFText_GetUnicode(text, at)),
            left,
            height - top,
            right,
            height - bottom,
            origin[0].value,
            height - origin[1].value,
            pdfium.FPDFText_GetFontSize(text, at) * scale,
            pdfium.FPDFText_GetCharAngle(text, at),
            pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text, at)),
        )
