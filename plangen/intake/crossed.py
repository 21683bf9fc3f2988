"""A table with names one way and periods the other: its lines, each an indicator, an area, a benchmark or none."""

from __future__ import annotations

from plangen.diagnostics import codes
from plangen.intake.amounts import Draft, settle
from plangen.intake.cells import Block, CellKind, column_letters
from plangen.intake.columns import TableColumn, read_columns
from plangen.intake.context import TableReading
from plangen.intake.crossed_columns import (
    UNIT_HEADINGS,
    ask_column,
    find_indicator,
    find_names,
    is_known_with_words,
    note_marks,
    read_other_columns,
)
from plangen.intake.crossed_table import CrossedTable
from plangen.intake.frames import Frame, HeadingReader
from plangen.intake.headings import HeadingRole, is_benchmark, is_total
from plangen.intake.labels import Label, LabelKind, ask_label, read_area, read_label
from plangen.intake.titles import is_of_another_area, is_of_no_results, mark_sums_so_far, mark_thousands
from plangen.intake.understanding import AnswerPlace, ReadFigure, TableFound
from plangen.intake.unit_words import agrees, unit_word
from plangen.intake.values import NumberSign, read_value, says_something
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import TableLayout
from plangen.model.period import Period

__all__ = ["read_crossed"]

_NO_PERIOD = Period.financial_year(2000)
"""Stands for a period that has to be asked for, in a figure that is not kept."""


def read_crossed(reading: TableReading, frame: Frame, reader: HeadingReader) -> None:
    """Read a table into figures, what is skipped, and questions."""
    columns = read_columns(reading, frame, reader)
    times = [c for c in columns if c.heading.role is HeadingRole.TIME]
    lines = list(frame.grid.between(frame.below, frame.bottom))
    full = [n for n in lines if any(says_something(frame.grid.cell(n, c.position)) for c in times)]
    if not full or not times:
        return
    table = CrossedTable(reading, frame, columns, times, 0)
    find_names(table, lines, full)
    full = [n for n in lines if n in full or is_known_with_words(table, n)]
    note_marks(table, lines, full)
    read_other_columns(table, lines, full)
    if table.layout is TableLayout.AREAS:
        find_indicator(table)
    elif not table.area and is_of_another_area(reading, frame):
        lines = []
    if is_of_no_results(reading, frame):
        lines = []
    mark_sums_so_far(reading, frame, times)
    mark_thousands(reading, frame)
    for line in lines:
        _read_line(table, line, full)
    _drop_unclear_benchmarks(table)
    _found(table, full)


def _read_line(table: CrossedTable, line: int, full: list[int]) -> None:
    grid, reading = table.frame.grid, table.reading
    label_cell = grid.filled(line, table.names)
    text = label_cell.text.strip() if label_cell else ""
    positions = [p for p in grid.lines[line] if table.frame.first <= p <= table.frame.last]
    if not positions:
        return
    block = grid.block(line, positions[0], line, positions[-1])
    if line not in full:
        _read_empty_line(table, line, text, block, full)
        return
    label = _label(table, line, text)
    table.texts += [shown(text)] if text else []
    if label.kind in (LabelKind.LEFT_OUT, LabelKind.TOTAL, LabelKind.NOT_IMPORTED):
        reading.skip(block, label.why, text)
        table.is_left_out = label.kind is LabelKind.LEFT_OUT
        if label.kind is not LabelKind.NOT_IMPORTED:
            table.current = ""
        return
    if label.kind is LabelKind.ORPHAN:
        if table.is_left_out:
            reading.skip(block, HeadingRole.LEFT_OUT.value, text)
        return
    if label.kind is LabelKind.ASKED:
        table.current, table.is_left_out = "", False
        ask_label(reading, label, grid.place(line, table.names))
        return
    _take(table, line, text, label)


def _read_empty_line(table: CrossedTable, line: int, text: str, block: Block, full: list[int]) -> None:
    grid = table.frame.grid
    words = text or next((grid.text(line, p) for p in grid.lines[line]), "")
    if grid.turned:
        table.reading.skip(block, HeadingRole.WORDS.value, words)
        return
    if line > full[-1]:
        table.reading.skip(block, "note", words)
        return
    table.reading.skip(block, "band", words)
    if grid.merge(line, table.names) and not grid.cell(line, table.names):
        return
    label = _label(table, line, text)
    table.current = table.band = label.indicator if label.kind is LabelKind.INDICATOR else ""
    table.is_left_out = label.kind is LabelKind.LEFT_OUT


