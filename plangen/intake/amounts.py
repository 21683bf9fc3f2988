"""Values as read -> values as an indicator has them: percentages settled by their row, impossible ones refused."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Code, codes
from plangen.intake.cells import Place, written_number
from plangen.intake.context import TableReading
from plangen.intake.understanding import AnswerPlace, ReadFigure
from plangen.intake.values import NumberSign, ValueRead
from plangen.intake.wording import plain, shown
from plangen.model.import_mapping import PercentAs
from plangen.model.indicator import Indicator
from plangen.model.unit import UnitKind

__all__ = ["Draft", "settle"]


class Draft(Struct):
    """A figure whose value is not settled yet; `name` is what its row is called.

    A `held` one is not kept, because its period is asked for; what its unit leaves open is asked all the same.
    """

    figure: ReadFigure
    read: ValueRead
    name: str
    held: bool = False


def settle(table: TableReading, drafts: Iterable[Draft], percent: PercentAs | None = None) -> None:
    """Keep the figures of one row (or of one indicator in a long table); ask what would change them."""
    row = list(drafts)
    plain_numbers = [d.read.number for d in row if d.read.number is not None and d.read.sign is NumberSign.NONE]
    percent = percent or table.answers.percent
    fractions = bool(plain_numbers) and all(abs(n) <= 1 for n in plain_numbers) and any(plain_numbers)
    for draft in row:
        indicator = table.workplace.book.indicators[draft.figure.indicator]
        if draft.read.number is None:
            _keep(table, draft, draft.read.marker, indicator)
        else:
            number = _settled(table, draft, indicator, percent, fractions)
            if number is not None:
                _keep(table, draft, number, indicator)


def _settled(
    table: TableReading, draft: Draft, indicator: Indicator, percent: PercentAs | None, fractions: bool
) -> Decimal | None:
    number, sign = draft.read.number, draft.read.sign
    assert number is not None
    name = shown(draft.name)
    if indicator.unit.kind is not UnitKind.PERCENT:
        if sign in (NumberSign.PERCENT_FORMAT, NumberSign.PERCENT_SIGN):
            unit = str(indicator.unit)
            message = f'"{name}" is shown as a percentage here, and {draft.figure.indicator} is a {unit}'
            hint = f"name another indicator in the mapping: rows: {{{name}: …}}, or leave out"
            _ask(table, draft.figure.place, message, hint, name, AnswerPlace.ROW)
            return None
        if sign is NumberSign.POUND_SIGN and indicator.unit.kind is not UnitKind.POUNDS:
            message = f'"{name}" is in pounds here, and {draft.figure.indicator} is a {indicator.unit}'
            hint = f"name another indicator in the mapping: rows: {{{name}: …}}, or leave out"
            _ask(table, draft.figure.place, message, hint, name, AnswerPlace.ROW)
            return None
        held = table.in_thousands and indicator.unit.kind in (UnitKind.COUNT, UnitKind.POUNDS)
        return None if held else number
    if sign is NumberSign.POUND_SIGN:
        message = f'"{name}" is in pounds here, and {draft.figure.indicator} is a percentage'
        _ask(table, draft.figure.place, message, "correct the cell, or leave the row out", name, AnswerPlace.ROW)
        return None
    if sign is NumberSign.PERCENT_FORMAT:
        return 100 * number
    if sign is NumberSign.PERCENT_SIGN or not fractions or number == 0:
        return number
    if percent is PercentAs.FRACTION:
        return 100 * number
    if percent is PercentAs.NUMBER:
        return number
    text, hundred = written_number(number), written_number(100 * number)
    message = f"{text}: {hundred}% or {text}%?"
    said = f"rows: {{{name}: {{indicator: {draft.figure.indicator}, percent: fraction}}}}"
    hint = f"write in the mapping: {said} or percent: number"
    _ask(table, draft.figure.place, message, hint, name, AnswerPlace.PERCENT, draft.figure.indicator)
    return None


def _ask(
    table: TableReading,
    place: Place,
    message: str,
    hint: str,
    name: str,
    subject: AnswerPlace,
    indicator: str = "",
) -> None:
    key, options = f"{table.sheet.name} {plain(name)}", (indicator,) if indicator else ()
    table.ask(codes.UNCLEAR_UNIT, place, message, hint, key, subject, name, options)


def _keep(table: TableReading, draft: Draft, value: Decimal | str, indicator: Indicator) -> None:
    figure, read = draft.figure, draft.read
    if draft.held:
        return
    if isinstance(value, Decimal):
        fault = _impossible(value, indicator, figure)
        if fault:
            code, message, hint = fault
            table.ask(code, figure.place, message, hint, figure.cell)
            return
    words = [table.notes.get(mark.lower(), f"marked {mark}") for mark in read.marks]
    provisional = read.provisional or any("provisional" in plain(word) for word in words)
    table.add(
        replace(
            figure,
            value=written_number(value) if isinstance(value, Decimal) else value,
            status=figure.status or ("provisional" if provisional else ""),
            note="; ".join(dict.fromkeys(word for word in (figure.note, *words) if word)),
        )
    )


def _impossible(value: Decimal, indicator: Indicator, figure: ReadFigure) -> tuple[Code, str, str] | None:
    """Why a value cannot be one of its unit."""
    text, traits = written_number(value), indicator.unit.traits
    if figure.base:
        return None
    if indicator.unit.kind is UnitKind.RANK and (value != value.to_integral_value() or value < 1):
        return codes.IMPOSSIBLE_RANK, f"{text} is not a place in a group", "correct the cell"
    if (traits.least is not None and value < traits.least) or (traits.most is not None and value > traits.most):
        message = f"{text} cannot be a value of {figure.indicator}, which is a {indicator.unit}"
        return codes.IMPOSSIBLE_VALUE, message, "correct the cell, or leave its row out"
    return None
