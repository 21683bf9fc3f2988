"""What can be wrong with targets before anything is measured: their bases, and amounts that do not fit."""

from __future__ import annotations

from plangen.diagnostics import About, Diagnostic, Location, codes, finding
from plangen.model.amount import ANY, AmountUnit
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.target import Promise, Target
from plangen.model.unit import ChangeUnit
from plangen.model.workspace import Records

__all__ = ["STATES_A_LEVEL", "base_fault", "check_targets", "place", "targets_due"]

STATES_A_LEVEL = (Promise.TO, Promise.BELOW, Promise.AT_LEAST)
"""The promises that name a level; the others name a change and need a base."""

_NUMBER, _PERCENT, _POINTS, _PLACES = AmountUnit.NUMBER, AmountUnit.PERCENT, AmountUnit.POINTS, AmountUnit.PLACES


def check_targets(records: Records) -> list[Diagnostic]:
    """What is wrong with targets by themselves: bases (PG415), and amounts that do not fit their unit (PG416)."""
    faults = []
    for target in records.targets.values():
        for id in target.all_indicators:
            if id in records.indicators:
                faults.append(base_fault(records, target, id))
                faults.append(_amount_fault(records, target, records.indicators[id]))
    return list(dict.fromkeys(fault for fault in faults if fault))


def targets_due(records: Records, indicator: str, period: Period) -> list[Target]:
    """The targets of one indicator due in `period`: first those that state a level, then in the file's order."""
    found = [t for t in records.targets.values() if t.indicator == indicator and t.due == period]
    return sorted(found, key=lambda target: target.promise not in STATES_A_LEVEL)


def place(records: Records, target: Target) -> Location:
    """Where a target stands."""
    return records.places.get(("targets", target.id), Location("content/targets.yaml", field=target.id))


def base_fault(records: Records, target: Target, id: str) -> Diagnostic | None:
    """What is wrong with what a target of the indicator `id` counts from, as PG415."""
    if target.amount.number is None and target.amount.marker != ANY:
        return None
    found = _base_fault(records, target, id)
    return (
        finding(codes.BASE_DOES_NOT_WORK, found[0], place(records, target), found[1], About(target=target.id))
        if found
        else None
    )


def _base_fault(records: Records, target: Target, id: str) -> tuple[str, str] | None:
    if target.base is None:
        if target.promise in STATES_A_LEVEL:
            return None
        message = f'the target "{target.id}" promises a change, but not from when'
        return message, f"add base: {{actual: PERIOD}}, as in base: {{actual: {target.due.year_before()}}}"
    period = target.base.period
    if period.end >= target.due.end:
        message = f'the base of the target "{target.id}", {period}, is not before {target.due}, when it is due'
        return message, "a base lies in an earlier period"
    if target.base.target is None:
        return None
    earlier = targets_due(records, id, period)
    stated = [t.id for t in earlier if t.promise in STATES_A_LEVEL]
    if len(stated) > 1:
        message = f'the base of the target "{target.id}" could be any of {", ".join(stated)}'
        return message, "keep one target of a period that states a level"
    if not earlier:
        message = f'the target "{target.id}" counts from a target for {period} that there is not'
        return message, f"add it, or write base: {{actual: {period}}}"
    return None


def _amount_fault(records: Records, target: Target, indicator: Indicator) -> Diagnostic | None:
    amount = target.amount
    if amount.number is None and amount.marker != ANY:
        return None
    allowed, hint = _allowed(target.promise, indicator)
    if amount.unit in allowed and (amount.marker != ANY or target.promise is Promise.IMPROVE):
        return None
    message = (
        f'the target "{target.id}" says {target.promise.value}: {amount}, '
        f"which does not fit an indicator in {indicator.unit}"
    )
    return finding(codes.AMOUNT_DOES_NOT_FIT, message, place(records, target), hint, About(target=target.id))


def _allowed(promise: Promise, indicator: Indicator) -> tuple[tuple[AmountUnit, ...], str]:
    units: tuple[AmountUnit, ...]
    if promise is Promise.IMPROVE:
        units = (_PLACES, _NUMBER) if indicator.unit.is_place else ()
        return units, "improve: counts places of a rank; for other units use to:, reduce: or increase:"
    if promise in STATES_A_LEVEL:
        units = (_NUMBER, _PERCENT) if indicator.unit.is_share else (_NUMBER,)
        return units, f"write a level in the indicator's own unit, {indicator.unit}"
    match indicator.unit.traits.change:
        case ChangeUnit.PLACES:
            return (), "places improve: write improve: 1 place"
        case ChangeUnit.POINTS:
            return (_POINTS,), "a percentage rises and falls by points: write 10 points"
        case ChangeUnit.PERCENT:
            return (_PERCENT, _NUMBER), "write a percentage, 7%, or a number"
