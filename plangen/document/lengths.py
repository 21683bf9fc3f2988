"""Lengths in points: how they are added up, and how they are rounded where they are written down.

Both have one result on every machine and with every Python (`docs/decisions/reproducible.md`).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

__all__ = ["total", "written"]


def total(lengths: Iterable[float]) -> float:
    """The sum of `lengths`, correctly rounded, so that neither their order nor the way of adding has a say in it.

    The builtin `sum` is for whole numbers, decimals and fractions: it adds floats up in one way before
    Python 3.12 and in another since. mypy refuses it where it would add floats.
    """
    return fsum(lengths)


def written(length: float) -> float:
    """`length` to a thousandth of a point, as drawings and pages hold it, halves upwards; never a negative zero.

    Half the width of a word often ends midway between two thousandths. To a whole millionth first, so that such a
    length is rounded as it was meant, and not by the last bit of a cosine or a transformation on this machine.
    """
    return (round(length * 1_000_000) + 500) // 1000 / 1000
