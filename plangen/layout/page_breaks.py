"""Where pages end: of all ways to set a chapter on as few pages as it needs, the one that leaves least white.

A page may end behind any piece that is not glued to the next one. What a way costs is the white at the foot of
each page, squared, so that a little on several pages is better than much on one; on the last page only what it
lacks of being two thirds full counts. The best way from each place on is found from the end of the chapter
backwards, as Plass has it ("Optimal pagination techniques for automatic typesetting systems", Stanford 1981).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

from msgspec import Struct

from plangen.document.lengths import total
from plangen.layout.pieces import Piece, distance
from plangen.layout.rhythm import HEADINGS, ITEMS, Kind, gap

__all__ = ["ABOVE_NOTES", "WEIGHED", "Galley", "Pages", "fullest", "pages_of"]

WEIGHED = 12  # so many pages at the end of a chapter are weighed; those before them are filled as they come
ABOVE_NOTES = 21.0  # points: what notes take at the foot beside their lines
_TOLERANCE = 1e-6  # points: how far sums taken in another order may lie apart
_LEAST = 2 / 3  # of a chapter's last page is wanted filled
_BELOW_PART = 1.6  # white is so many times as bad below part of a paragraph, list or table that could go on
_PARTED = 24.0 * 24.0  # and that a page ends there is worth 24 points of white
_BELOW_HEADING = 64.0  # points: three lines are little at the foot of a page
_STRANDED = 200.0 * 200.0  # that no page ends so soon below a heading is worth 200
_TORN = 200.0 * 200.0  # and so is that none ends where pieces should be held together


class Galley(Struct, frozen=True):
    """The pieces of a chapter one below another before they are parted into pages; lengths in points.

    `room` is what a page holds, `first_room` what the first one does. `tops` are the reference points of the
    pieces below the first one's, and `feet` how far down the ink reaches up to and with each piece. `notes` is
    how deep the notes of all pieces above each one are, `depths` the feet with those notes, and `headings` which
    piece is the last heading up to each. `rooms` is what a page that begins with each piece holds below its
    reference point.
    """

    pieces: Sequence[Piece]
    room: float
    first_room: float
    tops: list[float]
    feet: list[float]
    notes: list[float]
    depths: list[float]
    headings: list[int]
    rooms: list[float]

    @classmethod
    def of(cls, pieces: Sequence[Piece], room: float, first_room: float) -> Galley:
        """`pieces` (at least one) one below another."""
        steps = (above.length + distance(above, below) for above, below in pairwise(pieces))
        tops = list(accumulate(steps, initial=0.0))
        feet = list(accumulate((top + p.length + p.drop for top, p in zip(tops, pieces, strict=True)), max))
        notes = list(accumulate((_depth_of_notes(p) for p in pieces), initial=0.0))
        depths = [foot + above for foot, above in zip(feet, notes, strict=False)]
        headings = list(accumulate((at if p.before in HEADINGS else -1 for at, p in enumerate(pieces)), max))
        rooms = [(room if at else first_room) - _above(p) for at, p in enumerate(pieces)]
        return cls(pieces, room, first_room, tops, feet, notes, depths, headings, rooms)

    @property
    def depth(self) -> float:
        """How deep all pieces and their notes are together."""
        return self.feet[-1] + self.notes[-1]

    def white(self, start: int, end: int) -> float:
        """What a page with the pieces from `start` up to `end` leaves free; below 0 where it cannot hold them."""
        foot, last = self.feet[end - 1], self.pieces[end - 1]
        tail = self.pieces[end].tail if end < len(self.pieces) else None
        if tail is not None and not last.glued:  # where it is torn, a tail stands only if there is room
            foot = max(foot, self.tops[end - 1] + last.length + distance(last, tail) + tail.drop)
        notes = self.notes[end] - self.notes[start]
        return self.rooms[start] - (foot - self.tops[start]) - (notes + ABOVE_NOTES if notes else 0.0)

    def strands(self, start: int, end: int) -> bool:
        """Whether a page ends with the heading of a section, and too little of what goes on after it."""
        heading, kind = self.headings[end - 1], self.pieces[end].before
        if heading <= start:
            return False
        over = kind in HEADINGS and HEADINGS.index(kind) <= HEADINGS.index(self.pieces[heading].before)
        deep = self.tops[end - 1] + self.pieces[end - 1].length - self.tops[heading]
        return not over and deep < _BELOW_HEADING

    def holds(self, start: int, end: int) -> bool:
        """Whether a page can hold the pieces from `start` up to `end`."""
        return self.white(start, end) >= -_TOLERANCE

    def reach(self, start: int) -> int:
        """An end that no page beginning with `start` can go beyond."""
        return bisect_right(
            self.depths, self.rooms[start] + self.tops[start] + self.notes[start] + _TOLERANCE, lo=start
        )


def _depth_of_notes(piece: Piece) -> float:
    return total(note.pitch or 0.0 for note in piece.notes) if piece.notes else 0.0


def _above(piece: Piece) -> float:
    """What stands above the reference point of a piece that begins a page."""
    return total(head.length for head in piece.head) if piece.head else gap(Kind.PAGE, piece.before)


class Pages(Struct, frozen=True):
    """Where the pages of a galley begin, and what they cost."""

    starts: list[int]
    cost: float


def pages_of(galley: Galley) -> Pages:
    """The best pages of `galley`; each begins with the piece at one of the starts."""
    places = list(_places(galley))
    filled = _as_they_come(galley, places)
    if len(filled) == 1:
        return Pages(filled, 0.0)
    settled = max(0, len(filled) - WEIGHED)
    rest = _balanced(galley, places, filled[settled])
    return Pages(filled[:settled] + rest.starts, rest.cost)


def fullest(galley: Galley) -> int:
    """How many of the pieces of `galley` its first page takes when it is filled."""
    return _ends(galley, list(_places(galley)), 0)[0]


def _places(galley: Galley) -> Iterator[int]:
    """Where a page may begin, or the chapter end. What is held together and is too tall for a page gives way."""
    pieces, start = galley.pieces, 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or not pieces[end - 1].glued:
            yield from (start,) if galley.holds(start, end) else range(start, end)
            start = end
    yield len(pieces)


def _ends(galley: Galley, places: Sequence[int], start: int) -> Sequence[int]:
    """Where a page that begins with `start` may end, fullest first; a piece taller than a page stands alone."""
    first = bisect_right(places, start)
    last = bisect_right(places, galley.reach(start), lo=first)
    while last > first + 1 and not galley.holds(start, places[last - 1]):
        last -= 1  # what fewer pieces need is less
    return places[first : max(last, first + 1)][::-1]


def _as_they_come(galley: Galley, places: Sequence[int]) -> list[int]:
    """The starts of pages that are filled one after another."""
    starts = [0]
    while (end := _ends(galley, places, starts[-1])[0]) < len(galley.pieces):
        starts.append(end)
    return starts


class _Way(Struct, frozen=True):
    """The rest of a chapter on its pages: how many, what they cost, and where the first of them ends."""

    pages: int
    cost: float
    end: int


def _balanced(galley: Galley, places: Sequence[int], first: int) -> Pages:
    """The pages from `first` on, by the best way."""
    end = len(galley.pieces)
    best = {end: _Way(0, 0.0, end)}
    for start in reversed(places[bisect_left(places, first) : -1]):
        ends = _ends(galley, places, start)
        best[start] = _way(galley, start, ends, [best[end] for end in ends])
    starts = [first]
    while (after := best[starts[-1]].end) < end:
        starts.append(after)
    return Pages(starts, best[first].cost)


def _way(galley: Galley, start: int, ends: Sequence[int], rests: Sequence[_Way]) -> _Way:
    """The best way from `start`, with the best `rests` after each of the `ends` of its page.

    The first of equal ways is the one with the fuller page. A rest that costs more than a whole way that was found
    is tried no further.
    """
    fewest = min([rest.pages for rest in rests])
    least, best = inf, ends[0]
    for end, rest in zip(ends, rests, strict=True):
        if rest.pages == fewest and rest.cost < least:
            cost = _cost(galley, start, end, rest.cost, full=end == ends[0])
            if cost < least:
                least, best = cost, end
    return _Way(fewest + 1, least, best)


def _cost(galley: Galley, start: int, end: int, rest: float, full: bool) -> float:
    """What a page from `start` to `end` costs, and the `rest` after it; `full`: nothing more fits on it."""
    white = max(0.0, galley.white(start, end))
    if end == len(galley.pieces):
        white = max(0.0, white - (1.0 - _LEAST) * galley.room)
        return rest + white * white
    above, below = galley.pieces[end - 1], galley.pieces[end]
    fault = _TORN if above.glued else 0.0
    if below.pitch is not None or (above.after in ITEMS and below.before in ITEMS):
        white *= 1.0 if full else _BELOW_PART
        fault += _PARTED
    if galley.strands(start, end):
        fault += _STRANDED
    return rest + white * white + fault
