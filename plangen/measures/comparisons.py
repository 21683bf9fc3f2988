"""A value against the period before, the same period of the year before, and its benchmark (design section 5)."""

from __future__ import annotations

from decimal import Decimal

from plangen.measures.changes import change
from plangen.measures.events import rests_on_few
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level, level_of
from plangen.model.comparison import BenchmarkDifference, Comparison, Missing
from plangen.model.observation import SeriesKind
from plangen.model.period import Period
from plangen.model.result import Change, Level
from plangen.model.unit import Unit, UnitKind
from plangen.model.working import Number, Operation, Operator, Working, difference

__all__ = ["benchmark_difference", "compare"]

_PERCENT_DECIMALS = 1


def compare(evidence: Evidence, id: str, period: Period | None = None, category: str = "") -> Comparison:
    """The value at `period` (default: the latest up to the cut-off) with both its changes.

    The previous period is the latest earlier one of the same kind and length with a value; the year before is the
    very same period a year earlier and nothing else. Both name their base.
    """
    current = level(evidence, id, period, category=category)
    at = period or (current.period if current else None)
    if at is None:
        return Comparison(None, None, None, Missing.FIRST, Missing.FIRST)
    earlier = _year_before(at)
    previous = change(evidence, id, at, category=category)
    year = change(evidence, id, at, earlier, category) if earlier else None
    why_no_previous = _no_size(previous) if previous else _no_previous(evidence, id, at, current, category)
    why_no_year = _no_size(year) if year else _no_year(evidence, id, earlier, current, category)
    older = at.end < evidence.cut_off.end
    then = level(evidence, id, earlier, category=category) if earlier else None
    return Comparison(
        current, previous, year, why_no_previous, why_no_year, older, _before(evidence, id, at, category), then
    )


def benchmark_difference(
    evidence: Evidence, id: str, period: Period | None = None, category: str = ""
) -> BenchmarkDifference | None:
    """The value at `period` (default: the latest) beside its benchmark; None where either has no value.

    The benchmark is that of exactly the same period: it is never carried forward.
    """
    own = level(evidence, id, period, category=category)
    at = own.period if own else None
    benchmark = level(evidence, id, at, SeriesKind.BENCHMARK, category) if at else None
    if own is None or benchmark is None or own.number is None or benchmark.number is None:
        return None
    row = evidence.at(id, own.period, category=category) if own.period else None
    percent = None if row is None or rests_on_few(evidence, row) else _percent(own, benchmark)
    return BenchmarkDifference(own, benchmark, _absolute(own, benchmark), percent)


def _absolute(own: Level, benchmark: Level) -> Level:
    assert own.number is not None
    assert benchmark.number is not None
    made = difference(own.number, benchmark.number)
    return _derived(own, benchmark, "difference from", own.number - benchmark.number, made, own.unit, own.decimals)


def _percent(own: Level, benchmark: Level) -> Level | None:
    assert own.number is not None
    assert benchmark.number is not None
    if own.unit.is_place or benchmark.number == 0:
        return None
    value = (own.number - benchmark.number) / abs(benchmark.number) * 100
    made = Operation(Operator.DIVIDE, difference(own.number, benchmark.number), Number(benchmark.number))
    return _derived(own, benchmark, "percent from", value, made, Unit(UnitKind.PERCENT), _PERCENT_DECIMALS)


def _derived(
    own: Level, benchmark: Level, what: str, value: Decimal, working: Working, unit: Unit, decimals: int
) -> Level:
    return Level(
        key=f"{own.indicator}: {what} benchmark, {own.period}",
        inputs=(*own.inputs, *benchmark.inputs),
        working=working,
        number=value,
        unit=unit,
        decimals=decimals,
        period=own.period,
        indicator=own.indicator,
    )


def _before(evidence: Evidence, id: str, at: Period, category: str) -> Level | None:
    """What the data holds for the latest earlier period of the same kind and length, a value or a marker."""
    for row in reversed(evidence.series(id, category=category)):
        if row.period < at and row.period.kind is at.kind and row.period.same_length(at):
            return level_of(evidence, row)
    return None


def _no_size(found: Change) -> Missing | None:
    return Missing.FROM_ZERO if found.from_zero else None


def _no_previous(evidence: Evidence, id: str, at: Period, current: Level | None, category: str) -> Missing:
    if current is None or current.number is None:
        return Missing.NO_CURRENT_VALUE
    earlier = [row.period for row in evidence.series(id, category=category) if row.period < at]
    if not earlier:
        return Missing.FIRST
    alike = [period for period in earlier if period.kind is at.kind and period.same_length(at)]
    return Missing.NO_VALUE if alike else Missing.DIFFERENT_LENGTH


def _no_year(evidence: Evidence, id: str, earlier: Period | None, current: Level | None, category: str) -> Missing:
    if current is None or current.number is None:
        return Missing.NO_CURRENT_VALUE
    if earlier is None:
        return Missing.NO_ROW
    periods = [row.period for row in evidence.series(id, category=category)]
    if earlier in periods:
        return Missing.NO_VALUE
    if evidence.records.indicators[id].every:
        return Missing.NOT_EVERY_YEAR
    if any(period.end == earlier.end for period in periods):
        return Missing.DIFFERENT_LENGTH
    return Missing.NO_ROW


def _year_before(period: Period) -> Period | None:
    """None before the first year that a period can be of."""
    try:
        return period.year_before()
    except ValueError:
        return None
