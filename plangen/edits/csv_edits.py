"""CSV: a cell replaced, rows or a column added at the end. Every other byte stays as it is.

Cells are found by the line in which their row begins, which every observation knows, and the name of the column.
The file that comes of it is read again: it must hold the old cells with just that change, or the edit is refused.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from plangen.diagnostics import Diagnostic, PlangenError
from plangen.edits.raw_text import RawText, raw_text
from plangen.edits.refusals import not_possible
from plangen.sources.decoding import decode
from plangen.sources.tables import csv_rows

__all__ = ["CellText", "add_column", "add_rows", "set_cells"]

_CELL = re.compile(r'"(?:[^"]|"")*"|[^,\r\n]*')
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class CellText(Struct, frozen=True):
    """A new text for a cell: of the row that begins in line `line` (from 1), in the column of that name."""

    line: int
    column: str
    text: str


class _Table(Struct, frozen=True):
    """A table as its file has it. `rows` are line and cells, the header first."""

    file: str
    raw: RawText
    rows: list[tuple[int, list[str]]]

    @property
    def header(self) -> list[str]:
        return [name.strip().lower() for name in self.rows[0][1]]

    def column(self, name: str) -> int:
        if name not in self.header:
            raise not_possible(self.file, f'the table has no column "{name}"')
        return self.header.index(name)


def set_cells(data: bytes, file: str, cells: Sequence[CellText]) -> bytes:
    """The table with new texts in some cells. Raises PG913 for a row or column that it does not have."""
    table = _table(data, file)
    starts = _line_starts(table.raw.text)
    lines = {line: number for number, (line, _) in enumerate(table.rows)}
    wanted = [list(row) for _, row in table.rows]
    splices: dict[tuple[int, int], str] = {}
    for cell in cells:
        number, column = lines.get(cell.line, 0), table.column(cell.column)
        if not number or column >= len(wanted[number]):
            raise not_possible(file, f'line {cell.line} has no cell in the column "{cell.column}"')
        start, end = _spans(table.raw.text, starts[cell.line - 1], column)
        quoted = table.raw.text[start:end].startswith('"')
        splices[start, end] = _written(cell.text, quoted)
        wanted[number][column] = cell.text
    text = table.raw.text
    for (start, end), written in sorted(splices.items(), reverse=True):
        text = text[:start] + written + text[end:]
    return _checked(table, text, wanted)


def add_rows(data: bytes, file: str, rows: Sequence[Mapping[str, str]]) -> bytes:
    """The table with `rows`, cells by the names of columns, below its last one; cells not named are empty.

    Raises PG913 for a column that the table does not have.
    """
    table = _table(data, file)
    added = []
    for row in rows:
        cells = [""] * len(table.header)
        for name, text in row.items():
            cells[table.column(name)] = text
        added.append(cells)
    text, newline = table.raw.text, table.raw.newline
    gap = "" if text.endswith(("\n", "\r")) else newline
    written = newline.join(",".join(_written(cell) for cell in cells) for cells in added)
    closing = newline if not gap or not text else ""
    wanted = [*(row for _, row in table.rows), *added]
    return _checked(table, f"{text}{gap}{written}{closing}" if added else text, wanted)


def add_column(data: bytes, file: str, name: str, cells: Mapping[int, str] | None = None) -> bytes:
    """The table with one more column behind its last; `cells` are texts by line, all others stay empty.

    A table that has the column already gets only the cells. Raises PG913 where rows are longer or shorter than
    the header.
    """
    table = _table(data, file)
    given = dict(cells or {})
    if name not in table.header:
        if any(len(row) != len(table.header) for _, row in table.rows):
            raise not_possible(file, "some rows are longer or shorter than the first line")
        data = _widened(table, name)
    return set_cells(data, file, [CellText(line, name, text) for line, text in given.items()]) if given else data


def _widened(table: _Table, name: str) -> bytes:
    text, starts = table.raw.text, _line_starts(table.raw.text)
    pieces, done = [], 0
    for number, (line, row) in enumerate(table.rows):
        _, end = _spans(text, starts[line - 1], len(row) - 1)
        pieces += [text[done:end], f",{_written(name)}" if number == 0 else ","]
        done = end
    wanted = [[*row, "" if number else name] for number, (_, row) in enumerate(table.rows)]
    return _checked(table, "".join(pieces) + text[done:], wanted)


def _table(data: bytes, file: str) -> _Table:
    rows = _rows(data, file)
    if not rows:
        raise not_possible(file, "the table is empty", "write its first line, with the names of its columns")
    return _Table(file, raw_text(data, file), rows)


def _rows(data: bytes, file: str) -> list[tuple[int, list[str]]]:
    found: list[Diagnostic] = []
    rows = [(line, cells) for line, cells in csv_rows(decode(data, file), file, found) if cells]
    if found:
        raise PlangenError(found)
    return rows


def _checked(table: _Table, text: str, wanted: Sequence[Sequence[str]]) -> bytes:
    edited = table.raw.data(text)
    as_read = [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in wanted]
    if [cells for _, cells in _rows(edited, table.file)] != as_read:
        raise not_possible(table.file, "the edit would alter other cells of the table too")
    return edited


def _line_starts(text: str) -> list[int]:
    return [found.start() for found in _LINE.finditer(text)]


def _spans(text: str, start: int, column: int) -> tuple[int, int]:
    """Where a cell, its quotation marks included, begins and ends in the row that begins at `start`."""
    for _ in range(column):
        start = _end_of_cell(text, start) + 1
    return start, _end_of_cell(text, start)


def _end_of_cell(text: str, start: int) -> int:
    found = _CELL.match(text, start)
    return found.end() if found else start


def _written(text: str, quoted: bool = False) -> str:
    """A cell as CSV: in quotation marks where it needs them, or had them."""
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n").writerow(
        [text, ""]
    )
    return buffer.getvalue().removesuffix(',""\r\n' if quoted else ",\r\n")
