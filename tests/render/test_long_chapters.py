"""Long chapters: pages end where those of one galley do, and an edit leaves those far from it as they were."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plangen.document.theme import Page
from plangen.kept import NOTHING_KEPT, KeptResults
from plangen.layout.inks import InkGroup
from plangen.layout.long_chapters import LONG, long_starts
from plangen.layout.page_breaks import WEIGHED, Galley, pages_of
from plangen.layout.paginate import paginate
from plangen.layout.pieces import Piece
from plangen.layout.rhythm import Kind

PAGE = Page()
ROOM, FIRST_ROOM = 686.0, 560.0


def piece(length: float, glued: bool, within: bool, note: bool, heading: bool) -> Piece:
    """A block, or what goes on within one; lengths are quarters of a point, whose sums are exact in any order."""
    kind = Kind.H2 if heading else Kind.BODY
    notes = (Piece(InkGroup(()), Kind.NOTE, Kind.NOTE, drop=2.5, pitch=13.0),) if note else ()
    pitch = 18.0 if within and not heading else None
    return Piece(InkGroup(()), kind, kind, length, pitch=pitch, glued=glued or heading, notes=notes)


def some_piece(chance: Random, held: float = 0.5) -> Piece:
    glued, within, note, heading = (chance.random() < share for share in (held, 0.4, 0.1, 0.1))
    return piece(chance.randint(1, 1400) / 4, glued, within, note, heading)


def chapter(chance: Random) -> list[Piece]:
    """Some forty pages: hypothesis would make them short, and then all of them are weighed."""
    held = chance.choice((0.3, 0.5, 0.9))
    return [some_piece(chance, held) for _ in range(chance.randint(100, 160))]


@given(st.integers(0, 1_000_000))
def test_pages_begin_where_those_of_one_galley_do(seed):
    pieces = chapter(Random(seed))
    whole = pages_of(Galley.of(pieces, ROOM, FIRST_ROOM)).starts
    assert len(whole) > WEIGHED
    assert long_starts(NOTHING_KEPT, pieces, ROOM, FIRST_ROOM) == whole


@given(st.integers(0, 1_000_000))
def test_what_was_kept_changes_no_page(seed):
    chance = Random(seed)
    pieces, kept = chapter(chance), KeptResults()
    long_starts(kept, pieces, ROOM, FIRST_ROOM)
    for _ in range(6):
        at, taken = chance.choice((chance.randrange(len(pieces)), len(pieces))), chance.choice((0, 1, 2, 40))
        pieces = [*pieces[:at], *(some_piece(chance) for _ in range(chance.choice((0, 1)))), *pieces[at + taken :]]
        pieces = pieces or [some_piece(chance)]
        fresh = long_starts(NOTHING_KEPT, pieces, ROOM, FIRST_ROOM)
        assert long_starts(kept, pieces, ROOM, FIRST_ROOM) == fresh


def test_an_edit_leaves_the_pages_far_from_it():
    lines = [
        piece(10.0 + at % 7, at % 3 == 0, at % 2 == 0, note=False, heading=at % 40 == 0) for at in range(2 * LONG)
    ]
    kept = KeptResults()
    before = paginate(lines, PAGE, kept=kept)
    lines[LONG] = replace(lines[LONG], length=lines[LONG].length + 1.0)
    after = paginate(lines, PAGE, kept=kept)
    same = sum(one.placements is other.placements for one, other in zip(before, after, strict=True))
    assert len(after) > 20
    assert len(after) - same <= 4
