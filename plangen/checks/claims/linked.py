"""Which row of which table, or which bar of which chart, a sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from plangen.checks.claims.claim import Claim
from plangen.checks.finding import DocumentPlace
from plangen.document.lengths import total

__all__ = ["ClaimedRow", "claimed_rows", "rows_meant"]

_GENERIC = frozenset(
    [
        "total",
        "other",
        "yes",
        "no",
        "male",
        "female",
        "both",
        "white",
        "unknown",
        "none",
        "target",
        "actual",
        "benchmark",
        "average",
        "mean",
        "median",
        "area",
        "region",
        "group",
        "england",
        "measure",
        "indicator",
        "name",
        "baseline",
        "current",
        "previous",
        "not",
        "known",
        "stated",
    ]
)


class ClaimedRow(Struct, frozen=True):
    """The claims of one row, in the order of its columns, and the stems that name it."""

    name: str
    words: frozenset[str]
    claims: tuple[Claim, ...]
    place: DocumentPlace


def claimed_rows(claims: Iterable[Claim]) -> tuple[ClaimedRow, ...]:
    """Claims of cells by the row they stand in; rows without a name of their own are left out."""
    found: dict[tuple[int, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.series, []).append(claim)
    rows = (ClaimedRow(group[0].name, group[0].words, tuple(group), group[0].place) for group in found.values())
    return tuple(row for row in rows if row.words - _GENERIC)


def rows_meant(words: frozenset[str], rows: Sequence[ClaimedRow], known: Mapping[str, int]) -> list[ClaimedRow]:
    """The rows whose names stand among `words`, most of them; without those that a longer name contains.

    `known` says in how many rows a stem stands: one that stands in many tells little.
    """
    weighed = [(row, _weight(row.words & words, known), _weight(row.words, known)) for row in rows]
    named = [row for row, found, whole in weighed if found >= whole * _MOST_OF and row.words & words - _GENERIC]
    longest = {row.words & words for row in named}
    return [row for row in named if not any(row.words & words < other for other in longest)]


_MOST_OF = 0.75


def _weight(words: Iterable[str], known: Mapping[str, int]) -> float:
    return total(1 / known[word] for word in words)
