"""PG811: labels of a chart that no longer add up to the total that the document gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from plangen.checks.arithmetic import shown
from plangen.checks.claims.slips import is_slip
from plangen.checks.columns import level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["chart_totals"]

_LEAST = 100
_MOST_APART = Decimal("0.3")


def chart_totals(writing: Writing) -> Iterator[Finding]:
    """Charts of counts whose labels miss a figure that stands twice in the text, where one slip explains it."""
    if not writing.charts:
        return
    claims = (*writing.said, *writing.tabled)
    printed = Counter(claim.number.value for claim in claims if claim.number.unit is NumberUnit.PLAIN)
    totals = sorted(value for value, count in printed.items() if value >= _LEAST and count > 1)
    for chart in writing.charts:
        labels = [(row, level) for row in chart.rows if (level := level_in(row.cells[1]))]
        if any(level.unit is not NumberUnit.PLAIN or level.half != Decimal("0.5") for _, level in labels):
            continue
        found = sum((level.value for _, level in labels), Decimal(0))
        if found in printed:
            continue
        for total in totals:
            missing = total - found
            wrong = [(row, level) for row, level in labels if _mends(level, missing)]
            if abs(missing) <= total * _MOST_APART and len(wrong) == 1:
                row, level = wrong[0]
                yield Finding(
                    codes.PARTS_AND_TOTAL,
                    0.65,
                    row.text,
                    row.place,
                    level.text.strip(),
                    shown(level.value + missing),
                    f"{row.cells[0]}: the labels add up to {shown(found)}; with {shown(level.value + missing)} "
                    f"it would be the {shown(total)} of the text",
                )
                break


def _mends(level: TypedNumber, missing: Decimal) -> bool:
    value = level.value + missing
    return value > 0 and is_slip(level, replace(level, text=f"{value:f}"))
