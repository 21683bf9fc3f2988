"""A long table: one figure a row, its columns known by their words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import Code, codes
from plangen.intake.amounts import Draft, settle
from plangen.intake.cells import CellKind, SheetCell, column_letters, written_number
from plangen.intake.columns import TableColumn, settle_months, time_question
from plangen.intake.context import TableReading, notes_by_mark
from plangen.intake.frames import Frame, HeadingReader
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, TableHeading, is_benchmark, is_total
from plangen.intake.labels import LabelKind, ask_label, read_area, read_label
from plangen.intake.mapping import answer_for
from plangen.intake.names import read_name
from plangen.intake.periods import Ask, TimeRead, of_year
from plangen.intake.understanding import AnswerPlace, ReadFigure, TableFound
from plangen.intake.values import NumberSign, ValueRead, read_value
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import TableLayout
from plangen.model.period_text import read_period
from plangen.model.unit import UnitKind

__all__ = ["read_listed"]

_TIMES = (HeadingRole.PERIOD, HeadingRole.YEAR, HeadingRole.QUARTER, HeadingRole.MONTH)


class _List(Struct):
    """A long table: the column of each role, and the benchmark columns beside the values."""

    reading: TableReading
    frame: Frame
    reader: HeadingReader
    at: dict[HeadingRole, int]
    benchmarks: list[tuple[int, str]]
    drafts: dict[tuple[str, str], list[Draft]] = field(default_factory=dict)
    name: str = ""
    year: SheetCell | None = None
    area: str = ""
    texts: list[str] = field(default_factory=list)


class _Row(Struct):
    """A row that has its period."""

    line: int
    name: str
    time: TableColumn


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
        _read_row(table, row)
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


def _roles(reading: TableReading, frame: Frame, reader: HeadingReader) -> _List:
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
    return _List(reading, frame, reader, at, benchmarks)


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


def _cell(table: _List, line: int, role: HeadingRole) -> SheetCell | None:
    position = table.at.get(role)
    return table.frame.grid.filled(line, position) if position else None


def _text(table: _List, line: int, role: HeadingRole) -> str:
    cell = _cell(table, line, role)
    return cell.text.strip() if cell else ""


def _rows(table: _List, lines: list[int]) -> Iterator[_Row]:
    """The rows whose period is filled; a blank name takes the one above, and so does a blank year."""
    for line in lines:
        name = _text(table, line, HeadingRole.NAME)
        year = _cell(table, line, HeadingRole.YEAR)
        detail = next(
            (
                c
                for r in (HeadingRole.PERIOD, HeadingRole.QUARTER, HeadingRole.MONTH)
                if (c := _cell(table, line, r))
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
        yield _Row(line, table.name, _time(table, line, detail, year if only_years else table.year))


def _time(table: _List, line: int, detail: SheetCell | None, year: SheetCell | None) -> TableColumn:
    """The period of a row: of one cell, or of a year and the quarter or month beside it."""
    reader = table.reader
    cell = detail or year
    heading = reader.heading(cell)
    role = next(
        (
            r
            for r in (HeadingRole.PERIOD, HeadingRole.QUARTER, HeadingRole.MONTH, HeadingRole.YEAR)
            if _cell(table, line, r)
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


def _name_rest(table: _List, lines: list[int], rows: set[int], last: int) -> None:
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


def _name_columns(table: _List, rows: list[_Row]) -> None:
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


def _read_row(table: _List, row: _Row) -> None:
    reading, grid, line = table.reading, table.frame.grid, row.line
    here = grid.block(line, table.frame.first, line, table.frame.last)
    reference = _cell(table, line, HeadingRole.REF)
    beside = (reference.text.strip(), reference.kind is CellKind.NUMBER) if reference else ("", False)
    name = row.name or (beside[0] if HeadingRole.NAME not in table.at else "")
    if row.time.heading.role is HeadingRole.LEFT_OUT:
        reading.skip(here, HeadingRole.LEFT_OUT.value, row.time.text)
        return
    series = _series(table, line, _text(table, line, HeadingRole.SERIES))
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
        category=label.category or shown(_text(table, line, HeadingRole.CATEGORY)),
        status=status or ("provisional" if row.time.heading.provisional else ""),
        data_to=row.time.heading.data_to,
        note=note,
    )
    _keep_value(table, line, figure, name)
    for position, kind in table.benchmarks:
        _keep_at(table, line, position, figure, name, kind)


def _series(table: _List, line: int, word: str) -> str | None:
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


def _area(table: _List, line: int) -> str | None:
    """The area of a row; a blank one takes the one above where areas stand before the names."""
    if HeadingRole.AREA not in table.at:
        return table.reading.own_area()
    text = _text(table, line, HeadingRole.AREA)
    outer = table.at[HeadingRole.AREA] < table.at.get(HeadingRole.NAME, 10**6)
    if not text and outer:
        text = table.area
    table.area = text
    return read_area(table.reading, text, table.frame.grid.place(line, table.at[HeadingRole.AREA]))


def _status(table: _List, line: int) -> tuple[str, str]:
    """The status that holds for a row, and its note; other words in the status are a rating."""
    word = plain(_text(table, line, HeadingRole.STATUS))
    note = shown(_text(table, line, HeadingRole.NOTE))
    if word in {"provisional", "p", "prov"}:
        return "provisional", note
    if word in {"", "final", "f", "actual"}:
        return "", note
    grid, position = table.frame.grid, table.at[HeadingRole.STATUS]
    if word in {"revised", "r"}:
        return "", f"{note}; revised" if note else "revised"
    table.reading.skip(grid.block(line, position, line, position), "rating", word)
    return "", note


def _ask_time(table: _List, row: _Row) -> None:
    time = row.time.heading.time
    ask = (time.ask if time else None) or Ask.NO_YEAR
    message, hint = time_question(ask, row.time.text)
    key = ask.value if ask is not Ask.NO_SUCH else f"{ask.value} {plain(row.time.text)}"
    place = table.frame.grid.place(row.line, row.time.position)
    table.reading.ask(codes.UNCLEAR_PERIOD, place, message, hint, key, AnswerPlace.COLUMN, row.time.text)


def _keep_value(table: _List, line: int, figure: ReadFigure, name: str) -> None:
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


def _count(table: _List, line: int, role: HeadingRole) -> str | None:
    """A count as digits, "" where it is blank, None after asking."""
    cell = _cell(table, line, role)
    read = read_value(cell, table.reading.answers.values)
    if read is None or read.marker or read.awaited:
        return ""
    if read.number is None:
        _fault(table, line, table.at[role], read)
        return None
    return written_number(read.number)


def _fault(table: _List, line: int, position: int, read: ValueRead) -> None:
    assert isinstance(read.fault, Code)
    place = table.frame.grid.place(line, position)
    address = table.reading.sheet.address(place)
    key = address if read.fault in (codes.NOT_A_NUMBER, codes.DATE_IN_CELL) else read.word or address
    if read.fault == codes.FORMULA_WITHOUT_RESULT:
        key = table.reading.sheet.name
    table.reading.ask(read.fault, place, read.message, read.hint, key, AnswerPlace.VALUE, read.word)


def _keep_at(table: _List, line: int, position: int, figure: ReadFigure, name: str, kind: str) -> None:
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
