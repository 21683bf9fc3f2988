"""Figures and boxes that do not fit on the rest of a page: text comes up from below, or they go above some of it.

They stay under their heading and above the next one, in their order, between blocks; the structure tree keeps them
where they were written.
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.layout.page_breaks import WEIGHED, Galley, Pages, pages_of
from plangen.layout.pieces import Piece
from plangen.layout.rhythm import HEADINGS, ITEMS, Kind

__all__ = ["arranged"]

_WHITE = 54.0  # points at the foot of a page that are worth moving a figure for
_SAVED = 40.0 * 40.0  # what it has to save, in squared points as pages are weighed
_PASSED = 20.0 * 20.0  # and that again for each line that it passes
_TRIED = 8  # places for each

_OPENING = (*HEADINGS, Kind.META, Kind.LEAD)


def arranged(galley: Galley) -> tuple[Galley, list[int]]:
    """The galley with what floats at the nearest place that makes its pages better, and where its pages begin."""
    pages = pages_of(galley)
    if len(pages.starts) > WEIGHED:
        return galley, pages.starts
    for first in [piece for piece in galley.pieces if piece.floats]:
        at = next(at for at, piece in enumerate(galley.pieces) if piece is first)
        if (start := _page_left_white(galley, pages, at)) is not None:
            galley, pages = _moved(galley, pages, at, start)
    return galley, pages.starts


def _page_left_white(galley: Galley, pages: Pages, at: int) -> int | None:
    """Where the page begins that has much room left because what floats at `at` opens the next one.

    It opens it alone or under its heading; None where it does not, or the page before it is well filled.
    """
    while at and galley.pieces[at - 1].glued:
        at -= 1
    if at not in pages.starts[1:]:
        return None
    start = pages.starts[pages.starts.index(at) - 1]
    return start if galley.white(start, at) > _WHITE else None


def _moved(galley: Galley, pages: Pages, at: int, start: int) -> tuple[Galley, Pages]:
    """With what floats at `at` where pages and the way there cost least; as it was if that is not much better."""
    best, least = (galley, pages), (len(pages.starts), pages.cost)
    end = at + galley.pieces[at].floats
    group, rest = galley.pieces[at:end], [*galley.pieces[:at], *galley.pieces[end:]]
    for place in _places(galley, rest, at, start):
        other = Galley.of([*rest[:place], *group, *rest[place:]], galley.room, galley.first_room)
        found = pages_of(other)
        score = (len(found.starts), found.cost + _SAVED + abs(place - at) * _PASSED)
        if score < least:
            best, least = (other, found), score
    return best


def _places(galley: Galley, rest: Sequence[Piece], at: int, start: int) -> list[int]:
    """Where in `rest` what floats at `at` may stand instead, nearest first.

    Higher up only where it fits on the page that begins with `start`, and below the first words of its section.
    """
    end = at + galley.pieces[at].floats
    if galley.pieces[end - 1].glued:
        return []
    later = [place for place in range(at + 1, _bound(rest, at, 1) + 1) if _between_blocks(rest, place)]
    height = galley.feet[end - 1] - galley.tops[at]
    highest = max(start, _bound(rest, at, -1)) + 1
    earlier = [
        place
        for place in range(highest, at)
        if _between_blocks(rest, place)
        and rest[place - 1].after not in _OPENING
        and galley.tops[place] - galley.tops[start] + height < galley.rooms[start]
    ]
    return sorted((*later, *earlier), key=lambda place: abs(place - at))[:_TRIED]


def _bound(rest: Sequence[Piece], at: int, step: int) -> int:
    """How far from `at` it may go: to the next heading, page or other thing that floats, or to the last."""
    while 0 <= (next_at := at if step > 0 else at - 1) < len(rest):
        piece = rest[next_at]
        if piece.before in HEADINGS or piece.new_page or piece.sinks or piece.floats:
            break
        at += step
    return at


def _between_blocks(rest: Sequence[Piece], place: int) -> bool:
    """Whether a block ends before `place` and another begins there, and neither is held to the other."""
    if place == len(rest):
        return True
    above, below = rest[place - 1], rest[place]
    if above.glued or below.pitch is not None:
        return False
    return not (above.after in ITEMS and below.before in ITEMS)
