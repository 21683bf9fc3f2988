"""The columns of a crossed table that are no periods: names, references, areas, series, units and the rest."""

from __future__ import annotations

from plangen.diagnostics import codes
from plangen.intake.cells import CellKind
from plangen.intake.columns import TableColumn
from plangen.intake.context import notes_by_mark
from plangen.intake.crossed_table import CrossedTable
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, is_benchmark
from plangen.intake.mapping import answer_for
from plangen.intake.names import read_name, reference_in
from plangen.intake.understanding import AnswerPlace
from plangen.intake.values import read_value
from plangen.intake.wording import comparable, plain
from plangen.model.import_mapping import TableLayout

__all__ = [
    "UNIT_HEADINGS",
    "ask_column",
    "find_indicator",
    "find_names",
    "is_known_with_words",
    "note_marks",
    "read_other_columns",
]


def find_names(table: CrossedTable, lines: list[int], full: list[int]) -> None:
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


def is_known_with_words(table: CrossedTable, line: int) -> bool:
    """Whether words that are no figures stand beside a known name, where its figures should be."""
    grid = table.frame.grid
    name = grid.cell(line, table.names)
    words = any(grid.cell(line, column.position) for column in table.times)
    return words and name is not None and _is_indicator(table, name.text)


def _is_indicator(table: CrossedTable, text: str) -> bool:
    answered = answer_for(table.reading.answers.rows, text)
    return answered is not None or bool(read_name(table.reading.workplace.book, text).indicators)


def _has_text(table: CrossedTable, position: int, lines: list[int]) -> bool:
    cells = [table.frame.grid.cell(n, position) for n in lines]
    return any(c is not None and c.kind is CellKind.TEXT for c in cells)


UNIT_HEADINGS = {"unit", "units", "unit of measure"}
"""What a column of units is called, in plain words."""
_SERIES_WORDS = {"actual", "outturn", "result", "value", "target", "our area", "local"}


def _is_series(table: CrossedTable, position: int, lines: list[int]) -> bool:
    """Whether a column says for each line whether it is the actual value, a benchmark or a target."""
    texts = [t for n in lines if (t := table.frame.grid.text(n, position))]
    return bool(texts) and all(plain(t) in _SERIES_WORDS or is_benchmark(t) for t in texts)


def note_marks(table: CrossedTable, lines: list[int], full: list[int]) -> None:
    """Keep the words of the notes below the table by their marks."""
    grid = table.frame.grid
    after = grid.lines.get if not grid.turned else None
    if after is None:
        texts = [c.text for (row, _), c in sorted(table.reading.sheet.cells.items()) if row > table.frame.last]
        texts += [grid.text(n, table.names) for n in lines if n not in full]
        texts += [c.text for c in table.reading.sheet.cells.values() if c.kind is CellKind.TEXT]
    else:
        texts = [grid.text(n, p) for n in lines if n > full[-1] for p in grid.lines[n]]
    table.reading.notes = notes_by_mark(texts)


def read_other_columns(table: CrossedTable, lines: list[int], full: list[int]) -> None:
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
            ask_column(table, line, position, text)


def _name_turned(table: CrossedTable, position: int, column: TableColumn | None, filled: list[int]) -> None:
    """A row of a table with periods down that has no figures: a title above the names, else a note or a band."""
    grid = table.frame.grid
    lines = [*([column.line] if column else []), *filled]
    if not lines:
        return
    why = "title" if position < table.names else "note" if position > table.times[-1].position else "band"
    table.reading.skip(grid.block(min(lines), position, max(lines), position), why, column.text if column else "")


def _has_figures(table: CrossedTable, position: int, full: list[int]) -> bool:
    cells = [table.frame.grid.cell(n, position) for n in full]
    return any(
        c is not None and (c.kind is not CellKind.TEXT or ((r := read_value(c, {})) and r.number is not None))
        for c in cells
    )


def ask_column(table: CrossedTable, line: int, position: int, text: str) -> None:
    """Ask what a column with figures is that no heading explains (PG237)."""
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


def find_indicator(table: CrossedTable) -> None:
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


def _named_in(table: CrossedTable, text: str) -> set[str]:
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
