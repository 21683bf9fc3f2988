"""From values to points: linear scales, their ticks, and the figures beside the ticks."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from plangen.document.charts import FigureMarks

__all__ = ["Scale", "scale_for", "tick_words"]

_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))
_INTERVALS = 4


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


def scale_for(values: Iterable[float], start: float, end: float, *, from_zero: bool) -> Scale:
    """A scale for `values` with round ticks, at most about four intervals between them.

    The last tick may be a tenth of an interval beyond the largest value; otherwise the axis ends at the value,
    so that a chart is not pressed together by an empty interval above it. Without `from_zero` it starts at the
    tick below the smallest value.
    """
    found = list(values) or [0.0]
    low, high = min(found), max(found)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= abs(high) * 1e-9:
        low, high = (low, low + 1.0) if from_zero else (low - abs(low) * 0.1 - 0.5, high + abs(high) * 0.1 + 0.5)
    ticks = [float(tick) for tick in _round_ticks(_as_written(low), _as_written(high))]
    bottom = min(low, ticks[0])
    if from_zero and low == 0.0:
        bottom, ticks = 0.0, [tick for tick in ticks if tick >= 0.0]
    return Scale(bottom, max(high, ticks[-1]), start, end, tuple(ticks))


def _round_ticks(low: Fraction, high: Fraction) -> list[Fraction]:
    """Multiples of a round step from `low`, or the last one below it, to a tenth of a step beyond `high`.

    The step is 1, 2, 2.5 or 5 times a power of ten, the smallest that makes four intervals enough. In fractions,
    so that a tick stands or falls by the figures and not by how a logarithm is rounded.
    """
    least = (high - low) / _INTERVALS
    power = (Decimal(least.numerator) / least.denominator).adjusted()
    rounds = (part * Fraction(10) ** exponent for exponent in (power, power + 1) for part in _STEPS)
    step = next(each for each in rounds if each >= least)
    return [at * step for at in range(math.floor(low / step), math.floor(high / step + Fraction(1, 10)) + 1)]


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
