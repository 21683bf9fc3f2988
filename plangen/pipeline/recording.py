"""Figures that arrived, written into the workspace: new rows, decided changes, and the lists that say so.

The one step that writes figures from elsewhere, for `plangen import` as for accepted returns. Everything is put
into a `Transaction`, which its caller finishes: all of it is written, or none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.edits import CellText, Transaction, add_column, add_rows, set_cells
from plangen.intake.kept_lists import CHANGES, RECEIVED, ChangeRow, ReceivedRow, with_changes, with_received
from plangen.intake.understanding import FigureState, ReadFigure
from plangen.model.number import parse_number
from plangen.model.observation import COLUMNS

__all__ = ["TABLE_COLUMNS", "Arrival", "Changed", "PublishedValues", "put_figures", "table_of"]

TABLE_COLUMNS = (*COLUMNS[:9], "status", "was", "data_to", "note", "origin")
"""The columns of a table that import makes."""

PublishedValues = Mapping[tuple[str, ...], str]
"""Values that an archived edition holds, the last published of each key."""


class Changed(Enum):
    """What happens to figures that we have with another value."""

    KEEP = "keep"
    CORRECT = "correct"
    REVISE = "revise"


class Arrival(Struct, frozen=True):
    """Where figures came from: a file with its SHA-256 and size, the mapping it was read by, when and by whom."""

    sha256: str
    file: str
    size: int
    on: date
    mapping: str = ""
    by: str = ""

    def origin(self, figure: ReadFigure) -> str:
        """What the column `origin` says of a figure: `3f9c0a1b2c4d KPIs!C5`."""
        return f"{self.sha256[:12]} {figure.cell}"


def table_of(into: str) -> str:
    """The file of a table by its name."""
    return f"content/data/{into}.csv"


def put_figures(
    changes: Transaction,
    figures: Sequence[ReadFigure],
    arrival: Arrival,
    into: str,
    decision: Changed = Changed.KEEP,
    reason: str = "",
    published: PublishedValues | None = None,
) -> None:
    """Put new figures below the table `into`, and changed ones into their own rows as was decided.

    Figures that are the same change nothing, and where nothing changes no list does. Raises `PlangenError`: PG245
    for a table that import did not make, PG240 for a correction of what an archived edition holds, or of a cell in
    a workbook.
    """
    new = [figure for figure in figures if figure.state is FigureState.NEW]
    changed = [figure for figure in figures if figure.state is FigureState.CHANGED]
    decided = [] if decision is Changed.KEEP else changed
    if new:
        _append(changes, table_of(into), new, arrival)
    for figure in decided:
        _replace(changes, figure, arrival, decision, published or {})
    if decided:
        rows = tuple(_change_row(figure, arrival, decision, reason) for figure in decided)
        changes.put(CHANGES, with_changes(changes.data(CHANGES), rows))
    if new or decided:
        row = ReceivedRow(arrival.sha256, arrival.file, arrival.size, arrival.mapping, arrival.on, arrival.by)
        changes.put(RECEIVED, with_received(changes.data(RECEIVED), row))


def _append(changes: Transaction, name: str, figures: Sequence[ReadFigure], arrival: Arrival) -> None:
    before = changes.data(name)
    rows = [_row(figure, arrival) for figure in figures]
    if before is None:
        changes.put(name, _table(rows))
        return
    header = _header(before)
    if "origin" not in header:
        message = "import did not make this table: it has no column origin"
        hint = "name another table with --into"
        raise PlangenError(finding(codes.NOT_FOR_IMPORT, message, Location(name), hint))
    for column in TABLE_COLUMNS:
        if column not in header and any(row.get(column) for row in rows):
            before = add_column(before, name, column)
            header.append(column)
    kept = [{column: text for column, text in row.items() if column in header} for row in rows]
    changes.put(name, add_rows(before, name, kept))


def _row(figure: ReadFigure, arrival: Arrival) -> dict[str, str]:
    texts = {name: str(getattr(figure, name)) for name in TABLE_COLUMNS if name not in ("was", "origin")}
    return {**texts, "was": "", "origin": arrival.origin(figure)}


def _table(rows: Iterable[Mapping[str, str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TABLE_COLUMNS)
    writer.writerows([row[column] for column in TABLE_COLUMNS] for row in rows)
    return out.getvalue().encode("utf-8")


def _header(data: bytes) -> list[str]:
    first = data.decode("utf-8-sig", "replace").splitlines()[:1]
    return [name.strip().lower() for name in next(csv.reader(first), [])]


def _replace(
    changes: Transaction, figure: ReadFigure, arrival: Arrival, decision: Changed, published: PublishedValues
) -> None:
    """Give a figure's own row its new value; its other cells, and all other rows, stay as they are."""
    at = figure.ours_at
    assert at is not None
    if not at.file.endswith(".csv"):
        hint = f"correct row {at.line} of {at.file} in the spreadsheet program"
        raise _not_changed(figure, arrival, "ours stands in a workbook, in which nothing is changed", hint)
    last = published.get(_key(figure), "")
    if decision is Changed.CORRECT and last:
        hint = 'say --changed revise --reason "…": readers have seen it'
        raise _not_changed(figure, arrival, f"an archived edition says {last}", hint)
    data = changes.data(at.file)
    assert data is not None
    texts = {"value": figure.value, "numerator": figure.numerator, "denominator": figure.denominator}
    was = last or figure.ours
    if decision is Changed.REVISE and _is_number(was):
        texts |= {"status": "revised", "was": was}
    elif decision is Changed.REVISE:
        texts |= {"status": "", "was": ""}
    elif figure.status:
        texts["status"] = figure.status
    texts["origin"] = arrival.origin(figure)
    header = _header(data)
    for column in ("numerator", "denominator", "status", "was"):
        if column not in header and texts.get(column):
            data = add_column(data, at.file, column)
            header.append(column)
    cells = [CellText(at.line, column, text) for column, text in texts.items() if column in header]
    changes.put(at.file, set_cells(data, at.file, cells))


def _is_number(text: str) -> bool:
    try:
        parse_number(text)
    except ValueError:
        return False
    return True


def _not_changed(figure: ReadFigure, arrival: Arrival, why: str, hint: str) -> PlangenError:
    message = f"{figure.cell.rpartition('!')[2]} says {figure.value}, ours is {figure.ours}: {why}"
    return PlangenError(finding(codes.CHANGED_FIGURE, message, Location(arrival.file, field=figure.cell), hint))


def _key(figure: ReadFigure) -> tuple[str, ...]:
    return (
        figure.indicator,
        figure.area,
        figure.period.text,
        figure.series,
        figure.category,
        figure.base,
    )


def _change_row(figure: ReadFigure, arrival: Arrival, decision: Changed, reason: str) -> ChangeRow:
    return ChangeRow(
        date=arrival.on,
        indicator=figure.indicator,
        area=figure.area,
        period=figure.period.text,
        series=figure.series,
        category=figure.category,
        base=figure.base,
        old=figure.ours,
        new=figure.value or f"{figure.numerator}/{figure.denominator}",
        kind=decision.value,
        reason=reason,
        origin=arrival.origin(figure),
    )
