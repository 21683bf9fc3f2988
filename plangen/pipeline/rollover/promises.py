"""What becomes of a plan's targets in the next one: those that fell due are reported, the others carried on."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.edits import Put, TakeOut, Value, YamlChange
from plangen.language.language import Language
from plangen.model.period import Period
from plangen.model.plan import Priority
from plangen.model.target import Target
from plangen.model.workspace import Plan, Records

__all__ = ["emptied_priorities", "promises_kept", "promises_of"]


def emptied_priorities(plan: Plan, records: Records, new: Period) -> list[YamlChange]:
    """Targets that are past taken out of the priorities; those due later stay."""
    changes: list[YamlChange] = []
    for number, priority in enumerate(plan.priorities.priorities if plan.priorities else ()):
        if priority.target and _past(records, priority.target, new):
            changes.append(TakeOut(("priorities", number, "target")))
        ahead = [id for id in priority.targets if not _past(records, id, new)]
        if priority.targets and not ahead:
            changes.append(TakeOut(("priorities", number, "targets")))
        elif len(ahead) < len(priority.targets):
            changes.append(Put(("priorities", number, "targets"), ahead))
    return changes


def _past(records: Records, id: str, new: Period) -> bool:
    return records.targets[id].due.end < new.start


def promises_kept(plan: Plan, records: Records, language: Language) -> dict[str, Value] | None:
    """The content of "we said" for the year after `plan`; None where its priorities name no target of its year."""
    targets = list(promises_of(plan, records))
    if not targets:
        return None
    rows: list[Value] = []
    for target in targets:
        words = language.targets.pledge(target, records.indicators[target.all_indicators[0]])
        rows.append({"target": target.id, "said": f"{words}{{{{ targets.{target.id} }}}}"})
    return {
        "at": _measured(plan.record.period, targets, records).text,
        "source": f"{plan.record.title} {plan.record.period}",
        "promises": rows,
    }


def promises_of(plan: Plan, records: Records) -> Iterator[Target]:
    """The targets of the plan's own year that its priorities name, in order, each promise once.

    A priority may name one promise as it was announced (`targets`) and as the level in a table (`target`); what
    was announced stands for both.
    """
    told: set[tuple[tuple[str, ...], Period]] = set()
    for priority in plan.priorities.priorities if plan.priorities else ():
        for id in _named(priority):
            target = records.targets.get(id)
            if target is None or target.due != plan.record.period:
                continue
            promise = target.all_indicators, target.due
            if promise not in told:
                told.add(promise)
                yield target


def _named(priority: Priority) -> tuple[str, ...]:
    return (*priority.targets, *((priority.target,) if priority.target else ()))


def _measured(year: Period, targets: list[Target], records: Records) -> Period:
    """The year itself where it was measured, or else the latest part of it that was."""
    indicators = {id for target in targets for id in target.all_indicators}
    found = {
        row.period for row in records.observations if row.indicator in indicators and year.contains(row.period)
    }
    return year if year in found or not found else max(found)
