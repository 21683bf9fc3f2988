"""A table with names one way and periods the other: its lines, each an indicator, an area, a benchmark or none."""

from __future__ import annotations

from msgspec import Struct, field

from plangen.diagnostics import codes
from plangen.intake.amounts import Draft, settle
from plangen.intake.cells import Block, CellKind, Place, column_letters
from plangen.intake.columns import TableColumn, read_columns
from plangen.intake.context import TableReading, notes_by_mark
from plangen.intake.frames import Frame, HeadingReader
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, is_benchmark, is_total
from plangen.intake.labels import Label, LabelKind, ask_label, read_area, read_label
from plangen.intake.mapping import answer_for
from plangen.intake.names import read_name, reference_in
from plangen.intake.titles import is_of_another_area, is_of_no_results, mark_sums_so_far, mark_thousands
from plangen.intake.understanding import AnswerPlace, ReadFigure, TableFound
from plangen.intake.unit_words import agrees, unit_word
from plangen.intake.values import NumberSign, read_value, says_something
from plangen.intake.wording import comparable, plain, shown
from plangen.model.import_mapping import TableLayout
from plangen.model.period import Period

__all__ = ["read_crossed"]

_NO_PERIOD = Period.financial_year(2000)
"""Stands for a period that has to be asked for, in a figure that is not kept."""


