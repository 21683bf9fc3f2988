"""Text tables (.csv, .tsv) -> a sheet of cells: UTF-8 or Windows-1252; commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import PurePath

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.intake.cells import CellKind, CellSheet, Place, SheetCell
from plangen.intake.workbook_cells import MAX_COLUMNS, MAX_ROWS_WITH_VALUES
from plangen.sources.decoding import decode

__all__ = ["separated_sheet"]

_SEPARATORS = ",;\t"
_SAMPLE = 50
_LONGEST_CELL = 1_000_000


def separated_sheet(data: bytes, file: str) -> tuple[CellSheet, list[Diagnostic]]:
    """The one sheet of a text table, named as the file without its ending, and what is said of how it was read.

    Raises `PlangenError`: PG104 and PG105 as for content files, PG215 for too many rows or columns, PG220 for a
    quotation mark that is never closed.
    """
    said: list[Diagnostic] = []
    text = _decoded(data, file, said)
    separator = _separator(text)
    cells: dict[Place, SheetCell] = {}
    rows, row = 0, 0
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row, line in enumerate(reader, start=1):
            found = {(row, column): value for column, value in enumerate(line, start=1) if value.strip()}
            cells |= {place: SheetCell(CellKind.TEXT, value) for place, value in found.items()}
            rows += bool(found)
            _check_size(rows, max((column for _, column in found), default=0), file)
    except csv.Error:
        hint = 'close the quotation mark; write one inside a quoted cell twice: "the ""big"" one"'
        message = "a quotation mark is out of place"
        raise PlangenError(finding(codes.STRAY_QUOTATION_MARK, message, Location(file, row + 1), hint)) from None
    return CellSheet(PurePath(file).stem, cells), said


def _check_size(rows: int, columns: int, file: str) -> None:
    if rows > MAX_ROWS_WITH_VALUES or columns > MAX_COLUMNS:
        message = f"the table has more than {MAX_ROWS_WITH_VALUES:,} rows or {MAX_COLUMNS} columns"
        hint = "delete what is not needed, or split the file"
        raise PlangenError(finding(codes.WORKBOOK_TOO_LARGE, message, Location(file), hint))


def _decoded(data: bytes, file: str, said: list[Diagnostic]) -> str:
    try:
        return decode(data, file)
    except PlangenError as problem:
        if problem.diagnostics[0].kind != codes.NOT_UTF8 or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        hint = 'save the file again as "CSV UTF-8"'
        message = "the file is neither UTF-8 nor Windows-1252"
        raise PlangenError(finding(codes.NOT_UTF8, message, Location(file), hint)) from None
    said.append(finding(codes.READ_AS, "the file is not UTF-8: it was read as Windows-1252", Location(file)))
    return decode(text.encode("utf-8"), file)


def _separator(text: str) -> str:
    """The sign that parts most lines into as many cells; commas where it cannot be told."""
    lines = [_unquoted(line) for line in text.splitlines()[:_SAMPLE] if line.strip()]
    return max(_SEPARATORS, key=lambda sign: _evenness([line.count(sign) for line in lines]))


def _evenness(counts: list[int]) -> tuple[int, int]:
    """How many lines have the commonest number of separators, and that number."""
    there = Counter(count for count in counts if count)
    number, lines = max(there.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return lines, number


def _unquoted(line: str) -> str:
    return "".join(line.split('"')[::2])
