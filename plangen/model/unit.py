"""Units and polarity: how a value is to be read, and which way is better."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

__all__ = ["Polarity", "Unit", "UnitKind"]


class Polarity(Enum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"
    NEUTRAL = "neutral"


class UnitKind(Enum):
    """What a value counts."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    RANK = "rank"
    POUNDS = "pounds"


class Unit(Struct, frozen=True):
    """A unit; `per` is the N of "rate per N" and 1 for every other kind."""

    kind: UnitKind
    per: int = 1

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read `count`, `percent`, `rate per 1,000`, `rank` or `pounds`; raises ValueError for anything else."""
        words = " ".join(text.split()).lower()
        if rate := re.fullmatch(r"rate per ([1-9][0-9]{0,2}(?:,?[0-9]{3}){0,3})", words):
            return cls(UnitKind.RATE, int(rate[1].replace(",", "")))
        if words in {"count", "percent", "rank", "pounds"}:
            return cls(UnitKind(words))
        raise ValueError(f'"{text}" is not a unit; use count, percent, rate per 1,000, rank or pounds')

    def __str__(self) -> str:
        return f"rate per {self.per:,}" if self.kind is UnitKind.RATE else self.kind.value
