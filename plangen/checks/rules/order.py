"""PG823: a ranked list whose values are out of order, or whose ranks are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding, Place
from plangen.checks.tables import Row, Table
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["order"]

_RANKED = re.compile(r"^(?P<rank>\d{1,3})(?:[.)]|st|nd|rd|th)?\s+(?P<name>[A-Z][^\d]*)$")
_HEADING = re.compile(r"\b(?:rank|position|place)\b", re.I)
_LINE = re.compile(
    r"^\s*(?P<rank>\d{1,3})[.)]?\s+(?P<name>[A-Z][A-Za-z ,.&'’-]*?)\s+(?P<value>\d[\d,]*(?:\.\d+)?)%?\s*$"
)
Entry = tuple[int, str, Decimal, Place]


def order(writing: Writing) -> Iterator[Finding]:
    """Lists of "1. Luton 65" and tables with a rank column, at least five entries long."""
    for table in writing.tables:
        yield from _judged(_listed(table.rows) or _columns(table))
    entries: list[Entry] = []
    for line in writing.lines:
        match = _LINE.match(line.text)
        if match and (not entries or int(match["rank"]) == entries[-1][0] + 1):
            entries.append(
                (int(match["rank"]), match["name"].strip(), Decimal(match["value"].replace(",", "")), line.place)
            )
        elif line.text.strip():
            yield from _judged(entries)
            entries = []
    yield from _judged(entries)


def _listed(rows: Sequence[Row]) -> list[Entry]:
    """Entries of a list laid out in columns: a cell "6. Slough" and the value in the next."""
    found: list[Entry] = []
    for row in rows:
        for cell, value in zip(row.cells, row.cells[1:], strict=False):
            match, level = _RANKED.match(cell), level_in(value)
            if match and level and level.total is None:
                found.append((int(match["rank"]), match["name"].strip(), level.value, row.place))
    return found


def _columns(table: Table) -> list[Entry]:
    ranks = [
        c
        for c in range(len(table.header))
        if re.fullmatch(r"\s*(?:rank(?:ing)?|position|place|pos\.?)\s*", header_of(table, c), re.I)
    ]
    if len(ranks) != 1 or len(table.header) not in (3,):
        return []
    (column,) = ranks
    others = [c for c in range(3) if c != column]
    values = [
        c
        for c in others
        if sum(level_in(row.cells[c]) is not None for row in table.rows if c < len(row.cells))
        > len(table.rows) / 2
    ]
    if len(values) != 1:
        return []
    name = next(c for c in others if c != values[0])
    found: list[Entry] = []
    for row in table.rows:
        if len(row.cells) < 3:
            continue
        rank, level = level_in(row.cells[column]), level_in(row.cells[values[0]])
        if rank and level and rank.value == int(rank.value):
            found.append((int(rank.value), row.cells[name], level.value, row.place))
    return found


def _judged(entries: Sequence[Entry]) -> Iterator[Finding]:
    if len(entries) < 5:
        return
    ordered = sorted(entries, key=lambda entry: entry[0])
    steps = [(one, two, two[2] - one[2]) for one, two in pairwise(ordered) if two[0] > one[0]]
    up, down = sum(step[2] > 0 for step in steps), sum(step[2] < 0 for step in steps)
    odd = [step for step in steps if (step[2] < 0 if up > down else step[2] > 0)]
    if not odd or len(odd) > max(1, len(steps) // 6):
        return
    way = "rise" if up > down else "fall"
    for one, two, _ in odd:
        yield Finding(
            codes.LIST_OUT_OF_ORDER,
            0.8,
            f"{one[0]}. {one[1]} {one[2]}; {two[0]}. {two[1]} {two[2]}",
            two[3],
            f"place {two[0]}",
            "another place",
            f"the values of the list {way} from place to place, but {one[1]} ({one[2]}) stands before {two[1]}"
            f" ({two[2]})",
        )
