"""Names that records use: each must be somebody's id, and ids are given once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.diagnostics import About, Diagnostic, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.model.figures import Fact
from plangen.sources.plans import PlanFiles
from plangen.sources.shared_records import SharedRecords

__all__ = ["plan_references", "shared_references"]


def shared_references(shared: SharedRecords) -> Iterator[Diagnostic]:
    """What the shared files get wrong about each other (PG301 to PG307, PG310, PG314)."""
    for id, indicator in shared.indicators.items():
        if indicator.lead:
            yield from shared.names.agency(indicator.lead, shared.place("indicators", id, "lead"), About(id))
        if indicator.population:
            here = shared.place("indicators", id, "population")
            yield from shared.names.population(indicator.population, here, About(id))
        if indicator.ranks:
            yield from shared.names.indicator(indicator.ranks, shared.place("indicators", id, "ranks"), About(id))
    yield from _targets(shared)
    yield from _facts(shared)


def _targets(shared: SharedRecords) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for position, target in shared.targets.items():
        about = About(target=target.id)
        if target.id in seen:
            here = shared.place("targets", position, "id")
            yield finding(
                codes.TARGET_TWICE,
                f'two targets have the id "{target.id}"',
                here,
                "give one of them another id",
                about,
            )
        seen.add(target.id)
        if target.indicator:
            yield from shared.names.indicator(
                target.indicator, shared.place("targets", position, "indicator"), about
            )
        for number, name in enumerate(target.indicators):
            yield from shared.names.indicator(name, shared.place("targets", position, "indicators", number), about)
        if target.base and target.base.target:
            yield from _base(shared, position)


def _base(shared: SharedRecords, position: int) -> Iterator[Diagnostic]:
    target = shared.targets[position]
    assert target.base is not None
    period = target.base.period
    others = [other for other in shared.targets.values() if set(other.all_indicators) & set(target.all_indicators)]
    if any(other.due == period and other is not target for other in others):
        return
    due = sorted({str(other.due) for other in others if other is not target})
    instead = f"base: {{actual: {period}}}, or add a target of this indicator that is due in {period}"
    hint = f"write {instead}"
    if due:
        hint += f"; there are targets due in {', '.join(due)}"
    message = f'the target "{target.id}" counts from a target due in {period}, and there is none'
    yield finding(
        codes.NO_TARGET_TO_COUNT_FROM,
        message,
        shared.place("targets", position, "base", "target"),
        hint,
        About(target=target.id),
    )


def _facts(shared: SharedRecords) -> Iterator[Diagnostic]:
    for id, fact in shared.facts.items():
        here = shared.place("facts", id, "formula")
        for name in _named(fact):
            yield from shared.names.fact(name, here, About(fact=id))
        if circle := _circle(shared, id):
            message = f"the formula needs itself: {' needs '.join(circle)}"
            yield finding(
                codes.FORMULA_NEEDS_ITSELF,
                message,
                here,
                "give one of these facts a value: instead of its formula:",
                About(fact=id),
            )


def _named(fact: Fact) -> list[str]:
    return re.findall(r"(?:facts\.)?([A-Za-z_][A-Za-z0-9_]*)", fact.formula)


def _circle(shared: SharedRecords, start: str) -> list[str]:
    """The way from a fact back to itself; told once, at the first of its facts by name."""
    waiting = [[start]]
    seen = set()
    while waiting:
        way = waiting.pop()
        fact = shared.facts.get(way[-1])
        for name in _named(fact) if fact else []:
            if name == start:
                return [*way, start] if start == min(way) else []
            if name not in seen:
                seen.add(name)
                waiting.append([*way, name])
    return []


def plan_references(shared: SharedRecords, plan: PlanFiles) -> Iterator[Diagnostic]:
    """What a plan's records get wrong about others (PG301 to PG303, PG312, PG313, PG316)."""
    for number, row in enumerate(plan.we_said.promises if plan.we_said else ()):
        here = plan.place("we_said_we_did.yaml", "promises", number, "target")
        yield from shared.names.target(row.target, here)
    yield from _priorities(shared, plan)
    yield from _appendix(shared, plan)


def _priorities(shared: SharedRecords, plan: PlanFiles) -> Iterator[Diagnostic]:
    file, seen = "priorities.yaml", set[str]()
    for number, priority in enumerate(plan.priorities.priorities if plan.priorities else ()):
        start = ("priorities", number)
        for key, name in (("id", priority.id), ("number", str(priority.number or ""))):
            if name and name in seen:
                message = f'two priorities have the {key} "{name}"'
                yield finding(
                    codes.PRIORITY_TWICE, message, plan.place(file, *start, key), f"give one of them another {key}"
                )
            seen.add(name)
        if priority.target:
            yield from shared.names.target(priority.target, plan.place(file, *start, "target"))
        for position, name in enumerate(priority.targets):
            yield from shared.names.target(name, plan.place(file, *start, "targets", position))
        for position, action in enumerate(priority.actions):
            for place, name in enumerate(action.leads):
                here = plan.place(file, *start, "actions", position, "leads", place)
                yield from shared.names.agency(name, here)


def _appendix(shared: SharedRecords, plan: PlanFiles) -> Iterator[Diagnostic]:
    file, seen = "appendix.yaml", set[str]()
    known = [p.id for p in plan.priorities.priorities] if plan.priorities else []
    readable = plan.priorities is not None or "priorities.yaml" in plan.absent
    for number, group in enumerate(plan.appendix.groups if plan.appendix else ()):
        if group.priority and group.priority not in known and readable:
            here = plan.place(file, "groups", number, "priority")
            hint = hint_for(group.priority, known, "add it to priorities.yaml, or write title: instead")
            yield finding(
                codes.UNKNOWN_PRIORITY,
                f'there is no priority "{group.priority}"',
                here,
                hint,
                remedies=likely(group.priority, known),
            )
        for position, row in enumerate(group.rows):
            here = plan.place(file, "groups", number, "rows", position, "indicator")
            yield from shared.names.indicator(row.indicator, here)
            if row.indicator in seen:
                message = f'the indicator "{row.indicator}" has two rows'
                yield finding(
                    codes.INDICATOR_TWICE_IN_APPENDIX, message, here, "delete one of them", About(row.indicator)
                )
            seen.add(row.indicator)
