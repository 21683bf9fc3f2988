"""A table held against what its mapping remembers: moved as a whole, changed in itself, or with names gone."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.diagnostics import Severity, codes
from plangen.intake.cells import CellKind, Place, SheetCell, column_letters, column_number
from plangen.intake.context import TableReading
from plangen.intake.frames import HeadingReader
from plangen.intake.headings import HeadingRole
from plangen.intake.understanding import Question, TableFound
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import KnownTable

__all__ = ["check_familiar"]


def check_familiar(table: TableReading, found: TableFound, reader: HeadingReader) -> None:
    """Ask (PG239) where a table is not as its mapping knows it; say where it moved as a whole (PG239, PG241)."""
    known = table.answers.known
    if known is None:
        return
    questions = [*_headings(table, found, known, reader), *_names_column(table, found, known, reader)]
    questions += _formats(table, found, known)
    if not questions and _moved(table, found):
        rows = ", ".join(map(str, found.header))
        message = f"the table has moved: its headings are in row {rows}, its names in column {found.names}"
        place = found.headings[0][1] if found.headings else None
        questions.append(_question(table, found, place, message, "it was read all the same", Severity.INFO))
    gone = [name for name in known.names if plain(name) not in set(map(plain, found.texts))]
    for name in gone:
        message = f'"{name}" was there before and is gone'
        hint = "nothing is deleted; ask the supplier"
        table.found.ask(
            f"{found.sheet} {plain(name)}",
            Question(codes.FIGURE_GONE, found.sheet, None, "", message, hint),
        )
    for question in questions:
        table.found.ask(question.cell + question.message, question)


def _headings(
    table: TableReading, found: TableFound, known: KnownTable, reader: HeadingReader
) -> Iterator[Question]:
    """A heading that is gone, renamed or new; periods come and go."""
    now = {plain(text): place for text, place in found.headings}
    before = {plain(text): text for text in known.headings}
    new = [(text, place) for text, place in found.headings if plain(text) not in before]
    new = [(text, place) for text, place in new if not _is_period(table, text, place, reader)]
    gone = [text for key, text in before.items() if key not in now and not _reads_as_period(text, reader)]
    hint = "look at the column; if it is right, import once more with --save and the mapping's name"
    for number, (text, place) in enumerate(new):
        was = gone[number] if number < len(gone) else ""
        message = f'the heading "{was}" is now "{text}"' if was else f'the column "{text}" is new'
        yield _question(table, found, place, message, hint)
    for text in gone[len(new) :]:
        first = found.headings[0][1] if found.headings else None
        heads = ", ".join(text for text, _ in found.headings)
        yield _question(table, found, first, f'the heading "{text}" is gone: there are {heads}', hint)


def _is_period(table: TableReading, text: str, place: Place, reader: HeadingReader) -> bool:
    return reader.heading(table.sheet.cells.get(place)).role is HeadingRole.TIME or _reads_as_period(text, reader)


def _reads_as_period(text: str, reader: HeadingReader) -> bool:
    return reader.heading(SheetCell(CellKind.TEXT, text)).role is HeadingRole.TIME


def _names_column(
    table: TableReading, found: TableFound, known: KnownTable, reader: HeadingReader
) -> Iterator[Question]:
    """Names that stand in another column than before, counted from the first heading."""
    before = table.answers.names
    if not before or not found.names or _same_column(found, known, before, reader):
        return
    place = (found.header[-1], column_number(found.names))
    message = f"the names stand in column {found.names}, and stood in column {before}"
    yield _question(table, found, place, message, "if that is right, import once more with --save")


def _same_column(found: TableFound, known: KnownTable, before: str, reader: HeadingReader) -> bool:
    """Whether the names stand where they stood, counted from the first heading or by the order of the headings."""
    at = {column_letters(place[1]): text for text, place in found.headings}
    own = plain(at.get(found.names, ""))
    then, now = [plain(t) for t in known.headings], [plain(t) for t, _ in found.headings]
    if own in then and own in now and then.index(own) != now.index(own):
        return False
    if known.first:
        moved = column_number(found.first) - column_number(known.first)
        return column_number(found.names) - moved == column_number(before)
    if found.names == before:
        return True
    there = reader.heading(SheetCell(CellKind.TEXT, at[before])) if before in at else None
    return there is None or there.role is not HeadingRole.NAME


def _formats(table: TableReading, found: TableFound, known: KnownTable) -> Iterator[Question]:
    """Rows whose figures had a percent format before and have none now, or the other way round."""
    if not known.first:
        for name, odd in found.mixed:
            message = f'"{name}" has figures with a percent format and others without'
            yield _question(table, found, odd, message, "give all of its figures the same format")
        return
    before, now = set(map(plain, known.percent)), set(map(plain, found.percent))
    both = set(map(plain, known.names)) & set(map(plain, found.texts))
    for name in sorted((before ^ now) & both):
        place = next((p for p, c in sorted(table.sheet.cells.items()) if plain(c.text) == name), None)
        words = "a percent format, and has none now" if name in before else "no percent format, and has one now"
        text = shown(table.sheet.cells[place].text) if place else name
        hint = "look at the figures; if they are right, import once more with --save"
        yield _question(table, found, place, f'"{text}" had {words}', hint)


def _moved(table: TableReading, found: TableFound) -> bool:
    header = tuple(table.answers.header)
    return bool(header and header != found.header) or bool(
        table.answers.names and table.answers.names != found.names
    )


def _question(
    table: TableReading,
    found: TableFound,
    place: Place | None,
    message: str,
    hint: str,
    severity: Severity | None = None,
) -> Question:
    cell = table.sheet.address(place) if place else ""
    return Question(codes.TABLE_MOVED, found.sheet, place, cell, message, hint, severity=severity)
