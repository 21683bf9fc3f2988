"""Chapters of very many pieces: all but their last pages are filled one by one, each from its own pieces alone.

So an edit changes the pages near it, and those after it are found again as they were. A page ends where it would
end in a galley of the whole chapter; only lengths are summed from its own head on. Of what was torn because a page
is too short for it, the rest is held together again where a page can hold it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plangen.kept import KeptResults, Step
from plangen.layout.page_breaks import WEIGHED, Galley, fullest, pages_of
from plangen.layout.pieces import Piece

__all__ = ["LONG", "long_starts"]

LONG = 600
"""Pieces; a chapter with fewer has some thirty pages at most, which are found at once."""

_WINDOW = 32  # pieces that are looked at for a page to begin with


class _Filled(Struct, frozen=True):
    """How many pieces a page takes, and the pieces that this depends on; `last` if also on none following them."""

    count: int
    window: Sequence[Piece]
    last: bool


def long_starts(kept: KeptResults, pieces: Sequence[Piece], room: float, first_room: float) -> list[int]:
    """The pieces with which the pages of a long chapter begin; the last pages are weighed as in any chapter."""
    starts = list(_filled(kept, pieces, room, first_room))
    settled = max(0, len(starts) - WEIGHED)
    begin = starts[settled]
    rest = Galley.of(pieces[begin:], room, room if begin else first_room)
    return starts[:settled] + [begin + at for at in pages_of(rest).starts]


def _filled(kept: KeptResults, pieces: Sequence[Piece], room: float, first_room: float) -> Iterator[int]:
    """The starts of pages that are filled one after another."""
    start = 0
    while start < len(pieces):
        yield start
        start += _kept_count(kept, pieces, start, room, room if start else first_room)


def _kept_count(kept: KeptResults, pieces: Sequence[Piece], start: int, room: float, own_room: float) -> int:
    """How many pieces the page takes that begins with `start` and has `own_room`; those after it have `room`."""

    def holds(filled: _Filled) -> bool:
        end = start + len(filled.window)
        return pieces[start:end] == filled.window and (not filled.last or end == len(pieces))

    key = ("fills", id(pieces[start]), room, own_room)
    return kept.take(Step.PAGINATED, key, lambda: _count(pieces, start, room, own_room), holds).count


def _count(pieces: Sequence[Piece], start: int, room: float, own_room: float) -> _Filled:
    size = _WINDOW
    while True:
        window = pieces[start : start + size]
        galley = Galley.of(window, room, own_room)
        last = start + size >= len(pieces)
        if last or _decides(galley):
            return _Filled(fullest(galley), window, last)
        size *= 2


def _decides(galley: Galley) -> bool:
    """Whether a page from the head of the galley ends in it, and so does all that is held together there."""
    reach = galley.reach(0)
    return any(not piece.glued for piece in galley.pieces[reach:-1])
