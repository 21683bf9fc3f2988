"""Observations: one value of one indicator, for one area and one period (design section 4)."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Location
from plangen.model.period import Period

__all__ = ["COLUMNS", "PUBLISHED_COLUMNS", "Marker", "Observation", "SeriesKind", "ValueStatus"]

PUBLISHED_COLUMNS: tuple[str, ...] = (
    "indicator",
    "area",
    "period",
    "value",
    "series",
    "base",
    "category",
    "numerator",
    "denominator",
    "data_to",
)
"""The columns of a data file that a document carries with it."""

COLUMNS = (*PUBLISHED_COLUMNS, "status", "was", "disclosed", "note", "origin")
"""The columns that a data file may have: those, and what stays in the office."""


class SeriesKind(Enum):
    """Which series a value belongs to."""

    ACTUAL = "actual"
    BENCHMARK = "benchmark"
    LOWER = "lower"
    UPPER = "upper"


class ValueStatus(Enum):
    """How settled a value is."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"


class Marker(Enum):
    """What stands where a value would: shown as it is, entering no computation."""

    SUPPRESSED = "*"
    NOT_APPLICABLE = "N/A"
    TO_BE_ANNOUNCED = "TBA"
    TO_BE_SET = "To be set"
    NONE = "-"
    NOT_PUBLISHED = "not published"
    NOT_COLLECTED = "not collected"


class Observation(Struct, frozen=True):
    """One row of a data file.

    `value` is None where the row holds a `marker`. A filled `base` makes the value a change from that period:
    percent for counts and rates, points for percentages. `value` was computed from `numerator` and
    `denominator` where the row gave only those; for ranks `denominator` is the size of the group. `origin` is
    the file and cell it was imported from: "3f9c0a1b2c4d KPIs!C5".
    """

    indicator: str
    area: str
    period: Period
    location: Location
    value: Decimal | None = None
    marker: Marker | None = None
    series: SeriesKind = SeriesKind.ACTUAL
    base: Period | None = None
    category: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    standing: ValueStatus = ValueStatus.FINAL
    was: Decimal | None = None
    data_to: str = ""
    disclosed: str = ""
    note: str = ""
    origin: str = ""

    @property
    def key(self) -> tuple[str, str, Period, SeriesKind, str, Period | None]:
        """What makes an observation the only one of its kind."""
        return self.indicator, self.area, self.period, self.series, self.category, self.base
