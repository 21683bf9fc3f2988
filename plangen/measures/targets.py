"""Targets: what they promise, what they count from, and the level they ask for (design section 5)."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from plangen.diagnostics import PlangenError
from plangen.measures.changes import assess, between, direction_of
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.measures.target_checks import STATES_A_LEVEL, base_fault, place, targets_due
from plangen.model.amount import ANY, AmountUnit
from plangen.model.figures import Bound
from plangen.model.indicator import Indicator
from plangen.model.number import decimals_of
from plangen.model.observation import Marker
from plangen.model.period import Period
from plangen.model.result import Change, Input, Level, Promised
from plangen.model.target import Promise, Target
from plangen.model.unit import ChangeUnit, Unit, UnitKind
from plangen.model.working import Given, Number, Operation, Operator, Percent, Term

__all__ = ["asked", "asked_change", "base_level", "due", "indicator_id", "promised", "stated_amount"]

_MARKERS = {"TBA": Marker.TO_BE_ANNOUNCED, "To be set": Marker.TO_BE_SET}
_UNITS = {
    AmountUnit.PERCENT: UnitKind.PERCENT,
    AmountUnit.POINTS: UnitKind.PERCENT,
    AmountUnit.PLACES: UnitKind.RANK,
}


def promised(evidence: Evidence, target: Target) -> Level:
    """What was promised, as it was written: `7%`, `under 9%`, `25,355`, `to be announced`."""
    indicator = _indicator(evidence, target, None)
    amount = target.amount
    unit = Unit(_UNITS[amount.unit]) if amount.unit in _UNITS else indicator.unit
    return Level(
        key=f"targets.{target.id}",
        inputs=(_input(evidence, target),),
        working=Given.PROMISED,
        number=amount.number,
        unit=unit,
        decimals=decimals_of(amount.number) if amount.number is not None else 0,
        period=target.due,
        indicator=indicator_id(target, None),
        marker=_MARKERS.get(amount.marker),
        promised=Promised(target.promise, amount, indicator.unit),
        bound=Bound.UNDER if target.promise is Promise.BELOW else None,
    )


def asked(evidence: Evidence, target: Target, indicator: str | None = None) -> Level | None:
    """The level a target asks for, its base applied: 25,355, or 93% of the base for "reduce: 7%".

    A promise still to be set gives a level with a marker. None where the base is not in the data. Over several
    indicators, `indicator` says for which one.
    """
    record = _indicator(evidence, target, indicator)
    as_written = replace(promised(evidence, target), key=f"targets.{target.id}.level", unit=record.unit)
    as_written = replace(as_written, indicator=indicator_id(target, indicator))
    if as_written.marker is not None:
        return as_written
    if target.promise in STATES_A_LEVEL:
        return as_written if target.promise is not Promise.TO else replace(as_written, promised=None)
    base = base_level(evidence, target, indicator)
    if base is None or base.number is None:
        return None
    number, made = _applied(target, base.number, record)
    return replace(
        as_written,
        number=number,
        working=made,
        decimals=base.decimals,
        group_size=base.group_size,
        inputs=(*as_written.inputs, *base.inputs),
        promised=None,
    )


def base_level(evidence: Evidence, target: Target, indicator: str | None = None) -> Level | None:
    """What a target counts from: the actual result, or the level an earlier target asked for.

    None without a base, or where the data has no such result. Raises PlangenError PG415 where a promise needs a
    base and has none, or the base is not before the due period or is no one target.
    """
    base = target.base
    id = indicator_id(target, indicator)
    if wrong := base_fault(evidence.records, target, id):
        raise PlangenError(wrong)
    if base is None:
        return None
    if base.actual is not None:
        return level(evidence, id, base.actual)
    earlier = due(evidence, id, base.period)
    return asked(evidence, earlier, id) if earlier else None


def asked_change(evidence: Evidence, target: Target, indicator: str | None = None) -> Change | None:
    """The change a target asks for, from its base; None where base or promise have no number.

    "reduce: 7%" is a change of -7% whether or not the base is in the data.
    """
    record = _indicator(evidence, target, indicator)
    before, after = base_level(evidence, target, indicator), asked(evidence, target, indicator)
    if target.base is None:
        return None
    base, key = target.base.period, f"targets.{target.id}.change"
    if (amount := stated_amount(target, record)) is not None:
        found = _as_promised(evidence, target, record, amount, base)
        return replace(found, before=before, after=after)
    if before is None or after is None:
        return None
    between_levels = between(record, before, after, target.due, base)
    return replace(between_levels, key=key) if between_levels else None


def stated_amount(target: Target, indicator: Indicator) -> Decimal | None:
    """The signed amount of a promise that is itself a change, in the unit that the indicator changes by."""
    number = target.amount.number
    unit = indicator.unit.traits.change
    fits = {ChangeUnit.PERCENT: AmountUnit.PERCENT, ChangeUnit.POINTS: AmountUnit.POINTS}
    if number is None or fits.get(unit) is not target.amount.unit:
        return None
    return {Promise.REDUCE: -number, Promise.INCREASE: number}.get(target.promise)


def due(evidence: Evidence, indicator: str, period: Period) -> Target | None:
    """The target of one indicator that is due in `period`; one that states a level comes before the others."""
    found = targets_due(evidence.records, indicator, period)
    return found[0] if found else None


def indicator_id(target: Target, indicator: str | None) -> str:
    """The indicator that is meant: the one given, or the target's first."""
    return indicator or target.all_indicators[0]


def _indicator(evidence: Evidence, target: Target, indicator: str | None) -> Indicator:
    return evidence.records.indicators[indicator_id(target, indicator)]


def _applied(target: Target, base: Decimal, indicator: Indicator) -> tuple[Decimal, Term]:
    amount = target.amount
    if target.promise is Promise.IMPROVE:
        places = Decimal(1) if amount.marker == ANY else amount.number or Decimal(0)
        return max(base - places, Decimal(1)), Operation(Operator.SUBTRACT, Number(base), Number(places))
    number = amount.number or Decimal(0)
    sign, operator = (-1, Operator.SUBTRACT) if target.promise is Promise.REDUCE else (1, Operator.ADD)
    if amount.unit is AmountUnit.PERCENT and not indicator.unit.is_share:
        return base * (100 + sign * number) / 100, Operation(operator, Number(base), Percent(number))
    return base + sign * number, Operation(operator, Number(base), Number(number))


def _as_promised(
    evidence: Evidence, target: Target, indicator: Indicator, amount: Decimal, base: Period
) -> Change:
    direction = direction_of(amount)
    return Change(
        key=f"targets.{target.id}.change",
        inputs=(_input(evidence, target),),
        working=Given.PROMISED,
        amount=amount,
        unit=indicator.unit.traits.change,
        decimals=decimals_of(amount),
        period=target.due,
        base=base,
        indicator=indicator_id(target, None),
        direction=direction,
        assessment=assess(indicator, direction),
    )


def _input(evidence: Evidence, target: Target) -> Input:
    return Input(f"target {target.id}, {target.due}", str(target.amount), place(evidence.records, target))
