"""Tables and charts as claims: a claim for each cell that holds one level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.claims.claim import Claim, ClaimRole, Source
from plangen.checks.claims.times import times_in
from plangen.checks.claims.words import stems
from plangen.checks.columns import header_of, level_in
from plangen.checks.numbers import NumberUnit
from plangen.checks.tables import ReadRow, ReadTable

__all__ = ["claims_of_table", "per_in"]

_PER = re.compile(r"\bper\s+(\d{1,3}(?:,\d{3})+|10{2,6})\b|/\s?(1,?0{3,5})\b", re.I)
_ROLES = (
    (ClaimRole.TARGET, re.compile(r"\b(?:target|goal|aim|trajectory|plan(?:ned)?|budget)\b", re.I)),
    (
        ClaimRole.CHANGE,
        re.compile(r"\b(?:change|difference|variance|diff|increase|decrease|reduction|growth|\+/-)\b", re.I),
    ),
    (ClaimRole.RANK, re.compile(r"\b(?:rank|position|place|quartile|decile)\b", re.I)),
    (ClaimRole.TOTAL, re.compile(r"^\W*(?:grand\s+|overall\s+)?total\b|^\W*(?:all|both|overall)\b", re.I)),
)


_NO_MEASURE = frozenset(
    re.findall(
        r"\w+",
        "total overall grand both actual average mean jan feb mar apr may jun jul aug sep oct nov dec",
    )
)
"""Stems of rows that are periods or sums, in which the columns name what is measured."""


def per_in(text: str) -> int:
    """The number of people of a rate that `text` names, 0 where it names none."""
    match = _PER.search(text)
    return int((match[1] or match[2]).replace(",", "")) if match else 0


def claims_of_table(table: ReadTable, number: int = 0, source: Source = Source.CELL) -> Iterator[Claim]:
    """The levels of a table, each named by its row and its column."""
    titled = times_in(table.title)
    unnamed = sum(not stems(_label(row)) - _NO_MEASURE for row in table.rows)
    by_column = 2 * unnamed > len(table.rows)
    for row in table.rows:
        label = _label(row)
        for column in range(1, len(row.cells)):
            level = level_in(row.cells[column])
            if level is None or level.exempt is not None:
                continue
            heading = header_of(table, column)
            named = times_in(heading) or times_in(label) or titled
            per = per_in(heading) or per_in(label) or per_in(table.title)
            role = next(
                (role for role, form in _ROLES if form.search(heading) or form.search(label)), ClaimRole.LEVEL
            )
            if role is ClaimRole.LEVEL and level.unit is NumberUnit.PERCENT:
                role = ClaimRole.SHARE
            words, near, name = stems(label), stems(heading), label
            series = (number, f"row {row.place.page}.{row.place.line} {label}")
            if by_column and near and not (words - _NO_MEASURE) and not times_in(heading):
                words, near, name = near, words, heading
                series = (number, f"column {column}")
            yield Claim(source, role, level, words, near, named, per, row.place, row.text, name, heading, series)


def _label(row: ReadRow) -> str:
    """The name of a row: its leading cells of words."""
    words = []
    for cell in row.cells:
        if level_in(cell) is not None:
            break
        if re.search(r"[A-Za-z]{2}", cell):
            words.append(cell)
    return " ".join(words[:2]) or (row.cells[0] if row.cells else "")
