"""Parts of a performance pack: counts of judgements, movers, and what stands at the head of a measure's page."""

from __future__ import annotations

from msgspec import Struct

from plangen.document.inlines import Inline, Value
from plangen.document.status import Mark, Sign

__all__ = ["CountTile", "CountTiles", "MetaLine", "Mover", "MoverList", "Movers", "VerdictBox"]


class CountTile(Struct, frozen=True):
    """How many measures share a judgement: symbol, figure, word."""

    mark: Mark
    count: Value
    word: str


class CountTiles(Struct, frozen=True):
    """Count tiles side by side: up to three wide ones, or four."""

    tiles: tuple[CountTile, ...]


class Mover(Struct, frozen=True):
    """A measure that moved far: symbol, reference, name, and how it moved."""

    mark: Mark
    ref: str
    title: tuple[Inline, ...]
    words: tuple[Inline, ...]


class MoverList(Struct, frozen=True):
    """Movers under a heading; `absent` stands where there are none."""

    heading: str
    movers: tuple[Mover, ...]
    absent: str


class Movers(Struct, frozen=True):
    """The measures that moved most for the better and for the worse, side by side."""

    better: MoverList
    worse: MoverList


class MetaLine(Struct, frozen=True):
    """Under a measure's heading: what is counted, and which way is better.

    `arrow` is the preferred direction, None where neither is; `polarity` says it in words.
    """

    measure: str
    polarity: str
    arrow: Sign | None


class VerdictBox(Struct, frozen=True):
    """A judgement in a box: symbol, its word, and a sentence or two made from results."""

    mark: Mark
    word: str
    content: tuple[Inline, ...]
