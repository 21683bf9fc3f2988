"""All observations of a workspace: every table under content/data/."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.model.observation import Observation
from plangen.sources.observations import ObservationReader
from plangen.sources.reading import MEGABYTE, Reading
from plangen.sources.rows import NumberedRow, read_rows
from plangen.sources.series_checks import series_faults
from plangen.sources.workbook import workbook_rows

__all__ = ["csv_rows", "read_observations"]

_FOLDER = "content/data"
_LIMIT = 50 * MEGABYTE


def read_observations(reading: Reading, reader: ObservationReader) -> tuple[Observation, ...]:
    """The good observations of every .csv and .xlsx file, in order of file and row; faults are reported."""
    good: list[Observation] = []
    for name in reading.names(_FOLDER):
        file = f"{_FOLDER}/{name}"
        rows = _rows(reading, file, reader)
        if rows is not None:
            good += reader.read(read_rows(rows, file, reader.found))
    reading.report([*reader.found, *series_faults(good)])
    return tuple(good)


def _rows(reading: Reading, file: str, reader: ObservationReader) -> Iterable[NumberedRow] | None:
    match file.lower().rpartition(".")[2]:
        case "csv":
            text = reading.text(file, _LIMIT)
            return None if text is None else csv_rows(text, file, reader.found)
        case "xlsx":
            data = reading.data(file, _LIMIT)
            try:
                return None if data is None else workbook_rows(data, file, reader.found)
            except PlangenError as fault:
                reader.found += fault.diagnostics
                return None
        case _:
            hint = "save it as .csv or .xlsx, or move it out of content/data"
            reader.found.append(
                finding(codes.NOT_A_TABLE, "this is not a table that can be read", Location(file), hint)
            )
            return None


def csv_rows(text: str, file: str, found: list[Diagnostic]) -> Iterator[NumberedRow]:
    """The rows of comma-separated text, each with the line it begins in.

    A quotation mark that is never closed (PG220) ends the reading.
    """
    reader = csv.reader(io.StringIO(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            hint = 'close the quotation mark; write one inside a quoted cell twice: "the ""big"" one"'
            found.append(
                finding(codes.STRAY_QUOTATION_MARK, "a quotation mark is out of place", Location(file, line), hint)
            )
            return
        yield line, cells
        line = reader.line_num + 1
