"""PG819: rates per two numbers of people that are held against each other.

And cells in another unit than their heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.claims.of_cells import per_in
from plangen.checks.claims.words import stems
from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import NumberUnit
from plangen.checks.tables import ReadTable
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["two_bases"]

_PER = re.compile(r"\bper\s+(\d{1,3}(?:,\d{3})+|10{2,6}|hundred|thousand)\b", re.I)
_COMPARES = re.compile(
    r"\b(?:compared|comparison|against|than|versus|vs|from|to|up|down|while|whereas|above|below|average|england|nationally)\b",
    re.I,
)
_PERCENT = re.compile(r"%|\bper ?cent|\bpercentage\b|\bproportion\b|\bshare\b", re.I)
_COUNT = re.compile(r"^\W*(?:number|count|no\.?|volume)\b|\bnumber of\b", re.I)
_LEAST = 3


def two_bases(writing: Writing) -> Iterator[Finding]:
    """Forms like "3.1 per 1,000, against 3.6 per 10,000", and a row "per 1,000" below a heading "per 10,000"."""
    for sentence in writing.sentences:
        yield from _sentence(sentence)
    yield from _said(writing)
    for table in writing.tables:
        yield from _headings(table)
        yield from _odd_units(table)


def _sentence(sentence: Sentence) -> Iterator[Finding]:
    bases = list(dict.fromkeys(match[0] for match in _PER.finditer(sentence.text)))
    if len(bases) != 2 or not _COMPARES.search(sentence.text):
        return
    if (
        re.search(r"\b(?:and|both)\b[^.]{0,20}$", sentence.text[: sentence.text.rfind(bases[1])][-24:])
        and "than" not in sentence.text
    ):
        return
    yield _finding(
        sentence.text, sentence, bases[1], bases[0], 0.7, f"one rate is {bases[0]}, the other {bases[1]}"
    )


def _said(writing: Writing) -> Iterator[Finding]:
    """A rate in a sentence, per another number of people than the cell with the same value and name."""
    rates = [claim for claim in writing.tabled if claim.per]
    for claim in writing.said if rates else ():
        cells = [
            cell for cell in rates if cell.number.value == claim.number.value and cell.words & stems(claim.quote)
        ]
        if claim.per and cells and all(cell.per != claim.per for cell in cells):
            yield Finding(
                codes.TWO_BASES_OF_A_RATE,
                0.75,
                f"{claim.quote} … {cells[0].quote}",
                claim.place,
                f"per {claim.per:,}",
                f"per {cells[0].per:,}",
                f"{cells[0].name}: {claim.number.text.strip()} per {claim.per:,} here, per "
                f"{cells[0].per:,} on {cells[0].place}",
            )


def _finding(quote: str, at: Sentence, stated: str, other: str, confidence: float, why: str) -> Finding:
    return Finding(codes.TWO_BASES_OF_A_RATE, confidence, quote, at.place, stated, other, why)


def _headings(table: ReadTable) -> Iterator[Finding]:
    for row in table.rows:
        own = per_in(row.cells[0]) if row.cells else 0
        if not own:
            continue
        for column in range(1, len(row.cells)):
            head = per_in(header_of(table, column))
            if head and head != own and level_in(row.cells[column]) is not None:
                yield Finding(
                    codes.TWO_BASES_OF_A_RATE,
                    0.7,
                    row.text,
                    row.place,
                    f"per {own:,}",
                    f"per {head:,}",
                    f"{row.cells[0]}: per {own:,} in the row, per {head:,} in its heading",
                )
                break


def _odd_units(table: ReadTable) -> Iterator[Finding]:
    """A percentage among counts, or an amount of money among percentages.

    Where the rest of the column is of one unit.
    """
    for column in range(1, len(table.header)):
        heading = header_of(table, column)
        cells = [
            (row, level)
            for row in table.rows
            if column < len(row.cells) and (level := level_in(row.cells[column]))
        ]
        units = [level.unit for _, level in cells]
        for unit in set(units):
            odd = [(row, level) for row, level in cells if level.unit is not unit]
            if len(odd) != 1 or len(cells) - 1 < _LEAST:
                continue
            row, level = odd[0]
            rated = unit is NumberUnit.PLAIN and per_in(heading)
            said = rated or (
                (unit is NumberUnit.PERCENT and _PERCENT.search(heading))
                or (unit is NumberUnit.PLAIN and _COUNT.search(heading))
            )
            if said and level.unit is not NumberUnit.PLAIN and not _PERCENT.search(row.cells[0]):
                yield Finding(
                    codes.TWO_BASES_OF_A_RATE,
                    0.65,
                    row.text,
                    row.place,
                    level.text.strip(),
                    unit.value,
                    f"{row.cells[0]}: {level.text.strip()} below the heading “{heading}”",
                )
