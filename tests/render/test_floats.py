"""Figures and boxes that stand where they fit, near where they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from render.layout_samples import body, box_drawing, document, section, words
from render.plotted import plotted

from plangen.document.blocks import Block, Callout, Figure
from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.paginate import paginate
from plangen.layout.pieces import Piece, floating, glued
from plangen.layout.rhythm import Kind

PAGE = Page()


def lines(count: int, word: str = "line") -> Block:
    """A paragraph of exactly `count` lines."""
    return body(" ".join([word] * (56 // len(word)) * count))


def figure(height: float) -> Figure:
    return Figure(
        "f", box_drawing(480, height, "Inside"), "A drawing.", words("Headline"), source=words("Source.")
    )


def plan(before: int, *after: Block):
    """A chapter with a section of `before` lines, a tall figure and `after`, and a section that fills its page."""
    below = section("Below", *[lines(2)] * 10, chapter=False)
    here = section("Here", *[lines(2) for _ in range(before // 2)], figure(300), *after, chapter=False)
    return plotted(document(section("Chapter", lines(4), here, below)))


def test_a_figure_stands_where_it_was_written_if_it_fits():
    plot = plan(4, lines(3, "after"))
    assert plot.page_of("Inside") == plot.page_of("after") == 2
    assert plot.find("line").y < plot.find("Headline").y < plot.find("after").y


def test_text_comes_up_where_a_figure_does_not_fit():
    plot = plan(12, *[lines(2, "after") for _ in range(3)], lines(4, "later"))
    assert plot.page_of("Headline") == plot.page_of("Inside") == plot.page_of("Source.") == 3
    assert plot.page_of("after") == 2
    assert [run.page for run in plot.runs if run.words.startswith("after")][:4] == [2] * 4
    assert plot.page_of("later") == 3


def test_without_text_below_it_a_figure_goes_above_some_of_the_text_before_it():
    plot = plan(12)
    here, figures, below = plot.find("Here"), plot.find("Headline"), plot.find("Below")
    assert (here.page, figures.page) == (2, 2)
    assert here.y < figures.y
    between = [run for run in plot.runs if run.page == 2 and here.y < run.y < figures.y]
    assert len(between) >= 2
    assert [run.page for run in plot.runs if here.y < run.y and run.words.startswith("line")][-1] == 3
    assert below.page == 3


def test_a_box_floats_as_a_figure_does():
    box = Callout(words("Box"), tuple(lines(1, "inside") for _ in range(9)))
    here = section("Here", *[lines(2)] * 9, box, *[lines(2, "after")] * 4, chapter=False)
    plot = plotted(document(section("Chapter", here)))
    assert plot.page_of("Box") == 3
    assert plot.page_of("after") == 2


@pytest.mark.parametrize("before", range(2, 30, 2))
def test_no_figure_leaves_its_section_or_parts_from_what_introduces_it(before):
    plot = plan(before, body("They are these: " + "after " * 30))
    place = {name: (plot.find(name).page, plot.find(name).y) for name in ("Here", "Headline", "Inside", "Below")}
    assert place["Here"] < place["Headline"] < place["Inside"] < place["Below"]
    introduced = plotted(
        document(section("C", *[lines(2)] * (before // 2), body("As this shows:"), figure(300), *[lines(2)] * 6))
    )
    said, shown = introduced.find("As this shows:"), introduced.find("Headline")
    assert (said.page, shown.y - said.y) == (shown.page, 37.0)


def text(length: float) -> list[Piece]:
    return [Piece(InkGroup(()), Kind.BODY, Kind.BODY, length)]


def heading() -> list[Piece]:
    return [Piece(InkGroup(()), Kind.H2, Kind.H2, 0.0, glued=True)]


def shown(height: float) -> list[Piece]:
    headline = Piece(InkGroup(()), Kind.HEADLINE, Kind.HEADLINE, 0.0)
    return floating(glued([headline, Piece(InkGroup(()), Kind.DRAWING, Kind.DRAWING, height)], after=False))


blocks = st.one_of(
    st.floats(10.0, 80.0).map(text), st.floats(10.0, 80.0).map(text), st.floats(40.0, 400.0).map(shown)
)
sections = st.lists(blocks, min_size=1, max_size=8)


def named(drawn: list[list[list[Piece]]]) -> list[Piece]:
    """The pieces of all sections, each with an x of its own to be told by."""
    pieces = [p for blocks in drawn for block in [heading(), *blocks, text(10.0)] for p in block]
    return [replace(piece, x=float(at)) for at, piece in enumerate(pieces)]


@given(st.lists(sections, min_size=1, max_size=5))
def test_every_piece_is_placed_once_in_its_section_and_text_and_figures_keep_their_order(drawn):
    pieces = named(drawn)
    placed = [placement.piece for sheet in paginate(pieces, PAGE) for placement in sheet.placements]
    assert sorted(piece.x for piece in placed) == [piece.x for piece in pieces]
    figures = {piece.x + more for piece in pieces if piece.floats for more in range(2)}
    assert [p.x for p in placed if p.x not in figures] == [p.x for p in pieces if p.x not in figures]
    assert [p.x for p in placed if p.x in figures] == sorted(figures)
    starts = [at for at, piece in enumerate(placed) if piece.before is Kind.H2]
    assert starts == [at for at, piece in enumerate(pieces) if piece.before is Kind.H2]
    for sheet in paginate(pieces, PAGE):
        assert sheet.placements[-1].piece.before not in (Kind.H2, Kind.HEADLINE)
        assert all(p.foot <= PAGE.bottom + 1e-6 for p in sheet.placements)


@given(st.lists(sections, min_size=1, max_size=4))
def test_moving_figures_never_needs_more_pages(drawn):
    pieces = named(drawn)
    fixed = [replace(piece, floats=0) for piece in pieces]
    assert len(paginate(pieces, PAGE)) <= len(paginate(fixed, PAGE))
