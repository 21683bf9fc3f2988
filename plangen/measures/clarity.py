"""Could chance explain a change? Two-sided tests at the 95% level, only where the counts behind it are known.

Rates and counts: the exact conditional test of two Poisson rates. Given the total of both counts, one of them is
binomial with the share of its exposure (J. Przyborowski and H. Wilenski, "Homogeneity of results in testing
samples from Poisson series", Biometrika 31, 1940, 313-323); two-sided as twice the smaller tail (M. P. Fay,
"Two-sided exact tests and matching confidence intervals for discrete data", The R Journal 2(1), 2010, 53-58).

Proportions: the z test with the pooled proportion (D. G. Altman, Practical Statistics for Medical Research, 1991,
section 10.6), where every expected count is 5 or more.

Where a rate comes without its events they are worked out as rate x population / per and rounded to a whole number.
The rate itself was rounded before it reached us, so that the count may be off by half a unit of its last decimal:
by 1.3 crimes for 0.92 per 1,000 of 251,565 people, by 12.6 for a rate with one decimal. That moves p little, but a
change at the very border of the 5% level may fall on either side; give `numerator` where the events are known.

No p depends on the machine that works it out (`special_functions`), and so no verdict does.
"""

from __future__ import annotations

import math
from decimal import Decimal
from functools import lru_cache

from plangen.measures.evidence import Evidence
from plangen.measures.special_functions import binomial_chance, normal_tails
from plangen.model.observation import Observation
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Clarity
from plangen.model.unit import Chance

__all__ = ["clarity", "proportions_p", "rates_p"]

_LEVEL = 0.05
_FEWEST_EXPECTED = 5.0
_NEGLIGIBLE = 1e-17
_MOST = 10**9
"""Counts beyond this are no counts of events; the sum of the exact test would be long."""


def clarity(evidence: Evidence, before: Observation, after: Observation) -> Clarity:
    """Whether the change between two rows of an indicator is clear, by the test that fits its unit.

    Not tested: overlapping periods, part-period data (`data_to`), unknown populations or counts, places, pounds
    and times.
    """
    if before.period.overlaps(after.period) or before.data_to or after.data_to:
        return Clarity.NOT_TESTED
    match evidence.records.indicators[after.indicator].unit.traits.chance:
        case Chance.EVENTS | Chance.EVENTS_PER_POPULATION:
            p = _rates(_events(evidence, before), _events(evidence, after))
        case Chance.SHARE:
            p = _proportions(_successes(before), _successes(after))
        case Chance.UNKNOWN:
            p = None
    if p is None:
        return Clarity.NOT_TESTED
    return Clarity.CLEAR if p < _LEVEL else Clarity.NOT_CLEAR


@lru_cache(1024)  # a pack shows a change on several of its pages
def rates_p(first: int, first_exposure: float, second: int, second_exposure: float) -> float:
    """The two-sided p of equal rates, for two Poisson counts and their exposures (people, or time)."""
    total, share = first + second, first_exposure / (first_exposure + second_exposure)
    if total == 0:
        return 1.0
    tail = min(_tail(first, total, share), _tail(total - first, total, 1.0 - share))
    return min(1.0, 2.0 * tail)


def proportions_p(first: int, first_total: int, second: int, second_total: int) -> float | None:
    """The two-sided p of equal proportions; None where an expected count is under 5 and the test does not hold."""
    pooled = (first + second) / (first_total + second_total)
    if min(pooled, 1 - pooled) * min(first_total, second_total) < _FEWEST_EXPECTED:
        return None
    error = math.sqrt(pooled * (1 - pooled) * (1 / first_total + 1 / second_total))
    z = abs(first / first_total - second / second_total) / error
    return normal_tails(z)


def _tail(least: int, total: int, share: float) -> float:
    """The binomial chance of `least` or more of `total`, summed from `least` upwards until it adds nothing."""
    if least <= total * share:
        return 1.0
    term = sum_of_ratios = 1.0
    for count in range(least, total):
        term *= (total - count) / (count + 1) * share / (1.0 - share)
        sum_of_ratios += term
        if term < _NEGLIGIBLE * sum_of_ratios:
            break
    return binomial_chance(least, total, share) * sum_of_ratios


def _rates(before: tuple[int, float] | None, after: tuple[int, float] | None) -> float | None:
    return None if before is None or after is None else rates_p(*before, *after)


def _proportions(before: tuple[int, int] | None, after: tuple[int, int] | None) -> float | None:
    return None if before is None or after is None else proportions_p(*before, *after)


def _events(evidence: Evidence, row: Observation) -> tuple[int, float] | None:
    """How many events, and the people they happened among (1 for a plain count: the same city both times)."""
    indicator = evidence.records.indicators[row.indicator]
    population = _population(evidence, indicator.population, row.period)
    if row.value is None or not 0 <= row.value <= _MOST:
        return None
    if indicator.unit.is_count:
        known = population or (None if indicator.population else 1)
        return _whole(row.value, Decimal(known)) if known else None
    if row.numerator is not None and row.value > 0:
        return _whole(row.numerator, row.denominator or row.numerator * indicator.unit.per / row.value)
    if population is None:
        return None
    return _whole(Decimal(round(row.value * population / indicator.unit.per)), Decimal(population))


def _successes(row: Observation) -> tuple[int, int] | None:
    if row.value is None or not row.denominator or not 1 <= row.denominator <= _MOST:
        return None
    count = row.numerator if row.numerator is not None else row.value * row.denominator / 100
    total = round(row.denominator)
    return (round(count), total) if 0 <= count <= total else None


def _whole(count: Decimal, exposure: Decimal) -> tuple[int, float] | None:
    known = count == count.to_integral_value() and 0 <= count <= _MOST and exposure > 0
    return (int(count), float(exposure)) if known else None


def _population(evidence: Evidence, name: str | None, period: Period) -> int | None:
    """The mid-year estimate that falls in the period's year: 2016 for any part of 2016/17, and for 2016."""
    population = evidence.records.partnership.populations.get(name or "")
    if population is None:
        return None
    whole_year = period.kind in (PeriodKind.CALENDAR_YEAR, PeriodKind.ACADEMIC_YEAR)
    year = period.start.year - (not whole_year and period.start.month < 4)
    return population.years[year].count if year in population.years else None
