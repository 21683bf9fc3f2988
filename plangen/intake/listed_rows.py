"""The figures of a row of a long table, with its series, area and status."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.diagnostics import Code, codes
from plangen.intake.amounts import Draft
from plangen.intake.cells import CellKind, written_number
from plangen.intake.columns import time_question
from plangen.intake.headings import HeadingRole, is_benchmark
from plangen.intake.labels import LabelKind, ask_label, read_area, read_label
from plangen.intake.listed_table import ListedRow, ListedTable, cell_of, text_of
from plangen.intake.periods import Ask
from plangen.intake.understanding import AnswerPlace, ReadFigure
from plangen.intake.values import ValueRead, read_value
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import TableLayout
from plangen.model.unit import UnitKind

__all__ = ["read_row"]


def read_row(table: ListedTable, row: ListedRow) -> None:
    """Read a row into its figures, what is skipped, and questions."""
    reading, grid, line = table.reading, table.frame.grid, row.line
    here = grid.block(line, table.frame.first, line, table.frame.last)
    reference = cell_of(table, line, HeadingRole.REF)
    beside = (reference.text.strip(), reference.kind is CellKind.NUMBER) if reference else ("", False)
    name = row.name or (beside[0] if HeadingRole.NAME not in table.at else "")
    if row.time.heading.role is HeadingRole.LEFT_OUT:
        reading.skip(here, HeadingRole.LEFT_OUT.value, row.time.text)
        return
    series = _series(table, line, text_of(table, line, HeadingRole.SERIES))
    if series is None:
        return
    label = read_label(reading, name, beside, TableLayout.LONG, "", "")
    table.texts += [shown(name)] if name else []
    place = grid.place(line, table.at.get(HeadingRole.NAME) or table.at.get(HeadingRole.REF) or table.frame.first)
    if label.kind is LabelKind.ASKED:
        _area(table, line)
        ask_label(reading, label, place)
        return
    if label.kind is not LabelKind.INDICATOR:
        why = label.why or HeadingRole.LEFT_OUT.value
        reading.skip(here, why, name)
        return
    area = _area(table, line)
    if area is None:
        return
    if row.time.period is None:
        _ask_time(table, row)
        return
    status, note = _status(table, line)
    figure = ReadFigure(
        reading.sheet.name,
        place,
        "",
        label.indicator,
        area,
        row.time.period,
        "",
        series=label.series or series,
        category=label.category or shown(text_of(table, line, HeadingRole.CATEGORY)),
        status=status or ("provisional" if row.time.heading.provisional else ""),
        data_to=row.time.heading.data_to,
        note=note,
    )
    _keep_value(table, line, figure, name)
    for position, kind in table.benchmarks:
        _keep_at(table, line, position, figure, name, kind)


def _series(table: ListedTable, line: int, word: str) -> str | None:
    """The series that a row's own cell names; None after skipping or asking."""
    words = plain(word)
    if words in {"actual", "outturn", "result", "value", ""}:
        return ""
    if is_benchmark(word):
        return "benchmark"
    if words in {"lower", "upper"}:
        return words
    grid, reading = table.frame.grid, table.reading
    if words in {"target", "goal"}:
        reading.skip(grid.block(line, table.frame.first, line, table.frame.last), "target", word)
        return None
    place = grid.place(line, table.at[HeadingRole.SERIES])
    message = f'"{shown(word)}" is no series that is known'
    hint = "write actual, benchmark, lower or upper in the cell"
    reading.ask(codes.UNKNOWN_IMPORT_COLUMN, place, message, hint, f"series {words}")
    return None


def _area(table: ListedTable, line: int) -> str | None:
    """The area of a row; a blank one takes the one above where areas stand before the names."""
    if HeadingRole.AREA not in table.at:
        return table.reading.own_area()
    text = text_of(table, line, HeadingRole.AREA)
    outer = table.at[HeadingRole.AREA] < table.at.get(HeadingRole.NAME, 10**6)
    if not text and outer:
        text = table.area
    table.area = text
    return read_area(table.reading, text, table.frame.grid.place(line, table.at[HeadingRole.AREA]))


def _status(table: ListedTable, line: int) -> tuple[str, str]:
    """The status that holds for a row, and its note; other words in the status are a rating."""
    word = plain(text_of(table, line, HeadingRole.STATUS))
    note = shown(text_of(table, line, HeadingRole.NOTE))
    if word in {"provisional", "p", "prov"}:
        return "provisional", note
    if word in {"", "final", "f", "actual"}:
        return "", note
    grid, position = table.frame.grid, table.at[HeadingRole.STATUS]
    if word in {"revised", "r"}:
        return "", f"{note}; revised" if note else "revised"
    table.reading.skip(grid.block(line, position, line, position), "rating", word)
    return "", note


