"""The functions of the tests and intervals that the machine's mathematics library rounds in its own way.

What a C library makes of an exponential or a logarithm may differ in the last bit from system to system, and near
the border of a level that bit would be a verdict. Here they rest on decimal arithmetic, whose exponential and
logarithm are correctly rounded by its specification (M. Cowlishaw, General Decimal Arithmetic), and on what
IEEE 754 rounds correctly: the four operations and the square root. So they have one result everywhere.
"""

from __future__ import annotations

import math
from decimal import Context, Decimal, localcontext

__all__ = ["binomial_chance", "exponential", "log_factorial", "normal_tails"]

_DIGITS = Context(prec=30)
_FACTORIALS = 60
_HALF_LOG_TWO_PI = Decimal("0.9189385332046727417803297364056176398614")
_ROOT_TWO_PI = 2.5066282746310005
_NEAR = 3.0
_LEVELS = 60


def exponential(power: float | Decimal) -> float:
    """The number e raised to `power`."""
    return float(_DIGITS.exp(Decimal(power)))


def log_factorial(number: int) -> Decimal:
    """The natural logarithm of `number`!, to 18 decimals or more.

    From 60 on by Stirling's series (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 6.1.41).
    """
    if number < _FACTORIALS:
        return _DIGITS.ln(Decimal(math.factorial(number)))
    with localcontext(_DIGITS):
        x = Decimal(number)
        series = 1 / (12 * x) - 1 / (360 * x**3) + 1 / (1260 * x**5) - 1 / (1680 * x**7)
        return (x + Decimal("0.5")) * x.ln() - x + _HALF_LOG_TWO_PI + series


def binomial_chance(count: int, total: int, share: float) -> float:
    """The chance of exactly `count` of `total`, where each has the chance `share` (more than 0, less than 1)."""
    with localcontext(_DIGITS):
        ways = log_factorial(total) - log_factorial(count) - log_factorial(total - count)
        one = Decimal(share)
        return exponential(ways + count * one.ln() + (total - count) * (1 - one).ln())


def normal_tails(z: float) -> float:
    """The chance that a standard normal number is further from 0 than `z` (0 or more), on either side.

    Near the middle by the series of the part between, further out by Laplace's continued fraction of the tails
    (Abramowitz and Stegun, 26.2.11 and 26.2.14).
    """
    density = exponential(-z * z / 2) / _ROOT_TWO_PI
    if z >= _NEAR:
        below = z
        for level in range(_LEVELS, 0, -1):
            below = z + level / below
        return 2 * density / below
    term = series = z
    odd = 1
    while term > series * 1e-17:
        odd += 2
        term *= z * z / odd
        series += term
    return 1 - 2 * density * series
