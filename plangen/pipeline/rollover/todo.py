"""What is still to do in an edition, found in the files themselves: nothing is kept of it anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from plangen.diagnostics import Code, Diagnostic, Location, PlangenError, Severity, codes
from plangen.model.edition import EditionKind, EditionName
from plangen.model.pack import Measure
from plangen.model.prose import Prose, ProseParagraph, Words
from plangen.model.workspace import Pack, Plan, Workspace
from plangen.sources.prose_walk import inner_phrases

if TYPE_CHECKING:
    from plangen.measures.evidence import Evidence

__all__ = ["Task", "tasks_of"]

_TOLD_BY_THE_CHECK: tuple[Code, ...] = (
    codes.STILL_TO_DO,
    codes.NOTHING_OBSERVED,
    codes.NO_CHANGE_OR_RESULT,
    codes.TILE_WITHOUT_RESULT,
    codes.NOT_CHARTABLE,
    codes.PROMISE_TOLD_OTHERWISE,
    codes.STALE_WORDS,
    codes.PERIOD_BEFORE_AS_COMING,
    codes.NOTHING_AHEAD,
    codes.DATE_OF_ANOTHER,
    codes.NOT_SIGNED_OFF,
)
"""Warnings that are work of a new edition; errors always are."""

_TOLD_HERE = (codes.FIGURE_OF_PERIOD_MISSING, codes.NO_COMMENTARY)
_FOUND_FIRST = 90


class Task(Struct, frozen=True):
    """One line of the list: what is to be done, where, and the code of the finding that it comes from, if any."""

    words: str
    location: Location | None = None
    code: str = ""

    def __str__(self) -> str:
        place = f": {self.location}" if self.location else ""
        return f"[ ] {self.words}{place}"


def tasks_of(root: Path, name: EditionName) -> tuple[Task, ...]:
    """Everything that is still to do in the edition `name`; raises PG130 where there is no such edition.

    Missing figures and commentaries, targets to be set, facts that are old, and all errors that `check` has for
    it, with the warnings that speak of the edition before.
    """
    from plangen.pipeline.check import check
    from plangen.sources.workspace import read_workspace

    try:
        workspace = read_workspace(root, (name.id,))
    except PlangenError as problem:
        if any(found.kind == codes.NO_EDITION for found in problem.diagnostics):
            raise
        return tuple(map(_of_finding, _work(problem.diagnostics)))
    plan = workspace.plans.get(name.id) if name.kind is EditionKind.PLAN else None
    edition = plan or workspace.packs[name.id]
    found = check(root, (name,))
    own = _of_pack(workspace, edition, found) if isinstance(edition, Pack) else _of_plan(root, workspace, edition)
    return (
        *own,
        *_old_facts(workspace, edition),
        *_together(_with_old_words(root, edition, one) for one in _work(found)),
    )


def _work(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    for found in findings:
        if found.kind in _TOLD_HERE:
            continue
        if found.severity is Severity.ERROR or found.kind in _TOLD_BY_THE_CHECK:
            yield found


def _of_finding(found: Diagnostic) -> Task:
    return Task(found.message, found.location, found.code)


def _together(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(dict.fromkeys(tasks))


def _of_pack(workspace: Workspace, pack: Pack, found: Iterable[Diagnostic]) -> Iterator[Task]:
    """Figures that the pack's own quarter lacks, and commentaries that nobody wrote yet, action by action.

    A measure whose missing figure was accepted is not among the findings, unless all are missing.
    """
    from plangen.measures.evidence import Evidence

    evidence = Evidence.gather(workspace.records, pack.record.period)
    told = [one for one in found if one.kind == codes.FIGURE_OF_PERIOD_MISSING]
    missing = {one.about.indicator for one in told}
    everything = any(one.severity is Severity.ERROR for one in told)
    for priority in pack.record.priorities:
        for action in priority.actions:
            lead = workspace.records.partnership.agencies.get(action.lead, action.lead)
            yield from (
                t
                for m in action.measures
                if everything or m.indicator in missing
                for t in _figure_missing(evidence, pack, m, lead)
            )
            if not any(ref in pack.prose for ref in (action.ref, *(m.ref for m in action.measures))):
                yield Task(f"{action.ref}: commentary · {lead}", None, codes.NO_COMMENTARY.number)


def _figure_missing(evidence: Evidence, pack: Pack, measure: Measure, lead: str) -> Iterator[Task]:
    from plangen.checks.editions.due import explained, last_words

    id = measure.indicator
    if id and not explained(evidence, id):
        label = evidence.records.indicators[id].label
        words = f"{measure.ref} {label}: no figure for {pack.record.period} ({last_words(evidence, id)}) · {lead}"
        yield Task(words, None, codes.FIGURE_OF_PERIOD_MISSING.number)


def _of_plan(root: Path, workspace: Workspace, plan: Plan) -> Iterator[Task]:
    """Targets to be set: for priorities that had some in the plan before, and those that were never set."""
    before = _source(root, plan)
    listed = before.priorities.priorities if before and before.priorities else ()
    had = {priority.id for priority in listed if priority.target or priority.targets}
    for number, priority in enumerate(plan.priorities.priorities if plan.priorities else ()):
        if priority.id in had and not priority.target and not priority.targets:
            place = plan.places.get(f"priorities.yaml#priorities.{number}")
            yield Task(f"{priority.short or priority.title}: set a target for {plan.record.period}", place)
    for number, row in enumerate(plan.we_said.promises if plan.we_said else ()):
        target = workspace.records.targets[row.target]
        if target.amount.number is None and not row.note:
            place = plan.places.get(f"we_said_we_did.yaml#promises.{number}")
            yield Task(f'the target "{target.id}" was never set: say so in a note', place)


def _source(root: Path, plan: Plan) -> Plan | None:
    from plangen.pipeline.preceding import edition_before

    before = edition_before(root, plan, (plan.record.follows,)) if plan.record.follows else None
    return before if isinstance(before, Plan) else None


def _old_facts(workspace: Workspace, edition: Plan | Pack) -> Iterator[Task]:
    """Facts that the edition tells and that were true before the year before its own."""
    from plangen.model.period_text import read_period
    from plangen.sources.prose_walk import expressions_in

    if not edition.record.follows:
        return
    old = edition.record.period.previous()
    asked = (asked for prose in edition.prose.values() for asked in expressions_in(prose))
    for id in dict.fromkeys(one.parts[0].name for one in asked if one.root == "facts" and one.parts):
        fact = workspace.records.facts.get(id)
        try:
            when = read_period(fact.as_at) if fact and fact.as_at else None
        except ValueError:
            continue
        if when is not None and when.end < old.start:
            place = workspace.records.places.get(("facts", id))
            yield Task(f"facts.{id} is of {when}: is there a newer one?", place)


def _with_old_words(root: Path, edition: Plan | Pack, found: Diagnostic) -> Task:
    """A finding as a task; where a text is to be written anew, with what stood there in the edition before."""
    task = _of_finding(found)
    if found.kind != codes.STILL_TO_DO or not isinstance(edition, Plan):
        return task
    before = _source(root, edition)
    key = next((k for k, prose in edition.prose.items() if _begins_at(prose, found.location)), "")
    words = _text(before.prose[key]) if before and key in before.prose else ""
    if not words:
        return task
    short = words if len(words) <= _FOUND_FIRST else f"{words[:_FOUND_FIRST].rpartition(' ')[0]} …"
    return Task(f'{task.words}; it was "{short}"', task.location, task.code)


def _begins_at(prose: Prose, location: Location | None) -> bool:
    first = next(iter(prose.blocks), None)
    return isinstance(first, ProseParagraph) and first.location == location


def _text(prose: Prose) -> str:
    """The words of the first paragraph."""
    first = next(iter(prose.blocks), None)
    if not isinstance(first, ProseParagraph):
        return ""
    parts = (p.text if isinstance(p, Words) else "…" for p in inner_phrases(first.content))
    return " ".join("".join(parts).split())
