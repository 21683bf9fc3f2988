"""Tables and the width of the page: no word is broken that need not be, and what is too wide is turned."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace
from render.layout_samples import body, bullets, columns, document, section, value, words
from render.plotted import Plot, plotted

from plangen.diagnostics import Diagnostic, Severity
from plangen.document.blocks import Block, Callout, ListBlock, ListItem
from plangen.document.inlines import Note, NoteMark, Strong
from plangen.document.status import Badge, Judgement, Mark, Sign
from plangen.document.tables import (
    Cell,
    CellBlock,
    CellLine,
    CellList,
    Chip,
    ColumnHeader,
    Density,
    PriorityLine,
    Row,
    RowGroup,
    Table,
    Tally,
    Travel,
)
from plangen.document.theme import Theme
from plangen.render.pdf import render_pdf

UPRIGHT, TURNED = (595.28, 841.89), (841.89, 595.28)
GOOD = Mark(Judgement.GOOD, Sign.UP)


def table(*cells: str, head: str = "Head", role: str = "words", **changes) -> Table:
    """A table of one row with a column for each of `cells`."""
    row = Row(tuple(Cell.of(text) for text in cells))
    heads = tuple(ColumnHeader(f"{head}{at}") for at in range(len(cells)))
    made = Table("The one table", columns(*[role] * len(cells)), heads, (RowGroup((row,)),))
    return replace(made, **changes)


def laid_out(*blocks: Block) -> Plot:
    return plotted(document(section("A", body("Before."), *blocks, body("After."))))


def remarks(*blocks: Block) -> tuple[Diagnostic, ...]:
    return render_pdf(document(section("A", body("Before."), *blocks)), Theme()).remarks


def whole(plot: Plot, *texts: str) -> bool:
    """Whether each of `texts` stands on one line."""
    runs = {run.words.strip() for run in plot.runs}
    return set(texts) <= runs


def test_a_table_is_turned_where_it_asks_for_it_and_nothing_is_said():
    asked = table("a", "b", landscape=True)
    plot = laid_out(asked)
    assert plot.sizes[1:4] == [UPRIGHT, TURNED, UPRIGHT]
    assert plot.page_of("Head0") == 3
    assert remarks(asked) == ()


def test_a_heading_stands_on_the_page_of_the_turned_table_below_it():
    inner = section("Inner", table("a", "b", landscape=True), body("After."), chapter=False)
    plot = plotted(document(section("Outer", inner), section("Next", body("x"))))
    assert plot.sizes[1:] == [TURNED, UPRIGHT, UPRIGHT]
    assert {plot.page_of(said) for said in ("Outer", "Inner", "Head0")} == {2}


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("role", ["words", "figure"])
def test_a_table_is_turned_as_soon_as_its_words_have_no_room_upright(density, role):
    turned = []
    for count in range(2, 12):
        cells = [f"Wherever{at}" for at in range(count)]
        made = table(*cells, role=role, density=density)
        plot = laid_out(made)
        assert whole(plot, *cells, *(f"Head{at}" for at in range(count)))
        turned.append(TURNED in plot.sizes)
        assert [remark.code for remark in remarks(made)] == ["PG523"] * turned[-1]
    assert turned == sorted(turned)
    assert 3 <= turned.index(True) <= 9


@pytest.mark.parametrize(("density", "own"), [(Density.READING, 12.0), (Density.DATA, 10.5)])
def test_a_table_is_set_in_smaller_type_before_it_is_turned(density, own):
    steps = []
    for count in range(2, 16):
        cells = [f"Wherever{at}" for at in range(count)]
        plot = laid_out(table(*cells, density=density))
        (size,) = {run.size for run in plot.runs if run.words.startswith("Where")}
        steps.append((TURNED in plot.sizes, size))
    first = sorted(set(steps), key=steps.index)
    assert first == [(False, own), (False, 10.0), (True, own), (True, 10.0)]


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("count", range(4, 13))
def test_four_to_twelve_columns_of_long_words_and_figures_stay_whole(density, count):
    cells = ["£4,644,663" if at % 2 else "Safeguarding"[: 12 - count // 4] for at in range(count)]
    plot = laid_out(table(*cells, density=density))
    assert whole(plot, *cells, *(f"Head{at}" for at in range(count)))
    assert {run.size for run in plot.runs} >= {10.0}
    assert max(run.end for run in plot.runs if run.page == plot.page_of("Head0")) <= 726.7


def test_where_there_is_no_room_at_all_only_the_longest_words_are_broken():
    cells = ["26,626", "Met", "2010/11", *["Misunderstandings" for _ in range(9)]]
    plot = laid_out(table(*cells))
    assert whole(plot, "26,626", "Met", "2010/11", "Head0", "Head11")
    assert not whole(plot, "Misunderstandings")


def test_the_remark_names_the_table_and_says_what_to_do():
    (remark,) = remarks(table(*[f"Wherever{at}" for at in range(12)]))
    assert remark.severity is Severity.WARNING
    assert '"The one table" cannot be read on an upright page' in remark.message
    assert ":landscape: yes" in remark.hint


def test_a_column_gets_the_room_for_its_longest_word_from_those_that_have_more():
    words_of_forty = "many short words that fill up all of it"
    long = "Neighbourhoodwatchcoordinator"
    plot = laid_out(table(words_of_forty, words_of_forty, words_of_forty, long))
    assert whole(plot, long)
    assert TURNED not in plot.sizes


def test_a_heading_counts_as_much_as_what_stands_below_it():
    heads = {at: f"Responsibilities{at}" for at in range(7)}
    plot = laid_out(table(*["x"] * 7, head="Responsibilities"))
    assert TURNED in plot.sizes
    assert whole(plot, *heads.values())


def test_a_word_that_is_too_long_for_half_a_page_is_broken_and_turns_nothing():
    made = table("n" * 90, "b")
    plot = laid_out(made)
    assert TURNED not in plot.sizes
    assert not whole(plot, "n" * 90)
    assert remarks(made) == ()


@pytest.mark.parametrize(("letters", "turned"), [(36, True), (37, False)])
def test_a_word_of_up_to_half_a_page_is_not_broken(letters, turned):
    word = "n" * letters
    plot = laid_out(table(word, word, word))
    assert (TURNED in plot.sizes) is turned
    assert whole(plot, word) is turned


def test_an_address_is_as_wide_as_the_parts_it_may_be_broken_into():
    address = "https://www.southampton.gov.uk/people/community/crime/plans/2011/all"
    made = table(*[address] * 3)
    assert TURNED not in laid_out(made).sizes
    assert remarks(made) == ()


LONG = "Neighbourhoodwatch"


@pytest.mark.parametrize(
    "block",
    [
        CellLine((Strong(words(LONG)),)),
        CellLine((*words(LONG), NoteMark("n", "1"))),
        CellLine(words(LONG), second=True),
        CellList((words(LONG), words("x"))),
        Chip(Badge(GOOD, LONG)),
        Travel(GOOD, LONG, "Up"),
        Travel(GOOD, "Up", LONG),
        PriorityLine(1, words(LONG)),
        Tally(value("123,456,789,123"), GOOD, 1),
    ],
    ids=lambda block: type(block).__name__,
)
def test_whatever_stands_in_a_cell_keeps_its_words(block: CellBlock):
    heads = tuple(ColumnHeader(f"H{at}") for at in range(4))
    row = Row(tuple(Cell((block,)) for _ in range(4)))
    notes = (Note("n", "1", words("A note.")),)
    plot = laid_out(Table("Many", columns(*["words"] * 4), heads, (RowGroup((row,)),), notes=notes))
    said = LONG if not isinstance(block, Tally) else block.count.text
    runs = [run for run in plot.runs if run.words.strip() == said]
    assert len(runs) == 4
    assert all(left.end <= right.x for left, right in pairwise(runs))
    assert runs[-1].end <= 480.1 if TURNED not in plot.sizes else runs[-1].end <= 726.7


@pytest.mark.parametrize(
    ("cells", "landscape", "said"),
    [
        (["a", "b"], True, "cannot be turned inside a list or a box"),
        ([f"Wherever{at}" for at in range(12)], False, "has no room for its words inside a list or a box"),
        (["a", "b"], False, ""),
    ],
)
def test_a_table_in_a_box_or_a_list_stays_there(cells, landscape, said):
    made = table(*cells, landscape=landscape)
    for block in (Callout(words("Box"), (made,)), ListBlock((ListItem((made,)),))):
        plot = laid_out(block, bullets("an item"))
        assert TURNED not in plot.sizes
        assert max(run.end for run in plot.runs if run.page == 2) <= 480.1
        found = [remark.message for remark in remarks(block)]
        assert found == ([f'the table "The one table" {said}'] if said else [])
