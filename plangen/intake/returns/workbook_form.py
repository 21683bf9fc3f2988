"""A form as an Excel workbook: the same bytes whenever it is issued again (XlsxWriter, no clock)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from plangen.intake.returns.form import ReturnForm
from plangen.intake.returns.layout import MOST_CHARACTERS, REASONS, FormHeading, instructions, unit_words
from plangen.model.agency_return import IssuedItem
from plangen.model.indicator import Indicator
from plangen.model.unit import UnitKind

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["workbook_form"]

_MADE = datetime(2000, 1, 1)
_YELLOW, _GREY, _ORANGE, _LINE = "#FFF2A8", "#F0F0F0", "#F8C471", "#8A8A8A"
_FONT = "Arial"
_FIGURES = {
    FormHeading.KEY: 8,
    FormHeading.REF: 7,
    FormHeading.MEASURE: 34,
    FormHeading.COUNTS: 30,
    FormHeading.UNIT: 14,
    FormHeading.YEAR_BEFORE: 13,
    FormHeading.PREVIOUS: 13,
    FormHeading.VALUE: 13,
    FormHeading.CHANGE: 12,
    FormHeading.PROVISIONAL: 13,
    FormHeading.UNAVAILABLE: 24,
    FormHeading.REMARK: 34,
}
_COMMENTARY = {
    FormHeading.KEY: 8,
    FormHeading.REF: 7,
    FormHeading.QUESTION: 40,
    FormHeading.COMMENTARY: 80,
    FormHeading.SIGNED_BY: 22,
    FormHeading.SIGNED_ON: 14,
}
_HIDDEN = ("key", "ref", "indicator", "area", "period", "series", "category", "year_before", "previous", "value")
_FIRST = 3
"""Rows of a sheet above its table: the marking, the title, an empty one; then the heading."""


def workbook_form(form: ReturnForm) -> bytes:
    """The workbook: Read me, Figures, Commentary, and a sheet that only plangen reads."""
    from xlsxwriter.workbook import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "default_date_format": "d mmm yyyy"})
    book.set_properties({"title": f"Return for {form.period}", "author": form.partnership, "created": _MADE})
    looks = _looks(book)
    _read_me(book.add_worksheet("Read me"), form, looks)
    if form.figures:
        _figures(book, form, looks)
    if form.commentaries:
        _commentary(book, form, looks)
    _register(book.add_worksheet("plangen"), form)
    book.close()
    return buffer.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    base = {"font_name": _FONT, "font_size": 11, "valign": "top", "text_wrap": True}
    boxed = {**base, "border": 1, "border_color": _LINE}
    yellow = {**boxed, "bg_color": _YELLOW, "locked": False}
    return {
        "marking": book.add_format({**base, "bold": True, "text_wrap": False}),
        "title": book.add_format({**base, "bold": True, "font_size": 16, "text_wrap": False}),
        "words": book.add_format(base),
        "small": book.add_format({**base, "font_size": 9, "font_color": "#555555"}),
        "head": book.add_format({**boxed, "bold": True, "bg_color": _GREY}),
        "locked": book.add_format({**boxed, "bg_color": "#FFFFFF"}),
        "yellow": book.add_format(yellow),
        "day": book.add_format({**yellow, "num_format": "d mmm yyyy", "align": "left"}),
        "text": book.add_format({**yellow, "num_format": "@"}),
        "doubt": book.add_format({"bg_color": _ORANGE}),
    }


def _number_format(book: Workbook, cache: dict[str, Format], indicator: Indicator, yellow: bool) -> Format:
    """How a figure is shown: percentages are plain numbers with a sign after them."""
    points = "." + "0" * indicator.decimals if indicator.decimals else ""
    kind = indicator.unit.kind
    shown = {UnitKind.PERCENT: f'0{points or ".0"}"%"', UnitKind.POUNDS: f"£#,##0{points}"}.get(
        kind, f"#,##0{points}"
    )
    name = f"{shown} {yellow}"
    if name not in cache:
        look = {"font_name": _FONT, "font_size": 11, "valign": "top", "align": "right", "num_format": shown}
        look |= {"border": 1, "border_color": _LINE, "bg_color": _YELLOW if yellow else "#FFFFFF"}
        cache[name] = book.add_format({**look, "locked": not yellow})
    return cache[name]


def _sheet(
    sheet: Worksheet, form: ReturnForm, title: str, columns: Mapping[FormHeading, int], looks: dict[str, Format]
) -> None:
    """The head of a sheet, its columns, its protection and how it prints."""
    if form.marking:
        sheet.write_string(0, 1, form.marking, looks["marking"])
        sheet.set_header(f"&C{form.marking}")
    sheet.write_string(1, 1, title, looks["title"])
    sheet.set_row(1, 24)
    for column, (heading, width) in enumerate(columns.items()):
        sheet.set_column(column, column, width, None, {"hidden": heading is FormHeading.KEY})
        sheet.write_string(_FIRST, column, _heading(heading, form), looks["head"])
    sheet.set_row(_FIRST, 48)
    sheet.freeze_panes(_FIRST + 1, 3)
    sheet.repeat_rows(_FIRST)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_rows": True, "format_columns": True, "sort": True})


def _heading(heading: FormHeading, form: ReturnForm) -> str:
    periods = {
        FormHeading.VALUE: form.period,
        FormHeading.PREVIOUS: form.period.previous(),
        FormHeading.YEAR_BEFORE: form.period.year_before(),
    }
    return f"{heading.value}\n{periods[heading]}" if heading in periods else heading.value


def _read_me(sheet: Worksheet, form: ReturnForm, looks: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, 100)
    if form.marking:
        sheet.write_string(0, 1, form.marking, looks["marking"])
        sheet.set_header(f"&C{form.marking}")
    sheet.write_string(1, 1, f"{form.title}, {form.period}: return from {form.agency_name}", looks["title"])
    sheet.set_row(1, 24)
    row = 3
    for line in instructions(form, "the yellow cells"):
        sheet.write_string(row, 1, line, looks["words"])
        sheet.set_row(row, 16 * (1 + len(line) // 100) + 4)
        row += 1
    sheet.write_string(row + 1, 1, f"Form {form.id}", looks["small"])
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("")


def _figures(book: Workbook, form: ReturnForm, looks: dict[str, Format]) -> None:
    sheet = book.add_worksheet("Figures")
    _sheet(sheet, form, f"Figures for {form.period}: {form.agency_name}", _FIGURES, looks)
    columns = list(_FIGURES)
    formats: dict[str, Format] = {}
    for row, item in enumerate(form.figures, start=_FIRST + 1):
        indicator = form.indicators[item.key]
        texts = {
            FormHeading.KEY: item.key,
            FormHeading.REF: item.ref,
            FormHeading.MEASURE: item.measure,
            FormHeading.COUNTS: form.names[item.key],
            FormHeading.UNIT: unit_words(indicator.unit.kind, indicator.unit.per),
        }
        for heading, text in texts.items():
            sheet.write_string(row, columns.index(heading), text, looks["locked"])
        locked = _number_format(book, formats, indicator, yellow=False)
        yellow = _number_format(book, formats, indicator, yellow=True)
        for heading, text, look in (
            (FormHeading.YEAR_BEFORE, item.year_before, locked),
            (FormHeading.PREVIOUS, item.previous, locked),
            (FormHeading.VALUE, item.value, yellow),
        ):
            _figure(sheet, row, columns.index(heading), text, look)
        _change(sheet, row, columns, indicator, locked)
        for heading in (FormHeading.PROVISIONAL, FormHeading.UNAVAILABLE, FormHeading.REMARK):
            sheet.write_blank(row, columns.index(heading), None, looks["yellow"])
        _rules(sheet, row, columns, form, indicator, looks)
        lines = max(len(item.measure) // 32, len(form.names[item.key]) // 28)
        sheet.set_row(row, 16 * (1 + lines) + 4)
        _name(book, item.key, "Figures", row, columns.index(FormHeading.VALUE))
        _name(book, f"n{item.key[1:]}", "Figures", row, columns.index(FormHeading.UNAVAILABLE))


def _figure(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    try:
        sheet.write_number(row, column, float(text), look)
    except ValueError:
        sheet.write_string(row, column, text, look) if text else sheet.write_blank(row, column, None, look)


def _change(
    sheet: Worksheet, row: int, columns: Sequence[FormHeading], indicator: Indicator, look: Format
) -> None:
    """The change from last quarter; blank without both figures. A percentage below 1 is asked about."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    now = xl_rowcol_to_cell(row, columns.index(FormHeading.VALUE))
    before = xl_rowcol_to_cell(row, columns.index(FormHeading.PREVIOUS))
    change = f'IF(AND(ISNUMBER({now}),ISNUMBER({before})),{now}-{before},"")'
    if indicator.unit.is_share:
        change = f'IF(AND(ISNUMBER({now}),{now}>0,{now}<1),"Below 1%?",{change})'
    sheet.write_formula(row, columns.index(FormHeading.CHANGE), f"={change}", look, "")


