"""What a title says that would change every figure below it: another area, targets, sums so far, thousands."""

from __future__ import annotations

import re

from plangen.diagnostics import codes
from plangen.intake.cells import Place
from plangen.intake.columns import TableColumn
from plangen.intake.context import TableReading
from plangen.intake.frames import Frame
from plangen.intake.understanding import AnswerPlace
from plangen.intake.wording import comparable, plain, shown
from plangen.model.period import PeriodKind

__all__ = ["is_of_another_area", "is_of_no_results", "mark_sums_so_far", "mark_thousands"]

_NO_RESULTS = re.compile(
    r"(?:(?:annual|quarterly|our|proposed|performance|revised) )?"
    r"(?:targets?|forecasts?|projections?|trajectory|budgets?)\b(?! (?:and|against|v|vs)\b)"
)
_SO_FAR = re.compile(r"\b(?:cumulative|year to date|ytd)\b")
_THOUSANDS = re.compile(r"£ ?(?:000s?\b|k\b|m\b|millions?\b|thousands?\b)|\bin (?:thousands|millions)\b|\b000s\b")


def is_of_another_area(table: TableReading, frame: Frame) -> bool:
    """Whether title or sheet name an area that is not ours (PG238), in a table whose lines name none."""
    if table.reading.mapping.area:
        return False
    own = comparable(table.own_area())
    for text in (*table.title.split("\n"), table.sheet.name):
        words = f" {comparable(text)} "
        named = [area for key, area in table.workplace.areas.items() if f" {key} " in words and key != own]
        if named and f" {own} " not in words:
            message = f'"{shown(text)}" names {named[0]}: are these figures of {table.own_area()}?'
            hint = f"say --area {table.own_area()!r} or --area {named[0]!r}, or write area: in the mapping"
            place = _place(table, frame)
            table.ask(codes.UNKNOWN_IMPORT_AREA, place, message, hint, f"title {table.sheet.name}")
            return True
    return False


def is_of_no_results(table: TableReading, frame: Frame) -> bool:
    """Whether title or sheet say that these are targets (PG237); a layout in the mapping settles it."""
    if table.answers.layout is not None:
        return False
    for text in (*table.title.split("\n"), table.sheet.name):
        if _NO_RESULTS.match(plain(text)):
            message = f'"{shown(text)}": are these figures results?'
            said = f"sheet: {table.sheet.name}, layout: wide"
            hint = f"if they are, write in the mapping: {said}; else name the other sheets with --sheet"
            place = _place(table, frame)
            table.ask(codes.UNKNOWN_IMPORT_COLUMN, place, message, hint, f"title {table.sheet.name}")
            return True
    return False


def mark_sums_so_far(table: TableReading, frame: Frame, columns: list[TableColumn]) -> None:
    """Ask (PG232) whether quarters and months under a title that says "cumulative" are sums since April."""
    if not _SO_FAR.search(plain(f"{table.title} {table.sheet.name}")):
        return
    for column in columns:
        period = column.period
        short = period and period.kind in (PeriodKind.QUARTER, PeriodKind.MONTH) and period.start.month != 4
        if period and short and not column.answered:
            message = f'"{column.text}": {period} alone, or the sum since April?'
            hint = f"write in the mapping: columns: {{{column.text}: {period}}}, or the quarters: 2016/17 Q1-Q2"
            place = frame.grid.place(column.line, column.position)
            key = f"cumulative {table.sheet.name}"
            table.ask(codes.UNCLEAR_PERIOD, place, message, hint, key, AnswerPlace.COLUMN, column.text)
            column.period, column.asked = None, True


def mark_thousands(table: TableReading, frame: Frame) -> None:
    """Ask (PG234) about a table whose title says that its figures are thousands; its counts and sums are held."""
    if found := _THOUSANDS.search(plain(table.title)):
        message = f'the title says "{found[0]}": are the figures thousands or millions?'
        hint = "write them out in the workbook"
        table.ask(codes.UNCLEAR_UNIT, _place(table, frame), message, hint, f"thousands {table.sheet.name}")
        table.in_thousands = True


def _place(table: TableReading, frame: Frame) -> Place:
    return table.title_place or frame.grid.place(frame.header[0], frame.first)
