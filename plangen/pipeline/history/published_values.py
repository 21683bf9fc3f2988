"""Which values archived editions hold, so that what readers have seen is revised and not corrected."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic, PlangenError
from plangen.pipeline.history.archived_edition import INPUTS
from plangen.pipeline.history.place import find_archive
from plangen.sources.decoding import decode
from plangen.sources.tables import csv_rows

__all__ = ["published_values"]

_RESULTS = "results.csv"
Key = tuple[str, ...]


def published_values(root: Path, folder: str) -> dict[Key, str]:
    """The last published value of each observation, by indicator, area, period, series, category, base.

    Published are the rows that results of an archived edition name; the series of an actual value is "". Empty
    where there is no archive in `folder`. Raises `PlangenError` where it cannot be read: nobody can tell then what
    has been published.
    """
    if not (root / folder).is_dir():
        return {}
    archive = find_archive(root, None).open_if_any()
    values: dict[Key, str] = {}
    for name in archive.objects() if archive else ():
        assert archive is not None
        for version in archive.versions(name):
            values.update(_of_version(archive, name, version.number))
    return values


def _of_version(archive: Archive, name: str, number: int) -> Iterator[tuple[Key, str]]:
    """The rows that a version's results name, each with its value."""
    files = archive.contents(name, number)
    results = (
        csv.DictReader(files[_RESULTS].decode("utf-8").splitlines(keepends=True)) if _RESULTS in files else ()
    )
    places = {place.strip() for row in results for place in row["inputs"].split(";")}
    for file in sorted({place.partition(":")[0] for place in places if ".csv:" in place}):
        lines = {int(place.split(":")[1]) for place in places if place.startswith(f"{file}:")}
        yield from _rows(files.get(INPUTS + file, b""), file, lines)


def _rows(data: bytes, file: str, lines: set[int]) -> Iterator[tuple[Key, str]]:
    faults: list[Diagnostic] = []
    try:
        rows = list(csv_rows(decode(data, file), file, faults))
    except PlangenError:  # it was archived from a sound workspace; told when the archive is verified
        return
    names = [cell.strip().lower() for cell in rows[0][1]] if rows else []
    for line, cells in rows[1:]:
        if line in lines:
            row: Mapping[str, str] = dict(zip(names, (cell.strip() for cell in cells), strict=False))
            series = "" if row.get("series") == "actual" else row.get("series", "")
            yield (
                (
                    row["indicator"],
                    row["area"],
                    row["period"],
                    series,
                    row.get("category", ""),
                    row.get("base", ""),
                ),
                row["value"],
            )
