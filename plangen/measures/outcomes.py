"""What became of a target (design section 5).

It is met or not met once its due period is measured, on or off course at an earlier part of it, partly met over
several indicators, not yet measured, or there is no target set.

A promised change ("reduce: 7%") is compared with the change from the same part of the base year; a promised level
with the latest level in the due period. A count or rate of a part of the due period cannot be compared with the
level of the whole and stays "not yet measured", unless it is counted at a date or covers more than its period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec import Struct

from plangen.measures.changes import change
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level_of
from plangen.measures.targets import asked, promised, stated_amount
from plangen.model.amount import Amount, AmountUnit
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Change, Level, Outcome, OutcomeKind, Rag
from plangen.model.target import Promise, Target
from plangen.model.unit import Polarity

__all__ = ["outcome"]

_RUNNING = (OutcomeKind.ON_COURSE, OutcomeKind.OFF_COURSE)
_GOOD = (OutcomeKind.MET, OutcomeKind.ON_COURSE)
_MEASURED = (*_RUNNING, OutcomeKind.MET, OutcomeKind.NOT_MET)


class _Finding(Struct, frozen=True):
    """What was measured, and how far it falls `short` of the promise: 0 or less where it does not."""

    result: Level | Change
    period: Period
    short: Decimal
    tolerated: Decimal | None


def outcome(evidence: Evidence, target: Target, at: Period | None = None) -> Outcome:
    """What became of `target`, by the results up to the end of `at` (default: all up to the cut-off).

    Where nothing was measured up to `at`, the result of the due period itself counts if the data has it, as for a
    yearly survey whose figure is known before the year ends. Raises PlangenError PG415 where the target's base
    cannot be used.
    """
    parts = tuple(_single(evidence, target, id, at) for id in target.all_indicators)
    return parts[0] if target.indicator else _over_several(target, parts)


def _single(evidence: Evidence, target: Target, id: str, at: Period | None) -> Outcome:
    level_asked = asked(evidence, target, id)
    made = promised(evidence, target)
    found = None
    if made.marker is None:
        found = _finding(evidence, target, id, level_asked, lambda period: at is None or period.end <= at.end)
        found = found or _finding(evidence, target, id, level_asked, lambda period: period == target.due)
    if found is None:
        kind = OutcomeKind.NO_TARGET_SET if made.marker else OutcomeKind.NOT_YET_MEASURED
        return Outcome(_key(target), made.inputs, kind, None, target, level_asked)
    kept = found.short < 0 if target.promise is Promise.BELOW else found.short <= 0
    return Outcome(
        key=_key(target),
        inputs=tuple(dict.fromkeys((*found.result.inputs, *(level_asked or made).inputs))),
        kind=_kind(kept, over=found.period.end >= target.due.end),
        rag=_rag(kept, found),
        target=target,
        asked=level_asked,
        result=found.result,
        period=found.period,
    )


def _over_several(target: Target, parts: tuple[Outcome, ...]) -> Outcome:
    good = sum(part.kind in _GOOD for part in parts)
    measured = [part for part in parts if part.kind in _MEASURED]
    return Outcome(
        key=_key(target),
        inputs=tuple(dict.fromkeys(given for part in parts for given in part.inputs)),
        kind=_kind_of_several(parts, good, len(measured)),
        rag=max((part.rag for part in measured if part.rag), key=list(Rag).index, default=None),
        target=target,
        period=max((part.period for part in measured if part.period), default=None),
        parts=parts,
    )


def _kind(kept: bool, over: bool) -> OutcomeKind:
    if over:
        return OutcomeKind.MET if kept else OutcomeKind.NOT_MET
    return OutcomeKind.ON_COURSE if kept else OutcomeKind.OFF_COURSE


def _kind_of_several(parts: tuple[Outcome, ...], good: int, measured: int) -> OutcomeKind:
    running = any(part.kind in _RUNNING for part in parts)
    if not measured or (not good and measured < len(parts)):
        return OutcomeKind.NOT_YET_MEASURED if measured else parts[0].kind
    if good in (0, len(parts)):
        return _kind(kept=good > 0, over=not running)
    return OutcomeKind.PARTLY_MET


def _rag(kept: bool, found: _Finding) -> Rag:
    if kept:
        return Rag.GREEN
    close = found.tolerated is not None and found.short <= found.tolerated
    return Rag.AMBER if close else Rag.RED


def _finding(
    evidence: Evidence, target: Target, id: str, level_asked: Level | None, usable: Callable[[Period], bool]
) -> _Finding | None:
    """The latest result, of the periods that are `usable`, that can be held against the promise."""
    indicator = evidence.records.indicators[id]
    amount = stated_amount(target, indicator)
    if amount is not None and target.base and target.base.actual:
        changes = _changes(evidence, target, id, target.base.actual)
        found = next((c for c in changes if usable(c.period) and c.amount is not None), None)
        return _by_change(target, found, amount) if found else None
    if level_asked is None or level_asked.number is None:
        return None
    rows = (row for row in evidence.series(id) if usable(row.period))
    levels = (level_of(evidence, row) for row in rows if _comparable(indicator, row, target.due))
    known = [level for level in levels if level.number is not None]
    return _by_level(target, indicator, max(known, key=_lateness), level_asked.number) if known else None


def _changes(evidence: Evidence, target: Target, id: str, base: Period) -> Iterator[Change]:
    """The changes over the due period, or over a part of it from its start, the latest first."""
    due = target.due
    periods = {row.period for row in (*evidence.series(id), *evidence.reported(id))}
    parts = [p for p in periods if p == due or (p.start == due.start and due.contains(p))]
    for period in sorted(parts, reverse=True):
        same_part = base if period == due else _years_back(period, due.start.year - base.start.year)
        found = change(evidence, id, period, same_part)
        if found is not None:
            yield found


def _years_back(period: Period, years: int) -> Period:
    for _ in range(years):
        period = period.year_before()
    return period


def _by_change(target: Target, found: Change, amount: Decimal) -> _Finding:
    assert found.amount is not None
    over = found.amount - amount
    return _Finding(
        result=found,
        period=found.period,
        short=over if target.promise is Promise.REDUCE else -over,
        tolerated=target.tolerance.number if target.tolerance else None,
    )


def _by_level(target: Target, indicator: Indicator, found: Level, level_asked: Decimal) -> _Finding:
    assert found.number is not None
    assert found.period is not None
    over = found.number - level_asked
    return _Finding(
        result=found,
        period=found.period,
        short=_short(target.promise, indicator, over),
        tolerated=_tolerated(target.tolerance, indicator, level_asked),
    )


def _short(promise: Promise, indicator: Indicator, over: Decimal) -> Decimal:
    match promise:
        case Promise.REDUCE | Promise.BELOW | Promise.IMPROVE:
            return over
        case Promise.INCREASE | Promise.AT_LEAST:
            return -over
        case Promise.TO if indicator.unit.is_place or indicator.polarity is Polarity.LOWER:
            return over
        case Promise.TO:
            return -over if indicator.polarity is Polarity.HIGHER else abs(over)


def _tolerated(tolerance: Amount | None, indicator: Indicator, level_asked: Decimal) -> Decimal | None:
    if tolerance is None or tolerance.number is None:
        return None
    if tolerance.unit is AmountUnit.PERCENT and not indicator.unit.is_share:
        return abs(level_asked) * tolerance.number / 100
    return tolerance.number


def _comparable(indicator: Indicator, row: Observation, due: Period) -> bool:
    if row.period == due:
        return True
    whole = indicator.unit.traits.steady or row.period.kind is PeriodKind.AS_AT
    return due.contains(row.period) and (whole or bool(indicator.covers))


def _lateness(found: Level) -> tuple[object, ...]:
    assert found.period is not None
    return found.period.end, found.period.months


def _key(target: Target) -> str:
    return f"targets.{target.id}.outcome"
