"""A chapter that would need a page more for little closes up between its parts, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from render.layout_samples import body, document, section, words
from render.plotted import Plot, plotted

from plangen.document.blocks import Section


def parts(many: int) -> Plot:
    """A chapter of headings with two paragraphs of a line each."""
    inner = (
        Section(f"part-{at}", words(f"Part {at}"), (body(f"One {at}"), body(f"Two {at}"))) for at in range(many)
    )
    return plotted(document(section("Chapter", *inner)))


def steps(plot: Plot, first: str, second: str, many: int) -> set[float]:
    """How far below each `first` its `second` stands."""
    return {round(plot.find(f"{second} {at}", 2).y - plot.find(f"{first} {at}", 2).y, 2) for at in range(many)}


@pytest.mark.parametrize("many", [7, 8])
def test_paragraphs_and_what_follows_a_heading_keep_their_distances(many):
    plot = parts(many)
    assert {run.page for run in plot.runs if run.words.startswith("Part")} == {2}
    assert steps(plot, "Part", "One", many) == {21.0}
    assert steps(plot, "One", "Two", many) == {27.0}


def test_headings_stand_closer_alike_only_where_that_saves_a_page():
    usual, closer = (
        {
            round(plot.find(f"Part {below}", 2).y - plot.find(f"Two {above}", 2).y, 2)
            for above, below in pairwise(range(many))
        }
        for many, plot in ((7, parts(7)), (8, parts(8)))
    )
    assert usual == {41.0}
    assert len(closer) == 1
    assert 41.0 * (1 - 0.24) <= min(closer) < 41.0


def test_a_chapter_that_needs_its_pages_anyway_is_not_closed_up():
    plot = parts(12)
    assert {run.page for run in plot.runs if run.words.startswith("Part")} == {2, 3}
    assert round(plot.find("Part 1", 2).y - plot.find("Two 0", 2).y, 2) == 41.0
