"""PG811, PG820, PG825: what a sentence says of several rows of a table, or of the levels of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from plangen.checks.arithmetic import shown
from plangen.checks.claims.claim import Claim, ClaimRole
from plangen.checks.claims.linked import ClaimedRow, claimed_rows, rows_meant
from plangen.checks.claims.words import stems
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.pairs import pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import Code, codes

__all__ = ["named_rows"]

_MORE = re.compile(
    r"^\s*(?:[a-z]+\s+){0,2}?(?:more|fewer|less|higher|lower)\b(?:\s+[a-z-]+){0,4}?\s+(?:than|in)\b", re.I
)
_TOGETHER = re.compile(r"\b(?:between them|together|combined|in all|in total|altogether|jointly)\b", re.I)
_ASIDE = re.compile(r"\b(?:target|expected|forecast|average|nationally|england|population)\b", re.I)
_MOST = 5


def named_rows(writing: Writing) -> Iterator[Finding]:
    """Differences, sums and levels of rows that a sentence names.

    Forms: "A had 682 fewer than B"; "A, B and C had 10,362 between them"; "burglary fell from 1,100 to 946".
    """
    rows = claimed_rows(writing.tabled)
    for sentence in writing.sentences if rows.rows else ():
        if _ASIDE.search(sentence.text) or len(sentence.numbers) > 12 or not sentence.numbers:
            continue
        meant = rows_meant(stems(sentence.text), rows)
        for group in _by_table(meant):
            if 2 <= len(group) <= _MOST:
                yield from _of_several(sentence, group)
            elif len(group) == 1 and len(meant) == 1:
                yield from _of_one(sentence, group[0])


def _by_table(rows: Sequence[ClaimedRow]) -> list[list[ClaimedRow]]:
    found: dict[int, list[ClaimedRow]] = {}
    for row in rows:
        found.setdefault(row.claims[0].series[0], []).append(row)
    return list(found.values())


def _columns(rows: Sequence[ClaimedRow]) -> list[list[TypedNumber]]:
    """The levels of the rows, column by column, where each has one."""
    levels = [
        {claim.heading or str(index): claim.number for index, claim in enumerate(_levels(row))} for row in rows
    ]
    shared = [heading for heading in levels[0] if all(heading in other for other in levels)]
    return [[each[heading] for each in levels] for heading in shared]


def _levels(row: ClaimedRow) -> list[Claim]:
    return [claim for claim in row.claims if claim.role in (ClaimRole.LEVEL, ClaimRole.SHARE)]


def _of_several(sentence: Sentence, rows: Sequence[ClaimedRow]) -> Iterator[Finding]:
    columns = _columns(rows)
    plain = [
        n
        for n in sentence.numbers
        if n.exempt is None
        and not n.spelled
        and n.bound is Exactness.EXACT
        and n.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS)
    ]
    printed = {level.value for column in columns for level in column}
    for number in plain if columns else ():
        if number.value in printed or re.search(r"\bof\s+(?:the\s+|all\s+)?$", sentence.text[: number.start]):
            continue
        after = sentence.text[number.end :]
        if len(rows) == 2 and _MORE.match(after):
            gaps = [abs(column[0].value - column[1].value) for column in columns]
            yield from _told(sentence, rows, number, gaps, codes.MORE_THAN_BEFORE)
        elif _TOGETHER.search(sentence.text) and number.value > max(level.value for level in columns[0]):
            sums = [sum((level.value for level in column), Decimal(0)) for column in columns]
            yield from _told(sentence, rows, number, sums, codes.PARTS_AND_TOTAL)


def _of_one(sentence: Sentence, row: ClaimedRow) -> Iterator[Finding]:
    levels = [claim.number for claim in _levels(row)]
    values = [level.value for level in levels]
    if len(levels) < 2 or len({level.unit for level in levels}) != 1:
        return
    pairs = [pair for pair in pairs_in(sentence) if pair.before.unit is levels[0].unit]
    if len(pairs) == 1:
        told = (pairs[0].before, pairs[0].after)
        right = [n for n in told if any(abs(n.value - value) <= n.half for value in values)]
        if len(right) == 1:
            (wrong,) = (n for n in told if n is not right[0])
            near = min(values, key=lambda value: abs(value - wrong.value))
            yield from _told(sentence, [row], wrong, [near], codes.TWO_VALUES)
    for number in sentence.numbers:
        counted = number.unit is levels[0].unit and number.exempt is None and not number.spelled
        if counted and not pairs and _MORE.match(sentence.text[number.end :]) and number.value not in values:
            gaps = [abs(one - two) for one, two in combinations(values, 2)]
            others = [
                n for n in sentence.numbers if n.exempt is None and n.start > number.end and n.unit is number.unit
            ]
            if not others:
                yield from _told(sentence, [row], number, gaps, codes.MORE_THAN_BEFORE)


def _told(
    sentence: Sentence, rows: Sequence[ClaimedRow], stated: TypedNumber, found: Sequence[Decimal], kind: Code
) -> Iterator[Finding]:
    """A finding, unless one of the values found is what is stated, or all of them are far from it."""
    if stated.bound is not Exactness.EXACT or any(
        abs(value - stated.value) <= max(stated.half, Decimal("0.5")) for value in found
    ):
        return
    near = min(found, key=lambda value: abs(value - stated.value))
    if abs(near - stated.value) > max(near, stated.value) * Decimal("0.5"):
        return
    names = " and ".join(row.name for row in rows)
    said = stated.text.strip()
    yield Finding(
        kind,
        0.65,
        f"{sentence.text} … {' … '.join(row.claims[0].quote for row in rows)}",
        sentence.place,
        said,
        shown(near, 2),
        f"{names}: {said} here, {shown(near, 2)} by {rows[0].place}",
    )
