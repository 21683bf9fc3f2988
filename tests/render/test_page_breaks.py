"""Where pages end, held beside every other way to end them."""

from __future__ import annotations

import itertools
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.paginate import paginate
from plangen.layout.pieces import Piece
from plangen.layout.rhythm import Kind

PAGE = Page()
FULL = 686.0  # from 84 to 770
GAP = 27.0  # between two paragraphs


def text(length: float, glued: bool = False, within: bool = False) -> Piece:
    """Running text of that length; `within`: it goes on 18 below what stands above."""
    pitch = 18.0 if within else None
    return Piece(InkGroup(()), Kind.BODY, Kind.BODY, length, pitch=pitch, glued=glued)


def pieces(longest: float, most: int) -> st.SearchStrategy[list[Piece]]:
    one = st.builds(text, st.floats(1.0, longest), st.booleans(), st.booleans())
    return st.lists(one, min_size=1, max_size=most)


def split(sheets) -> list[int]:
    return [len(sheet.placements) for sheet in sheets]


def extent(some: list[Piece]) -> float:
    """How far down a page the text reaches: its first baseline is 10 below the top."""
    return 10.0 + sum(p.length for p in some) + sum(GAP if p.pitch is None else p.pitch for p in some[1:])


def cost(pages: list[list[Piece]]) -> float:
    """The squares of what is white, in points.

    On the last page of what it lacks of two thirds, on the others of all of it; where a page ends within a block,
    of 24 more and, if more of it would fit, of 1.6 times as much, and of 200 more where it should not end.
    """
    found = 0.0
    for at, page in enumerate(pages):
        white = max(0.0, FULL - extent(page))
        if page is pages[-1]:
            found += max(0.0, white - FULL / 3) ** 2
        else:
            following = pages[at + 1][0]
            goes_on = extent([*page, *unit_of(following, pages)]) <= FULL
            within = following.pitch is not None
            found += ((1.6 if within and goes_on else 1.0) * white) ** 2 + (24.0**2 if within else 0.0)
            found += 200.0**2 if page[-1].glued else 0.0
    return found


def unit_of(first: Piece, pages: list[list[Piece]]) -> list[Piece]:
    """What `first` begins that is held together, or alone if no page can hold all of it."""
    some = [piece for page in pages for piece in page]
    chain = next(chain for chain in chains(some) if any(piece is first for piece in chain))
    return chain if extent(chain) <= FULL else [first]


def chains(some: list[Piece]) -> list[list[Piece]]:
    """What is held together."""
    found: list[list[Piece]] = [[]]
    for piece in some:
        found[-1].append(piece)
        if not piece.glued:
            found.append([])
    return [chain for chain in found if chain]


def ways(some: list[Piece]) -> list[list[list[Piece]]]:
    """Every way to set the pieces on pages which holds together what fits on one, and which no page overflows."""
    units = [[c] if extent(c) <= FULL else [[piece] for piece in c] for c in chains(some)]
    units = list(itertools.chain.from_iterable(units))
    found = []
    for cuts in itertools.product((False, True), repeat=len(units) - 1):
        pages = [list(units[0])]
        for unit, cut in zip(units[1:], cuts, strict=True):
            if cut:
                pages.append([])
            pages[-1] += unit
        if all(extent(page) <= FULL or len(page) == 1 for page in pages):
            found.append(pages)
    return found


@given(pieces(300.0, 9))
def test_no_other_way_needs_fewer_pages_or_as_many_with_less_white(some):
    sizes = split(paginate(some, PAGE))
    ends = list(itertools.accumulate(sizes))
    pages = [some[end - size : end] for size, end in zip(sizes, ends, strict=True)]
    best = min((len(way), cost(way)) for way in ways(some))
    assert len(pages) == best[0]
    assert cost(pages) == pytest.approx(best[1], abs=0.01)


