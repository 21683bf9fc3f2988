"""What the label of a line stands for: an indicator, an area, a benchmark, or something not to be imported."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.diagnostics import codes
from plangen.intake.cells import CellKind, Place, SheetCell
from plangen.intake.context import TableReading
from plangen.intake.headings import NOT_IMPORTED, HeadingRole, is_benchmark, is_total, read_heading
from plangen.intake.mapping import answer_for
from plangen.intake.names import NameRead, read_name, reference_in, suggestion
from plangen.intake.periods import YearAnswers
from plangen.intake.understanding import AnswerPlace
from plangen.intake.unit_words import closing_unit
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import Answer, PercentAs, TableLayout

__all__ = ["Label", "LabelKind", "ask_label", "read_area", "read_label"]


class LabelKind(Enum):
    """What a line is."""

    INDICATOR = "an indicator's figures"
    LEFT_OUT = "left out by an answer"
    TOTAL = "a total"
    NOT_IMPORTED = "a target, a change, a rating or words"
    ORPHAN = "a benchmark of something that is not imported"
    ASKED = "to be asked"


class Label(Struct, frozen=True):
    """A label as read; `why` is the reason for skipping, or what has to be asked."""

    kind: LabelKind
    text: str = ""
    indicator: str = ""
    series: str = ""
    category: str = ""
    area: str = ""
    percent: PercentAs | None = None
    why: str = ""
    read: NameRead = NameRead()


def read_label(
    table: TableReading, text: str, reference: tuple[str, bool], layout: TableLayout, current: str, indicator: str
) -> Label:
    """What a label stands for; `current` is the indicator above it, `indicator` that of a table of areas."""
    given = answer_for(table.answers.rows, text, reference[0])
    if given is not None:
        return _answered(table, text, given, current)
    if layout is TableLayout.AREAS:
        return _area_label(table, text, indicator)
    read = read_name(table.workplace.book, text, *reference)
    if len(read.indicators) == 1 and not read.denied:
        return Label(LabelKind.INDICATOR, text, read.indicators[0])
    if read.indicators:
        return Label(LabelKind.ASKED, text, read=read)
    return _unnamed(table, text, current, read)


def _answered(table: TableReading, text: str, given: Answer, current: str) -> Label:
    if given.leaves_out:
        return Label(LabelKind.LEFT_OUT, text, why=HeadingRole.LEFT_OUT.value)
    series = "" if given.series == "actual" else given.series
    indicator = given.to or (current if series else "") or _one(read_name(table.workplace.book, text))
    if indicator not in table.workplace.book.indicators:
        return Label(LabelKind.ASKED, text, why=f'there is no indicator "{given.to}"')
    return Label(LabelKind.INDICATOR, text, indicator, series, given.category, percent=given.percent)


def _one(read: NameRead) -> str:
    return read.indicators[0] if len(read.indicators) == 1 else ""


def _unnamed(table: TableReading, text: str, current: str, read: NameRead) -> Label:
    """A label that names no indicator."""
    if is_total(text):
        return Label(LabelKind.TOTAL, text, why=HeadingRole.TOTAL.value)
    if is_benchmark(text):
        if not current:
            return Label(LabelKind.ORPHAN, text)
        if table.workplace.book.indicators[current].benchmark:
            return Label(LabelKind.INDICATOR, text, current, "benchmark")
        return Label(LabelKind.ASKED, text, read=read)
    heading = read_heading(SheetCell(CellKind.TEXT, text), YearAnswers()) if text else None
    if heading and heading.role in NOT_IMPORTED:
        return Label(LabelKind.NOT_IMPORTED, text, why=heading.role.value)
    if current and heading and heading.role is HeadingRole.VALUE:
        return Label(LabelKind.INDICATOR, text, current)
    area = table.workplace.known_area(text)
    if area and area == table.own_area() and current:
        return Label(LabelKind.INDICATOR, text, current)
    if area:
        return Label(LabelKind.ASKED, text, area=area)
    return Label(LabelKind.ASKED, text, read=read)


def _area_label(table: TableReading, text: str, indicator: str) -> Label:
    if is_total(text):
        return Label(LabelKind.TOTAL, text, why=HeadingRole.TOTAL.value)
    if is_benchmark(text):
        if not indicator:
            return Label(LabelKind.ORPHAN, text)
        if table.workplace.book.indicators[indicator].benchmark:
            return Label(LabelKind.INDICATOR, text, indicator, "benchmark", area=table.own_area())
        return Label(LabelKind.ASKED, text)
    area = _known_area(table, text)
    if not area:
        return Label(LabelKind.ASKED, text, area=text or "?")
    return Label(LabelKind.INDICATOR, text, indicator, area=area) if indicator else Label(LabelKind.ORPHAN, text)


def _known_area(table: TableReading, text: str) -> str:
    answered = {plain(key): value for key, value in table.answers.areas.items()}
    area = answered.get(plain(text)) or table.workplace.known_area(text)
    if area == table.workplace.area and " ".join(text.split()) != area and plain(text) not in answered:
        table.reading.said.setdefault(f"area {plain(text)}", f'"{shown(text)}" was read as {area}')
    return area


def read_area(table: TableReading, text: str, place: Place) -> str | None:
    """The area that a cell names, or None after asking (PG238)."""
    area = _known_area(table, text)
    if area:
        return area
    ask_area(table, text, place)
    return None


def ask_area(table: TableReading, text: str, place: Place) -> None:
    """PG238: an area that neither the data nor the mapping knows."""
    name = shown(text)
    message = f'there is no area "{name}" in the data' if name else "the area is blank"
    hint = f"write in the mapping: areas: {{{name or '…'}: {table.workplace.area}}}, or the area's own name"
    table.ask(codes.UNKNOWN_IMPORT_AREA, place, message, hint, plain(text), AnswerPlace.AREA, name)


def ask_label(table: TableReading, label: Label, place: Place) -> None:
    """Ask what a label stands for."""
    name, read, book = shown(label.text), label.read, table.workplace.book
    if label.area:
        ask_area(table, label.text, place)
    elif label.why:
        hint = f"correct the mapping: rows: {{{name}: …}}"
        table.ask(codes.UNKNOWN_IMPORT_NAME, place, label.why, hint, plain(name), AnswerPlace.ROW, name)
    elif read.denied and len(read.indicators) == 1:
        id = read.indicators[0]
        message = f'the unit in "{name}" is not that of {id}, which is a {book.indicators[id].unit}'
        hint = (
            f"write in the mapping: rows: {{{name}: {id}}} if it is the same, or another indicator, or leave out"
        )
        table.ask(
            codes.UNCLEAR_UNIT, place, message, hint, f"{table.sheet.name} {plain(name)}", AnswerPlace.ROW, name
        )
    elif read.indicators:
        choices = " or ".join(f"{book.indicators[id].name} ({id})" for id in read.indicators)
        what = "the reference and the name of" if read.contradicted else "the name"
        message = f'{what} "{name}" may be {choices}'
        hint = f"write in the mapping: rows: {{{name}: {read.indicators[0]}}}"
        table.ask(
            codes.UNCLEAR_IMPORT_NAME, place, message, hint, plain(name), AnswerPlace.ROW, name, read.indicators
        )
    else:
        _ask_unknown(table, name, place)


def _ask_unknown(table: TableReading, name: str, place: Place) -> None:
    stripped = closing_unit(reference_in(name)[1])[0]
    near = suggestion(table.workplace.book, name)
    message = f'there is no indicator "{stripped}"' if name else "a row of figures has no name"
    gone = _gone(table)
    was = f"was it {gone} before? " if gone else ""
    id = near.rpartition("(")[2].rstrip(")") or "an indicator"
    meant = f"did you mean {near}? " if near else ""
    hint = f"{was}{meant}write in the mapping: rows: {{{name or '…'}: {id}}}, or leave out"
    table.ask(codes.UNKNOWN_IMPORT_NAME, place, message, hint, plain(name) or str(place), AnswerPlace.ROW, name)


def _gone(table: TableReading) -> str:
    """A name that the mapping knows and the sheet no longer has."""
    if table.answers.known is None:
        return ""
    there = {plain(cell.text) for cell in table.sheet.cells.values()}
    return next((name for name in table.answers.known.names if plain(name) not in there), "")
