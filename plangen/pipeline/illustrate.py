"""Have every chart of a document drawn."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from plangen.charts.cache import DrawingCache
from plangen.document.blocks import Beside, Block, Document, Figure, Picture, Section, SideBySide
from plangen.document.drawing import Drawing
from plangen.document.theme import Theme

__all__ = ["illustrate"]


def illustrate(document: Document, theme: Theme, cache: Path | None) -> Document:
    """The same document with a `Drawing` in place of every chart; drawings are kept in `cache`."""
    drawings = DrawingCache(cache)

    def drawn(block: Block) -> Block:
        match block:
            case Section(blocks=blocks):
                return replace(block, blocks=tuple(map(drawn, blocks)))
            case Beside(main=main):
                return replace(block, main=tuple(map(drawn, main)))
            case SideBySide(left=left, right=right):
                return replace(block, left=tuple(map(drawn, left)), right=tuple(map(drawn, right)))
            case Figure(art=art) if not isinstance(art, Drawing | Picture):
                return replace(block, art=drawings.draw(art, theme))
            case _:
                return block

    def drawn_section(section: Section) -> Section:
        return replace(section, blocks=tuple(map(drawn, section.blocks)))

    return replace(document, sections=tuple(map(drawn_section, document.sections)))