@given(pieces(200.0, 120))
def test_every_piece_is_placed_once_and_in_its_order_and_none_below_the_foot(some):
    sheets = paginate(some, PAGE)
    placed = [placement.piece for sheet in sheets for placement in sheet.placements]
    assert len(placed) == len(some)
    assert all(one is other for one, other in zip(placed, some, strict=True))
    for sheet in sheets:
        assert all(
            PAGE.top <= placement.y <= placement.foot <= PAGE.bottom + 1e-6 for placement in sheet.placements
        )


@given(pieces(60.0, 120))
def test_what_is_held_together_is_torn_only_where_no_page_could_hold_it(some):
    held = {id(piece): chain for chain in chains(some) for piece in chain}
    for sheet in paginate(some, PAGE):
        last = sheet.placements[-1].piece
        assert not last.glued or last is some[-1] or extent(held[id(last)]) > FULL


def test_a_last_page_is_not_left_nearly_empty():
    """A page of n paragraphs of 40 points is 67n - 17 deep, so ten fit on one; two thirds are 457.3.

    Nine and eight leave four (100 and 167 points white, and a lack of 206.3: squared 80,460), eight and eight five
    (167, 167 and 139.3: 75,187), nine and seven five (100, 234 and 139.3: 84,167), eight and seven six (87,868).
    """
    assert split(paginate([text(40.0)] * 21, PAGE)) == [8, 8, 5]


def test_white_below_part_of_a_block_is_worse_than_below_all_of_it():
    """Rows of 68.6, ten to a page: nine and three cost (1.6 x 68.6)^2 + 24^2 + (457.3 - 205.8)^2 = 75,887.

    Ten and two cost 103,061, eight and four 82,230; as blocks of their own eight and four 52,288, nine and three
    67,975.
    """
    row = Piece(InkGroup(()), Kind.TABLE, Kind.TABLE, 68.6)
    assert split(paginate([replace(row, pitch=0.0)] * 12, PAGE)) == [9, 3]
    item = Piece(InkGroup(()), Kind.ITEM, Kind.ITEM, 47.6)
    assert split(paginate([item] * 12, PAGE)) == [9, 3]
    paragraph = Piece(InkGroup(()), Kind.BODY, Kind.BODY, 40.6)
    assert split(paginate([paragraph] * 12, PAGE)) == [8, 4]


@pytest.mark.parametrize(("lines", "stay"), [(2, False), (3, False), (4, True)])
def test_a_page_rather_ends_above_a_heading_than_soon_below_it(lines, stay):
    """527 points of text, then a heading with so many lines, 18 apart, and a box that goes over."""
    heading = Piece(InkGroup(()), Kind.H2, Kind.H2, 0.0, glued=True)
    said = [text(0.0, glued=at in (0, lines - 2), within=at > 0) for at in range(lines)]
    box = Piece(InkGroup(()), Kind.EDGE, Kind.EDGE, 500.0)
    sizes = split(paginate([text(250.0), text(250.0), heading, *said, box], PAGE))
    assert sizes == ([3 + lines, 1] if stay else [2, 2 + lines])


def test_a_heading_stays_with_the_first_row_of_a_table_that_has_to_be_torn():
    """50 + 30 + 600 leave no room for the line that says that the table goes on; all is held together."""
    tail = Piece(InkGroup(()), Kind.SMALL, Kind.SMALL, drop=2.5)
    heading = Piece(InkGroup(()), Kind.TABLE, Kind.TABLE, 50.0, glued=True)
    rows = [replace(heading, length=length, pitch=0.0, tail=tail) for length in (600.0, 300.0)]
    header = replace(heading, length=30.0, pitch=0.0)
    assert split(paginate([heading, header, *rows, text(10.0)], PAGE)) == [3, 2]


def test_a_hundred_thousand_rows_are_placed_in_a_moment():
    row = Piece(InkGroup(()), Kind.TABLE, Kind.TABLE, 20.5, pitch=0.0)
    start = process_time()
    sheets = paginate([row] * 100_000, PAGE)
    assert process_time() - start < 10.0
    assert sum(split(sheets)) == 100_000
    assert max(split(sheets)) == 33  # 33 x 20.5 = 676.5
