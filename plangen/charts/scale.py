"""From values to points: linear scales, their ticks, and the figures beside the ticks."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from plangen.document.charts import FigureMarks

__all__ = ["Scale", "line_scale", "scale_for", "tick_words"]

_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(4), Fraction(5))
_INTERVALS = 5
_FLAT = 0.2
_LEAST_SHOWN = 0.1
_UNDER = 0.1


class Scale(Struct, frozen=True):
    """Values from `low` to `high` on the points from `start` to `end`, with the values that get a tick."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...] = ()

    def __call__(self, value: float) -> float:
        """Where `value` stands."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def broken(self) -> bool:
        """Whether zero lies below the axis, which then has to say so."""
        return self.low > 0.0


def scale_for(
    values: Iterable[float], start: float, end: float, *, from_zero: bool = True, intervals: int = _INTERVALS
) -> Scale:
    """A scale for `values` with round ticks, as many `intervals` between them as given or fewer.

    The first tick is at or below the smallest value, the last one at or above the largest. With `from_zero` zero
    is among them.
    """
    found = list(values) or [0.0]
    low, high = min(found), max(found)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= abs(high) * 1e-9:
        low, high = (low, low + 1.0) if from_zero else (low - abs(low) * 0.1 - 0.5, high + abs(high) * 0.1 + 0.5)
    ticks = [float(tick) for tick in _round_ticks(_as_written(low), _as_written(high), intervals)]
    return Scale(min(low, ticks[0]), max(high, ticks[-1]), start, end, tuple(ticks))


def line_scale(
    values: Iterable[float],
    start: float,
    end: float,
    intervals: int = _INTERVALS,
    least_shown: float = _LEAST_SHOWN,
) -> Scale:
    """A scale for lines: from zero, unless the values differ by less than a fifth of the largest one.

    From zero such a line is flat, and its movement cannot be read; bars keep their zero, because their length is
    what is compared. The axis then shows `least_shown` of the largest value or more, so that the smallest
    movements do not fill the chart, and no value lies on its base line, where it would look like none. Values that
    are all equal stay on an axis from zero: there is no movement to be seen.
    """
    found = list(values)
    low, high = min(found, default=0.0), max(found, default=0.0)
    if low > 0.0 and high * 1e-9 < high - low < high * _FLAT:
        least = min(low - (high - low) * _UNDER, high * (1 - least_shown))
        return scale_for((least, high), start, end, from_zero=False, intervals=intervals)
    return scale_for(found, start, end, intervals=intervals)


def _round_ticks(low: Fraction, high: Fraction, intervals: int) -> list[Fraction]:
    """Multiples of a round step, from the last one not above `low` to the first one not below `high`.

    The step is 1, 2, 4 or 5 times a power of ten, or 25, 250 and so on (2.5 would need a decimal more than its
    neighbours): the smallest that makes `intervals` enough. In fractions, so that a tick stands or falls by the
    figures and not by how a logarithm is rounded.
    """
    least = (high - low) / intervals
    power = (Decimal(least.numerator) / least.denominator).adjusted()
    rounds = (
        part * Fraction(10) ** exponent
        for exponent in (power, power + 1, power + 2)
        for part in _STEPS
        if part.denominator == 1 or exponent >= 1
    )
    ends = ((math.floor(low / step), math.ceil(high / step), step) for step in rounds)
    first, last, step = next(each for each in ends if each[1] - each[0] <= intervals)
    return [at * step for at in range(first, last + 1)]


def _as_written(value: float) -> Fraction:
    """0.1 is a tenth."""
    return Fraction(repr(value))


def tick_words(
    ticks: Sequence[float],
    like: Iterable[str] = (),
    marks: FigureMarks = FigureMarks(),  # noqa: B008 - a frozen value
) -> tuple[str, ...]:
    """The figures beside the ticks, with the pound or per cent sign that all the labels in `like` carry.

    `marks` say how the language of the chart writes them.
    """
    labels = [label for label in like if any(c.isdigit() for c in label)]
    before = "£" if labels and all("£" in label for label in labels) else ""
    after = "%" if labels and all(label.endswith("%") for label in labels) else ""
    largest = max((abs(tick) for tick in ticks), default=0.0)
    if largest >= 1e15 or 0 < largest < 1e-4:
        return tuple(_signed(f"{tick:g}", before, after) for tick in ticks)
    for least, unit, word in ((1e9, 1e9, marks.billion), (1e7, 1e6, marks.million)):
        if largest >= least:
            return _plain_words([tick / unit for tick in ticks], before, word + after, marks)
    return _plain_words(ticks, before, after, marks)


def _plain_words(ticks: Sequence[float], before: str, after: str, marks: FigureMarks) -> tuple[str, ...]:
    """Figures with as many decimals as their interval needs, with thousands marked."""
    step = min((b - a for a, b in itertools.pairwise(ticks)), default=1.0)
    decimals = max(0, -Decimal(f"{step:.9e}").adjusted()) if step > 0 else 0
    if round(step, decimals) < step * (1 - 1e-6) or round(step, decimals) > step * (1 + 1e-6):
        decimals += 1
    written = str.maketrans({",": marks.thousands, ".": marks.decimal})
    return tuple(_signed(f"{tick:,.{decimals}f}".translate(written), before, after) for tick in ticks)


def _signed(figure: str, before: str, after: str) -> str:
    """The figure with its signs; a minus sign is a minus sign and not a hyphen, and zero has none."""
    if figure.startswith("-"):
        zero = not any(digit in figure for digit in "123456789")
        return f"{'' if zero else '−'}{before}{figure[1:]}{after}"
    return f"{before}{figure}{after}"
