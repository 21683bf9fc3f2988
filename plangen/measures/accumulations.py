"""Counts added up: the year to date, and the twelve months up to a period.

Only counts and pounds add up over time. Every part must be there, with a value that may be shown, and be as long
as the period asked for; nothing is estimated. Part-period data (`data_to`) may stand in the last part only.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from plangen.measures.evidence import Evidence
from plangen.measures.levels import level_of
from plangen.model.comparison import Accumulation, Gap
from plangen.model.observation import Standing
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Level
from plangen.model.working import total

__all__ = ["rolling_year", "year_to_date"]

_YEAR = 12
_APRIL = 4


def year_to_date(evidence: Evidence, id: str, period: Period | None = None, category: str = "") -> Accumulation:
    """The sum from April to the end of `period` (default: the latest) of its financial year."""
    at = period or _latest(evidence, id, category)
    if at is None:
        return Accumulation(None, Gap.NOTHING)
    months = (at.end.month - _APRIL) % _YEAR + 1
    return _sum(evidence, id, at, months, category, "year to date")


def rolling_year(evidence: Evidence, id: str, period: Period | None = None, category: str = "") -> Accumulation:
    """The sum over the twelve months that end with `period` (default: the latest)."""
    at = period or _latest(evidence, id, category)
    if at is None:
        return Accumulation(None, Gap.NOTHING)
    return _sum(evidence, id, at, _YEAR, category, "twelve months")


def _sum(evidence: Evidence, id: str, at: Period, months: int, category: str, what: str) -> Accumulation:
    if not evidence.records.indicators[id].unit.traits.adds_up:
        return Accumulation(None, Gap.NOT_ADDED)
    if evidence.records.indicators[id].covers or _overlapping(evidence, id, at, category):
        return Accumulation(None, Gap.OVERLAPPING, at)
    if at.kind is PeriodKind.AS_AT or months % at.months:
        return Accumulation(None, Gap.DOES_NOT_FIT, at)
    try:
        parts = _parts(at, months // at.months)
    except ValueError:  # before the first year that a period can be of
        return Accumulation(None, Gap.DOES_NOT_FIT, at)
    levels: list[Level] = []
    for part in parts:
        row = evidence.at(id, part, category=category)
        if row is None:
            return Accumulation(None, Gap.MISSING, part)
        found = level_of(evidence, row)
        if found.number is None or (found.data_to and part != at):
            return Accumulation(None, Gap.INCOMPLETE if found.data_to else Gap.NO_VALUE, part)
        levels.append(found)
    return Accumulation(_total(levels, id, what, months))


def _parts(at: Period, number: int) -> tuple[Period, ...]:
    """`number` periods like `at`, one after the other, the last of them `at`."""
    parts = [at]
    while len(parts) < number:
        parts.append(parts[-1].previous())
    return tuple(reversed(parts))


def _overlapping(evidence: Evidence, id: str, at: Period, category: str) -> bool:
    """Whether the series is of rolling periods, each of which shares months with the next."""
    rows = evidence.series(id, category=category)
    alike = [row.period for row in rows if row.period.kind is at.kind and row.period.same_length(at)]
    return any(before.overlaps(after) for before, after in pairwise(alike))


def _total(levels: list[Level], id: str, what: str, months: int) -> Level:
    last = levels[-1]
    assert last.period is not None
    numbers = tuple(level.number for level in levels if level.number is not None)
    provisional = any(level.standing is Standing.PROVISIONAL for level in levels)
    whole = _whole(last.period, months)
    return Level(
        key=f"{id}: {what}, {whole}",
        inputs=tuple(given for level in levels for given in level.inputs),
        working=total(numbers),
        number=sum(numbers, Decimal(0)),
        unit=last.unit,
        decimals=last.decimals,
        period=whole,
        indicator=id,
        standing=Standing.PROVISIONAL if provisional else Standing.FINAL,
        data_to=last.data_to,
    )


def _whole(last: Period, months: int) -> Period:
    """The months up to the end of `last`, written as the documents write them."""
    if months == last.months:
        return last
    index = last.end.year * _YEAR + last.end.month - months
    year, month = divmod(index, _YEAR)
    if month + 1 == _APRIL and months % 3 == 0:
        return Period.financial_year(year) if months == _YEAR else Period.quarters(year, 1, months // 3)
    return Period.span(year, month + 1, months)


def _latest(evidence: Evidence, id: str, category: str) -> Period | None:
    row = evidence.latest(id, category=category)
    return row.period if row else None
