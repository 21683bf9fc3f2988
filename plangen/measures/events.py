"""The events behind a value: how many there were, and the people among whom they happened.

Where a rate comes without its events they are worked out as rate x population / per and rounded to a whole number.
"""

from __future__ import annotations

from decimal import Decimal

from plangen.measures.evidence import Evidence
from plangen.model.observation import Observation
from plangen.model.partnership import Population
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Untested
from plangen.model.unit import Chance

__all__ = ["MOST", "events", "rests_on_few", "successes"]

MOST = 10**9
"""Counts beyond this are no counts of events; the sum of the exact test would be long."""


def events(evidence: Evidence, row: Observation) -> tuple[int, float] | Untested:
    """How many events, and the people they happened among (1 for a plain count: the same city both times)."""
    indicator = evidence.records.indicators[row.indicator]
    people = _people(evidence, indicator.population, row.period)
    if row.value is None or not 0 <= row.value <= MOST:
        return Untested.COUNTS_UNKNOWN
    if not indicator.unit.is_count and row.numerator is not None and row.value > 0:
        return _whole(row.numerator, row.denominator or row.numerator * indicator.unit.per / row.value)
    if people is None and (indicator.population or not indicator.unit.is_count):
        return Untested.POPULATION_UNKNOWN
    if indicator.unit.is_count:
        return _whole(row.value, Decimal(people or 1))
    assert people is not None
    return _whole(Decimal(round(row.value * people / indicator.unit.per)), Decimal(people))


def successes(row: Observation) -> tuple[int, int] | None:
    """How many of how many, from the percentage where nobody counted; None where it is not said of how many."""
    if row.value is None or not row.denominator or not 1 <= row.denominator <= MOST:
        return None
    count = row.numerator if row.numerator is not None else row.value * row.denominator / 100
    total = round(row.denominator)
    return (round(count), total) if 0 <= count <= total else None


def _about_how_many(evidence: Evidence, row: Observation) -> Decimal | None:
    """The size of the count behind a value, for the threshold of percentages; None where nobody can tell.

    The population of another year says well enough whether a rate rests on many people: the nearest that is known
    is taken, the earlier of two. No test rests on it.
    """
    indicator = evidence.records.indicators[row.indicator]
    if row.value is None or indicator.unit.is_count:
        return row.value
    if row.numerator is not None:
        return row.numerator
    population = evidence.records.partnership.populations.get(indicator.population or "")
    if population is None:
        return None
    year = _year(row.period)
    nearest = min(population.years, key=lambda known: (abs(known - year), known))
    return row.value * population.years[nearest].count / indicator.unit.per


def rests_on_few(evidence: Evidence, row: Observation) -> bool:
    """Whether a percentage of this value rests on fewer than the threshold (`small_base`), or nobody can tell."""
    indicator = evidence.records.indicators[row.indicator]
    if indicator.unit.traits.chance not in (Chance.EVENTS, Chance.EVENTS_PER_POPULATION):
        return False
    least = evidence.records.partnership.small_base if indicator.small_base is None else indicator.small_base
    size = _about_how_many(evidence, row)
    return size is None or abs(size) < least


def _whole(count: Decimal, exposure: Decimal) -> tuple[int, float] | Untested:
    known = count == count.to_integral_value() and 0 <= count <= MOST and exposure > 0
    return (int(count), float(exposure)) if known else Untested.COUNTS_UNKNOWN


def _people(evidence: Evidence, name: str | None, period: Period) -> int | None:
    """The mid-year estimate that falls in the period's year: 2016 for any part of 2016/17, and for 2016."""
    population: Population | None = evidence.records.partnership.populations.get(name or "")
    year = _year(period)
    return population.years[year].count if population is not None and year in population.years else None


def _year(period: Period) -> int:
    whole_year = period.kind in (PeriodKind.CALENDAR_YEAR, PeriodKind.ACADEMIC_YEAR)
    return period.start.year - (not whole_year and period.start.month < 4)
