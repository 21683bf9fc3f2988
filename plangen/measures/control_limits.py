"""Control limits of an XmR chart and the special causes they show, as NHS "Making Data Count" uses them.

D. J. Wheeler, Understanding Variation (1993): natural process limits at the mean ± 2.66 times the mean moving
range; 3.267 times the mean moving range is the upper limit of the ranges themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import groupby, pairwise

from msgspec import Struct

__all__ = ["FEWEST", "Limits", "SpecialCause", "SpecialCauseRule", "points_of", "special_causes", "xmr"]

FEWEST = 12
"""The fewest points that get limits."""

_LIMIT = Fraction("2.66")
_SCREEN = Fraction("3.267")
_RUN = 7


class Limits(Struct, frozen=True):
    """The mean and the natural process limits, in the unit of the values.

    `moving_range` is the mean moving range that made them; `screened` counts the ranges left out of it.
    """

    mean: float
    lower: float
    upper: float
    moving_range: float
    screened: int = 0


class SpecialCauseRule(Enum):
    """What makes a special cause."""

    BEYOND_LIMITS = "a point beyond the limits"
    RUN = "7 or more in a row on one side of the mean"
    TREND = "7 or more in a row rising or falling"
    NEAR_LIMIT = "2 of 3 in the outer third on one side"


class SpecialCause(Struct, frozen=True):
    """Points `first` to `last` (from 0, both included); `high` is above the mean, or rising."""

    rule: SpecialCauseRule
    first: int
    last: int
    high: bool


def xmr(values: Sequence[float | Decimal], screen_outliers: bool = True) -> Limits:
    """The limits of a series of at least 12 points.

    Screening leaves out, once, the moving ranges of 3.267 times their mean or more. Raises ValueError for fewer
    points, and for values that are no numbers.
    """
    if len(values) < FEWEST:
        raise ValueError(f"control limits need at least {FEWEST} points, not {len(values)}")
    exact = [_exact(value) for value in values]
    ranges = [abs(after - before) for before, after in pairwise(exact)]
    average = sum(ranges, Fraction(0)) / len(ranges)
    kept = [each for each in ranges if each < _SCREEN * average] if screen_outliers else ranges
    if kept:
        average = sum(kept, Fraction(0)) / len(kept)
    mean = sum(exact, Fraction(0)) / len(exact)
    reach = _LIMIT * average
    screened = len(ranges) - len(kept) if kept else 0
    return Limits(float(mean), float(mean - reach), float(mean + reach), float(average), screened)


def special_causes(values: Sequence[float | Decimal], limits: Limits) -> tuple[SpecialCause, ...]:
    """Every special cause in `values`, by rule and then from the first point on.

    A point on the mean breaks a run, a tie breaks a trend. Each stretch is told once, at its full length. Points
    beyond a limit do not count as close to it.
    """
    numbers = [float(value) for value in values]
    return (
        *_beyond(numbers, limits),
        *_runs(numbers, limits),
        *_trends(numbers),
        *_near_limit(numbers, limits),
    )


def points_of(cause: SpecialCause, values: Sequence[float | Decimal], limits: Limits) -> tuple[int, ...]:
    """The points that make a cause; of a stretch close to a limit only those in the outer third."""
    points = range(cause.first, cause.last + 1)
    if cause.rule is not SpecialCauseRule.NEAR_LIMIT:
        return tuple(points)
    return tuple(at for at in points if _zone(float(values[at]), limits) == (1 if cause.high else -1))


def _beyond(numbers: list[float], limits: Limits) -> Iterator[SpecialCause]:
    for at, number in enumerate(numbers):
        if not limits.lower <= number <= limits.upper:
            yield SpecialCause(SpecialCauseRule.BEYOND_LIMITS, at, at, number > limits.upper)


def _runs(numbers: list[float], limits: Limits) -> Iterator[SpecialCause]:
    sides = [_sign(number - limits.mean) for number in numbers]
    for first, last, side in _stretches(sides):
        if last - first + 1 >= _RUN:
            yield SpecialCause(SpecialCauseRule.RUN, first, last, side > 0)


def _trends(numbers: list[float]) -> Iterator[SpecialCause]:
    steps = [_sign(after - before) for before, after in pairwise(numbers)]
    for first, last, way in _stretches(steps):
        if last - first + 2 >= _RUN:
            yield SpecialCause(SpecialCauseRule.TREND, first, last + 1, way > 0)


def _near_limit(numbers: list[float], limits: Limits) -> Iterator[SpecialCause]:
    """Windows of three that hold two close points on a side; those that share points are told as one."""
    zones = [_zone(number, limits) for number in numbers]
    found: list[SpecialCause] = []
    for side in (1, -1):
        for start in range(len(zones) - 2):
            close = [at for at in range(start, start + 3) if zones[at] == side]
            if len(close) < 2:
                continue
            first = close[0]
            if found and found[-1].high is (side > 0) and found[-1].last >= first:
                first = found.pop().first
            found.append(SpecialCause(SpecialCauseRule.NEAR_LIMIT, first, close[-1], side > 0))
    yield from sorted(found, key=lambda cause: (cause.first, cause.last))


def _zone(number: float, limits: Limits) -> int:
    """1 and -1 in the outer third above and below the mean, limits included; 0 everywhere else."""
    close = abs(number - limits.mean) > (limits.upper - limits.lower) / 3
    return _sign(number - limits.mean) if close and limits.lower <= number <= limits.upper else 0


def _stretches(signs: list[int]) -> Iterator[tuple[int, int, int]]:
    """First, last and sign of every stretch of one sign; zeros belong to none."""
    for sign, group in groupby(enumerate(signs), key=lambda item: item[1]):
        places = [at for at, _ in group]
        if sign:
            yield places[0], places[-1], sign


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _exact(value: float | Decimal) -> Fraction:
    """The number as it is written: 0.1 is a tenth."""
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"{value} is not a number")
    return Fraction(number)
