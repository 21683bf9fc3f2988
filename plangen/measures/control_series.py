"""Which values of an indicator make a control chart, and what the chart finds in them (design section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from plangen.measures.control_limits import FEWEST, Limits, SpecialCause, special_causes, xmr
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level_of
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Level

__all__ = ["ControlSeries", "NoLimits", "control_series"]

_REGULAR = (
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.FINANCIAL_YEAR,
    PeriodKind.CALENDAR_YEAR,
    PeriodKind.ACADEMIC_YEAR,
)


class NoLimits(Enum):
    """Why a series has no control limits."""

    TOO_FEW = "too few values"
    OVERLAPPING = "periods that overlap"


class ControlSeries(Struct, frozen=True):
    """The values of one kind of period, oldest first, with their limits and special causes.

    `limits` is None where `why` says so. `gaps` counts the periods between the first and the last that have no
    value; the moving range goes across them.
    """

    levels: tuple[Level, ...]
    limits: Limits | None = None
    causes: tuple[SpecialCause, ...] = ()
    why: NoLimits | None = None
    gaps: int = 0

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that are drawn."""
        return tuple(level.number for level in self.levels if level.number is not None)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Their periods."""
        return tuple(level.period for level in self.levels if level.period is not None)


def control_series(evidence: Evidence, id: str, category: str = "") -> ControlSeries:
    """The series up to the cut-off, of the kind and length of its latest period.

    Rolling spans share most of their data with their neighbours, so that their moving ranges say nothing of
    chance: overlapping periods get no limits. Values that are suppressed or missing are left out.
    """
    known = [level_of(evidence, row) for row in evidence.series(id, category=category) if row.value is not None]
    drawn = [level for level in known if level.number is not None and level.period is not None]
    levels = tuple(level for level in drawn if _alike(level, drawn[-1]))
    found = ControlSeries(levels)
    if len(levels) < FEWEST:
        return ControlSeries(levels, why=NoLimits.TOO_FEW)
    if any(before.overlaps(after) for before, after in pairwise(found.periods)):
        return ControlSeries(levels, why=NoLimits.OVERLAPPING)
    limits = xmr(found.values)
    return ControlSeries(levels, limits, special_causes(found.values, limits), gaps=_gaps(found.periods))


def _alike(one: Level, other: Level) -> bool:
    assert one.period is not None
    assert other.period is not None
    return one.period.kind is other.period.kind and one.period.same_length(other.period)


def _gaps(periods: Sequence[Period]) -> int:
    if periods[-1].kind not in _REGULAR:
        return 0
    count, at = 1, periods[-1]
    while at > periods[0]:
        at, count = at.previous(), count + 1
    return count - len(periods)
