"""Confidence intervals of rates and proportions, as public health statistics in England compute them.

Rates: Byar's approximation to the exact Poisson limits (N. E. Breslow and N. E. Day, Statistical Methods in Cancer
Research II, IARC 1987, p. 69), and the exact limits below 10 events (F. Garwood, "Fiducial limits for the Poisson
distribution", Biometrika 28, 1936, 437-442). Proportions: Wilson's score method (E. B. Wilson, JASA 22, 1927,
209-212). The choice is that of the technical guidance of Public Health England (Confidence intervals, 2018).

The limits are the same on every machine (`special_functions`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from plangen.measures.special_functions import exponential, normal_tails

__all__ = ["proportion_interval", "rate_interval"]

_FEWEST_FOR_BYAR = 10
_HALVINGS = 200


def rate_interval(
    count: int | Decimal, population: float | Decimal, per: int = 1000, confidence: float = 0.95
) -> tuple[float, float]:
    """The lower and upper limit of `count` events among `population` people, per `per` people.

    Raises ValueError for a count that is negative or not whole, a population that is not positive, or a confidence
    that is not between 0 and 1.
    """
    events = _whole(count, "count")
    people = float(population)
    if not (people > 0 and math.isfinite(people)):
        raise ValueError("a rate needs a population of more than 0")
    alpha = _alpha(confidence)
    limits = _byar if events >= _FEWEST_FOR_BYAR else _exact
    lower, upper = limits(events, alpha)
    return lower / people * per, upper / people * per


def proportion_interval(
    successes: int | Decimal, total: int | Decimal, confidence: float = 0.95
) -> tuple[float, float]:
    """The lower and upper limit of `successes` of `total`, as proportions from 0 to 1.

    Raises ValueError for counts that are negative or not whole, no total, more successes than the total, or a
    confidence that is not between 0 and 1.
    """
    x, n = _whole(successes, "number of successes"), _whole(total, "total")
    if n == 0 or x > n:
        raise ValueError("a proportion needs a total of at least 1 and no more successes than that")
    z = _deviation(_alpha(confidence))
    centre = 2 * x + z * z
    spread = z * math.sqrt(z * z + 4 * x * (1 - x / n))
    scale = 2 * (n + z * z)
    lower = 0.0 if x == 0 else (centre - spread) / scale
    upper = 1.0 if x == n else (centre + spread) / scale
    return lower, upper


def _byar(events: int, alpha: float) -> tuple[float, float]:
    z = _deviation(alpha)
    above = events + 1
    lower = 1 - 1 / (9 * events) - z / (3 * math.sqrt(events))
    upper = 1 - 1 / (9 * above) + z / (3 * math.sqrt(above))
    return events * lower * lower * lower, above * upper * upper * upper


def _exact(events: int, alpha: float) -> tuple[float, float]:
    """The means at which as many events or more, or as many or fewer, have a chance of half of `alpha`."""
    upper = _root(lambda mean: _at_most(events, mean) - alpha / 2)
    if events == 0:
        return 0.0, upper
    return _root(lambda mean: alpha / 2 - (1 - _at_most(events - 1, mean))), upper


def _at_most(events: int, mean: float) -> float:
    """The Poisson chance of `events` or fewer."""
    term = ratios = 1.0
    for count in range(1, events + 1):
        term *= mean / count
        ratios += term
    return exponential(-mean) * ratios


@lru_cache
def _deviation(alpha: float) -> float:
    """How many standard deviations from the mean leave the chance `alpha` on both sides together: 1.96 for 5%."""
    return _root(lambda z: normal_tails(z) - alpha)


def _root(falling: Callable[[float], float]) -> float:
    """Where a falling function of a positive number crosses zero, by bisection."""
    low, high = 0.0, 1.0
    while falling(high) > 0:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return (low + high) / 2


def _whole(number: int | Decimal, name: str) -> int:
    if number != number or number < 0 or number != int(number):
        raise ValueError(f"the {name} must be a whole number of 0 or more, not {number}")
    return int(number)


def _alpha(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise ValueError(f"a confidence lies between 0 and 1, as 0.95 does, not {confidence}")
    return 1 - confidence