def _ask_time(table: ListedTable, row: ListedRow) -> None:
    time = row.time.heading.time
    ask = (time.ask if time else None) or Ask.NO_YEAR
    message, hint = time_question(ask, row.time.text)
    key = ask.value if ask is not Ask.NO_SUCH else f"{ask.value} {plain(row.time.text)}"
    place = table.frame.grid.place(row.line, row.time.position)
    table.reading.ask(codes.UNCLEAR_PERIOD, place, message, hint, key, AnswerPlace.COLUMN, row.time.text)


def _keep_value(table: ListedTable, line: int, figure: ReadFigure, name: str) -> None:
    """The row's own value: its cell, or the two counts it is computed from, at the numerator's cell."""
    counts = {}
    for role in (HeadingRole.NUMERATOR, HeadingRole.DENOMINATOR):
        counts[role] = _count(table, line, role)
    top, bottom = counts[HeadingRole.NUMERATOR], counts[HeadingRole.DENOMINATOR]
    if top is None or bottom is None:
        return
    figure = replace(figure, numerator=top, denominator=bottom)
    position = table.at.get(HeadingRole.VALUE)
    if position and table.frame.grid.filled(line, position):
        _keep_at(table, line, position, figure, name, "")
        return
    if not (top and bottom):
        return
    place = table.frame.grid.place(line, table.at[HeadingRole.NUMERATOR])
    address = table.reading.sheet.address(place)
    unit = table.reading.workplace.book.indicators[figure.indicator].unit
    if unit.kind not in (UnitKind.PERCENT, UnitKind.RATE) or float(bottom) <= 0:
        message = f"a {unit.kind.value} cannot be computed from {top} and {bottom}"
        table.reading.ask(
            codes.NOTHING_TO_DIVIDE, place, message, "write the value in the column of values", address
        )
        return
    table.reading.add(replace(figure, place=place, cell=address))


def _count(table: ListedTable, line: int, role: HeadingRole) -> str | None:
    """A count as digits, "" where it is blank, None after asking."""
    cell = cell_of(table, line, role)
    read = read_value(cell, table.reading.answers.values)
    if read is None or read.marker or read.awaited:
        return ""
    if read.number is None:
        _fault(table, line, table.at[role], read)
        return None
    return written_number(read.number)


def _fault(table: ListedTable, line: int, position: int, read: ValueRead) -> None:
    assert isinstance(read.fault, Code)
    place = table.frame.grid.place(line, position)
    address = table.reading.sheet.address(place)
    key = address if read.fault in (codes.NOT_A_NUMBER, codes.DATE_IN_CELL) else read.word or address
    if read.fault == codes.FORMULA_WITHOUT_RESULT:
        key = table.reading.sheet.name
    table.reading.ask(read.fault, place, read.message, read.hint, key, AnswerPlace.VALUE, read.word)


def _keep_at(table: ListedTable, line: int, position: int, figure: ReadFigure, name: str, kind: str) -> None:
    """The value at one column of a row."""
    reading, grid = table.reading, table.frame.grid
    cell = grid.cell(line, position)
    read = read_value(cell, reading.answers.values)
    if read is None:
        return
    here = grid.block(line, position, line, position)
    if read.awaited:
        reading.skip(here, "awaited", cell.text if cell else "")
        return
    if read.fault is not None:
        _fault(table, line, position, read)
        return
    if read.arrow:
        reading.skip(here, "change", cell.text if cell else "")
    indicator = reading.workplace.book.indicators[figure.indicator]
    if (kind or figure.series) == "benchmark" and not indicator.benchmark:
        heading = shown(grid.text(table.frame.header[-1], position))
        place = grid.place(table.frame.header[-1], position)
        message = f'"{heading}" stands beside {figure.indicator}, which has no benchmark'
        hint = f"write in the mapping: columns: {{{heading}: leave out}}, or give the indicator a benchmark"
        reading.ask(codes.UNKNOWN_IMPORT_COLUMN, place, message, hint, f"{heading}", AnswerPlace.COLUMN, heading)
        return
    place = grid.place(line, position)
    if kind:
        figure = replace(figure, series=kind, numerator="", denominator="")
    figure = replace(figure, place=place, cell=reading.sheet.address(place))
    table.drafts.setdefault((shown(name), figure.series), []).append(Draft(figure, read, name))
