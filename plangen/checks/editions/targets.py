"""Targets against their own baselines (PG865), and two promises for one year against each other (PG866, PG867)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from plangen.checks.editions.remarks import Remark, about_record
from plangen.diagnostics import About, Code, Location, PlangenError, codes
from plangen.language.english.levels import level_number
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.measures.targets import asked, base_level, stated_amount
from plangen.model.indicator import Indicator
from plangen.model.result import Level
from plangen.model.target import Promise, Target
from plangen.model.unit import Polarity

__all__ = ["check_targets_of"]


def check_targets_of(evidence: Evidence) -> Iterator[Remark]:
    """What is wrong with the targets whose due period an edition may know."""
    targets = list(evidence.records.targets.values())
    for target in targets:
        for id in target.all_indicators:
            yield from _looser(evidence, target, id)
    for one, other in combinations(targets, 2):
        if one.indicator and one.indicator == other.indicator and one.due == other.due:
            yield from _two_promises(evidence, one, other)


def _looser(evidence: Evidence, target: Target, id: str) -> Iterator[Remark]:
    """A target that asks for less than what it counts from; for places, that points the wrong way."""
    indicator = evidence.records.indicators[id]
    level_asked, base = _levels(evidence, target, id)
    if level_asked is None or base is None or indicator.polarity is Polarity.NEUTRAL:
        if target.promise in (Promise.REDUCE, Promise.INCREASE) and _backwards(target, indicator):
            yield _remark(
                evidence,
                target,
                codes.LOOSE_TARGET,
                f"{target.promise.value} is the wrong way for {indicator.label}",
            )
        return
    assert level_asked.number is not None
    assert base.number is not None
    lower_is_better = indicator.polarity is Polarity.LOWER or indicator.unit.is_place
    over = level_asked.number - base.number if lower_is_better else base.number - level_asked.number
    if over > 0:
        what = "place" if indicator.unit.is_place else "level"
        message = (
            f'the target "{target.id}" is looser than what it counts from: {level_number(level_asked)}, '
            f"a worse {what} than {level_number(base)} ({_base_words(target)})"
        )
        yield _remark(evidence, target, codes.LOOSE_TARGET, message)


def _backwards(target: Target, indicator: Indicator) -> bool:
    wanted = {Promise.REDUCE: Polarity.LOWER, Promise.INCREASE: Polarity.HIGHER}[target.promise]
    return indicator.polarity not in (wanted, Polarity.NEUTRAL)


def _two_promises(evidence: Evidence, one: Target, other: Target) -> Iterator[Remark]:
    """A promise in percent or points beside a promised level: what the levels give, and which base would fit."""
    indicator = evidence.records.indicators[one.indicator or ""]
    first, second = stated_amount(one, indicator), stated_amount(other, indicator)
    if (first is None) == (second is None):
        yield from _two_levels(evidence, one, other)
        return
    change, states = (one, other) if first is not None else (other, one)
    amount = first if first is not None else second
    asked_level, base = _levels(evidence, states, indicator_id := states.indicator or "")
    if asked_level is None or base is None or amount is None or asked_level.number is None or base.number is None:
        return
    own = _change(indicator, base.number, asked_level.number)
    if own is None or _rounds_to(own, amount):
        yield from _two_levels(evidence, change, states, rounded=True)
        return
    message = (
        f'"{change.id}" promises {_signed(indicator, amount)} and "{states.id}" {level_number(asked_level)}: from '
        f"{level_number(base)} ({_base_words(states)}) that is {_signed(indicator, own)}"
    )
    fits = _fitting_bases(evidence, indicator_id, indicator, asked_level.number, amount)
    hint = (
        f"{_signed(indicator, amount)} would count from {', or '.join(fits)}"
        if fits
        else "no known base gives the promised change"
    )
    yield _remark(evidence, states, codes.CHANGE_AND_LEVEL_PROMISED, message, hint)


def _two_levels(evidence: Evidence, one: Target, other: Target, rounded: bool = False) -> Iterator[Remark]:
    """Two promises that ask for different levels, as the indicator's decimals show them, from one base.

    A warning where they are `rounded` forms of each other.
    """
    (first, base), (second, other_base) = (_levels(evidence, t, t.indicator or "") for t in (one, other))
    if first is None or second is None or (base and other_base and base.number != other_base.number):
        return
    if level_number(first) != level_number(second):
        message = f'"{one.id}" and "{other.id}" ask for different levels in {one.due}'
        message += f": {level_number(first)} and {level_number(second)}"
        hint = "keep one of them, or say in its source which was published"
        remark = _remark(evidence, other, codes.TWO_LEVELS_PROMISED, message, hint)
        yield remark.milder() if rounded else remark


def _fitting_bases(
    evidence: Evidence, id: str, indicator: Indicator, asked_level: Decimal, amount: Decimal
) -> list[str]:
    """Every known value of the indicator from which the promised change leads to the promised level."""
    found = []
    for row in evidence.series(id):
        known = level(evidence, id, row.period)
        if known and known.number and _fits(indicator, known.number, asked_level, amount):
            found.append(f"{level_number(known)}, the result of {row.period}")
    for target in evidence.records.targets.values():
        if target.indicator == id:
            known = _levels(evidence, target, id)[0]
            if known and known.number and _fits(indicator, known.number, asked_level, amount):
                found.append(f'{level_number(known)}, the target "{target.id}"')
    return found


def _fits(indicator: Indicator, base: Decimal, asked_level: Decimal, amount: Decimal) -> bool:
    change = _change(indicator, base, asked_level)
    return change is not None and _rounds_to(change, amount)


def _change(indicator: Indicator, before: Decimal, after: Decimal) -> Decimal | None:
    if indicator.unit.is_share:
        return after - before
    return (after - before) / before * 100 if before else None


def _rounds_to(value: Decimal, stated: Decimal) -> bool:
    """Whether `value` at the decimals of `stated` is `stated`."""
    exponent = stated.as_tuple().exponent
    return abs(value - stated) <= Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _signed(indicator: Indicator, amount: Decimal) -> str:
    size = f"{abs(amount):.1f}".removesuffix(".0")
    sign = "\N{MINUS SIGN}" if amount < 0 else "+"
    return f"{sign}{size}" + (" points" if indicator.unit.is_share else "%")


def _levels(evidence: Evidence, target: Target, id: str) -> tuple[Level | None, Level | None]:
    """What a target asks for and what it counts from, where both are numbers."""
    try:
        level_asked, base = asked(evidence, target, id), base_level(evidence, target, id)
    except PlangenError:  # told as PG415
        return None, None
    known = [found if found and found.number is not None else None for found in (level_asked, base)]
    return known[0], known[1]


def _base_words(target: Target) -> str:
    if target.base is None:
        return "no base"
    return f"the {'result' if target.base.actual else 'target'} of {target.base.period}"


def _remark(
    evidence: Evidence,
    target: Target,
    kind: Code,
    message: str,
    hint: str = "correct one of the two, or accept it with the reason",
) -> Remark:
    place = evidence.place("targets", target.id) or Location("content/targets.yaml", field=target.id)
    return about_record(kind, message, hint, target.id, place, about=About(target=target.id))
