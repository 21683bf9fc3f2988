"""The figures that results hold for an indicator, each with the expression that prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.editions.movements import named_periods, possible_changes
from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.diagnostics import PlangenError
from plangen.language.english import ENGLISH
from plangen.measures.evidence import Evidence
from plangen.measures.facts import fact
from plangen.measures.levels import level
from plangen.measures.targets import asked, asked_change, promised
from plangen.model.amount import AmountUnit
from plangen.model.observation import SeriesKind
from plangen.model.result import Change, Level
from plangen.model.unit import ChangeUnit, UnitKind

__all__ = ["FigureRole", "Known", "facts_like", "known_figures", "matches"]

_CHANGE_UNITS = {
    ChangeUnit.PERCENT: NumberUnit.PERCENT,
    ChangeUnit.POINTS: NumberUnit.POINTS,
    ChangeUnit.PLACES: NumberUnit.PLAIN,
}
_COMMON = frozenset(
    ("people", "year", "years", "that", "this", "with", "from", "have", "been", "which", "than", "about")
)


class FigureRole(Enum):
    """What a figure is: a value, a change, or what was promised."""

    LEVEL = "level"
    CHANGE = "change"
    TARGET = "target"


class Known(Struct, frozen=True):
    """A figure of results: its size, its unit, how a page shows it and the expression that asks for it."""

    value: Decimal
    unit: NumberUnit
    shown: str
    expression: str
    role: FigureRole


def known_figures(evidence: Evidence, indicators: Iterable[str], sentence: str) -> tuple[Known, ...]:
    """Every figure that results hold for `indicators`; the changes are those the sentence may mean."""
    found: list[Known] = []
    periods = named_periods(sentence, evidence.cut_off)
    for id in indicators:
        found += _levels(evidence, id)
        for change in possible_changes(evidence, id, sentence if periods else ""):
            found += _change(change)
        found += _targets(evidence, id)
    return tuple(dict.fromkeys(found))


def facts_like(evidence: Evidence, number: TypedNumber, sentence: str) -> tuple[str, ...]:
    """The expressions of facts with the value and unit of a typed figure that share a word with its sentence."""
    found = []
    spoken = _words(sentence)
    for id, record in evidence.records.facts.items():
        if not spoken & _words(f"{record.label} {id.replace('_', ' ')}"):
            continue
        try:
            known = fact(evidence.records, id)
        except PlangenError:
            continue
        if known.number is not None and matches(number, _of_level(known, f"facts.{id}", FigureRole.LEVEL)):
            found.append(f"facts.{id}")
    return tuple(found)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON}


def matches(number: TypedNumber, known: Known) -> bool:
    """Whether a typed figure is `known`, rounded to the decimals it was typed with."""
    same = known.unit is number.unit or {known.unit, number.unit} == {NumberUnit.ORDINAL, NumberUnit.RANK}
    plain = number.unit is NumberUnit.PLAIN and known.unit in (NumberUnit.ORDINAL, NumberUnit.POUNDS)
    return (same or plain) and abs(abs(number.value) - abs(known.value)) <= number.half


def _levels(evidence: Evidence, id: str) -> Iterator[Known]:
    for series in (SeriesKind.ACTUAL, SeriesKind.BENCHMARK):
        for category in ("", *evidence.categories(id)):
            for row in evidence.series(id, series, category):
                found = level(evidence, id, row.period, series, category)
                if found and found.number is not None:
                    yield _of_level(found, found.key, FigureRole.LEVEL)


def _change(found: Change) -> Iterator[Known]:
    if found.amount is not None:
        yield Known(found.amount, _CHANGE_UNITS[found.unit], ENGLISH.show(found), found.key, FigureRole.CHANGE)
    if found.before and found.after and found.before.number is not None and found.after.number is not None:
        size = abs(found.after.number - found.before.number)
        yield Known(size, NumberUnit.PLAIN, f"{size:f}", f"{found.key}.difference", FigureRole.CHANGE)


def _targets(evidence: Evidence, id: str) -> Iterator[Known]:
    for target in evidence.records.targets.values():
        if target.indicator != id:
            continue
        try:
            stated, level_asked, change = (
                promised(evidence, target),
                asked(evidence, target),
                asked_change(evidence, target),
            )
        except PlangenError:
            continue
        for found, key in ((stated, f"targets.{target.id}"), (level_asked, f"targets.{target.id}.level")):
            if found and found.number is not None:
                of_target = _of_level(found, key, FigureRole.TARGET)
                points = found is stated and target.amount.unit is AmountUnit.POINTS
                yield replace(of_target, unit=NumberUnit.POINTS) if points else of_target
        if change and change.amount is not None:
            yield Known(
                change.amount, _CHANGE_UNITS[change.unit], ENGLISH.show(change), change.key, FigureRole.TARGET
            )


def _of_level(found: Level, expression: str, role: FigureRole) -> Known:
    assert found.number is not None
    return Known(found.number, _typed_as(found.unit.kind), ENGLISH.show(found), expression, role)


def _typed_as(kind: UnitKind) -> NumberUnit:
    """How a figure of that unit looks where somebody types it; a word behind it is not a sign."""
    match kind:
        case UnitKind.PERCENT:
            return NumberUnit.PERCENT
        case UnitKind.RANK:
            return NumberUnit.ORDINAL
        case UnitKind.POUNDS:
            return NumberUnit.POUNDS
        case UnitKind.COUNT | UnitKind.RATE | UnitKind.HOURS | UnitKind.DAYS | UnitKind.MINUTES:
            return NumberUnit.PLAIN
        case _:
            assert_never(kind)
