"""Areas that are probably one: written in another case (PG223), or with a letter that slipped (PG224)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from plangen.diagnostics import About, Choose, Code, Diagnostic, codes, finding
from plangen.model.observation import Observation

__all__ = ["area_faults"]

_LEAST_LETTERS = 5
"""Shorter words differ by a letter and are two names: Area A, Bath and Bach."""

_SLIPS = 2
_MOST = 300
"""The areas with most rows, which the others are held against; a file may have 100,000."""


def area_faults(observations: Iterable[Observation], own: str) -> Iterator[Diagnostic]:
    """Each odd spelling once, at its first row, with its other rows; `own` is the partnership's area."""
    rows: dict[str, list[Observation]] = defaultdict(list)
    for row in observations:
        rows[row.area].append(row)
    counts = Counter({area: len(found) for area, found in rows.items()})
    ranked = sorted(rows, key=lambda area: (area != own, -counts[area], area))
    if own not in rows:
        ranked.insert(0, own)
    right: dict[str, str] = {}
    for area in ranked:
        right.setdefault(_folded(area), area)
    for area in ranked:
        if (better := right[_folded(area)]) != area:
            yield _told(
                rows[area], better, codes.AREA_WRITTEN_OTHERWISE, f'"{area}" is "{better}" in other letters'
            )
        elif near := next((o for o in ranked[:_MOST] if counts[o] > counts[area] > 0 and _slipped(area, o)), None):
            message = f'"{area}" is almost "{near}", which stands in more rows'
            yield _told(rows[area], near, codes.AREA_ALMOST_ANOTHER, message)


def _told(rows: list[Observation], better: str, kind: Code, message: str) -> Diagnostic:
    found = [
        finding(
            kind,
            message,
            replace(row.location, field="area"),
            f'did you mean "{better}"?',
            About(row.indicator, row.period.text),
            (Choose((better,)),),
        )
        for row in rows
    ]
    return found[0].with_others(found[1:])


def _folded(area: str) -> str:
    return "".join(area.casefold().replace(".", "").split())


def _slipped(one: str, other: str) -> bool:
    """Whether the two differ in one word alone, and there by one or two letters."""
    words, others = one.casefold().split(), other.casefold().split()
    pairs = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    if len(words) != len(others) or len(pairs) != 1:
        return False
    first, second = pairs[0]
    if min(len(first), len(second)) < _LEAST_LETTERS or not (first.isalpha() and second.isalpha()):
        return False
    slips = _distance(first[:60], second[:60])
    return slips == 1 or (slips <= _SLIPS and first[0] == second[0])  # Northampton is not Southampton


def _distance(one: str, other: str) -> int:
    """Letters to put in, leave out or replace (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, second in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != second))
    return row[-1]
