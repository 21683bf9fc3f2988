"""Numbers as they are shown: rounded half-up, with thousands separators and a real minus sign."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from plangen.model.unit import Unit, UnitKind

__all__ = ["MINUS", "counted", "exact", "figure", "in_words", "number", "ordinal", "places_after_point", "rounded"]

MINUS = "\N{MINUS SIGN}"

_DIGITS = Context(prec=200)
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def rounded(value: Decimal, decimals: int) -> Decimal:
    """`value` at `decimals` places, halves away from zero (half-up of the size); never a negative zero.

    Numbers of 200 digits and more, which nobody measured, are left as they are.
    """
    if value.adjusted() + decimals >= _DIGITS.prec - 1:
        return value
    result = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_DIGITS)
    return result.copy_abs() if result.is_zero() else result


def number(value: Decimal, decimals: int = 0) -> str:
    """`26,626`, `0.95`, `−6.1`: rounded half-up, thousands separated, minus U+2212."""
    return f"{rounded(value, decimals):,f}".replace("-", MINUS)


def exact(value: Decimal) -> str:
    """All of a number's own decimals, for formulas: `26,991`, `10.54`; trailing zeros are dropped."""
    return number(value, places_after_point(value))


def places_after_point(value: Decimal) -> int:
    """How many decimals `value` needs, trailing zeros not counted; at most 12."""
    exponent = value.normalize(_DIGITS).as_tuple().exponent
    return min(12, max(0, -exponent)) if isinstance(exponent, int) else 0


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`, `12th`, `13th`, `21st`."""
    if place % 100 in (11, 12, 13):
        return f"{place}th"
    return f"{place}{_ORDINALS.get(place % 10, 'th')}"


def figure(value: Decimal, unit: Unit, decimals: int) -> str:
    """A value in its unit: `26,626`, `50%`, `0.95`, `12th`, `£106,500`."""
    match unit.kind:
        case UnitKind.PERCENT:
            return f"{number(value, decimals)}%"
        case UnitKind.RANK:
            return ordinal(int(rounded(value, 0)))
        case UnitKind.POUNDS:
            sign = MINUS if rounded(value, decimals) < 0 else ""
            return f"{sign}£{number(abs(value), decimals)}"
        case _:
            return number(value, decimals)


def in_words(value: Decimal) -> str:
    """Whole numbers from one to nine in words, every other number in figures: `four`, `12`, `2.5`."""
    if value == value.to_integral_value() and 1 <= value <= len(_WORDS):
        return _WORDS[int(value) - 1]
    return exact(value)


def counted(size: str, singular: str) -> str:
    """A size with its noun: `1 place`, `2 places`, `1.5 points`."""
    return f"{size} {singular}" if size == "1" else f"{size} {singular}s"