def _label(table: CrossedTable, line: int, text: str) -> Label:
    grid = table.frame.grid
    cell = grid.cell(line, table.reference) if table.reference else None
    reference = (cell.text.strip(), cell.kind is CellKind.NUMBER) if cell else ("", False)
    if table.reference == table.names:
        text, reference = (reference[0], reference) if cell else (text, ("", False))
    return read_label(table.reading, text, reference, table.layout, table.current, table.indicator)


def _take(table: CrossedTable, line: int, text: str, label: Label) -> None:
    """The figures of a line that is known."""
    reading, grid = table.reading, table.frame.grid
    series, indicator = label.series, label.indicator
    if table.series:
        word = grid.text(line, table.series)
        if plain(word) == "target":
            positions = grid.lines[line]
            reading.skip(grid.block(line, positions[0], line, positions[-1]), "target", word)
            return
        series = "benchmark" if is_benchmark(word) else series
    table.current = indicator
    if not _unit_agrees(table, line, indicator, text):
        return
    area = label.area or _area(table, line)
    if area is None:
        return
    if series == "benchmark" and not _benchmark_fits(table, line, indicator, text):
        return
    drafts: list[Draft] = []
    for column in table.times:
        draft = _draft(table, line, column, text, label, indicator, area, series)
        if draft is not None:
            drafts.append(draft)
    _note_formats(table, text, drafts)
    settle(reading, [d for d in drafts if not d.figure.series.startswith("benchmark")], label.percent)
    settle(reading, [d for d in drafts if d.figure.series.startswith("benchmark")], label.percent)


def _unit_agrees(table: CrossedTable, line: int, indicator: str, text: str) -> bool:
    """Whether the column of units, where there is one, says nothing else than the indicator's unit (PG234)."""
    grid = table.frame.grid
    column = next((c for c in table.columns if plain(c.heading.text) in UNIT_HEADINGS), None)
    said = unit_word(grid.text(line, column.position)) if column else None
    unit = table.reading.workplace.book.indicators[indicator].unit
    if column is None or said is None or agrees(said, unit):
        return True
    message = f'the unit of "{shown(text)}" is "{grid.text(line, column.position)}" here; {indicator} is a {unit}'
    hint = f"name another indicator in the mapping: rows: {{{shown(text)}: …}}, or leave out"
    key = f"{table.reading.sheet.name} {plain(text)}"
    place = grid.place(line, column.position)
    table.reading.ask(codes.UNCLEAR_UNIT, place, message, hint, key, AnswerPlace.ROW, shown(text))
    return False


def _note_formats(table: CrossedTable, text: str, drafts: list[Draft]) -> None:
    """Remember whether a line's figures have a percent format, and where some of them differ."""
    numbers = [d for d in drafts if d.read.number]
    kinds = [d.read.sign is NumberSign.PERCENT_FORMAT for d in numbers]
    if any(kinds):
        table.percent.append(shown(text))
    if any(kinds) and not all(kinds):
        odd = next(d for d, kind in zip(numbers, kinds, strict=True) if kind is not kinds[0])
        table.mixed.append((shown(text), odd.figure.place))


def _area(table: CrossedTable, line: int) -> str | None:
    """The area of a line: of its own column where there is one; None where it had to be asked for."""
    text = table.frame.grid.filled(line, table.area) if table.area else None
    if text is None or not text.text.strip():
        return table.reading.own_area()
    return read_area(table.reading, text.text, table.frame.grid.place(line, table.area))


def _benchmark_fits(table: CrossedTable, line: int, indicator: str, text: str) -> bool:
    """Whether this benchmark is the only one of its indicator; another is asked about, and left."""
    word = table.frame.grid.text(line, table.series) if table.series else text
    first = table.benchmarks.setdefault(indicator, plain(word))
    if first == plain(word):
        return True
    place = table.frame.grid.place(line, table.series or table.names)
    message = f'"{shown(word)}" is a second benchmark of {indicator}: which of the two counts?'
    hint = f"leave one out in the mapping: rows: {{{shown(word)}: leave out}}"
    table.reading.ask(
        codes.UNKNOWN_IMPORT_COLUMN, place, message, hint, f"benchmark {plain(word)}", AnswerPlace.ROW, shown(word)
    )
    table.reading.held.add(indicator)
    return False


