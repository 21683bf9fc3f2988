"""Pieces onto pages: as many as fit, back to the last place where a page may end.

A chapter (what begins a new page, up to the next that does) is placed once, and again in a closer rhythm only
where its pages end badly. Each placement is linear: it steps back at most over what stands on one page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from plangen.document.theme import Page
from plangen.layout.pieces import Piece, Running, distance
from plangen.layout.rhythm import RHYTHMS, Kind, gap

__all__ = ["Placement", "Sheet", "paginate"]

_SHORT_PAGE = 120.0
_WHITE = 150.0
_MANY_PAGES = 24


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

    @property
    def filled(self) -> float:
        """How far down the text reaches, without what sinks to the foot; from the top of the content."""
        feet = [placement.foot for placement in self.placements if not placement.piece.sinks]
        return max(feet, default=self.page.top) - self.page.top

    @property
    def free(self) -> float:
        """How much is left white below everything."""
        return self.page.bottom - max((placement.foot for placement in self.placements), default=self.page.top)


class _Cursor(Struct):
    """A page being filled."""

    top: float
    rhythm: float
    y: float = 0.0
    above: Piece | None = None

    def next(self, piece: Piece) -> float:
        """Where the reference point of `piece` would stand."""
        if self.above is None:
            return self.top + gap(Kind.PAGE, piece.before)
        if self.above.after is Kind.PAGE:  # a repeated head: what follows joins it directly
            return self.y
        return self.y + distance(self.above, piece, self.rhythm)

    def place(self, piece: Piece) -> Placement:
        """Place it and go on below it."""
        placement = Placement(piece, piece.x, self.next(piece))
        self.y, self.above = placement.y + piece.length, piece
        return placement


def paginate(pieces: Sequence[Piece], page: Page, first_top: float | None = None) -> list[Sheet]:
    """Place `pieces` on pages of the kind `page` (turned where they ask for it).

    `first_top` is where the content of the first page begins, if not at the page's own top (a pack's band).
    """
    sheets: list[Sheet] = []
    running = Running()
    for chapter in _chapters(pieces):
        top = first_top if not sheets else None
        placed = _place(chapter, page, top, running, RHYTHMS[0])
        if _faults(placed) and len(placed) <= _MANY_PAGES:
            closer = (_place(chapter, page, top, running, rhythm) for rhythm in RHYTHMS[1:])
            placed = min((placed, *closer), key=_faults)  # the loosest of the best
        sheets += placed
        running = next((p.running for p in reversed(chapter) if p.running), running)
    return sheets


def _chapters(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    starts = [at for at, piece in enumerate(pieces) if piece.new_page or at == 0]
    for start, end in pairwise([*starts, len(pieces)]):
        yield pieces[start:end]


def _faults(sheets: Sequence[Sheet]) -> int:
    """Pages that end badly: one that is left half white, and a last page that holds next to nothing."""
    white = sum(sheet.free > _WHITE for sheet in sheets[:-1])
    return white + (len(sheets) > 1 and sheets[-1].filled < _SHORT_PAGE)


def _place(
    pieces: Sequence[Piece], page: Page, first_top: float | None, running: Running, rhythm: float
) -> list[Sheet]:
    """A chapter on its pages."""
    sheets: list[Sheet] = []
    start = 0
    while start < len(pieces):
        first = pieces[start]
        sheet = Sheet(page.landscape() if first.landscape else page, first.running or running)
        top = first_top if first_top is not None and not sheets else sheet.page.top
        end = _fill(sheet, pieces, start, _Cursor(top, rhythm))
        running = next((p.running for p in reversed(pieces[start:end]) if p.running), running)
        sheets.append(sheet)
        start = end
    _sink(sheets[-1])
    return sheets


def _fill(sheet: Sheet, pieces: Sequence[Piece], start: int, cursor: _Cursor) -> int:
    """Fill `sheet` from `pieces[start]` on; the index of the piece that the next page begins with."""
    bottom = sheet.page.bottom
    placed = [cursor.place(piece) for piece in pieces[start].head]
    repeated = len(placed)
    best = 0
    at = start
    while at < len(pieces):
        piece = pieces[at]
        if at > start and piece.landscape != pieces[start].landscape:
            best = at
            break
        if at > start and not pieces[at - 1].glued and _room_for_tail(cursor, piece, bottom):
            best = at
        if at > start and cursor.next(piece) + piece.length + piece.drop > bottom:
            break
        placed.append(cursor.place(piece))
        at += 1
    else:
        best = at
    end = best or max(at, start + 1)
    sheet.placements = placed[: repeated + end - start]
    _set_tail(sheet, pieces, start, end)
    return end


def _room_for_tail(cursor: _Cursor, piece: Piece, bottom: float) -> bool:
    """Whether the page could end before `piece`, with the line that says so."""
    tail = piece.tail
    return tail is None or cursor.next(tail) + tail.drop <= bottom


def _set_tail(sheet: Sheet, pieces: Sequence[Piece], start: int, end: int) -> None:
    if end < len(pieces) and end > start and (tail := pieces[end].tail) is not None:
        last = sheet.placements[-1]
        y = last.y + last.piece.length + distance(last.piece, tail)
        sheet.placements.append(Placement(tail, tail.x, y))


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
