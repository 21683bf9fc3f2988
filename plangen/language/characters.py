"""Characters as a printer sets them: what a keyboard has for quotation marks, apostrophes and dashes, made good.

Officers type ' and ", and a hyphen where a dash belongs. What is no sentence stays as it is typed: addresses, and
figures that are no range (references, telephone numbers, dates as 2011-03-31, periods as 2016/17).
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

__all__ = ["Characters", "typeset"]

_DASH = "\N{EN DASH}"
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_OPENERS = "([{\N{EN DASH}\N{EM DASH}-/\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
_AMOUNT = r"[£€$]?\d+(?:[.,]\d+)*%?"
_LONGEST = 12  # digits of an amount

_FOUND = re.compile(
    rf"""
      (?P<address>(?<!\S)\S*?(?:://|@|www\.)\S*)
    | (?P<quote>['"])
    | (?<![\w./,%-])(?<!\d[ ])(?P<low>{_AMOUNT})-(?P<high>{_AMOUNT})(?![\w/-]|\.\w|[ ]\d)
    | (?P<aside>(?:(?<=\S)|^)[ ]--?(?=[ ]|$))
    | (?P<dash>(?<!-)--(?!-))
    """,
    re.VERBOSE,
)
_TYPED = re.compile(r"['\"-]")
_REFERENCE = re.compile(r"\b[A-Z]{2,} $")  # EN 301-549


class Characters(Struct, frozen=True):
    """The quotation marks of a language, each as opening and closing, and words that begin with an apostrophe."""

    single: tuple[str, str]
    double: tuple[str, str]
    clipped: tuple[str, ...] = ()


def typeset(text: str, characters: Characters, before: str = "") -> str:
    """`text` with the quotation marks and dashes of the language; `before` is what its line begins with."""
    if not _TYPED.search(text):
        return text
    return _FOUND.sub(lambda found: _set(found, characters, before), text)


def _set(found: re.Match[str], characters: Characters, before: str) -> str:
    typed, text = found[0], found.string
    match found.lastgroup:
        case "quote":
            earlier = text[found.start() - 1] if found.start() else before[-1:]
            return _quote(typed, earlier, text[found.end() :][:8], characters)
        case "high":
            low, high = found["low"], found["high"]
            named = _REFERENCE.search(text[max(0, found.start() - _LONGEST) : found.start()])
            return typed if named or not _is_range(low, high) else f"{low}{_DASH}{high}"
        case "aside":
            return f" {_DASH}" if found.start() or before.strip() else typed
        case "dash":
            return _DASH
        case _:
            return typed


def _quote(typed: str, earlier: str, later: str, characters: Characters) -> str:
    """A mark opens at the start of a word; a single one within or after a word is an apostrophe, or closes."""
    opens = not earlier.strip() or earlier in _OPENERS or (earlier in "'\"" and later[:1].isalnum())
    if typed == '"':
        return characters.double[0 if opens else 1]
    if not opens:
        return characters.single[1] if not earlier.isalnum() else _APOSTROPHE
    decade = re.match(r"\d\ds\b", later)
    word = re.match(r"[^\W\d]+", later)
    clipped = decade or (word and word[0].lower() in characters.clipped)
    return _APOSTROPHE if clipped else characters.single[0]


def _is_range(low: str, high: str) -> bool:
    """Whether two amounts with a hyphen between are a range: years as 2009-10, and what rises."""
    if re.fullmatch(r"(?:19|20)\d\d", low) and re.fullmatch(r"\d\d", high):
        return int(high) == (int(low) + 1) % 100 or int(high) > int(low) % 100
    if max(len(low), len(high)) > _LONGEST or any(re.match(r"0\d", bare) for bare in (low, high)):
        return False
    if low.isdigit() and high.isdigit() and len(low) != len(high) and min(len(low), len(high)) > 2:
        return False  # the parts of a telephone number
    return _size(low) < _size(high)


def _size(amount: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", amount) or "0")
