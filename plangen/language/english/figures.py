"""Numbers as they are shown: rounded half-up, with thousands separators and a real minus sign."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.units import unit_words
from plangen.model.number import places_after_point, rounded
from plangen.model.unit import Unit

__all__ = [
    "MINUS",
    "capital",
    "counted",
    "difference",
    "exact",
    "figure",
    "in_words",
    "listed",
    "number",
    "ordinal",
    "uncapitalised",
]

MINUS = "\N{MINUS SIGN}"

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(value: Decimal, decimals: int = 0) -> str:
    """`26,626`, `0.95`, `−6.1`: rounded half-up, thousands separated, minus U+2212."""
    return f"{rounded(value, decimals):,f}".replace("-", MINUS)


def exact(value: Decimal) -> str:
    """All of a number's own decimals, for workings: `26,991`, `10.54`; trailing zeros are dropped."""
    return number(value, places_after_point(value))


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`, `12th`, `13th`, `21st`."""
    if place % 100 in (11, 12, 13):
        return f"{place}th"
    return f"{place}{_ORDINALS.get(place % 10, 'th')}"


def figure(value: Decimal, unit: Unit, decimals: int, short: bool = False) -> str:
    if unit.is_place:
        return ordinal(int(rounded(value, 0)))
    sign = MINUS if value < 0 and rounded(value, decimals) else ""
    size = number(abs(value), decimals)
    words = unit_words(unit)
    after = words.short if short else words.after_one if size == "1" else words.after
    return f"{sign}{words.before}{size}{after}"


def in_words(value: Decimal) -> str:
    """Whole numbers from one to nine in words, every other number in figures: `four`, `12`, `2.5`."""
    if value == value.to_integral_value() and 1 <= value <= len(_WORDS):
        return _WORDS[int(value) - 1]
    return exact(value)


def difference(value: Decimal, decimals: int) -> str:
    """A signed difference of two figures of a table: `+3.3`, `−2`, `0.0`."""
    sign = "" if rounded(value, decimals) == 0 else "+" if value > 0 else MINUS
    return f"{sign}{number(abs(value), decimals)}"


def counted(size: str, singular: str) -> str:
    """A size with its noun: `1 place`, `2 places`, `1.5 points`."""
    return f"{size} {singular}" if size == "1" else f"{size} {singular}s"


def listed(parts: tuple[str, ...]) -> str:
    """Parts of a sentence as a list: `a`, `a and b`, `a, b and c`."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def capital(words: str) -> str:
    """The words as they begin a line."""
    return words[:1].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """The words as they stand within a sentence; abbreviations keep their capitals."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
