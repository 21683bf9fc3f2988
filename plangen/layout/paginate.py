"""Pieces onto pages: each chapter by itself, its pages ending where `page_breaks` finds it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from plangen.document.lengths import total
from plangen.document.theme import Page
from plangen.layout.closing_up import SHARES, closed_up
from plangen.layout.floats import arranged
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


class Sheet(Struct):
    """A page: what is placed on it and what its furniture says."""

    page: Page
    running: Running
    placements: list[Placement] = field(default_factory=list)


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


def paginate(pieces: Sequence[Piece], page: Page, first_top: float | None = None) -> list[Sheet]:
    """Place `pieces` on pages of the kind `page` (turned where they ask for it), each piece once.

    `first_top` is where the content of the first page begins, if not at the page's own top (a pack's band).
    """
    sheets: list[Sheet] = []
    running = Running()
    for chapter in _chapters(pieces):
        own = page.landscape() if chapter[0].landscape else page
        top = own.top if sheets or first_top is None else first_top
        galley, starts = _arranged(chapter, own.bottom - own.top, own.bottom - top)
        for start, end in pairwise([*starts, len(chapter)]):
            sheet = Sheet(own, galley.pieces[start].running or running)
            _fill(sheet, galley.pieces, start, end, own.top if start else top)
            running = next((p.running for p in reversed(galley.pieces[start:end]) if p.running), running)
            sheets.append(sheet)
        _sink(sheets[-1])
    return sheets


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


def _fill(sheet: Sheet, pieces: Sequence[Piece], start: int, end: int, top: float) -> None:
    """Place the pieces from `start` up to `end`, what is repeated above them, and what says that they go on."""
    cursor = _Cursor(top)
    sheet.placements += [cursor.place(piece) for piece in (*pieces[start].head, *pieces[start:end])]
    tail = pieces[end].tail if end < len(pieces) else None
    if tail is not None and cursor.next(tail) + tail.drop <= sheet.page.bottom:
        sheet.placements.append(cursor.place(tail))
    sheet.placements += _foot([note for piece in pieces[start:end] for note in piece.notes], sheet.page.bottom)


def _foot(notes: Sequence[Piece], bottom: float) -> Iterator[Placement]:
    """The notes of a page at its foot, what belongs above the first of them above it."""
    if notes:
        y = bottom - notes[-1].drop - total(note.pitch or 0.0 for note in notes[1:])
        above = total(piece.length for piece in notes[0].head)
        yield from (Placement(piece, piece.x, y - above) for piece in notes[0].head)
        for at, note in enumerate(notes):
            y += (note.pitch or 0.0) if at else 0.0
            yield Placement(note, note.x, y)


def _sink(sheet: Sheet) -> None:
    """Move what belongs at the foot of the page down to it."""
    placements = sheet.placements
    keep = len(placements)
    while keep and placements[keep - 1].piece.sinks:
        keep -= 1
    sinking = placements[keep:]
    if sinking:
        down = max(0.0, sheet.page.bottom - sinking[-1].foot)
        placements[keep:] = [Placement(p.piece, p.x, p.y + down) for p in sinking]
