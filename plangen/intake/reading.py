"""A file -> what was understood of it: which sheets are read, the tables in them, and what is left over."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from plangen.intake.cells import Block, CellSheet, Place
from plangen.intake.context import FileReading, TableReading, Workplace, year_answers
from plangen.intake.crossed import read_crossed
from plangen.intake.familiar import check_familiar
from plangen.intake.frames import Frame, HeadingReader, find_frames
from plangen.intake.grid import Grid
from plangen.intake.listed import read_listed
from plangen.intake.mapping import tables_for
from plangen.intake.understanding import Skip
from plangen.intake.wording import plain
from plangen.model.import_mapping import ImportMapping, TableAnswers

__all__ = ["understand"]


def understand(
    sheets: Iterable[CellSheet],
    workplace: Workplace,
    mapping: ImportMapping,
    only: Collection[str] = (),
    hidden: bool = False,
) -> FileReading:
    """Read the tables of these sheets, or of those named `only`; with `hidden` what is hidden too."""
    reading = FileReading(workplace, mapping)
    for number, sheet in enumerate(sheets):
        reading.found.order[sheet.name] = number
        if only and sheet.name not in only:
            continue
        with_hidden = hidden or any(one.hidden for one in tables_for(mapping, sheet.name))
        if sheet.hidden and not (with_hidden or sheet.name in only):
            reading.found.skipped.append(_whole(sheet, "hidden"))
            continue
        _read_sheet(reading, _visible(reading, sheet, with_hidden))
    return reading


def _whole(sheet: CellSheet, why: str) -> Skip:
    first = next((cell.text for _, cell in sorted(sheet.cells.items())), "")
    return Skip(f"{sheet.name}!", why, first)


def _visible(reading: FileReading, sheet: CellSheet, with_hidden: bool) -> CellSheet:
    """The sheet without what is hidden or struck through, each named."""
    rows = frozenset[int]() if with_hidden else sheet.hidden_rows
    columns = frozenset[int]() if with_hidden else sheet.hidden_columns
    seen = {p: c for p, c in sheet.cells.items() if p[0] not in rows and p[1] not in columns}
    by_line: tuple[dict[int, list[Place]], dict[int, list[Place]]] = ({}, {})
    for place in sheet.cells:
        for axis in (0, 1):
            by_line[axis].setdefault(place[axis], []).append(place)
    for lines, axis in ((rows, 0), (columns, 1)):
        for line in sorted(lines):
            places = by_line[axis].get(line)
            if places:
                reading.found.skip(sheet, _around(places), "hidden", sheet.cells[min(places)].text)
    struck = sorted(place for place, cell in seen.items() if cell.struck)
    for place in struck:
        reading.found.skip(sheet, Block(*place, *place), "struck", seen[place].text)
    return replace(sheet, cells={p: c for p, c in seen.items() if not c.struck})


def _around(places: Iterable[Place]) -> Block:
    known = list(places)
    rows, columns = [p[0] for p in known], [p[1] for p in known]
    return Block(min(rows), min(columns), max(rows), max(columns))


def _read_sheet(reading: FileReading, sheet: CellSheet) -> None:
    reader = HeadingReader(year_answers(reading.mapping), reading.workplace.is_name)
    before = len(reading.found.tables)
    across = Grid(sheet)
    frames = find_frames(across, reader, set())
    taken = {p for f in frames for p in _places(f)}
    frames += find_frames(Grid(sheet, turned=True), reader, taken)
    frames.sort(key=lambda frame: _block(frame))
    covered: set[Place] = set()
    for frame in frames:
        table = TableReading(reading, sheet, _answers(reading.mapping, sheet, frame))
        others = {p for f in frames if f is not frame for p in _places(f)}
        _title(table, frame, covered | others)
        count = len(reading.found.tables)
        (read_listed if frame.is_long else read_crossed)(table, frame, reader)
        for found in reading.found.tables[count:]:
            check_familiar(table, found, reader)
            reading.tables.append((table.answers, found))
        covered |= _places(frame)
    if len(reading.found.tables) == before:
        if sheet.cells:
            reading.found.skipped.append(_whole(sheet, "words"))
        return
    _name_rest(reading, sheet, frames)


def _block(frame: Frame) -> Block:
    return frame.grid.block(frame.header[0], frame.first, frame.bottom, frame.last)


def _places(frame: Frame) -> set[Place]:
    block = _block(frame)
    return {place for place in frame.grid.sheet.cells if block.holds(place)}


def _answers(mapping: ImportMapping, sheet: CellSheet, frame: Frame) -> TableAnswers:
    """The answers about a table: among those for its sheet the ones that know most of its headings."""
    candidates = list(tables_for(mapping, sheet.name))
    if not candidates:
        return TableAnswers()
    texts = {plain(sheet.cells[p].text) for p in _places(frame)}

    def likeness(one: TableAnswers) -> int:
        known = one.known
        return sum(plain(t) in texts for t in (*known.headings, *known.names)) if known else 0

    return max(candidates, key=likeness)


def _title(table: TableReading, frame: Frame, covered: set[Place]) -> None:
    """Name the text above a table as its title: all of it, or for a lower table the text just above."""
    block = _block(frame)
    sheet = table.sheet
    above = sorted(p for p in sheet.cells if p[0] < block.top and p not in covered)
    lower = [p for p in covered if p[0] < block.top]
    if lower:
        above = _just_above(above, block)
    beside = [p for p in above if block.left - 1 <= p[1] <= block.right + 1] or above
    table.title = "\n".join(sheet.cells[p].text for p in beside)
    table.title_place = beside[0] if beside else None
    for place in beside:
        table.skip(Block(*place, *place), "title", sheet.cells[place].text)


def _just_above(above: list[Place], block: Block) -> list[Place]:
    rows = sorted({p[0] for p in above}, reverse=True)
    kept: list[int] = []
    expected = block.top - 1
    for row in rows:
        if row == expected or (not kept and row == expected - 1):
            kept.append(row)
            expected = row - 1
        else:
            break
    return [p for p in above if p[0] in kept]


def _name_rest(reading: FileReading, sheet: CellSheet, frames: list[Frame]) -> None:
    """Name every cell that no table holds and nothing has named: a note under a table, else words."""
    named = {s.cell for s in reading.found.skipped}
    held = {p for f in frames for p in _places(f)}
    last = max(_block(f).top for f in frames)
    for place in sorted(set(sheet.cells) - held):
        address = sheet.address(place)
        if address not in named:
            why = "note" if place[0] > last else "words"
            reading.found.skip(sheet, Block(*place, *place), why, sheet.cells[place].text)
