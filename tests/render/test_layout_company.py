"""What keeps company where a page ends: notes, lists, boxes beside text; and chapters that are set closer."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace
from render.layout_samples import body, bullets, document, section, value, words
from render.plotted import Plot, plotted

from plangen.document.blocks import Beside, Callout, CalloutFigure, Paragraph
from plangen.document.inlines import Note, NoteMark, Text
from plangen.document.theme import Page
from plangen.layout.rhythm import Kind, tightened

PAGE = Page()


def lines(count: int) -> Paragraph:
    """A paragraph of exactly `count` lines."""
    return body(" ".join(["line"] * 14 * count))


def content(plot: Plot, page: int) -> list[str]:
    """The words between header and footer."""
    return [run.words.strip() for run in plot.runs if run.page == page and PAGE.top <= run.y <= PAGE.bottom]


def last_page(plot: Plot) -> int:
    return len(plot.sizes)


@pytest.mark.parametrize("count", range(26, 40))
def test_notes_never_stand_on_a_page_alone(count):
    note = Note("n", "1", words("The note."))
    marked = Paragraph((Text("Said"), NoteMark(note.id, "1"), Text(".")))
    plot = plotted(document(section("Chapter", marked, lines(count), notes=(note,))))
    with_note = content(plot, plot.page_of("The note."))
    assert sum(words.startswith("line") for words in with_note) >= 2


@pytest.mark.parametrize("count", range(26, 38))
def test_no_item_of_one_line_is_alone_and_the_introduction_stays(count):
    items = [f"item {at}" for at in range(6)]
    plot = plotted(document(section("Chapter", lines(count), body("They are:"), bullets(*items))))
    pages = [plot.page_of(item) for item in items]
    assert all(len(list(group)) >= 2 for _, group in itertools.groupby(pages))
    assert plot.page_of("They are:") == pages[0]


def long_beside() -> Beside:
    aside = Callout(words("Beside"), figures=(CalloutFigure(value("22"), words("of them")),))
    return Beside(tuple(body(f"part {at} " + "word " * 60) for at in range(5)), aside)


@pytest.mark.parametrize("count", range(8, 32, 3))
def test_text_beside_a_box_goes_on_below_it_and_over_the_page(count):
    plot = plotted(document(section("Chapter", lines(count), long_beside())))
    assert last_page(plot) == 3
    assert plot.page_of("Beside") == plot.page_of("part 0") == plot.page_of("of them")
    parts = [plot.find(f"part {at}") for at in range(5)]
    assert [(run.page, run.y) for run in parts] == sorted((run.page, run.y) for run in parts)
    own = [run for run in plot.runs if run.words.startswith(("part", "word")) and run.page > 1]
    assert max(run.end for run in own) <= Page.span(7)
    gaps = {round(b.y - a.y, 2) for a, b in itertools.pairwise(own) if a.page == b.page}
    assert min(gaps) == 18.0
    assert max(gaps) <= 27.0


def paragraphs(count: int) -> list[Paragraph]:
    """Paragraphs of two lines, 27 apart: 45 points each."""
    return [lines(2) for _ in range(count)]


def pitches(plot: Plot, page: int) -> set[float]:
    runs = [run for run in plot.runs if run.page == page and run.words.startswith("line")]
    return {round(below.y - above.y, 2) for above, below in itertools.pairwise(runs)}


def test_a_chapter_that_ends_well_keeps_its_rhythm():
    plot = plotted(document(section("Chapter", *paragraphs(13))))
    assert last_page(plot) == 2
    assert pitches(plot, 2) == {18.0, 27.0}


def test_a_chapter_that_would_leave_a_last_page_nearly_empty_is_set_closer():
    """Fifteen paragraphs end at 134 + 14 x 45 + 18 = 782, twelve below the foot; 0.95 of 27 brings back 19."""
    plot = plotted(document(section("Chapter", *paragraphs(15))))
    assert last_page(plot) == 2
    assert pitches(plot, 2) == {18.0, 25.65}


@pytest.mark.parametrize(("distance", "closer"), [(40, 36.0), (27, 24.3), (25, 23.0), (23, 23.0), (20, 20.0)])
def test_setting_closer_leaves_23_points_and_what_is_closer_already(distance, closer):
    assert tightened(Kind.BODY, distance, 0.9) == pytest.approx(closer)


def test_it_stays_as_it_is_where_setting_it_closer_does_not_help():
    plot = plotted(document(section("Chapter", *paragraphs(17))))
    assert last_page(plot) == 3
    assert pitches(plot, 2) == {18.0, 27.0}


def test_one_chapter_set_closer_leaves_the_others_alone():
    chapters = section("A", *paragraphs(15)), section("B", *paragraphs(5))
    plot = plotted(document(*chapters))
    assert pitches(plot, 2) == {18.0, 25.65}
    assert pitches(plot, 3) == {18.0, 27.0}


def test_one_measure_holds_for_all_sections_of_a_chapter():
    inner = [replace(section(f"S{at}", lines(4)), chapter=False) for at in range(6)]
    plot = plotted(document(section("Chapter", *inner)))
    ends = [run.end for run in plot.runs if run.words.startswith("line")]
    assert max(ends) <= Page.span(9)
    brief = plotted(document(section("Chapter", *inner[:2])))
    assert max(run.end for run in brief.runs if run.words.startswith("line")) > Page.span(9)
