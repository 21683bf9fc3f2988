"""Notes at the foot of the page that bears their mark."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from render.layout_samples import body, bullets, columns, document, section, words
from render.plotted import Plot, plotted

from plangen.document.blocks import Beside, Callout, Paragraph
from plangen.document.inlines import Note, NoteMark, Text
from plangen.document.tables import Cell, CellLine, ColumnHeader, Row, RowGroup, Table
from plangen.document.theme import Page
from plangen.layout.inks import InkGroup
from plangen.layout.paginate import paginate
from plangen.layout.pieces import Piece
from plangen.layout.rhythm import Kind

PAGE = Page()


def note(at: int, text: str = "") -> Note:
    return Note(f"n{at}", str(at), words(text or f"Note {at}."))


def marked(*numbers: int, text: str = "Said") -> Paragraph:
    return Paragraph((Text(text), *(NoteMark(f"n{at}", str(at)) for at in numbers), Text(".")))


def marks(plot: Plot, at: int) -> list[int]:
    """The pages with the mark of note `at`, which follows a no-break space."""
    return [run.page for run in plot.runs if run.words.startswith(f"\u00a0[{at}]")]


def rules(plot: Plot) -> dict[int, float]:
    """Where the text of each page ends, above its notes."""
    notes = [run for run in plot.runs if run.words.startswith("[") and run.x == 0]
    return {run.page: min(r.y for r in notes if r.page == run.page) - 15.0 for run in notes}


@pytest.mark.parametrize("before", range(26, 40))
def test_every_note_stands_below_the_text_of_the_page_with_its_mark(before):
    text = [body("line " * 14 * before), *(marked(at, text="Said " * 40) for at in range(1, 9))]
    long = "A note that goes on over the end of its line, because there is much to be said about it. " * 2
    notes = tuple(note(at, f"Note {at}. {long}") for at in range(1, 9))
    plot = plotted(document(section("Chapter", *text, notes=notes)))
    for at in range(1, 9):
        assert marks(plot, at) == [plot.page_of(f"Note {at}.")]
    for page, rule in rules(plot).items():
        text_end = max(run.y for run in plot.runs if run.page == page and run.size == 12)
        assert text_end + 17.0 <= rule
        assert max(run.y for run in plot.runs if run.page == page and run.words.strip()) >= 767.5


def test_a_note_that_is_called_twice_stands_once_where_it_is_called_first():
    text = (marked(1), *[body("line " * 14 * 10)] * 4, marked(1))
    plot = plotted(document(section("Chapter", *text, notes=(note(1),))))
    assert len(marks(plot, 1)) == 2
    assert [run.page for run in plot.runs if run.words.startswith("Note 1.")] == [2]


def test_notes_called_from_a_list_a_table_and_a_heading_stand_on_their_pages():
    cell = Cell((CellLine((Text("In a cell"), NoteMark("n2", "2"))),))
    table = Table("T", columns("words"), (ColumnHeader("Words"),), (RowGroup((Row((cell,)),)),))
    items = bullets("first", "second")
    items = replace(items, items=(*items.items, replace(items.items[0], blocks=(marked(1),))))
    below = replace(section("x", body("Text.")), heading=(Text("Below"), NoteMark("n3", "3")), chapter=False)
    plot = plotted(document(section("Chapter", items, table, below, notes=(note(1), note(2), note(3)))))
    assert [plot.find(f"Note {at}.").y for at in (1, 2, 3)] == [740.5, 754.0, 767.5]


def test_notes_without_a_mark_and_more_notes_than_a_foot_holds_follow_the_section():
    many = tuple(note(at, f"Note {at}. " + "much " * 60) for at in range(1, 9))
    text = marked(*range(1, 8))
    plot = plotted(document(section("Chapter", text, body("After."), notes=many), section("Next", body("x"))))
    found = [plot.find(f"Note {at}.") for at in range(1, 9)]
    assert [run.page for run in found] == [2] * 8
    assert found[0].y - plot.find("After.").y == pytest.approx(20 + 15)
    assert plot.find("Next", 3)


def test_notes_of_a_section_inside_a_box_or_beside_one_stand_at_the_foot_too():
    inner = replace(section("Inner", marked(1), notes=(note(1),)), chapter=False)
    other = replace(section("Other", marked(2), notes=(note(2),)), chapter=False)
    beside = Beside((other, body("line " * 200)), Callout(words("Aside"), (body("x"),)))
    plot = plotted(document(section("Chapter", Callout(words("Box"), (inner,)), beside)))
    assert [plot.find(f"Note {at}.").y for at in (1, 2)] == [754.0, 767.5]


def test_ten_thousand_notes_are_set_in_bounded_time():
    notes = tuple(note(at) for at in range(10_000))
    text = Paragraph(tuple(part for at in range(10_000) for part in (Text(" word"), NoteMark(f"n{at}", str(at)))))
    start = process_time()
    plot = plotted(document(section("Chapter", text, notes=notes)))
    assert process_time() - start < 60.0
    assert sum(run.words.startswith("Note ") for run in plot.runs) == 10_000


def line(at: float) -> Piece:
    return Piece(InkGroup(()), Kind.NOTE, Kind.NOTE, drop=2.5, x=at, pitch=13.5, head=(RULE,))


RULE = Piece(InkGroup(()), Kind.EDGE, Kind.PAGE, 15.0, x=-1.0)

texts = st.tuples(st.floats(0.0, 200.0), st.booleans(), st.integers(0, 12))


@given(st.lists(texts, min_size=1, max_size=60))
def test_a_page_has_room_for_the_notes_of_all_that_stands_on_it(drawn):
    pieces = [
        Piece(
            InkGroup(()),
            Kind.BODY,
            Kind.BODY,
            length,
            3.0,
            float(at),
            glued=glue,
            notes=(line(float(at)),) * count,
        )
        for at, (length, glue, count) in enumerate(drawn)
    ]
    sheets = paginate(pieces, PAGE)
    text = [p.piece.x for sheet in sheets for p in sheet.placements if p.piece.before is Kind.BODY]
    assert text == [piece.x for piece in pieces]
    for sheet in sheets:
        own = [p for p in sheet.placements if p.piece.before is Kind.BODY]
        foot = [p for p in sheet.placements if p.piece.before is Kind.NOTE]
        rule = [p for p in sheet.placements if p.piece is RULE]
        assert [p.piece.x for p in foot] == [p.piece.x for p in own for _ in p.piece.notes]
        assert len(rule) == bool(foot)
        if foot:
            assert max(p.foot for p in own) + 17.0 - 1e-6 <= rule[0].y == pytest.approx(foot[0].y - 15.0)
            assert foot[-1].foot == pytest.approx(PAGE.bottom)
