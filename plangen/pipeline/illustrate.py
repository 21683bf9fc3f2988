"""Have every chart of a document drawn."""

from __future__ import annotations

from functools import cache as once
from pathlib import Path

from msgspec.structs import replace

from plangen.charts.cache import DrawingCache
from plangen.document.blocks import Beside, Block, Document, Figure, Picture, Section, SideBySide
from plangen.document.charts import ChartSpec
from plangen.document.drawing import Drawing
from plangen.document.theme import Theme
from plangen.kept import NOTHING_KEPT, KeptResults, Same, Step

__all__ = ["illustrate"]


def illustrate(document: Document, theme: Theme, cache: Path | None, kept: KeptResults = NOTHING_KEPT) -> Document:
    """The same document with a `Drawing` in place of every chart.

    Drawings are kept on disk in `cache`; `kept` may have them, and whole sections, of documents before.
    """
    drawings = once(lambda: DrawingCache(cache))  # it reads the code that draws, which few edits need

    def chart(spec: ChartSpec) -> Drawing:
        return kept.take(Step.DRAWING, (spec, Same(theme)), lambda: drawings().draw(spec, theme))

    def drawn(block: Block) -> Block:
        match block:
            case Section():
                return drawn_section(block)
            case Beside(main=main):
                return replace(block, main=tuple(map(drawn, main)))
            case SideBySide(left=left, right=right):
                return replace(block, left=tuple(map(drawn, left)), right=tuple(map(drawn, right)))
            case Figure(art=art) if not isinstance(art, Drawing | Picture):
                return replace(block, art=chart(art))
            case _:
                return block

    def drawn_section(section: Section) -> Section:
        name = (Same(section), Same(theme))
        return kept.take(
            Step.ILLUSTRATED, name, lambda: replace(section, blocks=tuple(map(drawn, section.blocks)))
        )

    return replace(document, sections=tuple(map(drawn_section, document.sections)))
