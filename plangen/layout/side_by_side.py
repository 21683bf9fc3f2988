"""Short blocks beside others, on one height."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.blocks import SideBySide
from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.lists import Flow
from plangen.layout.pieces import Piece, stack
from plangen.layout.setting import Place
from plangen.layout.structure import Element, Tag

__all__ = ["side_by_side_pieces"]

_TALLEST = 360.0
"""A block as tall as this, about half of a page, would leave too much of the page before it white."""

_COLUMNS = 12
_GUTTER = Page.column(2) - Page.span(1)


def side_by_side_pieces(block: SideBySide, place: Place, flow: Flow) -> list[Piece]:
    """Both sides as one piece; one below the other, over the whole width, where they would be too tall."""
    trial = _piece(block, place.within(Element(Tag.SECT)), flow)
    if trial.length > _TALLEST:
        return flow((*block.left, *block.right), place)
    return [_piece(block, place, flow)]


def _piece(block: SideBySide, place: Place, flow: Flow) -> Piece:
    start = (place.width + _GUTTER) * block.columns / _COLUMNS
    left, right = (
        stack(flow(blocks, replace(place, x=0.0, width=width, text_width=width)))
        for blocks, width in ((block.left, start - _GUTTER), (block.right, place.width - start))
    )
    taller = max((left, right), key=lambda one: one.length)
    ink = InkGroup(((0.0, 0.0, left.ink), (start, 0.0, right.ink)))
    anchors = (*left.anchors, *right.anchors)
    return Piece(ink, left.before, taller.after, taller.length, taller.drop, place.x, anchors=anchors)
