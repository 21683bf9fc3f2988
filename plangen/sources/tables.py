"""All observations of a workspace: every table under content/data/."""

from __future__ import annotations

from collections.abc import Iterable

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.observation import Observation
from plangen.sources.csv_table import csv_rows
from plangen.sources.observations import ObservationReader
from plangen.sources.reading import MEGABYTE, Reading
from plangen.sources.rows import NumberedRow, read_rows
from plangen.sources.series_checks import series_faults
from plangen.sources.workbook import workbook_rows

__all__ = ["read_observations"]

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
