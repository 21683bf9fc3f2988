"""Amounts: how a promise counts what it promises."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import Annotated

from msgspec import Struct

from plangen.model.record import written

__all__ = ["ANY", "Amount", "AmountField", "AmountUnit", "parse_amount"]

ANY = "any"
"""The marker of `improve: any`: a better place, however little."""

_ALLOWED = "a number, 7%, 10 points, 1 place, any, TBA or To be set"
_MARKERS = {"any": ANY, "tba": "TBA", "to be announced": "TBA", "to be set": "To be set"}
_NUMBER = r"£?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(\.[0-9]{1,9})?"
_UNIT = r"(%|per ?cent|(?:percentage )?points?|places?|st|nd|rd|th)?"


class AmountUnit(Enum):
    """What the number of an amount means.

    Percent of an indicator that is itself a percentage is a level in `to`, `below` and `at_least`, and is refused
    in `reduce` and `increase`, which take points.
    """

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    PLACES = "places"


class Amount(Struct, frozen=True):
    """A promised amount as it was written: `7%`, `25355`, `10 points`, `1 place`, or a marker.

    `number` is None exactly where `marker` says why: `TBA`, `To be set`, or `any` (a place, however little).
    """

    number: Decimal | None
    unit: AmountUnit = AmountUnit.NUMBER
    marker: str = ""

    @classmethod
    def parse(cls, value: object) -> Amount:
        """Read an amount; raises ValueError with what is allowed."""
        return parse_amount(value)

    def __str__(self) -> str:
        if self.number is None:
            return self.marker
        number = f"{self.number:f}"
        match self.unit:
            case AmountUnit.NUMBER:
                return number
            case AmountUnit.PERCENT:
                return f"{number}%"
            case AmountUnit.POINTS:
                return f"{number} points"
            case AmountUnit.PLACES:
                return f"{number} {'place' if self.number == 1 else 'places'}"


def parse_amount(value: object) -> Amount:
    """Read `7%`, `7.5%`, `25355`, `25,355`, `10 points`, `1 place`, `13th`, `any`, `TBA` or `To be set`.

    Numbers keep the decimals they were written with; a float counts as its shortest text. Raises ValueError
    with what is allowed for anything else: signs, NaN, infinities, digits other than 0 to 9.
    """
    text = _text(value)
    if text.lower() in _MARKERS:
        marker = _MARKERS[text.lower()]
        return Amount(None, AmountUnit.PLACES if marker == ANY else AmountUnit.NUMBER, marker)
    found = re.fullmatch(f"{_NUMBER} ?{_UNIT}", text, re.IGNORECASE | re.ASCII)
    if not found:
        raise ValueError(f'"{text[:60]}" is not an amount; write {_ALLOWED}{_advice(text)}')
    number = Decimal(found[1].replace(",", "") + (found[2] or ""))
    return Amount(number, _unit(found[3] or ""))


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise ValueError(f"this is not an amount; write {_ALLOWED}")
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, int) and abs(value) >= 10**15:
        raise ValueError(f"this number is too long for an amount; write {_ALLOWED}")
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        raise ValueError(f'"{value}" is not an amount; write {_ALLOWED}')
    return f"{number:f}" if abs(number.adjusted()) < 15 else "a number too long"


def _unit(word: str) -> AmountUnit:
    match word.lower():
        case "%" | "per cent" | "percent":
            return AmountUnit.PERCENT
        case "place" | "places":
            return AmountUnit.PLACES
        case point if "point" in point:
            return AmountUnit.POINTS
        case _:
            return AmountUnit.NUMBER


def _advice(text: str) -> str:
    if text.startswith("<"):
        return " (for less than, use below:)"
    if text.startswith((">", "at least")):
        return " (for that much or more, use at_least:)"
    if text.startswith(("-", "+", "−")):
        return " (without a sign: reduce: and increase: say which way)"
    return ""


AmountField = Annotated[Amount, written(parse_amount, {"anyOf": [{"type": "number"}, {"type": "string"}]})]
