"""Short blocks beside others: a judgement beside its trend, or beside what is said of it."""

from __future__ import annotations

from itertools import takewhile

from msgspec.structs import replace

from plangen.document.blocks import Block, Figure, ListBlock, Paragraph, Section, SideBySide
from plangen.document.drawing import Drawing
from plangen.document.tables import Table
from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.lists import Flow
from plangen.layout.narrowed import continued, narrowed
from plangen.layout.pieces import Piece, Stack, stack
from plangen.layout.setting import Place, Setting

__all__ = ["side_by_side_pieces"]

_TALLEST = 360.0
"""A block as tall as this, about half of a page, would leave too much of the page before it white."""

_SMALLER = 10.5 / 10.0  # letters of a chart are 10.5 pt, and nothing is under 10

_COLUMNS = 12
_GUTTER = Page.column(2) - Page.span(1)


def side_by_side_pieces(setting: Setting, block: SideBySide, place: Place, flow: Flow) -> list[Piece]:
    """Both sides as one piece, and below them at full measure what the right one has more, or needs it.

    One below the other, over the whole width, where they would be too tall.
    """
    start = (place.width + _GUTTER) * block.columns / _COLUMNS
    half = replace(place, x=0.0, width=start - _GUTTER, text_width=start - _GUTTER)
    other = replace(place, x=0.0, width=place.width - start, text_width=place.width - start)
    words = tuple(takewhile(_is_words, block.right))
    beside = words or tuple(takewhile(lambda one: not _is_too_wide(one, other.width), block.right))
    holder = place.parent.aside()  # keeps the structure until it is clear that they stand beside each other
    left = stack(flow(block.left, half.within(holder)))
    right = None if words else stack(flow(beside, other.within(holder)))
    if not beside or max(left.length, right.length if right else 0.0) > _TALLEST:
        return flow((*block.left, *block.right), place)
    place.parent.kids += holder.kids
    after = block.right[len(beside) :]
    if right is not None:
        return [_piece(left, right, start, place), *flow(after, place)]
    text = narrowed(setting, words, lambda _: left.length, other, place, flow)
    rest = [*text.below, *flow((*text.blocks, *after), place)]
    first = _piece(left, stack(text.level), start, place)
    if text.below:
        first, rest = replace(first, glued=text.level[-1].glued), continued(text.level, first.length, rest)
    return [first, *rest]


def _is_words(block: Block) -> bool:
    """Words can be parted; a heading is held to those after it."""
    return isinstance(block, Paragraph | ListBlock) or (isinstance(block, Section) and not block.blocks)


def _is_too_wide(block: Block, width: float) -> bool:
    """Whether a chart's letters would be too small at `width` points, or a table has no room to speak of."""
    if isinstance(block, Figure) and isinstance(block.art, Drawing):
        return block.art.width > width * _SMALLER
    return isinstance(block, Table)


def _piece(left: Stack, right: Stack, start: float, place: Place) -> Piece:
    """Both on one height; `start` is where the right one begins."""
    taller = max((left, right), key=lambda one: one.length)
    return Piece(
        InkGroup(((0.0, 0.0, left.ink), (start, 0.0, right.ink))),
        left.before,
        taller.after,
        taller.length,
        taller.drop,
        place.x,
        anchors=(*left.anchors, *right.anchors),
        notes=(*left.notes, *right.notes),
    )
