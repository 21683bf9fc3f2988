"""Pieces onto pages: each chapter by itself, its pages ending where `page_breaks` finds it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from plangen.document.lengths import total
from plangen.document.theme import Page
from plangen.kept import NOTHING_KEPT, KeptResults, Step
from plangen.layout.closing_up import SHARES, closed_up
from plangen.layout.floats import arranged
from plangen.layout.long_chapters import LONG, long_starts
from plangen.layout.page_breaks import WEIGHED, Galley
from plangen.layout.pieces import Piece, Running, distance
from plangen.layout.rhythm import Kind, gap

__all__ = ["Placement", "Sheet", "paginate"]

_LOST_AT_END = 60.0  # points: more than the space between any two pieces, which goes where a page ends there


class Placement(Struct, frozen=True):
    """A piece on a page, its reference point measured from the left margin and the top of the page."""

    piece: Piece
    x: float
    y: float

    @property
    def foot(self) -> float:
        """Where its ink ends."""
        return self.y + self.piece.length + self.piece.drop


class Sheet(Struct, frozen=True):
    """A page: what is placed on it and what its furniture says."""

    page: Page
    running: Running
    placements: tuple[Placement, ...] = ()


class _Cursor(Struct):
    """A page being filled."""

    top: float
    y: float = 0.0
    above: Piece | None = None

    def next(self, piece: Piece) -> float:
        """Where the reference point of `piece` would stand."""
        if self.above is None:
            return self.top + gap(Kind.PAGE, piece.before)
        if self.above.after is Kind.PAGE:  # a repeated head: what follows joins it directly
            return self.y
        return self.y + distance(self.above, piece)

    def place(self, piece: Piece) -> Placement:
        """Place it and go on below it."""
        placement = Placement(piece, piece.x, self.next(piece))
        self.y, self.above = placement.y + piece.length, piece
        return placement


class _Leaf(Struct, frozen=True):
    """A page of a chapter: what is placed on it, and what its furniture is to say from its first and last on."""

    placements: tuple[Placement, ...]
    first: Running | None
    last: Running | None


class _Leaves(Struct, frozen=True):
    """A chapter's pieces and its pages."""

    pieces: Sequence[Piece]
    leaves: tuple[_Leaf, ...]


def paginate(
    pieces: Sequence[Piece], page: Page, first_top: float | None = None, kept: KeptResults = NOTHING_KEPT
) -> list[Sheet]:
    """Place `pieces` on pages of the kind `page` (turned where they ask for it), each piece once.

    `first_top` is where the content of the first page begins, if not at the page's own top (a pack's band). `kept`
    may have chapters as they were paginated before.
    """
    sheets: list[Sheet] = []
    running = Running()
    for number, chapter in enumerate(_chapters(pieces)):
        own = page.landscape() if chapter[0].landscape else page
        top = own.top if sheets or first_top is None else first_top
        for leaf in _kept_leaves(kept, number, chapter, own, top):
            sheets.append(Sheet(own, leaf.first or running, leaf.placements))
            running = leaf.last or running
    return sheets


def _kept_leaves(
    kept: KeptResults, number: int, chapter: Sequence[Piece], page: Page, top: float
) -> tuple[_Leaf, ...]:
    """The pages of a chapter, found again by what it begins with and by all of its pieces."""
    name = chapter[0].anchors[0].name if chapter[0].anchors else number
    return kept.take(
        Step.PAGINATED,
        (name, page, top),
        lambda: _Leaves(chapter, _leaves(kept, chapter, page, top)),
        lambda leaves: leaves.pieces == chapter,
    ).leaves


def _leaves(kept: KeptResults, chapter: Sequence[Piece], page: Page, top: float) -> tuple[_Leaf, ...]:
    room, first_room = page.bottom - page.top, page.bottom - top
    if len(chapter) < LONG:
        galley, starts = _arranged(chapter, room, first_room)
        pieces = galley.pieces
    else:
        pieces, starts = chapter, long_starts(kept, chapter, room, first_room)
    turns = [*starts, len(chapter)]
    return tuple(
        _kept_leaf(kept, pieces[start : end + 1], end - start, page, page.top if start else top)
        for start, end in pairwise(turns)
    )


def _kept_leaf(kept: KeptResults, pieces: Sequence[Piece], count: int, page: Page, top: float) -> _Leaf:
    """The page of the first `count` of `pieces`; one more follows unless the chapter ends there."""

    def made() -> tuple[_Leaf, Sequence[Piece]]:
        return _leaf(pieces, count, page, top), pieces  # which the key names by identity

    return kept.take(Step.PAGINATED, (top, count, page, *map(id, pieces)), made)[0]


def _leaf(pieces: Sequence[Piece], count: int, page: Page, top: float) -> _Leaf:
    placements = _filled(page, pieces, count, top)
    placed = placements if count < len(pieces) else _sunk(page, placements)
    last = next((piece.running for piece in reversed(pieces[:count]) if piece.running), None)
    return _Leaf(tuple(placed), pieces[0].running, last)


def _arranged(chapter: Sequence[Piece], room: float, first_room: float) -> tuple[Galley, list[int]]:
    """The chapter on its pages, closed up where that saves one."""
    usual = arranged(Galley.of(chapter, room, first_room))
    if 1 < len(usual[1]) <= WEIGHED:
        for share in SHARES:
            closer = Galley.of(closed_up(chapter, share), room, first_room)
            if closer.depth > (len(usual[1]) - 1) * (room + _LOST_AT_END):
                continue
            found = arranged(closer)
            if len(found[1]) < len(usual[1]):
                return found
    return usual


def _chapters(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """What begins a new page, up to the next that does; and pages that are turned."""
    turns = [at for at in range(1, len(pieces)) if pieces[at].landscape != pieces[at - 1].landscape]
    asked = [at for at, piece in enumerate(pieces) if piece.new_page or at == 0]
    for start, end in pairwise([*sorted({*turns, *asked}), len(pieces)]):
        yield pieces[start:end]


def _filled(page: Page, pieces: Sequence[Piece], count: int, top: float) -> list[Placement]:
    """The first `count` of `pieces`, what is repeated above them, and what says that they go on."""
    cursor = _Cursor(top)
    placements = [cursor.place(piece) for piece in (*pieces[0].head, *pieces[:count])]
    tail = pieces[count].tail if count < len(pieces) else None
    if tail is not None and cursor.next(tail) + tail.drop <= page.bottom:
        placements.append(cursor.place(tail))
    placements += _foot([note for piece in pieces[:count] for note in piece.notes], page.bottom)
    return placements


def _foot(notes: Sequence[Piece], bottom: float) -> Iterator[Placement]:
    """The notes of a page at its foot, what belongs above the first of them above it."""
    if notes:
        y = bottom - notes[-1].drop - total(note.pitch or 0.0 for note in notes[1:])
        above = total(piece.length for piece in notes[0].head)
        yield from (Placement(piece, piece.x, y - above) for piece in notes[0].head)
        for at, note in enumerate(notes):
            y += (note.pitch or 0.0) if at else 0.0
            yield Placement(note, note.x, y)


def _sunk(page: Page, placements: list[Placement]) -> list[Placement]:
    """With what belongs at the foot of the page moved down to it."""
    keep = len(placements)
    while keep and placements[keep - 1].piece.sinks:
        keep -= 1
    sinking = placements[keep:]
    if not sinking:
        return placements
    down = max(0.0, page.bottom - sinking[-1].foot)
    return [*placements[:keep], *(Placement(p.piece, p.x, p.y + down) for p in sinking)]
