"""PG811: a row called All, Both, Year or Overall, first or last, to which its table does not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.claims.slips import is_slip
from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.rules.totals import is_rounded, notes_rounding
from plangen.checks.tables import ReadRow, ReadTable
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["summing_rows"]

_NAME = re.compile(
    r"^\W*(?:all\b|both\b|overall\b|(?:full\s+|whole\s+)?year\b|annual\b|england\b|combined\b|(?:grand\s+|overall\s+)?total\b"
    r"|everyone\b|any\b|sum\b|partnership\b|county\b|borough\b|district\b|\w+ total\b)",
    re.I,
)
_NOT = re.compile(r"\b(?:average|mean|rate|median|other|of which)\b", re.I)
_NO_SUM = re.compile(r"\b(?:rate|average|mean|per|rank|percentage|share)\b|%", re.I)
_MOST = 60


def summing_rows(writing: Writing) -> Iterator[Finding]:
    """Tables whose first or last row is the sum of all others in at least one column, but not in another."""
    noted = notes_rounding(writing)
    for table in writing.tables:
        if not 3 <= len(table.rows) <= _MOST or is_rounded(table, noted):
            continue
        for position in (-1, 0):
            row = table.rows[position]
            if row.cells and _NAME.match(row.cells[0]) and not _NOT.search(row.cells[0]):
                rest = table.rows[:-1] if position else table.rows[1:]
                found = list(_judged(table, row, rest))
                yield from found
                if found:
                    break


def _judged(table: ReadTable, whole: ReadRow, rest: Sequence[ReadRow]) -> Iterator[Finding]:
    right, wrong = 0, []
    for column in range(1, len(whole.cells)):
        total = level_in(whole.cells[column])
        parts = [level_in(row.cells[column]) if column < len(row.cells) else None for row in rest]
        known = [part for part in parts if part is not None]
        if (
            total is None
            or len(known) < len(parts)
            or not _are_counts([total, *known])
            or _NO_SUM.search(header_of(table, column))
        ):
            continue
        found = sum((part.value for part in known), Decimal(0))
        if found == total.value:
            right += 1
        elif abs(found - total.value) <= total.value * Decimal("0.3"):
            wrong.append((column, total, known, found))
    plain = bool(re.match(r"^\W*(?:grand\s+)?totals?\W*$", whole.cells[0], re.I))
    for column, total, known, found in wrong if len(wrong) == 1 and not (plain and right) else ():
        if not right and not _one_slip(total, known, found):
            continue
        name = header_of(table, column) or f"column {column + 1}"
        added = " + ".join(shown(part.value) for part in known) if len(known) <= 8 else "the other rows"
        yield Finding(
            codes.PARTS_AND_TOTAL,
            0.8 if right else 0.65,
            whole.text,
            whole.place,
            total.text.strip(),
            shown(found),
            f"{name}: {added} is {shown(found)}, not {total.text.strip()}",
        )


def _are_counts(levels: Sequence[TypedNumber]) -> bool:
    return len({n.unit for n in levels}) == 1 and all(
        n.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS) and n.half == Decimal("0.5") and n.bound is Exactness.EXACT
        for n in levels
    )


def _one_slip(total: TypedNumber, parts: Sequence[TypedNumber], found: Decimal) -> bool:
    """Whether one other digit, or two swapped, in the total or one part would mend the sum."""
    from msgspec.structs import replace

    missing = total.value - found
    return is_slip(total, replace(total, text=f"{found:f}")) or any(
        part.value + missing > 0 and is_slip(part, replace(part, text=f"{part.value + missing:f}"))
        for part in parts
    )
