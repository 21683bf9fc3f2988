"""The glyphs of a PDF in the order of its structure tree, each block with its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pikepdf
from random_documents.glyphs import Glyph, Page

__all__ = ["Block", "Placed", "blocks_in_order"]

_INLINE = frozenset({"/Span", "/Link", "/Reference", "/Quote", "/Em", "/Strong", "/Lbl"})


class Placed(NamedTuple):
    """A glyph and the page it is on."""

    page: int
    glyph: Glyph


class Block(NamedTuple):
    """An element that holds text, by its tag and those around it, outermost first; inline ones belong to it."""

    path: tuple[str, ...]
    glyphs: list[Placed]

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(placed.glyph.text for placed in self.glyphs)


def blocks_in_order(path: Path, pages: Sequence[Page]) -> list[Block]:
    """Every block of the PDF at `path` in reading order; what is an artifact belongs to none."""
    contents: dict[tuple[int, int], list[Placed]] = defaultdict(list)
    for page in pages:
        for glyph in page.glyphs:
            contents[page.number, glyph.content].append(Placed(page.number, glyph))
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        found: list[Block] = []
        for kid in _kids(pdf.Root.StructTreeRoot):
            _walk(kid, (), found, numbers, contents)
        return found


def _walk(element, path, found, numbers, contents) -> None:
    """Gather the blocks at and below `element`. A block goes on in one of its own kind after inner blocks."""
    tag = str(element.S)
    if tag not in _INLINE or not found:
        path = (*path, tag[1:])
        found.append(Block(path, []))
    own = found[-1]
    for kid in _kids(element):
        if isinstance(kid, int):
            own.glyphs.extend(contents[numbers[element.Pg.objgen], kid])
        elif kid.get("/Type") == "/MCR":
            own.glyphs.extend(contents[numbers[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)])
        elif kid.get("/Type") != "/OBJR":
            before = len(found)
            _walk(kid, path, found, numbers, contents)
            if len(found) > before:
                own = Block(path, [])
                found.append(own)


def _kids(element) -> Iterator[object]:
    entry = element.get("/K")
    if entry is None:
        return iter(())
    return iter(entry) if isinstance(entry, pikepdf.Array) else iter([entry])
