"""Edits of tables: what the file looks like afterwards, and what is refused."""

from __future__ import annotations

import pytest

from plangen.diagnostics import PlangenError
from plangen.edits import CellText, add_column, add_rows, set_cells

TABLE = b'\xef\xbb\xbfid,value,"note"\r\na,1,"x, ""y"""\r\n\r\nb, 2 ,"two\r\nlines"\r\nc,,'


def test_a_cell_keeps_its_quotation_marks_and_all_others_their_bytes() -> None:
    new = set_cells(
        TABLE, "t.csv", [CellText(2, "note", "short"), CellText(4, "value", "3,5"), CellText(6, "id", "d")]
    )
    assert new == (
        TABLE.replace(b'"x, ""y"""', b'"short"').replace(b", 2 ,", b',"3,5",').replace(b"\nc,,", b"\nd,,")
    )


def test_rows_are_added_below_the_last_whether_or_not_its_line_is_ended() -> None:
    assert add_rows(TABLE, "t.csv", [{"id": "d", "note": "n"}]) == TABLE + b"\r\nd,,n"
    assert add_rows(TABLE + b"\r\n", "t.csv", [{"id": "d"}]) == TABLE + b"\r\nd,,\r\n"


def test_a_column_is_added_behind_the_last() -> None:
    assert add_column(TABLE, "t.csv", "status", {4: "revised"}) == (
        b'\xef\xbb\xbfid,value,"note",status\r\na,1,"x, ""y""",\r\n\r\nb, 2 ,"two\r\nlines",revised\r\nc,,,'
    )


def test_a_column_that_is_there_gets_the_cells_only() -> None:
    assert add_column(TABLE, "t.csv", "value", {2: "9"}) == TABLE.replace(b"a,1,", b"a,9,")


@pytest.mark.parametrize(
    "cell", [CellText(3, "id", "x"), CellText(1, "id", "x"), CellText(2, "none", "x"), CellText(99, "id", "x")]
)
def test_a_cell_that_is_not_there_is_refused(cell: CellText) -> None:
    with pytest.raises(PlangenError) as refused:
        set_cells(TABLE, "t.csv", [cell])
    assert [found.code for found in refused.value.diagnostics] == ["PG913"]


def test_a_column_cannot_be_added_to_ragged_rows() -> None:
    with pytest.raises(PlangenError):
        add_column(b"a,b\n1\n", "t.csv", "c", {2: "x"})
