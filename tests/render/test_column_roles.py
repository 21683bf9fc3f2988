"""The widths of columns, which the renderer takes from what they hold."""

from __future__ import annotations

import pytest
from render.layout_samples import columns, words

from plangen.document.tables import Cell, CellLine, ColumnHeader, ColumnRole, Row, RowGroup, Table
from plangen.layout.column_roles import stands_right, usual_widths


def table(*roles: str, cells: tuple[str, ...] = ()) -> Table:
    heads = tuple(ColumnHeader("Head") for _ in roles)
    rows = (Row(tuple(Cell((CellLine(words(text)),)) for text in cells)),) if cells else ()
    return Table("T", columns(*roles), heads, (RowGroup(rows),))


SUMMARY = ("reference", "name", "figure", "figure", "travel", "travel", "benchmark")


@pytest.mark.parametrize(
    ("roles", "widths"),
    [
        (("reference", "words", "name"), (29, 299, 152)),
        (("words", "result", "outcome"), (246, 123, 111)),
        (("words", "result"), (287, 193)),
        (("name", "words"), (152, 328)),
        (("name", "period", "figure"), (275, 111, 94)),
        (("name", "tally", "tally", "tally"), (204, 80, 92, 104)),
        (("name", "figure", "target", "change"), (262, 62, 68, 88)),
        (("name", "figure", "target", "target", "change"), (192, 62, 68, 70, 88)),
        (("name", "figure", "target", "target", "target", "change"), (148, 62, 60, 60, 62, 88)),
        (SUMMARY, (28, 116, 46, 46, 114, 94, 36)),
        (("name", *["figure"] * 5), (152, *[65.6] * 5)),
        (("name", "figure"), (414.4, 65.6)),
        (("name", *["figure"] * 8), (152, *[41] * 8)),
    ],
)
def test_what_the_columns_hold_gives_their_widths_on_an_upright_page(roles, widths):
    assert usual_widths(table(*roles)) == pytest.approx(widths)
    assert sum(widths) == pytest.approx(480)


def test_any_other_series_of_columns_is_shared_by_their_longest_cells():
    cells = ("x", "twelve signs", "a sentence of more than forty signs, which gets no more")
    assert usual_widths(table("words", "figure", "words", cells=cells)) == (8, 12, 40)


def test_figures_stand_right_and_everything_else_left():
    right = {role for role in ColumnRole if stands_right(role)}
    assert right == {ColumnRole.FIGURE, ColumnRole.TARGET, ColumnRole.CHANGE, ColumnRole.BENCHMARK}