class _Table(Struct):
    """A crossed table: its columns of periods, where names, references, areas and series stand beside them."""

    reading: TableReading
    frame: Frame
    columns: list[TableColumn]
    times: list[TableColumn]
    names: int
    reference: int = 0
    area: int = 0
    series: int = 0
    category: int = 0
    layout: TableLayout = TableLayout.WIDE
    indicator: str = ""
    current: str = ""
    band: str = ""
    is_left_out: bool = False
    benchmarks: dict[str, str] = field(default_factory=dict)
    percent: list[str] = field(default_factory=list)
    mixed: list[tuple[str, Place]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_crossed(reading: TableReading, frame: Frame, reader: HeadingReader) -> None:
    """Read a table into figures, what is skipped, and questions."""
    columns = read_columns(reading, frame, reader)
    times = [c for c in columns if c.heading.role is HeadingRole.TIME]
    lines = list(frame.grid.between(frame.below, frame.bottom))
    full = [n for n in lines if any(says_something(frame.grid.cell(n, c.position)) for c in times)]
    if not full or not times:
        return
    table = _Table(reading, frame, columns, times, 0)
    _find_names(table, lines, full)
    full = [n for n in lines if n in full or _is_known_with_words(table, n)]
    _note_marks(table, lines, full)
    _read_other_columns(table, lines, full)
    if table.layout is TableLayout.AREAS:
        _find_indicator(table)
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


def _find_names(table: _Table, lines: list[int], full: list[int]) -> None:
    """The column with most known names, else the first of text; areas instead of indicators make the layout."""
    grid, workplace = table.frame.grid, table.reading.workplace
    free = [c.position for c in table.columns if c.heading.role not in NOT_IMPORTED and c not in table.times]
    edge = range(table.frame.first, table.frame.last + 1)
    free = sorted({*free, *(p for p in edge if p not in {c.position for c in table.columns})})
    counted: list[tuple[int, int, int]] = []
    areas: list[tuple[int, int, int]] = []
    for position in free:
        texts = [c.text for n in lines if (c := grid.cell(n, position)) and c.kind is CellKind.TEXT]
        named = sum(_is_indicator(table, text) for text in texts if reference_in(text)[1])
        placed = sum(bool(workplace.known_area(text)) for text in texts)
        counted.append((named, -position, len(texts)))
        areas.append((placed, -position, len(texts)))
    roles = {c.position: c.heading.role for c in table.columns}
    table.reference = next((p for p in free if roles.get(p) is HeadingRole.REF), 0)
    best, most_areas = max(counted, default=(0, 0, 0)), max(areas, default=(0, 0, 0))
    if best[0]:
        table.names = -best[1]
    elif most_areas[0]:
        table.names, table.layout = -most_areas[1], TableLayout.AREAS
    else:
        texts_at = [p for p in free if p != table.reference and _has_text(table, p, full)]
        named_so = [p for p in texts_at if roles.get(p) is HeadingRole.NAME]
        table.names = next(iter([*named_so, *texts_at]), table.reference or table.frame.first)
    if table.reading.answers.layout is TableLayout.AREAS:
        table.layout = TableLayout.AREAS
    elif table.frame.grid.turned:
        table.layout = TableLayout.DOWN if table.layout is TableLayout.WIDE else table.layout
    table.area = next((p for p in free if roles.get(p) is HeadingRole.AREA and p != table.names), 0)
    table.category = next((p for p in free if roles.get(p) is HeadingRole.CATEGORY and p != table.names), 0)
    table.series = next((p for p in free if p != table.names and _is_series(table, p, full)), 0)


def _is_known_with_words(table: _Table, line: int) -> bool:
    """Whether words that are no figures stand beside a known name, where its figures should be."""
    grid = table.frame.grid
    name = grid.cell(line, table.names)
    words = any(grid.cell(line, column.position) for column in table.times)
    return words and name is not None and _is_indicator(table, name.text)


def _is_indicator(table: _Table, text: str) -> bool:
    answered = answer_for(table.reading.answers.rows, text)
    return answered is not None or bool(read_name(table.reading.workplace.book, text).indicators)


def _has_text(table: _Table, position: int, lines: list[int]) -> bool:
    cells = [table.frame.grid.cell(n, position) for n in lines]
    return any(c is not None and c.kind is CellKind.TEXT for c in cells)


_UNIT_HEADINGS = {"unit", "units", "unit of measure"}
_SERIES_WORDS = {"actual", "outturn", "result", "value", "target", "our area", "local"}


def _is_series(table: _Table, position: int, lines: list[int]) -> bool:
    """Whether a column says for each line whether it is the actual value, a benchmark or a target."""
    texts = [t for n in lines if (t := table.frame.grid.text(n, position))]
    return bool(texts) and all(plain(t) in _SERIES_WORDS or is_benchmark(t) for t in texts)


def _note_marks(table: _Table, lines: list[int], full: list[int]) -> None:
    grid = table.frame.grid
    after = grid.lines.get if not grid.turned else None
    if after is None:
        texts = [c.text for (row, _), c in sorted(table.reading.sheet.cells.items()) if row > table.frame.last]
        texts += [grid.text(n, table.names) for n in lines if n not in full]
        texts += [c.text for c in table.reading.sheet.cells.values() if c.kind is CellKind.TEXT]
    else:
        texts = [grid.text(n, p) for n in lines if n > full[-1] for p in grid.lines[n]]
    table.reading.notes = notes_by_mark(texts)


def _read_other_columns(table: _Table, lines: list[int], full: list[int]) -> None:
    """Name what is not imported, and ask about columns of figures that nobody knows."""
    grid, used = table.frame.grid, {table.names, table.reference, table.area, table.series, table.category}
    headed = {c.position: c for c in table.columns}
    for position in range(table.frame.first, table.frame.last + 1):
        column = headed.get(position)
        if position in used or (column and column in table.times):
            continue
        filled = [n for n in lines if grid.cell(n, position)]
        line = column.line if column else table.frame.header[-1]
        text = column.text if column else ""
        role = column.heading.role if column else HeadingRole.BLANK
        role = HeadingRole.RATING if role is HeadingRole.STATUS else role
        if grid.turned and role in (HeadingRole.OTHER, HeadingRole.BLANK) and not any(n in full for n in filled):
            _name_turned(table, position, column, filled)
            continue
        if not filled and not (column and role in NOT_IMPORTED):
            continue
        first = line if column else filled[0]
        last = max([first, *filled])
        block = grid.block(first, position, last, position)
        if role in NOT_IMPORTED:
            table.reading.skip(block, role.value, text)
        elif role in (HeadingRole.NOTE, HeadingRole.REF) or not _has_figures(table, position, full):
            table.reading.skip(block, "words", text or grid.text(first, position))
        else:
            _ask_column(table, line, position, text)


def _name_turned(table: _Table, position: int, column: TableColumn | None, filled: list[int]) -> None:
    """A row of a table with periods down that has no figures: a title above the names, else a note or a band."""
    grid = table.frame.grid
    lines = [*([column.line] if column else []), *filled]
    if not lines:
        return
    why = "title" if position < table.names else "note" if position > table.times[-1].position else "band"
    table.reading.skip(grid.block(min(lines), position, max(lines), position), why, column.text if column else "")


def _has_figures(table: _Table, position: int, full: list[int]) -> bool:
    cells = [table.frame.grid.cell(n, position) for n in full]
    return any(
        c is not None and (c.kind is not CellKind.TEXT or ((r := read_value(c, {})) and r.number is not None))
        for c in cells
    )


def _ask_column(table: _Table, line: int, position: int, text: str) -> None:
    grid = table.frame.grid
    place = grid.place(line, position)
    letters = table.reading.sheet.address(place).rpartition("!")[2].rstrip("0123456789")
    kind = f"row {place[0]}" if grid.turned else f"column {letters}"
    words = f', "{text}"' if text else " without a heading"
    hint = f"write in the mapping: columns: {{{text or '…'}: leave out}}, or a period, or {{series: benchmark}}"
    key = f"{table.reading.sheet.name} {plain(text) or position}"
    table.reading.ask(
        codes.UNKNOWN_IMPORT_COLUMN, place, f"what is {kind}{words}?", hint, key, AnswerPlace.COLUMN, text
    )


def _find_indicator(table: _Table) -> None:
    """What a table of areas measures: the answer, else the one indicator that the title or the sheet names."""
    reading = table.reading
    if reading.answers.indicator:
        table.indicator = reading.answers.indicator
        return
    for text in (reading.title, reading.sheet.name):
        named = _named_in(table, text)
        if len(named) == 1:
            table.indicator = named.pop()
            return
        if len(named) > 1:
            break
    place = reading.title_place or table.frame.grid.place(table.frame.header[0], table.frame.first)
    message = f'which indicator is the table of areas on "{reading.sheet.name}"?'
    hint = "write in the mapping: indicator: total_crime, with layout: areas"
    reading.ask(codes.UNKNOWN_IMPORT_NAME, place, message, hint, f"areas {reading.sheet.name}")


def _named_in(table: _Table, text: str) -> set[str]:
    """The indicators whose names stand in a text, those within a longer name left out."""
    words = f" {comparable(text)} "
    book = table.reading.workplace.book
    there = sorted((n for n in book.names if f" {n} " in words), key=len, reverse=True)
    named: set[str] = set()
    for name in there:
        if f" {name} " in words:
            named.update(book.names[name])
            words = words.replace(f" {name} ", " | ")
    return named


def _read_line(table: _Table, line: int, full: list[int]) -> None:
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


def _read_empty_line(table: _Table, line: int, text: str, block: Block, full: list[int]) -> None:
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


def _label(table: _Table, line: int, text: str) -> Label:
    grid = table.frame.grid
    cell = grid.cell(line, table.reference) if table.reference else None
    reference = (cell.text.strip(), cell.kind is CellKind.NUMBER) if cell else ("", False)
    if table.reference == table.names:
        text, reference = (reference[0], reference) if cell else (text, ("", False))
    return read_label(table.reading, text, reference, table.layout, table.current, table.indicator)


def _take(table: _Table, line: int, text: str, label: Label) -> None:
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


def _unit_agrees(table: _Table, line: int, indicator: str, text: str) -> bool:
    """Whether the column of units, where there is one, says nothing else than the indicator's unit (PG234)."""
    grid = table.frame.grid
    column = next((c for c in table.columns if plain(c.heading.text) in _UNIT_HEADINGS), None)
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


def _note_formats(table: _Table, text: str, drafts: list[Draft]) -> None:
    """Remember whether a line's figures have a percent format, and where some of them differ."""
    numbers = [d for d in drafts if d.read.number]
    kinds = [d.read.sign is NumberSign.PERCENT_FORMAT for d in numbers]
    if any(kinds):
        table.percent.append(shown(text))
    if any(kinds) and not all(kinds):
        odd = next(d for d, kind in zip(numbers, kinds, strict=True) if kind is not kinds[0])
        table.mixed.append((shown(text), odd.figure.place))


def _area(table: _Table, line: int) -> str | None:
    """The area of a line: of its own column where there is one; None where it had to be asked for."""
    text = table.frame.grid.filled(line, table.area) if table.area else None
    if text is None or not text.text.strip():
        return table.reading.own_area()
    return read_area(table.reading, text.text, table.frame.grid.place(line, table.area))


def _benchmark_fits(table: _Table, line: int, indicator: str, text: str) -> bool:
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


def _drop_unclear_benchmarks(table: _Table) -> None:
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
    table: _Table, line: int, column: TableColumn, text: str, label: Label, indicator: str, area: str, series: str
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
        _ask_column(table, column.line, column.position, column.text)
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


def _merged_over(table: _Table, merge: tuple[int, int, int, int]) -> bool:
    """Whether a merge covers several figures of the table."""
    columns = [c for c in table.times if merge[1] <= c.position <= merge[3]]
    if len(columns) > 1:
        return True
    names = [table.frame.grid.text(n, table.names) for n in range(merge[0] + 1, merge[2] + 1)]
    return any(names) and not all(is_total(name) for name in names)


def _found(table: _Table, full: list[int]) -> None:
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
