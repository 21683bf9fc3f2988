"""PG811: a column of totals that the cells of one of its rows do not add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.checks.arithmetic import shown
from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import Bound, NumberUnit
from plangen.checks.rules.totals import is_rounded, notes_rounding
from plangen.checks.tables import Row
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["row_totals"]

_TOTAL = re.compile(r"^\W*(?:(?:grand|overall)\s+)?totals?\W*$", re.I)
_LEAST = 4
"""Rows that have to agree before one that does not is told."""


class _Sum(Struct, frozen=True):
    row: Row
    parts: tuple[Decimal, ...]
    total: Decimal

    @property
    def found(self) -> Decimal:
        """What the cells of the row add up to."""
        return sum(self.parts, Decimal(0))


def row_totals(writing: Writing) -> Iterator[Finding]:
    """Tables with a column headed "Total", such as counts by colour: the one row where it is not the sum.

    Only where all other rows agree, so that the columns before it are known to be its parts, and none was rounded.
    """
    noted = notes_rounding(writing)
    for table in writing.tables:
        if is_rounded(table, noted):
            continue
        for column in range(3, len(table.header)):
            if _TOTAL.match(header_of(table, column)):
                yield from _judged([each for row in table.rows if (each := _sum_of(row, column))])
                break


def _sum_of(row: Row, column: int) -> _Sum | None:
    """The counts of a row up to its total, None where a cell is no count."""
    levels = [level_in(cell) for cell in row.cells[1 : column + 1]]
    known = [level for level in levels if level is not None]
    if len(row.cells) <= column or len(known) < len(levels):
        return None
    if any(
        n.unit is not NumberUnit.PLAIN or n.half != Decimal("0.5") or n.bound is not Bound.EXACT for n in known
    ):
        return None
    return _Sum(row, tuple(n.value for n in known[:-1]), known[-1].value)


def _judged(sums: Sequence[_Sum]) -> Iterator[Finding]:
    wrong = [each for each in sums if each.found != each.total]
    if len(wrong) != 1 or len(sums) - len(wrong) < _LEAST:
        return
    (only,) = wrong
    added = " + ".join(shown(part) for part in only.parts)
    yield Finding(
        codes.PARTS_AND_TOTAL,
        0.8,
        only.row.text,
        only.row.place,
        shown(only.total),
        shown(only.found),
        f"{only.row.cells[0]}: {added} is {shown(only.found)}, not {shown(only.total)}",
    )
