"""What was promised and what is reported: targets nobody reports (PG868), promises told otherwise (PG869)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plangen.checks.editions.remarks import Remark, about_record
from plangen.checks.numbers import NumberUnit, numbers_in
from plangen.diagnostics import About, Code, Location, PutIn, codes
from plangen.measures.evidence import Evidence
from plangen.model.amount import AmountUnit
from plangen.model.period import Period
from plangen.model.plan import Priorities, PromiseRow, WeSaidWeDid
from plangen.model.prose import Prose, ProseParagraph, Words
from plangen.model.target import Target
from plangen.model.workspace import Plan

__all__ = ["promises_of_plan", "promises_set_before"]

_UNITS = {AmountUnit.PERCENT: NumberUnit.PERCENT, AmountUnit.POINTS: NumberUnit.POINTS}


def promises_of_plan(evidence: Evidence, plan: Plan, used: Collection[str]) -> Iterator[Remark]:
    """Targets due in the year before the plan's, by what its results and its "we said, we did" tell of them.

    `used` are the keys of the results that stand in the document.
    """
    year_before = plan.record.period.year_before()
    told = {key.split(".")[1] for key in used if key.startswith("targets.")}
    told |= {row.target for row in plan.we_said.promises} if plan.we_said else set()
    shown = _in_appendix(plan)
    for target in evidence.records.targets.values():
        if target.due != year_before or target.id in told:
            continue
        if not set(target.all_indicators) & shown:
            message = f'the target "{target.id}" was set for {target.due} and is not reported'
            hint = "add it to we_said_we_did.yaml, or its indicator to appendix.yaml"
            yield _at_target(evidence, target, codes.TARGET_NOT_REPORTED, message, hint)
    if plan.we_said:
        yield from _rows(evidence, plan, plan.we_said)


def promises_set_before(evidence: Evidence, plan: Plan, earlier: Priorities | None) -> Iterator[Remark]:
    """The key targets of last year's plan that this year's "we said" leaves out (PG869)."""
    if earlier is None or plan.we_said is None:
        return
    told = {row.target for row in plan.we_said.promises}
    for priority in earlier.priorities:
        for id in dict.fromkeys((*((priority.target,) if priority.target else ()), *priority.targets)):
            target = evidence.records.targets.get(id)
            same = {t.id for t in evidence.records.targets.values() if target and _same_promise(t, target)}
            if target and target.due == plan.record.period.year_before() and not told & same:
                message = f'last year\'s plan set the target "{id}", which "we said, we did" does not name'
                place = plan.places.get(
                    "we_said_we_did.yaml", Location(f"content/plans/{plan.id}/we_said_we_did.yaml")
                )
                hint = "add a promise with this target"
                yield about_record(codes.PROMISE_TOLD_OTHERWISE, message, hint, id, place, about=About(target=id))


def _same_promise(one: Target, other: Target) -> bool:
    return one.all_indicators == other.all_indicators and one.due == other.due


def _in_appendix(plan: Plan) -> set[str]:
    appendix = plan.appendix
    if appendix is None or plan.record.period.year_before() not in appendix.targets:
        return set()
    return {row.indicator for group in appendix.groups for row in group.rows}


def _rows(evidence: Evidence, plan: Plan, record: WeSaidWeDid) -> Iterator[Remark]:
    year_before = plan.record.period.year_before()
    for number, row in enumerate(record.promises):
        target = evidence.records.targets.get(row.target)
        if target is None:
            continue
        prose = plan.prose.get(f"we_said_we_did.yaml#promises.{number}.said")
        place = _place(plan, prose)
        if target.due != year_before and not _over_several_years(target, plan.record.period):
            message = f'"{row.target}" is due in {target.due}: "we said" tells of {year_before}'
            hint = f"name a target due in {year_before}"
            yield about_record(
                codes.PROMISE_TOLD_OTHERWISE, message, hint, row.target, place, about=About(target=row.target)
            ).milder()
        for typed in _typed(prose, target):
            message = (
                f'"we said" gives {typed}, but the target "{row.target}" is {target.promise.value} {target.amount}'
            )
            hint = f"write {{{{ targets.{row.target} }}}}"
            remedies = (PutIn(f"targets.{row.target}"),)
            yield about_record(
                codes.PROMISE_TOLD_OTHERWISE,
                message,
                hint,
                _quote(row),
                place,
                about=About(target=row.target),
                remedies=remedies,
                typed=typed,
            )


def _over_several_years(target: Target, year: Period) -> bool:
    """Whether a target that is due later was set before this plan: it counts from before last year."""
    started = target.base is not None and target.base.period.end < year.year_before().start
    return started and target.due.end >= year.start


def _typed(prose: Prose | None, target: Target) -> list[str]:
    """The figures typed into a promise that are not its target's amount."""
    words = [
        phrase.text
        for block in (prose.blocks if prose else ())
        if isinstance(block, ProseParagraph)
        for phrase in block.content
        if isinstance(phrase, Words)
    ]
    unit = _UNITS.get(target.amount.unit)
    return [
        number.text
        for text in words
        for number in numbers_in(text)
        if number.exempt is None
        and not number.spelled
        and (unit is None or number.unit is unit)
        and number.value != target.amount.number
    ]


def _quote(row: PromiseRow) -> str:
    return row.said


def _place(plan: Plan, prose: Prose | None) -> Location:
    for block in prose.blocks if prose else ():
        if isinstance(block, ProseParagraph):
            return block.location
    return Location(f"content/plans/{plan.id}/we_said_we_did.yaml")


def _at_target(evidence: Evidence, target: Target, kind: Code, message: str, hint: str) -> Remark:
    place = evidence.place("targets", target.id) or Location("content/targets.yaml", field=target.id)
    return about_record(kind, message, hint, target.id, place, about=About(target=target.id))
