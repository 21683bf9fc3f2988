"""PG810: a column that is a share or a rate of two others in every row but one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from plangen.checks.arithmetic import agrees, range_of, ratio, shown
from plangen.checks.claims.of_cells import per_in
from plangen.checks.columns import header_of, level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.tables import ReadRow, ReadTable
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["column_formulas"]

_LEAST = 3
"""Rows that have to agree before the one that does not is told."""
_MOST_COLUMNS = 10
_MOST_ROWS = 300
_FACTORS = (100, 1_000, 10_000, 100_000, 1)


class _Row(Struct, frozen=True):
    row: ReadRow
    levels: tuple[TypedNumber | None, ...]


class _Formula(Struct, frozen=True):
    """`part` of `whole`, times `factor`, in column `result`; `whole` is None for the last row of column `part`."""

    part: int
    whole: int | None
    result: int
    factor: int


def column_formulas(writing: Writing) -> Iterator[Finding]:
    """Shares and rates of a table, worked out anew from the columns of which all other rows are."""
    for table in writing.tables:
        rows = [_levels(row) for row in table.rows[:_MOST_ROWS]]
        if len(rows) > _LEAST:
            for result in range(1, min(_MOST_COLUMNS, max(len(row.levels) for row in rows))):
                yield from _odd_row(table, rows, result)


def _levels(row: ReadRow) -> _Row:
    levels = (level_in(cell) for cell in row.cells[:_MOST_COLUMNS])
    return _Row(
        row,
        tuple(
            level if level and level.bound is Exactness.EXACT and level.total is None else None for level in levels
        ),
    )


def _odd_row(table: ReadTable, rows: Sequence[_Row], result: int) -> Iterator[Finding]:
    """The one row whose result is not that of the formula of all others.

    If there is a formula and just one such row.
    """
    for formula in _formulas(table, rows, result):
        fitting, odd = 0, []
        for row in rows:
            fits = _fits(formula, row, rows[-1])
            fitting += fits is True
            if fits is False:
                odd.append(row)
        if fitting >= _LEAST and not odd:
            return
        if len(odd) == 1 and fitting >= _LEAST:
            yield _finding(table, formula, odd[0], rows[-1])
            return


def _formulas(table: ReadTable, rows: Sequence[_Row], result: int) -> Iterator[_Formula]:
    known = [level for row in rows if (level := _at(row, result))]
    if len(known) < _LEAST or all(
        level.half == Decimal("0.5") and level.unit is NumberUnit.PLAIN for level in known
    ):
        return
    percent = any(level.unit is NumberUnit.PERCENT for level in known) or "%" in header_of(table, result)
    per = per_in(header_of(table, result)) or per_in(table.title)
    factors = (100,) if percent else (per,) if per else _FACTORS[1:]
    counts = [
        c
        for c in range(1, _MOST_COLUMNS)
        if c != result and sum(_is_count(_at(row, c)) for row in rows) > len(rows) / 2
    ]
    for factor in factors:
        for part, whole in permutations(counts, 2):
            yield _Formula(part, whole, result, factor)
        if factor == 100:
            for part in counts:
                yield _Formula(part, None, result, factor)


def _is_count(level: TypedNumber | None) -> bool:
    return level is not None and level.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS)


def _at(row: _Row, column: int) -> TypedNumber | None:
    return row.levels[column] if column < len(row.levels) else None


def _found(formula: _Formula, row: _Row, last: _Row) -> tuple[Decimal, Decimal] | None:
    part = _at(row, formula.part)
    whole = _at(row, formula.whole) if formula.whole is not None else _at(last, formula.part)
    if part is None or whole is None or part.value < 0 or whole.value <= 0:
        return None
    times = ratio(_exactly(part), _exactly(whole))
    return (times[0] * formula.factor, times[1] * formula.factor) if times else None


def _exactly(level: TypedNumber) -> tuple[Decimal, Decimal]:
    return range_of(level, exact=level.half == Decimal("0.5"))


def _fits(formula: _Formula, row: _Row, last: _Row) -> bool | None:
    """Whether a row follows a formula, None where a figure is missing."""
    stated, found = _at(row, formula.result), _found(formula, row, last)
    return None if stated is None or found is None else agrees(stated, found, Decimal("0.2"))


def _finding(table: ReadTable, formula: _Formula, odd: _Row, last: _Row) -> Finding:
    stated, found = _at(odd, formula.result), _found(formula, odd, last)
    part = _at(odd, formula.part)
    whole = _at(odd, formula.whole) if formula.whole is not None else _at(last, formula.part)
    middle = (found[0] + found[1]) / 2 if found else Decimal(0)
    sign = "%" if formula.factor == 100 else ""
    really = f"{shown(middle, max(1, -stated.half.adjusted() - 1) if stated else 1)}{sign}"
    of = f"{part.text.strip()} of {whole.text.strip()}" if part and whole else ""
    per = "" if formula.factor in (1, 100) else f" per {formula.factor:,}"
    said = stated.text.strip() if stated else ""
    return Finding(
        codes.SHARE_OF_COUNTS,
        0.8,
        odd.row.text,
        odd.row.place,
        said,
        really,
        f"{odd.row.cells[0]}: {of} is {really}{per}, not {said}, and in all other rows it is so",
    )
