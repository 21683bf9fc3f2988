"""Levels: the value of an indicator at a period."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.measures.evidence import Evidence
from plangen.model.observation import Marker, Observation, SeriesKind
from plangen.model.period import Period
from plangen.model.result import Input, Level
from plangen.model.working import Given, ShareOf, Working

__all__ = ["is_small", "level", "level_of", "row_input"]


def level(
    evidence: Evidence,
    indicator: str,
    period: Period | None = None,
    series: SeriesKind = SeriesKind.ACTUAL,
    category: str = "",
) -> Level | None:
    """The level at `period`, or the latest up to the cut-off; None where there is no such observation."""
    if period is None:
        row = evidence.latest(indicator, series, category)
    else:
        row = evidence.at(indicator, period, series, category)
    found = level_of(evidence, row) if row else None
    return replace(found, key=indicator) if found and period is None and not category else found


def level_of(evidence: Evidence, row: Observation) -> Level:
    """The level an observation states.

    A count from 1 to below the partnership's small-number threshold becomes `Marker.SUPPRESSED`, unless the row
    says why it may be disclosed (design section 4).
    """
    indicator = evidence.records.indicators[row.indicator]
    suppressed = is_small(evidence, row)
    size = row.denominator if indicator.unit.is_place else None
    return Level(
        key=_key(row),
        inputs=(row_input(evidence, row),),
        working=_working(row),
        number=None if suppressed else row.value,
        unit=indicator.unit,
        decimals=indicator.decimals,
        period=row.period,
        indicator=row.indicator,
        marker=Marker.SUPPRESSED if suppressed else row.marker,
        group_size=int(size) if size is not None else None,
        standing=row.standing,
        was=None if suppressed else row.was,
        data_to=row.data_to,
    )


def row_input(evidence: Evidence, row: Observation) -> Input:
    """A row as an input of a result: what it is, its unrounded value (or marker) and its place."""
    indicator = evidence.records.indicators[row.indicator]
    series = "" if row.series is SeriesKind.ACTUAL else f", {row.series.value}"
    category = f", {row.category}" if row.category else ""
    area = "" if row.area == evidence.records.partnership.area else f", {row.area}"
    base = f" from {row.base}" if row.base else ""
    if row.value is None:
        value = row.marker.value if row.marker else ""
    else:
        value = Marker.SUPPRESSED.value if is_small(evidence, row) else f"{row.value:f}"
    return Input(f"{indicator.label}{area}{series}{category}, {row.period}{base}", value, row.location)


def _key(row: Observation) -> str:
    second = row.category or ("" if row.series is SeriesKind.ACTUAL else row.series.value)
    return f'{row.indicator}.at("{row.period}"' + (f', "{second}")' if second else ")")


def _working(row: Observation) -> Working:
    if row.value is None or row.numerator is None or row.denominator is None:
        return Given.OBSERVED
    return ShareOf(row.numerator, row.denominator)


def is_small(evidence: Evidence, row: Observation) -> bool:
    """Whether a count is below the partnership's small-number threshold and nobody decided to disclose it."""
    threshold = evidence.records.partnership.small_numbers
    if not threshold or row.disclosed or row.value is None or row.base is not None:
        return False
    return evidence.records.indicators[row.indicator].unit.is_count and 0 < row.value < threshold
