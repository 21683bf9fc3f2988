"""Text with a callout beside it: narrow down to the foot of the callout, then at full measure again."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from plangen.document.blocks import Beside, Block, Paragraph
from plangen.document.inlines import LineBreak
from plangen.document.theme import Page
from plangen.layout.boxes import callout_pieces, then
from plangen.layout.inks import InkGroup
from plangen.layout.lists import Flow
from plangen.layout.pieces import Piece, distance, line_pieces, stack
from plangen.layout.prose import held_together
from plangen.layout.rhythm import Kind, gap
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag
from plangen.layout.typeset import SetLine, break_lines

__all__ = ["beside_pieces"]

_TALLEST = 640.0
_CLEAR = 16.0  # from the foot of the callout to the first baseline that may go below it


def beside_pieces(setting: Setting, beside: Beside, place: Place, flow: Flow) -> list[Piece]:
    """Text in seven columns and the callout in five, as one piece; then what follows below the callout's foot.

    The callout is read after the block that reaches its foot. It stands below the text where it is too tall for a
    page.
    """
    holder, width = Element(Tag.SECT), Page.span(5)
    where = replace(place.within(holder), x=0.0, width=width, text_width=width)
    aside = callout_pieces(setting, beside.aside, where, flow)
    if not beside.main or len(aside) != 1 or aside[0].length > _TALLEST:
        return [*flow(beside.main, place), *callout_pieces(setting, beside.aside, place, flow)]
    box = aside[0]
    level, below, blocks = _parted(setting, beside.main, box, place, flow)
    place.parent.kids += holder.kids
    rest = [*below, *flow(blocks, place)]
    return [_side_by_side(level, box, place, followed=bool(rest)), *_continued(level, box, rest)]


def _parted(
    setting: Setting, blocks: Sequence[Block], box: Piece, place: Place, flow: Flow
) -> tuple[list[Piece], list[Piece], tuple[Block, ...]]:
    """What stands beside `box`, the rest of the block that reaches its foot, and the blocks after that."""
    narrow = replace(place, x=0.0, width=Page.span(7), text_width=Page.span(7))
    level: list[Piece] = []
    for at, block in enumerate(blocks):
        if level and _end(level) + gap(level[-1].after, Kind.BODY) >= _foot(level, box) + _CLEAR:
            return level, [], tuple(blocks[at:])
        if level and held_together(blocks[at - 1], block):
            level[-1] = replace(level[-1], glued=True)
        some = flow((block,), narrow)
        count = _beside(level, some, box)
        level += some[:count]
        if count < len(some):
            return level, _widened(setting, block, some, count, place), tuple(blocks[at + 1 :])
    return level, [], ()


def _end(pieces: Sequence[Piece]) -> float:
    return stack(pieces).length


def _foot(level: Sequence[Piece], box: Piece) -> float:
    """Where `box` ends, measured from the reference point of the text beside it: both begin level."""
    return gap(Kind.H2, Kind.EDGE) - gap(Kind.H2, level[0].before) + box.length


def _beside(level: list[Piece], some: list[Piece], box: Piece) -> int:
    """How many of `some`, below `level`, stand beside `box`: at least the first of all."""
    pieces = [*level, *some]
    y = 0.0
    for at, piece in enumerate(pieces):
        y += distance(pieces[at - 1], piece) + pieces[at - 1].length if at else 0.0
        if at > len(level) and y >= _foot(pieces, box) + _CLEAR:
            return at - len(level)
    return len(some)


def _widened(setting: Setting, block: Block, some: list[Piece], count: int, place: Place) -> list[Piece]:
    """The pieces of `block` from `count` on, below the callout: the words of a paragraph at full measure again."""
    rest = [replace(piece, x=piece.x + place.x) for piece in some[count:]]
    lines = [piece.ink for piece in some[count:] if isinstance(piece.ink, SetLine)]
    if not isinstance(block, Paragraph) or LineBreak() in block.content or len(lines) < len(rest):
        return rest
    words = [fragment for line in lines for fragment in line.fragments]
    leading, kind = some[count].pitch or 0.0, some[count].before
    return then(line_pieces(break_lines(setting, words, place.text_width), kind, leading, place.x), leading)


def _side_by_side(level: list[Piece], box: Piece, place: Place, followed: bool) -> Piece:
    """The text and the callout as one piece."""
    text, foot = stack(level), _foot(level, box)
    after = text.after if followed or text.length + 4.0 >= foot else Kind.EDGE
    ink = InkGroup(((0.0, 0.0, text.ink), (Page.column(8), foot - box.length, box.ink)))
    return Piece(
        ink,
        text.before,
        after,
        max(text.length, foot),
        text.drop,
        place.x,
        glued=followed and level[-1].glued,
        anchors=text.anchors + box.anchors,
        notes=text.notes + box.notes,
    )


def _continued(level: list[Piece], box: Piece, rest: list[Piece]) -> list[Piece]:
    """What follows, as far below the last line beside the callout as if there were none."""
    if not rest:
        return []
    past = max(0.0, _foot(level, box) - _end(level))
    return then(rest, distance(level[-1], rest[0]) - past)
