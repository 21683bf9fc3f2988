"""Two records of one thing: changes and levels, a place and the group's values, a rate and its count (PG872)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from plangen.checks.editions.remarks import Remark, about_record
from plangen.diagnostics import About, Location, codes
from plangen.language.english.changes import signed_change
from plangen.language.english.figures import ordinal
from plangen.language.english.levels import level_number
from plangen.measures.changes import between
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.measures.position import ranks
from plangen.measures.targets import asked
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation
from plangen.model.period import Period
from plangen.model.unit import ChangeUnit, Polarity, UnitKind

__all__ = ["check_twins"]

_RANK, _COUNT = "_rank", "_count"
_APART = Decimal("0.03")
"""How far the populations that rates and counts imply may lie from each other, as a share."""


def check_twins(evidence: Evidence) -> Iterator[Remark]:
    """Records that ought to agree and do not.

    Indicators belong together by their ids: `x_rank` is the place of `x` in the group, `x_count` counts what the
    rate `x` divides by the population.
    """
    for id, record in evidence.records.indicators.items():
        yield from _reported(evidence, id, record)
        if record.unit.is_place:
            yield from _places(evidence, id)
            yield from _group_sizes(evidence, id)
            yield from _same_day(evidence, id)
        if record.unit.kind is UnitKind.RATE and f"{id}{_COUNT}" in evidence.records.indicators:
            yield from _populations(evidence, id)


def _reported(evidence: Evidence, id: str, record: Indicator) -> Iterator[Remark]:
    """A change that the source reports beside the two levels that it lies between."""
    for row in evidence.reported(id):
        before, after = level(evidence, id, row.base), level(evidence, id, row.period)
        if row.base is None or row.value is None or before is None or after is None:
            continue
        computed = between(record, before, after, row.period, row.base)
        if computed is None or computed.amount is None or _rounds_to(computed.amount, row.value):
            continue
        unit = (
            " points" if computed.unit is ChangeUnit.POINTS else "%" if computed.unit is ChangeUnit.PERCENT else ""
        )
        message = (
            f"the reported change of {id}, {row.value:f}{unit}, is not what the levels give: "
            f"{level_number(before)} to {level_number(after)} is {signed_change(computed)}"
        )
        yield _at_row(row, message)


def _places(evidence: Evidence, id: str) -> Iterator[Remark]:
    """A reported place beside the one that the values of the group give."""
    measured = id.removesuffix(_RANK)
    record = evidence.records.indicators.get(measured)
    if measured == id or record is None or record.polarity is Polarity.NEUTRAL:
        return
    for row in evidence.series(id):
        rows = [r for r in evidence.group(measured, _measured_in(evidence, measured, row)) if r.value is not None]
        areas = [r.area for r in rows]
        if row.value is None or evidence.records.partnership.area not in areas or len(rows) < 3:
            continue
        places = ranks([r.value for r in rows if r.value is not None], record.polarity)
        own = places[areas.index(evidence.records.partnership.area)]
        if own != row.value:
            found = f"{ordinal(own)} of {len(rows)}"
            message = f"{id} is {ordinal(int(row.value))}, but the values of the group make it {found}"
            yield _at_row(row, message)


def _measured_in(evidence: Evidence, measured: str, row: Observation) -> Period:
    """The period of the group's values that a place rests on: its own, or that in which its data ends."""
    periods = evidence.group_periods(measured)
    try:
        end = Period.parse(row.data_to).end if row.data_to else row.period.end
    except ValueError:
        end = row.period.end
    return next((p for p in reversed(periods) if p.end == end), row.period)


def _group_sizes(evidence: Evidence, id: str) -> Iterator[Remark]:
    group = evidence.records.partnership.most_similar_group
    if group is None:
        return
    for row in evidence.series(id):
        if row.denominator is not None and row.denominator != group.size:
            message = f"{id} counts {row.denominator:f} areas, but the most similar group has {group.size}"
            yield _at_row(row, message)


def _same_day(evidence: Evidence, id: str) -> Iterator[Remark]:
    """Places at the end of one and the same period."""
    for one, other in combinations(evidence.series(id), 2):
        alike = one.period.end == other.period.end and one.period != other.period
        if not alike or one.value is None or other.value is None or one.value == other.value:
            continue
        message = (
            f"{id} is {ordinal(int(one.value))} for {one.period} and {ordinal(int(other.value))} "
            f"for {other.period}, which end on the same day"
        )
        yield _at_row(other, message)


def _populations(evidence: Evidence, id: str) -> Iterator[Remark]:
    """The populations that rate and count imply, of results and of targets, against their median."""
    implied = sorted(_implied(evidence, id), key=lambda found: found[0])
    if len(implied) < 2:
        return
    middle = (
        implied[len(implied) // 2][0]
        if len(implied) % 2
        else (implied[len(implied) // 2 - 1][0] + implied[len(implied) // 2][0]) / 2
    )
    for population, what, place in implied:
        if abs(population / middle - 1) > _APART:
            message = f"{what}: rate and count of {id} imply {population:,.0f} people, the others {middle:,.0f}"
            yield about_record(codes.TWIN_RECORDS_DIFFER, message, _HINT, id, place, about=About(id))


def _implied(evidence: Evidence, id: str) -> Iterator[tuple[Decimal, str, Location]]:
    per = evidence.records.indicators[id].unit.per
    for row in evidence.series(id):
        count = evidence.at(f"{id}{_COUNT}", row.period)
        if row.value and count and count.value:
            yield count.value / row.value * per, f"{row.period}", row.location
    rates = [t for t in evidence.records.targets.values() if t.indicator == id]
    counts = {t.due: t for t in evidence.records.targets.values() if t.indicator == f"{id}{_COUNT}"}
    for target in rates:
        other = counts.get(target.due)
        rate, count_asked = asked(evidence, target), asked(evidence, other) if other else None
        if other and rate and count_asked and rate.number and count_asked.number:
            place = evidence.place("targets", target.id) or Location("content/targets.yaml")
            yield count_asked.number / rate.number * per, f"targets for {target.due}", place


_HINT = "one of the two is wrong; correct it, or accept it with the reason"


def _at_row(row: Observation, message: str) -> Remark:
    return about_record(
        codes.TWIN_RECORDS_DIFFER,
        message,
        _HINT,
        f"{row.indicator} {row.period}",
        row.location,
        about=About(row.indicator, str(row.period)),
    )


def _rounds_to(value: Decimal, stated: Decimal) -> bool:
    exponent = stated.as_tuple().exponent
    return abs(value - stated) <= Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
