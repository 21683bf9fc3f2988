"""The 95% interval of each value of an indicator: published, or worked out from the counts behind it.

Counts and rates by Byar's method (exact below 10 events), proportions by Wilson's (`plangen.measures.intervals`).
Ends that the data publishes, as rows of the series `lower` and `upper`, win over those worked out.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from plangen.measures.events import MOST, events, successes
from plangen.measures.evidence import Evidence
from plangen.measures.intervals import proportion_interval, rate_interval
from plangen.measures.levels import level_of, row_input
from plangen.model.observation import Observation, SeriesKind
from plangen.model.result import Input, Level, Untested
from plangen.model.unit import Chance
from plangen.model.working import ConfidenceLimit, IntervalMethod, Side, Working

__all__ = ["ValueInterval", "interval_of"]


class ValueInterval(Struct, frozen=True):
    """Both ends of an interval, in the unit of the value, and how they were found."""

    lower: Level
    upper: Level
    method: IntervalMethod


def interval_of(evidence: Evidence, row: Observation) -> ValueInterval | Untested | None:
    """The interval of one value; why there is none; or None where there is no value that may be shown."""
    if level_of(evidence, row).number is None:
        return None
    published = [evidence.at(row.indicator, row.period, side, row.category) for side in _SERIES]
    lower, upper = (level_of(evidence, found) if found else None for found in published)
    if lower and upper and lower.number is not None and upper.number is not None:
        return ValueInterval(lower, upper, IntervalMethod.PUBLISHED)
    unit = evidence.records.indicators[row.indicator].unit
    match unit.traits.chance:
        case Chance.SHARE:
            return _of_share(evidence, row)
        case Chance.EVENTS:
            return _of_count(evidence, row)
        case Chance.EVENTS_PER_POPULATION:
            return _of_rate(evidence, row, unit.per)
        case Chance.UNKNOWN:
            return Untested.NO_TEST


_SERIES = (SeriesKind.LOWER, SeriesKind.UPPER)


def _of_share(evidence: Evidence, row: Observation) -> ValueInterval | Untested:
    if not row.denominator:
        return Untested.SAMPLE_UNKNOWN
    known = successes(row)
    if known is None:
        return Untested.COUNTS_UNKNOWN
    ends = tuple(end * 100 for end in _decimals(proportion_interval(*known)))
    return _interval(evidence, row, ends, IntervalMethod.PROPORTION, known)


def _of_count(evidence: Evidence, row: Observation) -> ValueInterval | Untested:
    """The count by itself: how many people it happened among makes no difference to its own interval."""
    if row.value is None or not (0 <= row.value <= MOST and row.value == row.value.to_integral_value()):
        return Untested.COUNTS_UNKNOWN
    ends = _decimals(rate_interval(int(row.value), 1, per=1))
    return _interval(evidence, row, ends, IntervalMethod.COUNT, (int(row.value), 1))


def _of_rate(evidence: Evidence, row: Observation, per: int) -> ValueInterval | Untested:
    found = events(evidence, row)
    if isinstance(found, Untested):
        return found
    count, people = found
    ends = _decimals(rate_interval(count, people, per))
    return _interval(evidence, row, ends, IntervalMethod.RATE, (count, round(people)))


def _decimals(ends: tuple[float, float]) -> tuple[Decimal, ...]:
    return tuple(Decimal(repr(end)) for end in ends)


def _interval(
    evidence: Evidence,
    row: Observation,
    ends: tuple[Decimal, ...],
    method: IntervalMethod,
    counts: tuple[int, int],
) -> ValueInterval:
    lower, upper = (
        _end(evidence, row, side, end, ConfidenceLimit(side, method, *counts))
        for side, end in zip(Side, ends, strict=True)
    )
    return ValueInterval(lower, upper, method)


def _end(evidence: Evidence, row: Observation, side: Side, number: Decimal, working: Working) -> Level:
    indicator = evidence.records.indicators[row.indicator]
    category = f", {row.category}" if row.category else ""
    inputs: tuple[Input, ...] = (row_input(evidence, row),)
    return Level(
        key=f"{row.indicator}{category}: {side.value} end of the 95% interval, {row.period}",
        inputs=inputs,
        working=working,
        number=number,
        unit=indicator.unit,
        decimals=indicator.decimals,
        period=row.period,
        indicator=row.indicator,
    )
