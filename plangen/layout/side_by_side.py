"""Short blocks beside others, on one height."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.blocks import Block, Figure, SideBySide
from plangen.document.drawing import Drawing
from plangen.document.tables import Table
from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.lists import Flow
from plangen.layout.pieces import Piece, stack
from plangen.layout.setting import Place
from plangen.layout.structure import Element, Tag

__all__ = ["side_by_side_pieces"]

_TALLEST = 360.0
"""A block as tall as this, about half of a page, would leave too much of the page before it white."""

_LONGER = 12.0  # so much lower than the left side the right one may end

_SMALLER = 10.5 / 10.0  # letters of a chart are 10.5 pt, and nothing is under 10

_COLUMNS = 12
_GUTTER = Page.column(2) - Page.span(1)


def side_by_side_pieces(block: SideBySide, place: Place, flow: Flow) -> list[Piece]:
    """Both sides as one piece, and what the right one has more below them over the whole width.

    One below the other, over the whole width, where they would be too tall.
    """
    level = _level(block, place, flow)
    beside = replace(block, right=block.right[:level])
    if not level or _trial(beside, place, flow).length > _TALLEST:
        return flow((*block.left, *block.right), place)
    return [_piece(beside, place, flow), *flow(block.right[level:], place)]


def _level(block: SideBySide, place: Place, flow: Flow) -> int:
    """How many blocks of the right side stand beside the left one: one, and all that end by its foot.

    None from the first one on that needs the whole width.
    """
    foot = _trial(replace(block, right=()), place, flow).length + _LONGER
    width = place.width - _start(block, place)
    narrow = next((n for n, one in enumerate(block.right) if _is_too_wide(one, width)), len(block.right))
    fitting = range(2, narrow + 1)
    longer = (n for n in fitting if _trial(replace(block, right=block.right[:n]), place, flow).length > foot)
    return next(longer, narrow + 1) - 1


def _is_too_wide(block: Block, width: float) -> bool:
    """Whether a chart's letters would be too small at `width` points, or a table has no room to speak of."""
    if isinstance(block, Figure) and isinstance(block.art, Drawing):
        return block.art.width > width * _SMALLER
    return isinstance(block, Table)


def _start(block: SideBySide, place: Place) -> float:
    """Where the right side begins, from the left edge."""
    return (place.width + _GUTTER) * block.columns / _COLUMNS


def _trial(block: SideBySide, place: Place, flow: Flow) -> Piece:
    """The piece, its structure made under an element that nobody keeps."""
    return _piece(block, place.within(Element(Tag.SECT)), flow)


def _piece(block: SideBySide, place: Place, flow: Flow) -> Piece:
    start = _start(block, place)
    left, right = (
        stack(flow(blocks, replace(place, x=0.0, width=width, text_width=width)))
        for blocks, width in ((block.left, start - _GUTTER), (block.right, place.width - start))
    )
    taller = max((left, right), key=lambda one: one.length)
    ink = InkGroup(((0.0, 0.0, left.ink), (start, 0.0, right.ink)))
    anchors = (*left.anchors, *right.anchors)
    return Piece(ink, left.before, taller.after, taller.length, taller.drop, place.x, anchors=anchors)
