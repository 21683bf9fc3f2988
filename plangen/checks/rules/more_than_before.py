"""PG825: "(40 more schemes)" beside two levels that lie another number apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from plangen.checks.arithmetic import shown
from plangen.checks.columns import level_in
from plangen.checks.finding import Finding
from plangen.checks.tables import Row
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["more_than_before"]

_MORE = re.compile(r"\(\s*(\d[\d,]*)\s+(more|fewer|less|extra|additional)\b[^)]*\)")


def more_than_before(writing: Writing) -> Iterator[Finding]:
    """Cells that say how many more than the level in the cell before."""
    for table in writing.tables:
        for row in table.rows:
            if "(" in row.text:
                yield from _judged(row)


def _judged(row: Row) -> Iterator[Finding]:
    levels = [(column, level) for column, cell in enumerate(row.cells) if (level := level_in(cell))]
    for (_, before), (column, after) in pairwise(levels):
        match = _MORE.search(row.cells[column])
        if match is None or before.unit is not after.unit:
            continue
        stated = Decimal(match[1].replace(",", "")) * (-1 if match[2] in ("fewer", "less") else 1)
        gap = after.value - before.value
        if gap != stated:
            yield Finding(
                codes.MORE_THAN_BEFORE,
                0.85,
                row.text,
                row.place,
                match[0].strip("()"),
                shown(gap),
                f"{row.cells[0]}: {before.text} to {after.text} is {shown(gap)}, not {match[1]} {match[2]}",
            )
