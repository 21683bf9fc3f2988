"""A long table: one figure a row, its columns known by their words."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.diagnostics import codes
from plangen.intake.amounts import settle
from plangen.intake.cells import CellKind, SheetCell, column_letters
from plangen.intake.columns import TableColumn, settle_months
from plangen.intake.context import TableReading, notes_by_mark
from plangen.intake.frames import Frame, HeadingReader
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, TableHeading, is_total
from plangen.intake.listed_rows import read_row
from plangen.intake.listed_table import ListedRow, ListedTable, cell_of, text_of
from plangen.intake.mapping import answer_for
from plangen.intake.names import read_name
from plangen.intake.periods import Ask, TimeRead, of_year
from plangen.intake.understanding import AnswerPlace, TableFound
from plangen.intake.values import NumberSign, read_value
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import TableLayout
from plangen.model.period_text import read_period

__all__ = ["read_listed"]

_TIMES = (HeadingRole.PERIOD, HeadingRole.YEAR, HeadingRole.QUARTER, HeadingRole.MONTH)


def read_listed(reading: TableReading, frame: Frame, reader: HeadingReader) -> None:
    """Read a long table into figures, what is skipped, and questions."""
    table = _roles(reading, frame, reader)
    grid = frame.grid
    lines = list(grid.between(frame.below, frame.bottom))
    rows = list(_rows(table, lines))
    if not rows:
        return
    reading.notes = notes_by_mark([grid.text(n, p) for n in lines if n > rows[-1].line for p in grid.lines[n]])
    settle_months(reading, [row.time for row in rows], plain(reading.title))
    _name_rest(table, lines, {row.line for row in rows}, rows[-1].line)
    _name_columns(table, rows)
    for row in rows:
        read_row(table, row)
    for drafts in table.drafts.values():
        settle(reading, drafts)
    block = grid.block(frame.header[0], frame.first, rows[-1].line, frame.last)
    header, across = frame.header[-1], range(frame.first, frame.last + 1)
    headings = [(shown(t), grid.place(header, p)) for p in across if (t := grid.text(header, p))]
    percent = [
        key[0] for key, ds in table.drafts.items() if any(d.read.sign is NumberSign.PERCENT_FORMAT for d in ds)
    ]
    names = column_letters(table.at.get(HeadingRole.NAME) or table.at.get(HeadingRole.REF) or frame.first)
    reading.found.tables.append(
        TableFound(
            reading.sheet.name,
            str(block),
            TableLayout.LONG,
            frame.header,
            names,
            tuple(headings),
            column_letters(frame.first),
            tuple(dict.fromkeys(table.texts)),
            tuple(dict.fromkeys(percent)),
        )
    )


def _roles(reading: TableReading, frame: Frame, reader: HeadingReader) -> ListedTable:
    """Which column is which: by its word, or by what the mapping says of its heading."""
    at: dict[HeadingRole, int] = {}
    benchmarks: list[tuple[int, str]] = []
    for position in range(frame.first, frame.last + 1):
        heading = reader.heading(frame.grid.cell(frame.header[-1], position))
        role = heading.role
        given = answer_for(reading.answers.columns, heading.text)
        if given is not None:
            if given.leaves_out:
                continue
            if given.series and given.series != "actual":
                benchmarks.append((position, given.series))
                continue
            role = next((r for r in HeadingRole if r.value.lower() == given.to.lower()), role)
        if role is HeadingRole.BENCHMARK:
            benchmarks.append((position, "benchmark"))
        at.setdefault(role, position)
    named = _names_at(reading, frame, reader)
    if named:
        at = {role: position for role, position in at.items() if position != named} | {HeadingRole.NAME: named}
    return ListedTable(reading, frame, reader, at, benchmarks)


def _names_at(reading: TableReading, frame: Frame, reader: HeadingReader) -> int:
    """The column with most known names among those called so or by other words; 0 where none has any."""
    grid, best, most = frame.grid, 0, 0
    lines = list(grid.between(frame.below, frame.bottom))
    for position in range(frame.first, frame.last + 1):
        if reader.heading(grid.cell(frame.header[-1], position)).role in (HeadingRole.NAME, HeadingRole.OTHER):
            texts = {t for n in lines if (t := grid.text(n, position))}
            count = sum(bool(read_name(reading.workplace.book, text).indicators) for text in texts)
            if count > most:
                best, most = position, count
    return best


def _rows(table: ListedTable, lines: list[int]) -> Iterator[ListedRow]:
    """The rows whose period is filled; a blank name takes the one above, and so does a blank year."""
    for line in lines:
        name = text_of(table, line, HeadingRole.NAME)
        year = cell_of(table, line, HeadingRole.YEAR)
        detail = next(
            (
                c
                for r in (HeadingRole.PERIOD, HeadingRole.QUARTER, HeadingRole.MONTH)
                if (c := cell_of(table, line, r))
            ),
            None,
        )
        if name and is_total(name) and not detail:
            continue
        table.name = name or table.name
        table.year = year or table.year
        only_years = not any(
            role in table.at for role in (HeadingRole.PERIOD, HeadingRole.QUARTER, HeadingRole.MONTH)
        )
        if detail is None and not (only_years and year):
            continue
        yield ListedRow(line, table.name, _time(table, line, detail, year if only_years else table.year))


def _time(table: ListedTable, line: int, detail: SheetCell | None, year: SheetCell | None) -> TableColumn:
    """The period of a row: of one cell, or of a year and the quarter or month beside it."""
    reader = table.reader
    cell = detail or year
    heading = reader.heading(cell)
    role = next(
        (
            r
            for r in (HeadingRole.PERIOD, HeadingRole.QUARTER, HeadingRole.MONTH, HeadingRole.YEAR)
            if cell_of(table, line, r)
        ),
        HeadingRole.YEAR,
    )
    whole = detail is not None and year is not None and HeadingRole.YEAR in table.at
    text = shown(" ".join(c.text for c in (detail, year) if c) if whole else cell.text if cell else "")
    position = table.at.get(role, table.frame.first)
    column = TableColumn(position, line, heading, text)
    given = answer_for(table.reading.answers.columns, text)
    if given is not None:
        try:
            column.period, column.answered = read_period(given.to), True
        except ValueError:
            column.heading = TableHeading(HeadingRole.LEFT_OUT, text)
        return column
    time = heading.time
    if heading.role is not HeadingRole.TIME or time is None:
        column.heading = TableHeading(HeadingRole.TIME, text, TimeRead(ask=Ask.NO_SUCH))
        return column
    if detail is not None and year is not None and time.part and time.ask is None:
        above = reader.heading(year).time
        if above and above.year:
            time = of_year(time.part, above.year, reader.answers)
            column.heading = TableHeading(HeadingRole.TIME, text, time)
    column.period = time.period if time.ask is None else None
    column.series = "benchmark" if heading.benchmark else ""
    return column


def _name_rest(table: ListedTable, lines: list[int], rows: set[int], last: int) -> None:
    """Rows without a period: totals, bands, notes; figures in one of them are asked about."""
    grid, reading = table.frame.grid, table.reading
    for line in lines:
        if line in rows:
            continue
        positions = [p for p in grid.lines[line] if table.frame.first <= p <= table.frame.last]
        if not positions:
            continue
        texts = [grid.text(line, p) for p in positions]
        block = grid.block(line, positions[0], line, positions[-1])
        value = grid.cell(line, table.at[HeadingRole.VALUE]) if HeadingRole.VALUE in table.at else None
        ends_total = any(is_total(t) or plain(t).endswith(" total") for t in texts)
        if ends_total:
            reading.skip(block, "total", texts[0])
        elif value is not None and value.kind is CellKind.NUMBER:
            place = grid.place(line, table.at[HeadingRole.VALUE])
            message, hint = "a figure without a period", "write its period in the cell, or empty the row"
            reading.ask(codes.UNCLEAR_PERIOD, place, message, hint, reading.sheet.address(place))
        else:
            reading.skip(block, "note" if line > last else "band", texts[0])


def _name_columns(table: ListedTable, rows: list[ListedRow]) -> None:
    """Columns that are not imported by name, and a question for others with figures."""
    grid, reading = table.frame.grid, table.reading
    used = {*table.at.values()} - {
        table.at.get(r, 0) for r in (*NOT_IMPORTED, HeadingRole.OTHER, HeadingRole.BLANK, HeadingRole.FIGURE)
    }
    used |= {position for position, _ in table.benchmarks}
    header = table.frame.header[-1]
    for position in range(table.frame.first, table.frame.last + 1):
        heading = table.reader.heading(grid.cell(header, position))
        filled = [row.line for row in rows if grid.cell(row.line, position)]
        if position in used or not (filled or heading.role in NOT_IMPORTED):
            continue
        block = grid.block(header, position, max([header, *filled]), position)
        given = answer_for(reading.answers.columns, heading.text)
        figures = [grid.cell(n, position) for n in filled]
        if given is not None:
            reading.skip(block, HeadingRole.LEFT_OUT.value, heading.text)
        elif heading.role in NOT_IMPORTED:
            reading.skip(block, heading.role.value, heading.text)
        elif any(c and (r := read_value(c, {})) and r.number is not None for c in figures):
            name = heading.text or "…"
            message = f'what is column {column_letters(position)}, "{heading.text}"?'
            hint = f"write in the mapping: columns: {{{name}: leave out}}, or numerator, or {{series: benchmark}}"
            place = grid.place(header, position)
            key = f"{reading.sheet.name} {plain(name)}"
            reading.ask(codes.UNKNOWN_IMPORT_COLUMN, place, message, hint, key, AnswerPlace.COLUMN, heading.text)
        else:
            reading.skip(block, "words", heading.text)
