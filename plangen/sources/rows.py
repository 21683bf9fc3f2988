"""Rows of a table, whatever file they come from: a checked header, then cells by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Location, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.model.observation import COLUMNS
from plangen.sources.pasted import fold_characters

__all__ = ["NumberedRow", "Row", "read_rows"]

NumberedRow = tuple[int, list[str]]
"""The line or row in the file, from 1, and its cells as text."""

_REQUIRED = COLUMNS[:4]


class Row(Struct, frozen=True):
    """A row: its cells without surrounding spaces, by column."""

    file: str
    line: int
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """The cell's text; nothing where the table has no such column."""
        return self.cells.get(column, "")

    def at(self, column: str = "") -> Location:
        """The place of a cell, or of the row."""
        return Location(self.file, self.line, 0, column)


def read_rows(rows: Iterable[NumberedRow], file: str, found: list[Diagnostic]) -> Iterator[Row]:
    """The rows below the header, without empty ones. Faults of the header and ragged rows go to `found`."""
    numbered = iter(rows)
    header = next((row for row in numbered if any(cell.strip() for cell in row[1])), None)
    if header is None:
        hint = f"write a first line with the columns {', '.join(_REQUIRED)}"
        found.append(finding(codes.EMPTY_TABLE, "the table is empty", Location(file), hint))
        return
    names = [_clean(cell).lower() for cell in header[1]]
    faults = _header_faults(names, file, header[0])
    found += faults
    if faults:
        return
    width, empty = len(names), True
    for line, cells in numbered:
        if len(cells) != width:
            if any(cells):
                found.append(_ragged(len(cells), width, Location(file, line)))
                empty = False
            continue
        cleaned = [_clean(cell) for cell in cells]
        if any(cleaned):
            empty = False
            yield Row(file, line, dict(zip(names, cleaned, strict=True)))
    if empty and not any(fault.location and fault.location.file == file for fault in found):
        message = "the table has a header and nothing below it"
        found.append(
            finding(codes.EMPTY_TABLE, message, Location(file), "add the observations, or delete the file")
        )


def _clean(cell: str) -> str:
    return fold_characters(cell).strip()


def _header_faults(names: list[str], file: str, line: int) -> list[Diagnostic]:
    here = Location(file, line)
    if len(names) == 1 and any(sign in names[0] for sign in ";\t"):
        hint = 'save the file again as "CSV UTF-8 (comma delimited)"'
        return [finding(codes.COLUMN_MISSING, "the columns are not separated by commas", here, hint)]
    found = []
    for column in _REQUIRED:
        if column not in names:
            hint = f"add it to the first line: {','.join(_REQUIRED)} stand in every table"
            found.append(finding(codes.COLUMN_MISSING, f'the column "{column}" is missing', here, hint))
    for number, name in enumerate(names):
        place = Location(file, line, 0, name or f"column {number + 1}")
        if not name:
            found.append(
                finding(codes.UNKNOWN_COLUMN, "a column has no name", place, "name it, or delete the whole column")
            )
        elif name in names[:number]:
            found.append(
                finding(codes.COLUMN_TWICE, f'the column "{name}" stands twice', place, "delete one of the two")
            )
        elif name not in COLUMNS:
            hint = hint_for(name, COLUMNS, f"known columns are {', '.join(COLUMNS)}")
            found.append(
                finding(
                    codes.UNKNOWN_COLUMN,
                    f'there is no column "{name}"',
                    place,
                    hint,
                    remedies=likely(name, COLUMNS),
                )
            )
    return found


def _ragged(cells: int, width: int, here: Location) -> Diagnostic:
    message = f"the row has {cells} cells; the first line has {width} columns"
    hint = (
        "put text and numbers that hold a comma in quotes" if cells > width else "add the commas that are missing"
    )
    return finding(codes.RAGGED_ROW, message, here, f'{hint}: "26,626"' if cells > width else hint)
