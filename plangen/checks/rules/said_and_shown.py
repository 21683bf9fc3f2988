"""PG820: a level in a sentence that the row or the bar it speaks of denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import agrees, range_of
from plangen.checks.claims.claim import Claim, ClaimRole, Source
from plangen.checks.claims.linked import ClaimedRow, claimed_rows, rows_meant
from plangen.checks.claims.slips import is_slip, is_swap
from plangen.checks.claims.times import at_odds
from plangen.checks.finding import Finding
from plangen.checks.numbers import NumberUnit
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["said_and_shown"]

_OTHER = re.compile(
    r"\b(?:target|forecast|projected|expected|estimate[ds]?|benchmark|if|would|between|range|median|excluding|except)\b",
    re.I,
)
_COMPARED = re.compile(r"\b(?:than|below|above|against|compared)\b[^,;]*$", re.I)
"""What stands before a level of somebody else: "below the average for men, which was 79.8"."""
_NEAR = Decimal("0.3")
"""How far apart, as a share of the larger, two values of one thing may be.

Farther, they are of different things.
"""


def said_and_shown(writing: Writing) -> Iterator[Finding]:
    """Levels and shares in sentences beside the cells and bars of the same name.

    A figure that stands anywhere in the rows it may mean is right. One that stands in none of them is told
    where it is a slip of one of them, or where only one cell can be meant.
    """
    rows = claimed_rows(writing.tabled)
    printed = {claim.number.value for claim in writing.tabled}
    for claim in writing.said if rows.rows else ():
        if (
            claim.role not in (ClaimRole.LEVEL, ClaimRole.SHARE)
            or claim.number.spelled
            or _OTHER.search(claim.quote)
        ):
            continue
        if _COMPARED.search(claim.before):
            continue
        if claim.number.unit is NumberUnit.TIMES or claim.number.value in printed:
            continue
        meant = rows_meant(claim.near, rows)
        found = list(_judged(claim, meant)) if meant else []
        if not found and not (meant and _is_there(claim, meant)):
            found = list(_judged(claim, rows_meant(claim.words, rows)))
        yield from found


def _is_there(claim: Claim, rows: Sequence[ClaimedRow]) -> bool:
    return any(
        agrees(claim.number, range_of(cell.number))
        for row in rows
        for cell in row.claims
        if _of_a_kind(claim, cell)
    )


def _judged(claim: Claim, rows: Sequence[ClaimedRow]) -> Iterator[Finding]:
    cells = [cell for row in rows for cell in row.claims if _of_a_kind(claim, cell)]
    if not cells or any(agrees(claim.number, range_of(cell.number)) for cell in cells):
        return
    timely = [cell for cell in cells if set(cell.times) & set(claim.times)] if claim.times else []
    slips = [cell for cell in timely or cells if is_slip(claim.number, cell.number) and _near(claim, cell)]
    swapped = [cell for cell in slips if is_swap(claim.number, cell.number)]
    slips = swapped or slips
    if len(slips) == 1:
        yield _finding(claim, slips[0], 0.8)
        return
    named = [cell for cell in timely if cell.words <= claim.near] or (
        [cell for cell in cells if cell.words <= claim.near] if len(cells) == 1 else []
    )
    if len(named) == 1 and _near(claim, named[0]):
        yield _finding(claim, named[0], 0.7 if claim.times or named[0].source is Source.LABEL else 0.6)


def _of_a_kind(claim: Claim, cell: Claim) -> bool:
    """Whether a cell holds the kind of figure that a sentence gives.

    A percentage, an amount, a count or a rate.
    """
    if cell.role in (ClaimRole.CHANGE, ClaimRole.RANK, ClaimRole.TARGET):
        return False
    if at_odds(claim.times, cell.times):
        return False
    percent = cell.number.unit is NumberUnit.PERCENT
    plain = cell.number.unit is NumberUnit.PLAIN
    return cell.number.unit is claim.number.unit or (
        plain and claim.number.unit is NumberUnit.PERCENT and not percent
    )


def _near(claim: Claim, cell: Claim) -> bool:
    one, two = abs(claim.number.value), abs(cell.number.value)
    wide = cell.source is Source.LABEL or is_swap(claim.number, cell.number)
    return abs(one - two) <= max(one, two) * (2 * _NEAR if wide else _NEAR)


def _finding(claim: Claim, cell: Claim, confidence: float) -> Finding:
    here, there = claim.number.text.strip(), cell.number.text.strip()
    return Finding(
        codes.TWO_VALUES,
        confidence,
        f"{claim.quote} … {cell.quote}",
        claim.place,
        here,
        there,
        f"{cell.name}: {here} here, {there} on {cell.place}",
    )
