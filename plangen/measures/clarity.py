"""Could chance explain a change? Two-sided tests at the 95% level, only where the counts behind it are known.

Rates and counts: the exact conditional test of two Poisson rates. Given the total of both counts, one of them is
binomial with the share of its exposure (J. Przyborowski and H. Wilenski, "Homogeneity of results in testing
samples from Poisson series", Biometrika 31, 1940, 313-323); two-sided as twice the smaller tail (M. P. Fay,
"Two-sided exact tests and matching confidence intervals for discrete data", The R Journal 2(1), 2010, 53-58).

Where the earlier periods of the series say how much it varies (`dispersion`), its variance is so many times as
wide: the score test of the same binomial, z = (count - expected) / sqrt(dispersion x variance), and never a p less
than the exact one. Where they do not, chance alone is assumed, and the first page of a pack says so.

Proportions: the z test with the pooled proportion (D. G. Altman, Practical Statistics for Medical Research, 1991,
section 10.6), where every expected count is 5 or more.

A rate without its events was rounded before it reached us, so that its count (`events`) may be off by half a unit
of its last decimal: by 1.3 crimes for 0.92 per 1,000 of 251,565 people, by 12.6 for a rate with one decimal. It
moves p little, but a change at the very border of the 5% level may fall on either side; give `numerator` where it
is known.

No p depends on the machine that works it out (`special_functions`), and so no verdict does.
"""

from __future__ import annotations

import math
from functools import lru_cache

from plangen.measures.dispersion import series_dispersion
from plangen.measures.events import events, successes
from plangen.measures.evidence import Evidence
from plangen.measures.special_functions import binomial_chance, normal_tails
from plangen.model.observation import Observation
from plangen.model.result import ChanceTest, Clarity, Untested
from plangen.model.unit import Chance

__all__ = ["chance_test", "proportions_p", "rates_p"]

_LEVEL = 0.05
_FEWEST_EXPECTED = 5.0
_NEGLIGIBLE = 1e-17


def chance_test(evidence: Evidence, before: Observation, after: Observation) -> ChanceTest:
    """Whether the change between two rows of an indicator is clear, by the test that fits its unit.

    There is none for places, pounds and times, for overlapping periods, where the counts behind the two values are
    not known, and where one of them holds only part of its period (`data_to`).
    """
    chance = evidence.records.indicators[after.indicator].unit.traits.chance
    if chance is Chance.UNKNOWN:
        return ChanceTest.none(Untested.NO_TEST)
    if before.period.overlaps(after.period):
        return ChanceTest.none(Untested.OVERLAPPING)
    dispersed = None if chance is Chance.SHARE else series_dispersion(evidence, after)
    p = _shares_p(before, after) if chance is Chance.SHARE else _events_p(evidence, before, after, dispersed)
    if p in (Untested.SAMPLE_UNKNOWN, Untested.POPULATION_UNKNOWN):
        return ChanceTest.none(p)
    if before.data_to or after.data_to:
        return ChanceTest.none(Untested.PART_OF_PERIOD)
    if isinstance(p, Untested):
        return ChanceTest.none(p)
    return ChanceTest(Clarity.CLEAR if p < _LEVEL else Clarity.NOT_CLEAR, p=p, dispersion=dispersed)


@lru_cache(1024)  # a pack shows a change on several of its pages
def rates_p(
    first: int, first_exposure: float, second: int, second_exposure: float, dispersed: float = 1.0
) -> float:
    """The two-sided p of equal rates, for two counts and their exposures (people, or time).

    With a `dispersed` of more than 1 the variance is so many times that of Poisson counts.
    """
    total, share = first + second, first_exposure / (first_exposure + second_exposure)
    if total == 0:
        return 1.0
    tail = min(_tail(first, total, share), _tail(total - first, total, 1.0 - share))
    exact = min(1.0, 2.0 * tail)
    if dispersed <= 1.0:
        return exact
    widened = abs(first - total * share) / math.sqrt(dispersed * total * share * (1.0 - share))
    return max(exact, normal_tails(widened))


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


def _events_p(
    evidence: Evidence, before: Observation, after: Observation, dispersed: float | None
) -> float | Untested:
    first, second = events(evidence, before), events(evidence, after)
    if isinstance(first, Untested):
        return first
    return second if isinstance(second, Untested) else rates_p(*first, *second, dispersed or 1.0)


def _shares_p(before: Observation, after: Observation) -> float | Untested:
    if not before.denominator or not after.denominator:
        return Untested.SAMPLE_UNKNOWN
    first, second = successes(before), successes(after)
    if first is None or second is None:
        return Untested.COUNTS_UNKNOWN
    p = proportions_p(*first, *second)
    return Untested.SMALL_COUNTS if p is None else p