def _rules(
    sheet: Worksheet,
    row: int,
    columns: Sequence[FormHeading],
    form: ReturnForm,
    indicator: Indicator,
    looks: dict[str, Format],
) -> None:
    column = columns.index(FormHeading.VALUE)
    sheet.data_validation(row, column, row, column, _allowed(indicator, form.group_size))
    if indicator.unit.is_share:
        doubt = {
            "type": "cell",
            "criteria": "between",
            "minimum": 0.0001,
            "maximum": 0.9999,
            "format": looks["doubt"],
        }
        sheet.conditional_format(row, column, row, column, doubt)
    choice = {
        "validate": "list",
        "source": ["yes", "no"],
        "error_title": "Provisional?",
        "error_message": "yes or no",
    }
    place = columns.index(FormHeading.PROVISIONAL)
    sheet.data_validation(row, place, row, place, choice)
    place = columns.index(FormHeading.UNAVAILABLE)
    reasons = {"validate": "list", "source": list(REASONS), "show_error": False}
    sheet.data_validation(row, place, row, place, reasons)


def _allowed(indicator: Indicator, group_size: int | None) -> dict[str, Any]:
    """What Excel lets be typed; it stops at anything else."""
    rule: dict[str, Any]
    match indicator.unit.kind:
        case UnitKind.PERCENT:
            rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}
            words = "A percentage from 0 to 100. Write 62.5 for 62.5%."
        case UnitKind.COUNT:
            rule = {"validate": "integer", "criteria": ">=", "value": 0}
            words = "A whole number, 0 or more."
        case UnitKind.RANK:
            rule = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": group_size or 1_000}
            words = f"A place from 1 to {group_size}." if group_size else "A place: 1, 2, 3 …"
        case UnitKind.POUNDS:
            rule = {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12}
            words = "An amount in pounds, as a plain number."
        case _:
            rule = {"validate": "decimal", "criteria": ">=", "value": 0}
            words = "A number, 0 or more."
    return {**rule, "input_title": "This quarter", "input_message": words, "error_title": "This is not possible",
            "error_message": words}  # fmt: skip


