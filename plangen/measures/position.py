"""Where an area stands in its group: ranks, the group's mean, and bounds around it (design section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.measures.evidence import Evidence
from plangen.measures.levels import is_small, row_input
from plangen.model.comparison import Range
from plangen.model.observation import Observation, SeriesKind
from plangen.model.period import Period
from plangen.model.result import Input
from plangen.model.unit import Polarity

__all__ = ["GroupPlace", "GroupPosition", "PlaceInGroup", "group_position", "place_in_group", "ranks"]


class GroupPlace(Struct, frozen=True):
    """An area of the group; areas with equal values share the better rank."""

    area: str
    value: Decimal
    rank: int
    own: bool


class GroupPosition(Struct, frozen=True):
    """A group at a period, best first.

    `k` and `spread`, one sample standard deviation, are set where the bounds are the mean ± k of them.
    """

    period: Period
    places: tuple[GroupPlace, ...]
    mean: Decimal
    lower: Decimal | None
    upper: Decimal | None
    k: Decimal | None
    inputs: tuple[Input, ...]
    spread: Decimal | None = None

    @property
    def size(self) -> int:
        """How many areas there are, the own area among them."""
        return len(self.places)

    @property
    def own(self) -> GroupPlace | None:
        """The own area's place."""
        return next((place for place in self.places if place.own), None)


class PlaceInGroup(Struct, frozen=True):
    """A place, and whether the value behind it is within the usual range of the group."""

    position: GroupPosition
    place: GroupPlace
    range: Range


def place_in_group(evidence: Evidence, id: str, period: Period) -> PlaceInGroup | None:
    """What the values behind a rank say of its place; None where nobody names them (`ranks`) or has bounds.

    An area beyond a bound differs from its group by more than areas of the group usually do; one between them does
    not, whatever its place in the list.
    """
    indicator = evidence.records.indicators[id]
    if indicator.ranks is None:
        return None
    found = group_position(evidence, indicator.ranks, period, indicator.k)
    if found is None or found.own is None or found.lower is None or found.upper is None:
        return None
    own, higher = found.own, evidence.records.indicators[indicator.ranks].polarity is Polarity.HIGHER
    if found.lower <= own.value <= found.upper:
        return PlaceInGroup(found, own, Range.WITHIN)
    better = (own.value > found.upper) is higher
    return PlaceInGroup(found, own, Range.BETTER if better else Range.WORSE)


def ranks(values: Sequence[Decimal], polarity: Polarity) -> tuple[int, ...]:
    """The rank of each value, 1 for the best; equal values share the better rank: 1, 2, 3, 3, 5.

    Raises ValueError where no value is better than another (neutral polarity).
    """
    if polarity is Polarity.NEUTRAL:
        raise ValueError("values of neutral polarity have no best")
    best_first = sorted(values, reverse=polarity is Polarity.HIGHER)
    best_rank: dict[Decimal, int] = {}
    for rank, value in enumerate(best_first, start=1):
        best_rank.setdefault(value, rank)
    return tuple(best_rank[value] for value in values)


def group_position(
    evidence: Evidence, indicator: str, period: Period | None = None, k: Decimal | None = None
) -> GroupPosition | None:
    """The group at `period`, or at the latest with values for more than the own area; None where there is none.

    The mean is the unweighted mean of all members, own area included. Bounds are the published ones (the series
    `lower` and `upper`) where the data has them; otherwise mean ± k sample standard deviations, if `k` is given.
    Raises ValueError for an indicator of neutral polarity.
    """
    periods = (period,) if period else reversed(evidence.group_periods(indicator))
    groups = ((when, _members(evidence, indicator, when)) for when in periods)
    return next((_position(evidence, when, rows, k) for when, rows in groups if len(rows) > 1), None)


def _members(evidence: Evidence, indicator: str, period: Period) -> tuple[Observation, ...]:
    """The areas with a value that may be shown: a count too small to publish takes no place."""
    rows = evidence.group(indicator, period)
    return tuple(row for row in rows if row.value is not None and not is_small(evidence, row))


def _position(
    evidence: Evidence, period: Period, rows: tuple[Observation, ...], k: Decimal | None
) -> GroupPosition:
    indicator = evidence.records.indicators[rows[0].indicator]
    values = [row.value for row in rows if row.value is not None]
    polarity = Polarity.LOWER if indicator.unit.is_place else indicator.polarity
    home = evidence.records.partnership.area
    places = [
        GroupPlace(row.area, value, rank, row.area == home)
        for row, value, rank in zip(rows, values, ranks(values, polarity), strict=True)
    ]
    mean = sum(values, Decimal(0)) / len(values)
    bounds, used, spread = _bounds(evidence, rows[0].indicator, period), None, None
    if bounds is None and k is not None:
        from statistics import stdev  # noqa: TID251 - of decimals it is exact but for one rounding at the end

        spread, used = stdev(values), k
        bounds = (mean - k * spread, mean + k * spread)
    return GroupPosition(
        period=period,
        places=tuple(sorted(places, key=lambda place: (place.rank, place.area))),
        mean=mean,
        lower=bounds[0] if bounds else None,
        upper=bounds[1] if bounds else None,
        k=used,
        inputs=tuple(row_input(evidence, row) for row in rows),
        spread=spread,
    )


def _bounds(evidence: Evidence, indicator: str, period: Period) -> tuple[Decimal, Decimal] | None:
    """The published bounds of the group; of an indicator with intervals they are the ends of its own interval."""
    if evidence.records.indicators[indicator].intervals:
        return None
    lower = evidence.at(indicator, period, SeriesKind.LOWER)
    upper = evidence.at(indicator, period, SeriesKind.UPPER)
    if lower is None or upper is None or lower.value is None or upper.value is None:
        return None
    return lower.value, upper.value
