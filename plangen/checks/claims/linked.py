"""Which row of which table, or which bar of which chart, a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from plangen.checks.claims.claim import Claim
from plangen.checks.finding import DocumentPlace
from plangen.document.lengths import total

__all__ = ["ClaimedRow", "NamedRows", "claimed_rows", "named_rows_of", "rows_meant"]

_GENERIC = frozenset(
    re.findall(
        r"\w+",
        "total other yes no male female both white unknown none target actual benchmark average mean median "
        "area region group england measure indicator name baseline current previous not known stated",
    )
)


class ClaimedRow(Struct, frozen=True):
    """The claims of one row, in the order of its columns, and the stems that name it."""

    name: str
    words: frozenset[str]
    claims: tuple[Claim, ...]
    place: DocumentPlace


class NamedRows(Struct, frozen=True):
    """Rows, how many of them each stem stands in, and which: the numbers of rows by stem."""

    rows: tuple[ClaimedRow, ...]
    known: dict[str, int]
    by_word: dict[str, tuple[int, ...]]


def claimed_rows(claims: Iterable[Claim]) -> NamedRows:
    """Claims of cells by the row they stand in; rows without a name of their own are left out."""
    found: dict[tuple[int, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.series, []).append(claim)
    every = (ClaimedRow(group[0].name, group[0].words, tuple(group), group[0].place) for group in found.values())
    return named_rows_of(tuple(row for row in every if row.words - _GENERIC))


def named_rows_of(rows: tuple[ClaimedRow, ...]) -> NamedRows:
    """The rows with their stems counted."""
    by_word: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for word in row.words:
            by_word.setdefault(word, []).append(number)
    numbers = {word: tuple(found) for word, found in by_word.items()}
    return NamedRows(rows, {word: len(found) for word, found in numbers.items()}, numbers)


def rows_meant(words: frozenset[str], named: NamedRows) -> list[ClaimedRow]:
    """The rows whose names stand among `words`, most of them; without those that a longer name contains.

    A stem that stands in many rows tells little, and of very many rows nothing.
    """
    numbers = {n for word in words if 0 < named.known.get(word, 0) <= _COMMON for n in named.by_word[word]}
    weighed = [
        (row, _weight(row.words & words, named.known), _weight(row.words, named.known))
        for row in (named.rows[number] for number in sorted(numbers))
    ]
    likely = [row for row, found, whole in weighed if found >= whole * _MOST_OF and row.words & words - _GENERIC]
    longest = {row.words & words for row in likely}
    return [row for row in likely if not any(row.words & words < other for other in longest)]


_MOST_OF = 0.75
_COMMON = 60


def _weight(words: Iterable[str], known: Mapping[str, int]) -> float:
    return total(1 / known[word] for word in words)
