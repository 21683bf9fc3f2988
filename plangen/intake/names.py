"""Which indicator a label names: by id, name, short name, alias or reference, and never by likeness alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from plangen.diagnostics.nearest import nearest
from plangen.intake.unit_words import UnitWord, agrees, closing_unit
from plangen.intake.wording import comparable, plain
from plangen.model.indicator import Indicator

__all__ = ["NameBook", "NameRead", "name_book", "read_name", "reference_in", "suggestion"]

_REFERENCE = r"(?:(?:kpi|ref|measure|pi)[ :.]*)?([0-9]{1,3}\.[0-9]{1,3}[a-z]?)"
_NUMBERED = re.compile(r"^[0-9]{1,3}[.):]\s+(.+)$", re.DOTALL)


class NameBook(Struct, frozen=True):
    """Everything an indicator may be called, in comparable words, and the references of packs."""

    indicators: Mapping[str, Indicator]
    names: Mapping[str, tuple[str, ...]]
    references: Mapping[str, str]


class NameRead(Struct, frozen=True):
    """What a label names: one indicator, several (to be asked), or none; `denied` where its unit is another."""

    indicators: tuple[str, ...] = ()
    denied: bool = False
    contradicted: bool = False


def name_book(indicators: Mapping[str, Indicator], references: Mapping[str, str]) -> NameBook:
    """The book for these indicators."""
    names: dict[str, list[str]] = {}
    for id, one in indicators.items():
        for name in {comparable(word) for word in (id, one.name, one.short, *one.aliases) if word}:
            names.setdefault(name, []).append(id)
    return NameBook(indicators, {name: tuple(ids) for name, ids in names.items()}, references)


def read_name(book: NameBook, label: str, reference: str = "", is_number: bool = False) -> NameRead:
    """What a label names, with the reference that stands beside it; `is_number` where Excel made that a number."""
    own_reference, rest = reference_in(label)
    by_reference = book.references.get(plain(own_reference or reference), "")
    if own_reference:
        is_number = False
    read = _by_words(book, label)
    if not read.indicators and rest != label:
        read = _by_words(book, rest)
    if not read.indicators and not read.denied and by_reference and not is_number:
        return NameRead((by_reference,))
    if is_number or not by_reference or read.denied:
        return read
    if by_reference in read.indicators:
        return NameRead((by_reference,)) if len(read.indicators) > 1 else read
    return NameRead((*read.indicators, by_reference), contradicted=True)


def reference_in(label: str) -> tuple[str, str]:
    """The reference that a label begins with, and the label without it; "" and the label where there is none."""
    words = " ".join(label.split())
    if found := re.match(rf"{_REFERENCE}(?:[\s:.)–-]+|$)", words, re.IGNORECASE):
        return found[1].lower(), words[found.end() :].strip()
    if found := _NUMBERED.match(words):
        return "", found[1]
    return "", label


def _by_words(book: NameBook, label: str) -> NameRead:
    stripped, unit = closing_unit(label)
    if hits := book.names.get(comparable(label)):
        return NameRead(hits)
    if unit is None:
        return NameRead()
    return _by_unit(book, book.names.get(comparable(stripped), ()), unit)


def _by_unit(book: NameBook, hits: tuple[str, ...], unit: UnitWord) -> NameRead:
    fitting = tuple(id for id in hits if agrees(unit, book.indicators[id].unit))
    if len(fitting) == 1 or not hits:
        return NameRead(fitting)
    return NameRead(fitting or hits, denied=not fitting)


def suggestion(book: NameBook, label: str) -> str:
    """The indicator whose name looks most like the label, as "House burglary (house_burglary)", or nothing."""
    stripped = comparable(closing_unit(reference_in(label)[1])[0])
    near = nearest(stripped, book.names)
    if not near:
        return ""
    id = book.names[near][0]
    return f"{book.indicators[id].name} ({id})"
