"""What keeps company where a page ends: lists, boxes beside text; and one rhythm for all pages."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace
from render.layout_samples import body, bullets, document, section, value, words
from render.plotted import Plot, plotted
from render.tag_tree import tag_tree

from plangen.document.blocks import Beside, Callout, CalloutFigure, Paragraph
from plangen.document.theme import Page, Theme
from plangen.render.pdf import render_pdf

PAGE = Page()


def lines(count: int) -> Paragraph:
    """A paragraph of exactly `count` lines."""
    return body(" ".join(["line"] * 14 * count))


def content(plot: Plot, page: int) -> list[str]:
    """The words between header and footer."""
    return [run.words.strip() for run in plot.runs if run.page == page and PAGE.top <= run.y <= PAGE.bottom]


def last_page(plot: Plot) -> int:
    return len(plot.sizes)


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
def test_text_beside_a_box_goes_on_below_it_at_full_measure_and_over_the_page(count):
    plot = plotted(document(section("Chapter", lines(count), long_beside())))
    assert plot.page_of("Beside") == plot.page_of("part 0") == plot.page_of("of them")
    parts = [plot.find(f"part {at}") for at in range(5)]
    assert [(run.page, run.y) for run in parts] == sorted((run.page, run.y) for run in parts)
    own = [run for run in plot.runs if run.words.startswith(("part", "word")) and run.page > 1]
    assert sum(run.words.count("word") for run in own) == 300
    page, foot = box_foot(plot)
    beside = [run for run in own if (run.page, run.y) < (page, foot + 16.0)]
    below = own[len(beside) :]
    assert max(run.end for run in beside) <= Page.span(7)
    assert [Page.span(8) < max(run.end for run in below), max(run.end for run in below) <= Page.span(9)] == [
        True
    ] * 2
    assert all(run.y >= foot + 16.0 for run in below if run.page == page)
    gaps = {round(b.y - a.y, 2) for a, b in itertools.pairwise(own) if a.page == b.page}
    assert gaps == {18.0, 27.0}


def box_foot(plot: Plot) -> tuple[int, float]:
    """Where the callout in the last five columns ends."""
    return next((page, y + height) for page, x, y, width, height in plot.boxes if x == 287 and width == 193)


def test_the_callout_is_read_after_the_paragraph_beside_it():
    tree = tag_tree(render_pdf(document(section("Chapter", long_beside())), Theme()).data)
    said = [line for line in tree.splitlines() if "part" in line or "Beside" in line]
    assert ["Beside" in line for line in said].index(True) == 2


def test_text_shorter_than_its_callout_is_followed_below_the_callout():
    aside = Callout(words("Beside"), (body("tall " * 60),))
    plot = plotted(document(section("Chapter", Beside((body("short"),), aside), body("After"))))
    page, foot = box_foot(plot)
    assert plot.find("After", page).y >= foot + 20.0


def test_words_of_figures_in_one_callout_stand_alike_beside_them():
    figures = CalloutFigure(value("24%"), words("short")), CalloutFigure(value("19%"), words("long " * 40))
    plot = plotted(document(section("Chapter", Callout(words("Figures"), figures=figures))))
    assert plot.find("24%").y - plot.find("short").y == plot.find("19%").y - plot.find("long").y == 12.0
    plot = plotted(document(section("Chapter", Callout(words("Figures"), figures=figures[:1]))))
    assert plot.find("24%").y == plot.find("short").y


def paragraphs(count: int) -> list[Paragraph]:
    """Paragraphs of two lines, 27 apart: 45 points each."""
    return [lines(2) for _ in range(count)]


def pitches(plot: Plot, page: int) -> set[float]:
    runs = [run for run in plot.runs if run.page == page and run.words.startswith("line")]
    return {round(below.y - above.y, 2) for above, below in itertools.pairwise(runs)}


@pytest.mark.parametrize("count", [5, 13, 15, 16, 29, 40])
def test_paragraphs_stand_27_apart_however_a_chapter_ends(count):
    plot = plotted(document(section("Chapter", *paragraphs(count))))
    assert {pitch for page in range(2, last_page(plot) + 1) for pitch in pitches(plot, page)} == {18.0, 27.0}


def test_a_last_page_takes_from_the_one_before_what_keeps_it_from_being_nearly_empty():
    """Fifteen paragraphs of 45 points end at 134 + 14 x 45 + 18 = 782, twelve below the foot of the page.

    With n paragraphs the first page has 770 - (134 + (n - 1) x 45 + 18 + 3) = 660 - 45n points white. The others
    reach 10 + 45 x (15 - n) - 24 points down the second, which lacks 457.3 less that of being two thirds full. The
    squares of 660 - 45n and 457.3 - (661 - 45n) are least together where n is 10: 210 and 246.3.
    """
    plot = plotted(document(section("Chapter", *paragraphs(15))))
    assert last_page(plot) == 3
    runs = [run for run in plot.runs if run.words.startswith("line")]
    assert [sum(run.page == page for run in runs) for page in (2, 3)] == [20, 10]


@pytest.mark.parametrize("count", range(24, 38))
def test_two_lines_at_least_or_a_line_and_a_row_stand_under_a_heading(count):
    inner = replace(section("Below", lines(1), bullets("only one"), lines(3)), chapter=False)
    plot = plotted(document(section("Chapter", lines(count), inner)))
    page = plot.page_of("Below")
    assert content(plot, page)[content(plot, page).index("Below") + 1].startswith("line")
    assert plot.page_of("only one") == page


def test_a_chapter_of_chapters_has_its_heading_on_the_page_of_the_first():
    inner = section("First", lines(3)), section("Second", lines(3))
    plot = plotted(document(section("All", *inner), section("Next", lines(1))))
    assert [plot.page_of(name) for name in ("All", "First", "Second", "Next")] == [2, 2, 3, 4]
    runs = [run for run in plot.runs if run.page == 2 and run.words in ("All", "First") and run.size > 20]
    assert [run.y for run in runs] == sorted(run.y for run in runs)


def test_one_measure_holds_for_all_sections_of_a_chapter():
    inner = [replace(section(f"S{at}", lines(4)), chapter=False) for at in range(6)]
    plot = plotted(document(section("Chapter", *inner)))
    ends = [run.end for run in plot.runs if run.words.startswith("line")]
    assert max(ends) <= Page.span(9)
    brief = plotted(document(section("Chapter", *inner[:2])))
    assert max(run.end for run in brief.runs if run.words.startswith("line")) > Page.span(9)
    listed = replace(section("Listed", bullets("line " * 60)), chapter=False)
    mixed = plotted(document(section("Chapter", lines(4), listed)))
    assert max(run.end for run in mixed.runs if run.words.startswith("line")) <= Page.span(9)
