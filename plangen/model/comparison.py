"""What a value is held against, added up to, and why where that cannot be done (design section 5)."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from plangen.model.indicator import Basis
from plangen.model.period import Period
from plangen.model.result import Change, Direction, Level, Untested, Verdict

__all__ = ["Accumulation", "BenchmarkDifference", "Comparison", "Gap", "MeasureVerdict", "Missing", "Range"]


class Missing(Enum):
    """Why a value has no change from an earlier one, or one without a size."""

    NO_CURRENT_VALUE = "the period itself has no value"
    FIRST = "nothing earlier"
    NO_ROW = "no row for that period"
    NOT_EVERY_YEAR = "not measured every year"
    DIFFERENT_LENGTH = "only periods of another length"
    NO_VALUE = "a row without a value that may be shown"
    FROM_ZERO = "no percentage: from zero"


class Comparison(Struct, frozen=True):
    """A value with its change from the previous comparable period and from the same period of the year before.

    A reason stands where a change is None, and beside a change without a percentage (from zero). `older` is set
    where the value is of an earlier period than the one asked for. `before` and `then` are what the data holds for
    the period before and for that of the year before, a value or a marker, whether or not there is a change.
    """

    current: Level | None
    previous: Change | None
    year_before: Change | None
    why_no_previous: Missing | None
    why_no_year_before: Missing | None
    older: bool = False
    before: Level | None = None
    then: Level | None = None

    @property
    def same_base(self) -> bool:
        """Whether the previous period is the year before, as for a yearly measure: then one change says all."""
        if self.previous is None or self.year_before is None:
            return False
        return self.previous.base == self.year_before.base


class MeasureVerdict(Struct, frozen=True):
    """What is said of a measure, and what that rests on.

    `change` is the movement that was judged; None for a control chart, and where the data has nothing for `basis`:
    then `missing` says why. `direction` is the arrow beside the verdict, None where nothing moved that was judged.
    `why` is set where the verdict is "not tested".
    """

    basis: Basis
    verdict: Verdict
    direction: Direction | None = None
    change: Change | None = None
    why: Untested | None = None
    missing: Missing | None = None


class BenchmarkDifference(Struct, frozen=True):
    """A value beside its benchmark of exactly the same period.

    `absolute` is own minus benchmark in the indicator's unit (points for percentages); `percent` is that of the
    benchmark's size, None where the benchmark is 0, the value rests on few (`small_base`), or the unit is places.
    """

    own: Level
    benchmark: Level
    absolute: Level
    percent: Level | None


class Range(Enum):
    """Where a value stands against the usual range of its group, by polarity."""

    BETTER = "better than the usual range"
    WITHIN = "within the usual range"
    WORSE = "worse than the usual range"


class Gap(Enum):
    """Why values cannot be added up."""

    NOT_ADDED = "only counts and pounds are added up"
    NOTHING = "no row"
    MISSING = "a period is missing"
    NO_VALUE = "a period has no value that may be shown"
    INCOMPLETE = "a period before the last has only part of its data"
    OVERLAPPING = "periods overlap"
    DOES_NOT_FIT = "periods do not fit into the year"


class Accumulation(Struct, frozen=True):
    """A sum over the parts of a year, or why there is none; `gap_at` is the first period in the way."""

    total: Level | None
    why: Gap | None = None
    gap_at: Period | None = None
