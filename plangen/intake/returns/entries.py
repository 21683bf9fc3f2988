"""What somebody typed into a yellow cell -> a figure, words for none, or a question; never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.model.indicator import Indicator
from plangen.model.number import parse_number
from plangen.model.unit import UnitKind

__all__ = ["EntryKind", "TypedCell", "TypedEntry", "read_entry", "same_figure"]

_DIGITS = 12
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_SUPPRESSED = re.compile(r"\*|\[c\]|c|<\s?[0-9]{1,2}|fewer than [0-9]{1,2}|suppressed", re.IGNORECASE)
_NONE = {
    **dict.fromkeys(("n/a", "na", "[x]", "[z]", "not applicable"), "N/A"),
    **dict.fromkeys(("tba", "tbc"), "TBA"),
    **dict.fromkeys(("-", "\u2013", "\u2014"), "-"),
}
_NOT_COMPUTED = "a formula that nobody computed; open the form in Excel and save it"
_AWAITED = ("awaited", "not yet available", "pending")


class EntryKind(Enum):
    """What a cell says."""

    EMPTY = "empty"
    FIGURE = "figure"
    MARKER = "marker"
    NOT_ALLOWED = "not allowed"
    UNCLEAR = "unclear"


class TypedCell(Struct, frozen=True):
    """A cell as it came back: its value, how it is formatted, and whether it is a formula that has no result."""

    value: object = None
    number_format: str = "General"
    no_result: bool = False

    @property
    def text(self) -> str:
        """Its text; a whole number without decimals."""
        return "" if self.value is None else str(self.value).strip()

    @property
    def is_percent(self) -> bool:
        """Whether its format multiplies by a hundred: a percent sign that is neither quoted nor escaped."""
        return "%" in _QUOTED.sub("", self.number_format)


class TypedEntry(Struct, frozen=True):
    """A figure or marker as digits or words in `value`; or why there is none, in `why`."""

    kind: EntryKind
    value: str = ""
    why: str = ""


_EMPTY = TypedEntry(EntryKind.EMPTY)


def read_entry(cell: TypedCell, indicator: Indicator, group_size: int | None) -> TypedEntry:
    """What the cell says of an indicator."""
    if cell.no_result:
        return TypedEntry(
            EntryKind.UNCLEAR, why="a formula that nobody computed; open the form in Excel and save it"
        )
    match cell.value:
        case None:
            return _EMPTY
        case bool():
            return TypedEntry(EntryKind.UNCLEAR, why=f"{cell.value} is no figure")
        case datetime() | date() | time():
            return TypedEntry(EntryKind.UNCLEAR, why=f"the spreadsheet made the date {cell.text} of it")
        case int() | float():
            return _number(Decimal(f"{cell.value:.{_DIGITS}g}"), cell.is_percent, indicator, group_size)
        case _:
            return _text(cell.text, indicator, group_size)


def _text(text: str, indicator: Indicator, group_size: int | None) -> TypedEntry:
    words = " ".join(text.strip(" '\u2019\u00a0").split())
    if not words or words.lower() in _AWAITED:
        return _EMPTY
    if _SUPPRESSED.fullmatch(words):
        return TypedEntry(EntryKind.MARKER, "*")
    if words.lower() in _NONE:
        return TypedEntry(EntryKind.MARKER, _NONE[words.lower()])
    bare = words.removeprefix("£").replace("\u202f", "").replace("\u2009", "")
    sign = bare.endswith("%")
    bare = re.sub(r"(?<=[0-9]) (?=[0-9]{3}\b)", "", bare.removesuffix("%").strip())
    if sign and not indicator.unit.is_share:
        return TypedEntry(
            EntryKind.UNCLEAR, why=f'"{words[:40]}" is a percentage, and the measure is no percentage'
        )
    try:
        number = parse_number(bare)
    except ValueError:
        return TypedEntry(EntryKind.UNCLEAR, why=f'"{words[:40]}" is no number')
    return _allowed(number, indicator, group_size) if sign else _number(number, False, indicator, group_size)


def _number(number: Decimal, percent: bool, indicator: Indicator, group_size: int | None) -> TypedEntry:
    if percent and indicator.unit.is_share:
        return _allowed(number * 100, indicator, group_size)
    shown = _digits(number)
    if percent:
        why = f"{shown}: the cell shows {_digits(number * 100)}%, and the measure is no percentage"
        return TypedEntry(EntryKind.UNCLEAR, why=why)
    if indicator.unit.is_share and 0 < number <= 1:
        return TypedEntry(EntryKind.UNCLEAR, why=f"{shown}: {_digits(number * 100)}% or {shown}%?")
    return _allowed(number, indicator, group_size)


def _allowed(number: Decimal, indicator: Indicator, group_size: int | None) -> TypedEntry:
    """The figure, or why the unit does not allow it."""
    shown = _digits(number)
    why = ""
    match indicator.unit.kind:
        case UnitKind.PERCENT if number > 100:
            why = f"{shown} is above 100%"
        case UnitKind.COUNT | UnitKind.RANK if number != number.to_integral_value():
            why = f"{shown} is no whole number"
        case UnitKind.RANK if number < 1:
            why = f"{shown} is no place"
        case UnitKind.RANK if group_size is not None and number > group_size:
            why = f"place {shown} lies outside a group of {group_size}"
        case _ if indicator.unit.traits.least == 0 and number < 0:
            why = f"{shown} is below 0"
    return TypedEntry(EntryKind.NOT_ALLOWED, why=why) if why else TypedEntry(EntryKind.FIGURE, shown)


def _digits(number: Decimal) -> str:
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def same_figure(one: str, other: str) -> bool:
    """Whether two texts are the same figure or marker."""
    try:
        return Decimal(one) == Decimal(other)
    except ArithmeticError:
        return one.strip().lower() == other.strip().lower()
