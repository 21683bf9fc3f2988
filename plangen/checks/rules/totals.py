"""PG811: a row of totals that its column does not add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import Number, NumberUnit
from plangen.checks.tables import Row, Table
from plangen.checks.writing import Writing

__all__ = ["totals"]

_TOTAL = re.compile(r"^\W*(?:grand\s+)?totals?\W*$", re.I)
_NO_SUM = re.compile(r"\b(?:rate|average|mean|per|rank|%|percentage|year)\b|%", re.I)


def totals(writing: Writing) -> Iterator[Finding]:
    """Tables whose last row is headed "Total": each column of counts or amounts, where no cell is missing."""
    for table in writing.tables:
        if len(table.rows) >= 3 and table.rows[-1].cells and _TOTAL.match(table.rows[-1].cells[0]):
            yield from _judged(table, table.rows[:-1], table.rows[-1])


def _judged(table: Table, body: Sequence[Row], last: Row) -> Iterator[Finding]:
    if any(
        re.search(r"\b(?:sub-?)?total\b", row.cells[0], re.I) or len(row.cells) != len(last.cells) for row in body
    ):
        return
    right, wrong = 0, []
    for column in range(1, len(last.cells)):
        parts = [level_in(row.cells[column]) for row in body]
        total = level_in(last.cells[column])
        known = [part for part in parts if part is not None]
        if (
            total is None
            or len(known) < len(parts)
            or not _addable(total, known)
            or _NO_SUM.search(header_of(table, column))
        ):
            continue
        found = sum((part.value for part in known), Decimal(0))
        if abs(found - total.value) <= _slack(total, known):
            right += 1
        else:
            wrong.append((column, total, known, found))
    for column, total, known, found in wrong:
        yield _finding(table, last, column, total, known, found, right)


def _addable(total: Number, parts: Sequence[Number]) -> bool:
    return total.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS) and all(part.unit is total.unit for part in parts)


def _slack(total: Number, parts: Sequence[Number]) -> Decimal:
    """Nothing between whole counts; else what rounding each part and the total can make."""
    whole = all(n.half == Decimal("0.5") for n in (total, *parts))
    return Decimal(0) if whole else total.half + sum((part.half for part in parts), Decimal(0))


def _finding(
    table: Table, last: Row, column: int, total: Number, parts: Sequence[Number], found: Decimal, right: int
) -> Finding:
    near = abs(found - total.value) <= abs(total.value) / 4
    confidence = 0.85 if near and right else 0.7 if near and table.whole else 0.65 if near else 0.35
    pounds = "£" if total.unit is NumberUnit.POUNDS else ""
    recomputed = pounds + shown(found, 2)
    name = header_of(table, column) or f"column {column + 1}"
    added = " + ".join(pounds + shown(part.value, 2) for part in parts) if len(parts) <= 8 else "the rows above"
    return Finding(
        "PG811",
        confidence,
        last.text,
        last.place,
        total.text,
        recomputed,
        f"{name}: {added} is {recomputed}, not {total.text}",
    )