def _commentary(book: Workbook, form: ReturnForm, looks: dict[str, Format]) -> None:
    sheet = book.add_worksheet("Commentary")
    _sheet(sheet, form, f"Commentary for {form.period}: {form.agency_name}", _COMMENTARY, looks)
    columns = list(_COMMENTARY)
    box = columns.index(FormHeading.COMMENTARY)
    for row, item in enumerate(form.commentaries, start=_FIRST + 1):
        for heading, text in (
            (FormHeading.KEY, item.key),
            (FormHeading.REF, item.ref),
            (FormHeading.QUESTION, item.measure),
        ):
            sheet.write_string(row, columns.index(heading), text, looks["locked"])
        sheet.write_blank(row, box, None, looks["text"])
        sheet.write_blank(row, columns.index(FormHeading.SIGNED_BY), None, looks["text"])
        sheet.write_blank(row, columns.index(FormHeading.SIGNED_ON), None, looks["day"])
        length = {
            "validate": "length",
            "criteria": "<=",
            "value": MOST_CHARACTERS,
            "input_title": "Commentary",
            "input_message": f"At most {MOST_CHARACTERS:,} characters. Alt+Enter begins a new line.",
            "error_title": "Too long",
            "error_message": f"At most {MOST_CHARACTERS:,} characters: use the Word form for more.",
        }
        sheet.data_validation(row, box, row, box, length)
        sheet.set_row(row, 130)
        _name(book, item.key, "Commentary", row, box)


def _register(sheet: Worksheet, form: ReturnForm) -> None:
    """What plangen needs to know the form again; hidden so that only a macro or another program shows it."""
    for row, (name, text) in enumerate(
        (("form", form.id), ("digest", form.digest), ("partnership", form.partnership), ("area", form.area))
    ):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, text)
    for column, name in enumerate(_HIDDEN):
        sheet.write_string(5, column, name)
    for row, item in enumerate(form.items, start=6):
        _hidden_row(sheet, row, item)
    sheet.very_hidden()


def _hidden_row(sheet: Worksheet, row: int, item: IssuedItem) -> None:
    for column, name in enumerate(_HIDDEN):
        sheet.write_string(row, column, str(getattr(item, name)))


def _name(book: Workbook, name: str, sheet: str, row: int, column: int) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell

    book.define_name(name, f"={sheet}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}")