def _drop_unclear_benchmarks(table: CrossedTable) -> None:
    """Neither of two benchmarks counts before somebody has chosen."""
    reading = table.reading
    if reading.held:
        block = table.frame.grid.block(
            table.frame.header[0], table.frame.first, table.frame.bottom, table.frame.last
        )
        reading.found.figures = [
            one
            for one in reading.found.figures
            if not (
                one.indicator in reading.held
                and one.series == "benchmark"
                and one.sheet == reading.sheet.name
                and block.holds(one.place)
            )
        ]


def _draft(
    table: CrossedTable,
    line: int,
    column: TableColumn,
    text: str,
    label: Label,
    indicator: str,
    area: str,
    series: str,
) -> Draft | None:
    reading, grid = table.reading, table.frame.grid
    cell = grid.cell(line, column.position)
    place = grid.place(line, column.position)
    read = read_value(cell, reading.answers.values)
    if read is None:
        return None
    address = reading.sheet.address(place)
    if read.awaited:
        reading.skip(
            grid.block(line, column.position, line, column.position), "awaited", cell.text if cell else ""
        )
        return None
    if read.fault is not None:
        key = f"{reading.sheet.name}" if read.fault == codes.FORMULA_WITHOUT_RESULT else f"{read.word or address}"
        if read.fault in (codes.NOT_A_NUMBER, codes.DATE_IN_CELL):
            key = address
        reading.ask(read.fault, place, read.message, read.hint, key, AnswerPlace.VALUE, read.word)
        return None
    merge = grid.merge(line, column.position)
    if merge and _merged_over(table, merge):
        message = f'"{cell.text if cell else ""}" is merged over several figures: which is it?'
        hint = "unmerge the cells, and write each figure by itself"
        reading.ask(codes.UNCLEAR_VALUE, place, message, hint, address)
        return None
    if read.arrow:
        reading.skip(grid.block(line, column.position, line, column.position), "change", cell.text if cell else "")
    if column.series == "benchmark" and not reading.workplace.book.indicators[indicator].benchmark:
        ask_column(table, column.line, column.position, column.text)
        return None
    if read.external:
        reading.reading.said.setdefault(
            f"external {reading.sheet.name}",
            f"{address} and others like it are formulas on another workbook: their stored results were read",
        )
    figure = ReadFigure(
        reading.sheet.name,
        place,
        address,
        column.indicator or indicator,
        area,
        column.period or _NO_PERIOD,
        "",
        series=series or column.series,
        category=label.category or (grid.text(line, table.category) if table.category else "") or column.category,
        status="provisional" if column.heading.provisional else "",
        data_to=column.heading.data_to,
    )
    return Draft(figure, read, text, held=column.period is None)


def _merged_over(table: CrossedTable, merge: tuple[int, int, int, int]) -> bool:
    """Whether a merge covers several figures of the table."""
    columns = [c for c in table.times if merge[1] <= c.position <= merge[3]]
    if len(columns) > 1:
        return True
    names = [table.frame.grid.text(n, table.names) for n in range(merge[0] + 1, merge[2] + 1)]
    return any(names) and not all(is_total(name) for name in names)


def _found(table: CrossedTable, full: list[int]) -> None:
    """Remember the table."""
    frame, reading = table.frame, table.reading
    block = frame.grid.block(frame.header[0], frame.first, full[-1], frame.last)
    grid, named = frame.grid, table.names
    if grid.turned:
        header: tuple[int, ...] = (named,)
        lines = [*frame.header, *grid.between(frame.below, frame.bottom)]
        headings = [(shown(grid.text(n, named)), grid.place(n, named)) for n in lines if grid.text(n, named)]
    else:
        header = frame.header
        headings = [(c.text, grid.place(c.line, c.position)) for c in table.columns if c.text]
    reading.found.tables.append(
        TableFound(
            reading.sheet.name,
            str(block),
            table.layout,
            header,
            column_letters(frame.header[-1] if grid.turned else named),
            tuple(headings),
            column_letters(headings[0][1][1]) if headings else "",
            tuple(dict.fromkeys(table.texts)),
            tuple(dict.fromkeys(table.percent)),
            tuple(table.mixed),
        )
    )
