"""Whether printed figures agree, given that each was rounded before it was printed.

Rounding: a figure printed with half unit h stands for any value within h of it, so that a change computed
from two printed figures is a range. A stated figure is wrong only if its own range and that range are apart.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from plangen.checks.numbers import Exactness, TypedNumber

__all__ = ["Range", "agrees", "percent_change", "range_of", "ratio", "share", "shown", "shown_percent"]

Range = tuple[Decimal, Decimal]


def range_of(number: TypedNumber, exact: bool = False) -> Range:
    """The values that print as `number`; an `exact` count stands for itself."""
    half = Decimal(0) if exact else number.half
    return number.value - half, number.value + half


def share(part: Range, whole: Range) -> Range:
    """100 x part / whole, in percent; `whole` must be above 0."""
    return 100 * part[0] / whole[1], 100 * part[1] / whole[0]


def ratio(after: Range, before: Range) -> Range | None:
    """After / before, None where `before` may be 0 or below."""
    if before[0] <= 0:
        return None
    return min(after[0] / before[1], after[0] / before[0]), max(after[1] / before[0], after[1] / before[1])


def percent_change(before: Range, after: Range) -> Range | None:
    """100 x (after - before) / before, None where `before` may be 0 or below."""
    times = ratio(after, before)
    return None if times is None else (100 * (times[0] - 1), 100 * (times[1] - 1))


def agrees(stated: TypedNumber, found: Range, slack: Decimal = Decimal("0.05")) -> bool:
    """Whether `stated` can be the printed form of a value in `found`, in the units of `stated`.

    "Over 60" agrees with anything above it up to an eighth more, "about 60" with a twentieth either way; the
    `slack` is added to half a unit because some round half to even and some cut off a binary fraction.
    """
    size = abs(stated.value)
    low, high = size - stated.half * (1 + slack), size + stated.half * (1 + slack)
    if stated.bound is Exactness.OVER:
        high += max(size / 4, 5 * stated.half)
    elif stated.bound is Exactness.UNDER:
        low -= max(size / 4, 5 * stated.half)
    elif stated.bound is Exactness.ABOUT:
        low, high = low - max(size / 20, 3 * stated.half), high + max(size / 20, 3 * stated.half)
    return found[0] <= high and found[1] >= low


def shown(value: Decimal, places: int = 1) -> str:
    """A value as people write it: thousands parted by commas, no needless noughts."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_percent(value: Decimal, places: int = 1) -> str:
    """A percentage with its sign, as "66.7%"."""
    return f"{shown(value, places)}%"
