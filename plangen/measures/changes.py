"""Changes from a named base, their direction and what they mean (design section 5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from plangen.measures.clarity import chance_test
from plangen.measures.events import events, rests_on_few
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level_of, row_input
from plangen.model.indicator import Indicator
from plangen.model.number import decimals_of, places_after_point, rounded
from plangen.model.observation import Observation
from plangen.model.period import Period
from plangen.model.result import Assessment, ChanceTest, Change, Direction, Level, Untested
from plangen.model.unit import ChangeUnit, Polarity
from plangen.model.working import FromZero, Given, Number, Operation, Operator, Working, difference

__all__ = ["assess", "between", "change", "differs_in_print", "direction_of"]

_PERCENT_DECIMALS = 1


def change(
    evidence: Evidence,
    indicator: str,
    period: Period | None = None,
    base: Period | None = None,
    category: str = "",
) -> Change | None:
    """The change of an indicator that ends in `period`, from `base`; None where the data has none.

    A row that reports a change wins over one computed from two levels. Without `base`, it is the closest: of
    reported changes the one with the latest base, else the latest earlier level of the same kind and length of
    period. Without `period`, it is the latest that has a change. Unequal lengths are never compared, but for
    ranks with a named base.
    """
    if period is not None:
        return _at(evidence, indicator, period, base, category)
    rows = (*evidence.series(indicator, category=category), *evidence.reported(indicator, category))
    periods = sorted({row.period for row in rows}, reverse=True)
    changes = (_at(evidence, indicator, each, base, category) for each in periods)
    return next((found for found in changes if found is not None), None)


def between(indicator: Indicator, before: Level, after: Level, period: Period, base: Period) -> Change | None:
    """The change between two levels, as of a target from its base; None where one of them has no number."""
    if before.number is None or after.number is None:
        return None
    unit = indicator.unit.traits.change
    amount = _amount(unit, before.number, after.number)
    gained = before.number - after.number if unit is ChangeUnit.PLACES else after.number - before.number
    direction = direction_of(gained)
    return Change(
        key=f'{after.indicator}.change("{period}", "{base}")',
        inputs=(*after.inputs, *before.inputs),
        working=_working(unit, before.number, after.number),
        amount=amount,
        unit=unit,
        decimals=_decimals(unit, amount, before, after),
        period=period,
        base=base,
        indicator=after.indicator,
        direction=direction,
        assessment=assess(indicator, direction),
        before=before,
        after=after,
        from_zero=amount is None,
    )


def differs_in_print(change: Change) -> bool:
    """Whether a reader who works the change out from the values as they are printed gets another figure."""
    before, after = change.before, change.after
    if change.amount is None or change.small_base or before is None or after is None:
        return False
    if before.number is None or after.number is None:
        return False
    printed = _amount(change.unit, rounded(before.number, before.decimals), rounded(after.number, after.decimals))
    return printed is not None and rounded(printed, change.decimals) != rounded(change.amount, change.decimals)


def direction_of(amount: Decimal) -> Direction:
    """Which way, on the unrounded amount."""
    if amount == 0:
        return Direction.SAME
    return Direction.UP if amount > 0 else Direction.DOWN


def assess(indicator: Indicator, direction: Direction) -> Assessment:
    """What a direction means by polarity; for ranks up is towards 1st, which is best whatever the polarity."""
    if direction is Direction.SAME:
        return Assessment.NO_CHANGE
    if indicator.polarity is Polarity.NEUTRAL:
        return Assessment.NOT_ASSESSED
    upwards = indicator.polarity is Polarity.HIGHER or indicator.unit.is_place
    good = Direction.UP if upwards else Direction.DOWN
    return Assessment.IMPROVING if direction is good else Assessment.WORSENING


def _at(evidence: Evidence, id: str, period: Period, base: Period | None, category: str) -> Change | None:
    reported = [
        row
        for row in evidence.reported(id, category)
        if row.period == period and row.value is not None and (base is None or row.base == base)
    ]
    if reported:
        return _reported(evidence, max(reported, key=_base_of))
    after = next((row for row in evidence.series(id, category=category) if row.period == period), None)
    before = next(_bases(evidence, after, base), None) if after else None
    return _computed(evidence, before, after) if before and after else None


def _bases(evidence: Evidence, after: Observation, base: Period | None) -> Iterator[Observation]:
    """The rows that `after` may be compared with, the latest first.

    A place in a group is a standing and does not add up over time, so that a named base may be of any length.
    """
    is_place = evidence.records.indicators[after.indicator].unit.is_place
    for row in reversed(evidence.series(after.indicator, category=after.category)):
        if base is not None:
            if row.period == base and (is_place or base.same_length(after.period)):
                yield row
        elif row.period < after.period and row.value is not None and _comparable(row.period, after.period):
            yield row


def _comparable(one: Period, other: Period) -> bool:
    return one.kind is other.kind and one.same_length(other)


def _base_of(row: Observation) -> Period:
    assert row.base is not None
    return row.base


def _computed(evidence: Evidence, before: Observation, after: Observation) -> Change | None:
    indicator = evidence.records.indicators[after.indicator]
    first, last = level_of(evidence, before), level_of(evidence, after)
    found = between(indicator, first, last, after.period, before.period)
    if found is None:
        return None
    moved = found.direction is not Direction.SAME and not found.from_zero
    few = moved and rests_on_few(evidence, before)
    return replace(
        found,
        test=chance_test(evidence, before, after),
        small_base=few,
        cases=_cases(evidence, before, after) if few else None,
    )


def _cases(evidence: Evidence, before: Observation, after: Observation) -> tuple[int, int] | None:
    """The counts behind two values of a rate."""
    if evidence.records.indicators[before.indicator].unit.is_count:
        return None
    first, last = events(evidence, before), events(evidence, after)
    return (first[0], last[0]) if isinstance(first, tuple) and isinstance(last, tuple) else None


def _reported(evidence: Evidence, row: Observation) -> Change:
    assert row.value is not None
    indicator = evidence.records.indicators[row.indicator]
    direction = direction_of(row.value)
    base = _base_of(row)
    return Change(
        key=f'{row.indicator}.change("{row.period}", "{base}")',
        inputs=(row_input(evidence, row),),
        working=Given.REPORTED,
        amount=row.value,
        unit=indicator.unit.traits.change,
        decimals=_reported_decimals(indicator, row.value),
        period=row.period,
        base=base,
        indicator=row.indicator,
        direction=direction,
        assessment=assess(indicator, direction),
        test=ChanceTest.none(Untested.ONLY_CHANGE),
    )


def _reported_decimals(indicator: Indicator, amount: Decimal) -> int:
    """Those the change was reported with, or fewer where its indicator says so; never more than there are."""
    given = decimals_of(amount)
    return given if indicator.change_decimals is None else min(given, indicator.change_decimals)


def _amount(unit: ChangeUnit, before: Decimal, after: Decimal) -> Decimal | None:
    match unit:
        case ChangeUnit.POINTS:
            return after - before
        case ChangeUnit.PLACES:
            return before - after
        case ChangeUnit.PERCENT:
            if before == 0:
                return Decimal(0) if after == 0 else None
            return (after - before) / abs(before) * 100


def _working(unit: ChangeUnit, before: Decimal, after: Decimal) -> Working:
    match unit:
        case ChangeUnit.POINTS:
            return difference(after, before)
        case ChangeUnit.PLACES:
            return difference(before, after)
        case ChangeUnit.PERCENT if not before:
            return FromZero(after)
        case ChangeUnit.PERCENT:
            return Operation(Operator.DIVIDE, difference(after, before), Number(before))


def _decimals(unit: ChangeUnit, amount: Decimal | None, before: Level, after: Level) -> int:
    """One for a percentage; for points those of the figures, and one more where that makes it exact."""
    match unit:
        case ChangeUnit.PERCENT:
            return _PERCENT_DECIMALS
        case ChangeUnit.PLACES:
            return 0
        case ChangeUnit.POINTS:
            shown = max(before.decimals, after.decimals)
            needed = places_after_point(amount or Decimal(0))
            return needed if needed == shown + 1 else shown
