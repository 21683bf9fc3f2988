"""What a cell says as a value: a number with its marks, a word for no figure, or something to be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Code, codes
from plangen.intake.cells import CellKind, SheetCell, written_number
from plangen.intake.wording import plain, shown
from plangen.model.number import parse_number
from plangen.model.observation import Marker

__all__ = ["NumberSign", "ValueRead", "is_percent_format", "read_value", "says_something"]


class NumberSign(Enum):
    """What a number is shown or written with."""

    NONE = ""
    PERCENT_FORMAT = "percent format"
    PERCENT_SIGN = "%"
    POUND_SIGN = "£"


class ValueRead(Struct, frozen=True):
    """A value as read: `number`, or `marker`, or `awaited`, or a `fault` with what is wrong and what to do.

    A number in percent format is the stored one, not yet times 100. `marks` are those of footnotes; `arrow` says
    that a direction stands behind the figure. `word` is what a question about it is known by.
    """

    number: Decimal | None = None
    marker: str = ""
    awaited: bool = False
    sign: NumberSign = NumberSign.NONE
    marks: tuple[str, ...] = ()
    provisional: bool = False
    arrow: bool = False
    external: bool = False
    fault: Code | None = None
    message: str = ""
    hint: str = ""
    word: str = ""


_SUPPRESSED = r"\*|\[c\]|c|(?:<|< )[0-9]+|(?:fewer|less) than [0-9]+|suppressed"
_WORDS: tuple[tuple[str, str], ...] = (
    (_SUPPRESSED, Marker.SUPPRESSED.value),
    (r"n/a|na|n\.a\.?|\[x\]|\[z\]|not applicable", Marker.NOT_APPLICABLE.value),
    (r"tba|tbc", Marker.TO_BE_ANNOUNCED.value),
    (r"-", Marker.NONE.value),
    (r"to be set", Marker.TO_BE_SET.value),
    (r"not published", Marker.NOT_PUBLISHED.value),
    (r"not collected", Marker.NOT_COLLECTED.value),
)
_AWAITED = {"awaited", "not yet available", "pending"}
_ARROWS = "↑↓→←↗↘↔⇧⇩⇨▲▼△▽►◄▶◀⬆⬇➡⬈⬊"
_NUMBER = re.compile(
    r"(?P<lead>[*†‡]*)\s*(?P<body>[+-]?£?[+-]?[0-9][0-9,\s]*(?:\.[0-9]+)?%?)"
    r"(?P<marks>(?:\s*(?:[*†‡§]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[(\[](?:[pre]|[0-9]{1,2}|provisional)[)\]]|[pre](?![a-z])))*)"
    rf"\s*(?P<arrow>[{_ARROWS}]?)\ufe0f?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,\s][0-9]{3})+|[0-9]+")


def read_value(cell: SheetCell | None, answers: Mapping[str, str]) -> ValueRead | None:
    """What a cell says; None where it is empty. `answers` give words their values: {"..": "N/A", "nil": "0"}."""
    if cell is None:
        return None
    match cell.kind:
        case CellKind.NUMBER:
            sign = NumberSign.PERCENT_FORMAT if is_percent_format(cell.form) else NumberSign.NONE
            assert cell.number is not None
            number = Decimal(written_number(cell.number))
            return ValueRead(number, sign=sign, external=cell.external)
        case CellKind.NO_RESULT:
            hint = "open the workbook in Excel and save it"
            return _faulty(codes.FORMULA_WITHOUT_RESULT, "the formula has no stored result", hint, "")
        case CellKind.ERROR:
            message = f'"{cell.text}" is not a number'
            return _faulty(codes.NOT_A_NUMBER, message, "correct the formula, or empty the cell", cell.text)
        case CellKind.TRUTH:
            message = f"{cell.text} is not a number"
            return _faulty(codes.NOT_A_NUMBER, message, "write the value itself, or empty the cell", cell.text)
        case CellKind.DATE:
            message = f"a date ({shown(cell.text)}) stands where a value belongs"
            return _faulty(codes.DATE_IN_CELL, message, "format the cell as a number and type it again", cell.text)
        case CellKind.TEXT:
            return _text(cell, answers)


def says_something(cell: SheetCell | None) -> bool:
    """Whether a cell may hold a figure or a word for one: a number, an error, or text that is read as either."""
    if cell is None:
        return False
    if cell.kind is not CellKind.TEXT:
        return True
    read = _text(cell, {})
    return read is not None and read.fault is None


def is_percent_format(form: str) -> bool:
    """Whether a number format multiplies by 100: `0.0%`, and not a percent sign that is quoted or escaped."""
    return "%" in re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", form)


def _faulty(code: Code, message: str, hint: str, word: str) -> ValueRead:
    return ValueRead(fault=code, message=message, hint=hint, word=word)


def _text(cell: SheetCell, answers: Mapping[str, str]) -> ValueRead | None:
    words = shown(cell.text).strip("'’ ").strip()
    given = _answered(words, answers)
    if given is not None:
        return given
    if cell.partly_struck:
        return _unclear(words, "part of the cell is struck through")
    if not words:
        return None
    if words.lower() in _AWAITED:
        return ValueRead(awaited=True)
    simple = words.replace("\N{EN DASH}", "-").replace("\N{EM DASH}", "-").replace("\N{MINUS SIGN}", "-")
    for pattern, marker in _WORDS:
        if re.fullmatch(pattern, simple, re.IGNORECASE):
            return ValueRead(marker=marker, marks=_raised(cell), external=cell.external)
    return _figure(simple, cell) or _unclear(words, f'"{words}" is not a figure')


def _answered(words: str, answers: Mapping[str, str]) -> ValueRead | None:
    by_words = {plain(word): value for word, value in answers.items()}
    value = by_words.get(plain(words)) if words else None
    if value is None:
        return None
    try:
        return ValueRead(parse_number(value))
    except ValueError:
        return ValueRead(marker=value)


def _unclear(words: str, message: str) -> ValueRead:
    hint = f'write the number in the cell, or say once what the word stands for: values: {{"{words}": N/A}}'
    return _faulty(codes.UNCLEAR_VALUE, message, hint, words)


def _figure(words: str, cell: SheetCell) -> ValueRead | None:
    found = _NUMBER.fullmatch(words)
    if not found:
        return None
    body = found["body"].strip()
    sign = (
        NumberSign.PERCENT_SIGN
        if body.endswith("%")
        else NumberSign.POUND_SIGN
        if "£" in body
        else NumberSign.NONE
    )
    if sign is NumberSign.PERCENT_SIGN and "£" in body:
        return None
    digits = body.rstrip("%").replace("£", "").strip()
    minus = digits.startswith("-")
    whole, point, rest = digits.lstrip("+-").partition(".")
    if digits.startswith("+") or not _GROUPED.fullmatch(whole) or len(rest) > 12:
        return None
    plain_digits = re.sub(r"[,\s]", "", whole)
    if len(plain_digits) > 18:
        return None
    number = Decimal(f"{'-' if minus else ''}{plain_digits}{point}{rest}")
    marks = re.findall(r"[*†‡§]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[A-Za-z]+|[0-9]+", found["marks"])
    bracketed = re.search(r"[(\[](?:p|provisional)[)\]]", found["marks"], re.IGNORECASE) is not None
    kept = tuple(mark for mark in marks if not (bracketed and mark.lower() in {"p", "provisional"}))
    lead = (found["lead"],) if found["lead"] else ()
    return ValueRead(
        number,
        sign=sign,
        marks=(*lead, *kept, *_raised(cell)),
        provisional=bracketed,
        arrow=bool(found["arrow"]),
        external=cell.external,
    )


def _raised(cell: SheetCell) -> tuple[str, ...]:
    return (cell.raised,) if cell.raised else ()
