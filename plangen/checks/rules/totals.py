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
from plangen.diagnostics import codes

__all__ = ["is_rounded", "notes_rounding", "totals"]

_TOTAL = re.compile(r"^\W*(?:grand\s+)?totals?\W*$", re.I)
_PART = re.compile(
    r"^\W*(?:(?:of|in|out of|from) which|of (?:these|whom)|which (?:includes?|are)|incl(?:uding|udes?)?\b|inc\.?\b"
    r"|memo\w*|[-–—•·○]\s)|\((?:included|of which|part of|subset)",
    re.I,
)
_ROUNDING = re.compile(
    r"\b(?:due to|because of|owing to|subject to|affected by|result of)\s+(?:\w+\s+)?rounding|\brounded\s+to\b"
    r"|\b(?:may|might|will|do) not (?:always\s+)?(?:sum|add|total)",
    re.I,
)
_SCALED = re.compile(
    r"[£$€]\s?['’]?(?:0?00s?|k|mn?|bn|millions?|thousands?)\b|\b(?:thousands|millions)\b|'000", re.I
)
_NO_SUM = re.compile(r"\b(?:rate|average|mean|per|rank|%|percentage|year)\b|%", re.I)


def totals(writing: Writing) -> Iterator[Finding]:
    """Tables whose last row is headed "Total": each column of counts or amounts, where no cell is missing."""
    noted = notes_rounding(writing)
    for table in writing.tables:
        if len(table.rows) >= 3 and table.rows[-1].cells and _TOTAL.match(table.rows[-1].cells[0]):
            body = [row for row in table.rows[:-1] if row.cells and not _PART.search(row.cells[0])]
            yield from _judged(table, body, table.rows[-1], is_rounded(table, noted))


def notes_rounding(writing: Writing) -> bool:
    """Whether a document says that its figures were rounded."""
    return any(_ROUNDING.search(line.text) for line in writing.lines)


def is_rounded(table: Table, noted: bool) -> bool:
    """Whether whole figures of a table were rounded: in thousands or millions, or as a note says."""
    return noted or any(_SCALED.search(text) for text in (table.title, *table.header))


def _without_sums(body: Sequence[Row]) -> list[Row]:
    """The rows, without those that are themselves the sum of the rows just below or just above them."""
    values = [_values(row) for row in body]
    summed: set[int] = set()
    for index, own in enumerate(values):
        below, above = values[index + 1 : index + 1 + _NEAR], values[max(0, index - _NEAR) : index][::-1]
        if any(own) and (_sum_of(own, below) or _sum_of(own, above)):
            summed.add(index)
    parts = [row for index, row in enumerate(body) if index not in summed]
    return parts if len(parts) >= 2 else list(body)


_NEAR = 40
"""How many rows may be the parts of one row: tables of any length are read in linear time."""


def _values(row: Row) -> tuple[Decimal, ...]:
    return tuple(level.value for cell in row.cells[1:] if (level := level_in(cell)))


def _sum_of(own: tuple[Decimal, ...], others: Sequence[tuple[Decimal, ...]]) -> bool:
    """Whether two or more of the nearest rows add up to `own` in every column, and not by chance."""
    so_far = [Decimal(0)] * len(own)
    for count, other in enumerate(others, 1):
        if len(other) != len(own):
            return False
        so_far = [one + two for one, two in zip(so_far, other, strict=True)]
        if count > 1 and tuple(so_far) == own:
            return len(own) > 1 or abs(own[0]) >= 20
    return False


def _judged(table: Table, body: Sequence[Row], last: Row, rounded: bool) -> Iterator[Finding]:
    if any(
        re.search(r"\b(?:sub-?)?total\b", row.cells[0], re.I) or len(row.cells) != len(last.cells) for row in body
    ):
        return
    right, wrong = 0, []
    apart = _without_sums(body)
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
        parted = [part for row in apart if (part := level_in(row.cells[column]))]
        nearer = abs(_sum(parted) - total.value) < abs(_sum(known) - total.value)
        added = parted if nearer else known
        if abs(_sum(added) - total.value) <= _slack(total, added, rounded):
            right += 1
        else:
            wrong.append((column, total, added, _sum(added)))
    if not table.whole and not right and (_one_sided(wrong) or _goes_on_from_a_page(body[0], wrong)):
        return  # rows are missing, as on the page before, or some of them are part of others
    for column, total, known, found in wrong:
        yield _finding(table, last, column, total, known, found, right)


def _addable(total: Number, parts: Sequence[Number]) -> bool:
    return total.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS) and all(part.unit is total.unit for part in parts)


def _sum(parts: Sequence[Number]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _one_sided(wrong: Sequence[tuple[int, Number, Sequence[Number], Decimal]]) -> bool:
    """Whether several columns fail, all by too much or all by too little."""
    return len(wrong) > 1 and len({found < total.value for _, total, _, found in wrong}) == 1


def _goes_on_from_a_page(first: Row, wrong: Sequence[tuple[int, Number, Sequence[Number], Decimal]]) -> bool:
    """Whether rows may stand on the page before: the table begins the page, and less was found than its totals."""
    top = first.place.page > 0 and first.place.line <= _TOP
    return top and all(found < total.value for _, total, _, found in wrong)


_TOP = 4


def _slack(total: Number, parts: Sequence[Number], rounded: bool) -> Decimal:
    """Nothing between whole counts; else what rounding each part and the total can make.

    Counts that all end in one nought or more were rounded to it, if there are more than a few.
    """
    numbers = (total, *parts)
    if rounded or any(n.half != Decimal("0.5") for n in numbers):
        return sum((n.half for n in numbers), Decimal(0))
    if total.unit is NumberUnit.PLAIN and len(parts) >= 4:
        for step in (1000, 100, 10):
            if all(n.value % step == 0 for n in numbers) and any(n.value for n in numbers):
                return Decimal(step * len(numbers)) / 2
    return Decimal(0)


def _finding(
    table: Table, last: Row, column: int, total: Number, parts: Sequence[Number], found: Decimal, right: int
) -> Finding:
    near = abs(found - total.value) <= abs(total.value) / 4
    among = min(part.value for part in parts) <= total.value <= max(part.value for part in parts)
    far = 0.35 if among or not right else 0.65  # what lies among the values of its column may be their average
    confidence = 0.85 if near and right else 0.7 if near and table.whole else 0.65 if near else far
    pounds = "£" if total.unit is NumberUnit.POUNDS else ""
    recomputed = pounds + shown(found, 2)
    name = header_of(table, column) or f"column {column + 1}"
    added = " + ".join(pounds + shown(part.value, 2) for part in parts) if len(parts) <= 8 else "the rows above"
    return Finding(
        codes.PARTS_AND_TOTAL,
        confidence,
        last.text,
        last.place,
        total.text,
        recomputed,
        f"{name}: {added} is {recomputed}, not {total.text}",
    )
