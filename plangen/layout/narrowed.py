"""Text that is narrow down to the foot of what stands beside it, and at full measure again below that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import Block, Paragraph
from plangen.document.inlines import LineBreak
from plangen.layout.boxes import then
from plangen.layout.lists import Flow
from plangen.layout.pieces import Piece, distance, line_pieces, stack
from plangen.layout.prose import held_together
from plangen.layout.rhythm import Kind, gap
from plangen.layout.setting import Place, Setting
from plangen.layout.typeset import SetLine, break_lines

__all__ = ["Foot", "Narrowed", "continued", "narrowed"]

_CLEAR = 16.0  # from the foot of what stands beside it to the first baseline that may go below it

Foot = Callable[[Piece], float]
"""Where what stands beside the text ends, from the reference point of the text's first piece."""


class Narrowed(Struct, frozen=True):
    """What stands beside, the rest of the block that reaches the foot, and the blocks after that."""

    level: list[Piece]
    below: list[Piece]
    blocks: tuple[Block, ...]


def narrowed(
    setting: Setting, blocks: Sequence[Block], foot: Foot, narrow: Place, place: Place, flow: Flow
) -> Narrowed:
    """`blocks` at the measure of `narrow` down to `foot`; below it, in `place`."""
    level: list[Piece] = []
    for at, block in enumerate(blocks):
        if level and _end(level) + gap(level[-1].after, Kind.BODY) >= foot(level[0]) + _CLEAR:
            return Narrowed(level, [], tuple(blocks[at:]))
        if level and held_together(blocks[at - 1], block):
            level[-1] = replace(level[-1], glued=True)
        some = flow((block,), narrow)
        count = _beside(level, some, foot)
        level += some[:count]
        if count < len(some):
            return Narrowed(level, _widened(setting, block, some, count, place), tuple(blocks[at + 1 :]))
    return Narrowed(level, [], ())


def continued(level: Sequence[Piece], foot: float, rest: list[Piece]) -> list[Piece]:
    """What follows, as far below the last line beside the foot as if nothing stood there."""
    if not rest:
        return []
    past = max(0.0, foot - _end(level))
    return then(rest, distance(level[-1], rest[0]) - past)


def _end(pieces: Sequence[Piece]) -> float:
    return stack(pieces).length


def _beside(level: list[Piece], some: list[Piece], foot: Foot) -> int:
    """How many of `some`, below `level`, stand beside it: at least the first of all."""
    pieces = [*level, *some]
    y = 0.0
    for at, piece in enumerate(pieces):
        y += distance(pieces[at - 1], piece) + pieces[at - 1].length if at else 0.0
        if at > len(level) and y >= foot(pieces[0]) + _CLEAR:
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
