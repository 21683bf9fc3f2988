"""Units and polarity: how a value is to be read, what may be done with it, and which way is better.

A unit is one record: its traits stand here, its words in the `units` module of each language, and how `check`
reads a typed figure of it in `checks/editions/known_figures.py`. A type checker holds each of the three complete.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import assert_never

from msgspec import Struct

__all__ = ["UNIT_PATTERN", "Chance", "ChangeUnit", "Polarity", "Unit", "UnitKind", "UnitTraits"]


class Polarity(Enum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"
    NEUTRAL = "neutral"


class UnitKind(Enum):
    """What a value counts; the value is how officers write it, but for `rate per 1,000`."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    RANK = "rank"
    POUNDS = "pounds"
    HOURS = "hours"
    DAYS = "days"
    MINUTES = "minutes"


class ChangeUnit(Enum):
    """What a change is counted in: percent for counts and rates, points for percentages, places for ranks."""

    PERCENT = "percent"
    POINTS = "points"
    PLACES = "places"


class Chance(Enum):
    """What is known of the chance in a value: events in a population, a share of a sample, or nothing."""

    EVENTS = "events"
    EVENTS_PER_POPULATION = "events per population"
    SHARE = "share"
    UNKNOWN = "unknown"


class UnitTraits(Struct, frozen=True):
    """What a unit means for computing.

    `least` and `most` are the values that are possible, None where there is no end. `adds_up` says whether the
    values of successive periods have a sum; `steady` whether that of a part of a year stands for the year so far.
    """

    change: ChangeUnit
    chance: Chance
    adds_up: bool = False
    steady: bool = False
    least: int | None = 0
    most: int | None = None


_RATE = r"rate per ([1-9][0-9]{0,2}(?:,?[0-9]{3}){0,3})"
_PLAIN = tuple(kind.value for kind in UnitKind if kind is not UnitKind.RATE)

UNIT_PATTERN = rf"^({'|'.join(_PLAIN)}|rate per [0-9,]+)$"
"""What a unit looks like in a file, for JSON Schemas."""


class Unit(Struct, frozen=True):
    """A unit; `per` is the N of "rate per N" and 1 for every other kind."""

    kind: UnitKind
    per: int = 1

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read `count`, `percent`, `rate per 1,000`, `rank`, `minutes` …; raises ValueError for anything else."""
        words = " ".join(text.split()).lower()
        if rate := re.fullmatch(_RATE, words):
            return cls(UnitKind.RATE, int(rate[1].replace(",", "")))
        if words in _PLAIN:
            return cls(UnitKind(words))
        names = [str(cls(kind, 1000 if kind is UnitKind.RATE else 1)) for kind in UnitKind]
        raise ValueError(f'"{text}" is not a unit; use {", ".join(names[:-1])} or {names[-1]}')

    def __str__(self) -> str:
        return f"rate per {self.per:,}" if self.kind is UnitKind.RATE else self.kind.value

    @property
    def traits(self) -> UnitTraits:
        """What the unit means for computing.

        A time (a response, a wait) is a mean over cases whose spread nobody publishes: its chance is unknown, and
        the means of periods have no sum.
        """
        match self.kind:
            case UnitKind.COUNT:
                return UnitTraits(ChangeUnit.PERCENT, Chance.EVENTS, adds_up=True)
            case UnitKind.RATE:
                return UnitTraits(ChangeUnit.PERCENT, Chance.EVENTS_PER_POPULATION)
            case UnitKind.PERCENT:
                return UnitTraits(ChangeUnit.POINTS, Chance.SHARE, steady=True, most=100)
            case UnitKind.RANK:
                return UnitTraits(ChangeUnit.PLACES, Chance.UNKNOWN, steady=True, least=1)
            case UnitKind.POUNDS:
                return UnitTraits(ChangeUnit.PERCENT, Chance.UNKNOWN, adds_up=True, least=None)
            case UnitKind.HOURS | UnitKind.DAYS | UnitKind.MINUTES:
                return UnitTraits(ChangeUnit.PERCENT, Chance.UNKNOWN)
            case _:
                assert_never(self.kind)

    @property
    def is_place(self) -> bool:
        """Whether values are places in a group, of which the first is best whatever the polarity."""
        return self.kind is UnitKind.RANK

    @property
    def is_share(self) -> bool:
        """Whether values are percentages, so that changes are points."""
        return self.kind is UnitKind.PERCENT

    @property
    def is_count(self) -> bool:
        """Whether values are whole numbers of people or events, which may be too small to publish."""
        return self.kind is UnitKind.COUNT
