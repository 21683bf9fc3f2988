"""What stays together at the end of a page, what is repeated, and what sinks to the foot."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from render.hostile_samples import data_rows, data_table, hostile, long_table, tall_table, wide_table
from render.layout_samples import body, box_drawing, bullets, columns, document, section, words
from render.plotted import Plot, plotted

from plangen.document.blocks import Figure, Section
from plangen.document.inlines import Note, NoteMark, Text
from plangen.document.tables import Band, Cell, ColumnHeader, Row, RowGroup, Table
from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.paginate import paginate
from plangen.layout.pieces import Piece, Running
from plangen.layout.rhythm import Kind

PAGE = Page()
FULL = PAGE.bottom - PAGE.top


def box(height: float, **changes) -> Piece:
    return Piece(InkGroup(()), Kind.TABLE, Kind.TABLE, height, **{"pitch": 0.0, **changes})


def counts(*pieces: Piece) -> list[int]:
    return [len(sheet.placements) for sheet in paginate(pieces, PAGE)]


def test_a_page_is_filled_to_its_foot_and_no_further():
    assert counts(*[box(FULL / 2)] * 4) == [2, 2]
    assert counts(box(FULL / 2), box(FULL / 2 + 0.1)) == [1, 1]


def test_what_is_glued_goes_over_together():
    assert counts(box(FULL / 2), box(100, glued=True), box(FULL / 2)) == [1, 2]


def test_glue_longer_than_a_page_gives_way():
    assert counts(*[box(200, glued=True)] * 7) == [3, 3, 1]


def test_what_is_taller_than_a_page_gets_one_of_its_own():
    assert counts(box(50), box(FULL * 2), box(50)) == [1, 1, 1]


def test_a_new_page_begins_where_it_is_asked_for_but_not_before_the_first():
    assert counts(box(10, new_page=True), box(10), box(10, new_page=True)) == [2, 1]


def test_repeated_heads_stand_above_and_the_tail_below():
    head = (Piece(InkGroup(()), Kind.TABLE, Kind.PAGE, 30.0),)
    tail = Piece(InkGroup(()), Kind.SMALL, Kind.SMALL, drop=2.5)
    rows = [box(100, head=head, tail=tail if at else None) for at in range(10)]
    sheets = paginate(rows, PAGE)
    assert [len(sheet.placements) for sheet in sheets] == [8, 5]
    assert sheets[1].placements[1].y == PAGE.top + 30
    assert sheets[0].placements[-1].piece is tail
    assert sheets[0].placements[-1].foot <= PAGE.bottom


def test_what_sinks_ends_at_the_foot_only_before_a_new_page():
    notes = box(20, sinks=True)
    first, _second = paginate([box(100), notes, box(10, new_page=True)], PAGE)
    assert first.placements[-1].foot == PAGE.bottom
    (only,) = paginate([box(100), notes, box(10)], PAGE)
    assert only.placements[1].y == PAGE.top + 100


def test_running_words_hold_until_others_follow():
    one, two = Running("one"), Running("two", 2)
    pieces = [box(FULL, running=one), box(FULL), box(FULL, running=two), box(FULL)]
    assert [sheet.running.words for sheet in paginate(pieces, PAGE)] == ["one", "one", "two", "two"]


def test_wide_pieces_have_turned_pages_of_their_own():
    sheets = paginate([box(10), box(10, landscape=True), box(10, landscape=True), box(10)], PAGE)
    assert [sheet.page.width > sheet.page.height for sheet in sheets] == [False, True, False]


# In whole documents


def filled(lines: int):
    """Body text of `lines` lines."""
    return body(" ".join(["line"] * 14 * lines))


def test_a_heading_never_stands_alone_at_a_page_foot():
    for lines in range(28, 40):
        inner = section("A heading", filled(3), chapter=False)
        plot = plotted(document(section("Chapter", filled(lines), inner)))
        assert plot.page_of("A heading") == plot.runs[plot.runs.index(plot.find("A heading")) + 1].page


def body_lines(plot: Plot, page: int) -> int:
    return sum(run.page == page and run.words.startswith("line") for run in plot.runs)


@pytest.mark.parametrize("lines", range(34, 42))
def test_no_line_of_a_paragraph_is_stranded(lines):
    plot = plotted(document(section("Chapter", body("One line."), filled(lines))))
    pages = [body_lines(plot, page) for page in range(2, len(plot.sizes) + 1)]
    assert 1 not in pages


def figure(height: float) -> Figure:
    source = words("Source: a source.")
    return Figure("f", box_drawing(480, height, "Inside"), "A drawing.", words("Headline"), words("Sub"), source)


@pytest.mark.parametrize("lines", range(10, 40, 3))
def test_a_figure_is_never_torn_apart(lines):
    plot = plotted(document(section("Chapter", filled(lines), figure(150))))
    assert len({plot.page_of(words) for words in ("Headline", "Sub", "Inside", "Source: a source.")}) == 1


def test_a_long_table_repeats_header_and_band_and_says_that_it_goes_on():
    plot = plotted(document(section("Rows", long_table())))
    last = len(plot.sizes)
    for page in range(3, last + 1):
        assert "Indicator" in plot.on(page)
    assert "Third (continued)" in plot.on(last)
    assert "Table continues on the next page." in plot.on(2)
    assert "Table continues on the next page." not in plot.on(last)
    rows = [run.words for run in plot.runs if run.words.startswith("Indicator number")]
    assert len(rows) == 300


@pytest.mark.parametrize("count", range(24, 36))
def test_no_row_and_no_band_is_left_alone(count):
    first, second = data_rows(count), data_rows(4)
    table = data_table(RowGroup(first, Band("First")), RowGroup(second, Band("Second")))
    plot = plotted(document(section("Rows", table)))
    for page in range(2, len(plot.sizes) + 1):
        said = [word for word in plot.on(page) if word.startswith(("Indicator number", "First", "Second"))]
        assert not said[-1].startswith(("First", "Second"))
        runs = [list(group) for group in grouped(said)]
        assert all(len(group) > 2 for group in runs), said


def test_a_tall_row_may_stand_alone_where_its_table_goes_on():
    rows = tuple(Row((Cell.of(f"Row {at} " + "many words " * 80), Cell.of("x"))) for at in range(2))
    heads = ColumnHeader("Name"), ColumnHeader("Words")
    table = Table("Tall", columns("words", "words"), heads, (RowGroup(rows),))
    plot = plotted(document(section("Rows", filled(10), table)))
    assert [plot.page_of(f"Row {at}") for at in range(2)] == [2, 3]


def grouped(said):
    group: list[str] = []
    for word in said:
        if not word.startswith("Indicator") and group:
            yield group
            group = []
        group.append(word)
    yield group


def test_a_row_taller_than_a_page_is_split_between_lines_within_its_pages():
    plot = plotted(document(section("Tall", tall_table())))
    cells = [run for run in plot.runs if run.words.startswith("many words")]
    assert len({run.page for run in cells}) > 3
    assert all(PAGE.top < run.y < PAGE.bottom for run in cells)
    assert sum(run.words.count("many") for run in cells) == 900


def test_a_wide_table_stands_on_landscape_pages_of_its_own():
    plot = plotted(document(section("Wide", body("Before."), wide_table(), body("After."))))
    shapes = [width > height for width, height in plot.sizes]
    assert shapes == [False, False, True, True, True, False]
    assert plot.page_of("Source: a wide one.") == 5
    assert plot.page_of("After.") == 6
    assert max(run.end for run in plot.runs if run.words.startswith("Cell 7")) > 600


def noted(name: str, new_page: bool) -> Section:
    note = Note(f"note-of-{name}", "1", words("The note."))
    text = replace(body(""), content=(Text("Said"), NoteMark(note.id, "1"), Text(".")))
    return section(name, text, notes=(note,), chapter=new_page)


def test_notes_stand_at_the_foot_of_their_page_whatever_follows():
    for new_page in (True, False):
        plot = plotted(document(noted("A", True), noted("B", new_page)))
        assert [run.page for run in plot.runs if run.words == "[1] "] == [2, 3 if new_page else 2]
        assert [run.y for run in plot.runs if run.words == "[1] "] == [767.5] * 2 if new_page else [754.0, 767.5]


def test_items_of_a_two_column_list_go_down_the_left_first():
    plot = plotted(document(section("List", bullets("a", "b", "c", "d", "e", columns=2))))
    left = [run.words for run in plot.runs if run.page == 2 and run.x == 12 and run.size == 12]
    right = [run.words for run in plot.runs if run.page == 2 and run.x == 258]
    assert (left, right) == (["a", "b", "c"], ["d", "e"])


def test_hostile_documents_stay_within_their_margins():
    plot = plotted(hostile())
    for run in plot.runs:
        width, height = plot.sizes[run.page - 1]
        if run.angle == 0 and run.page > 1:
            assert run.x >= -0.1
            assert run.end <= width - 2 * PAGE.left + 6, run
            foot = height - (PAGE.height - PAGE.bottom)
            assert run.y <= foot or run.y > foot + 30, run
