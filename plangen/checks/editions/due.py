"""What an edition needs by its period: figures of a pack's own quarter (PG878), a plan's targets and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plangen.checks.editions.remarks import Remark, about_record
from plangen.diagnostics import About, Code, Location, codes
from plangen.language.english.levels import level_number
from plangen.measures.evidence import Evidence
from plangen.measures.levels import level
from plangen.model.pack import Measure
from plangen.model.workspace import Pack, Plan

__all__ = ["date_of_edition", "explained", "figures_of_pack", "last_words", "targets_of_plan"]

_MONTHS_OFF = 12


def figures_of_pack(evidence: Evidence, pack: Pack) -> Iterator[Remark]:
    """Measures without a figure for the pack's own period; an error where there is none at all (PG878).

    A measure that is taken less often, covers longer, or has data to another month says so itself.
    """
    period = pack.record.period
    measured = [(key, measure) for key, measure in _measures(pack) if measure.indicator]
    lacking = [(key, measure) for key, measure in measured if not explained(evidence, measure.indicator or "")]
    if measured and not any(level(evidence, m.indicator or "", period) for _, m in measured):
        place = pack.places.get("pack.yaml#period", Location("pack.yaml"))
        message = f"no measure has a figure for {period}"
        yield about_record(codes.FIGURE_OF_PERIOD_MISSING, message, "import the figures first", pack.id, place)
        return
    for key, measure in lacking:
        id = measure.indicator or ""
        message = f"{measure.ref} {evidence.records.indicators[id].label} has no figure for {period}"
        place = pack.places.get(key, Location("pack.yaml"))
        about = About(id, period.text)
        hint = "add the figure, or say with every: how often it is measured"
        message += f" ({last_words(evidence, id)})"
        yield about_record(codes.FIGURE_OF_PERIOD_MISSING, message, hint, id, place, about=about).milder()


def _measures(pack: Pack) -> Iterator[tuple[str, Measure]]:
    for p, priority in enumerate(pack.record.priorities):
        for a, action in enumerate(priority.actions):
            for m, measure in enumerate(action.measures):
                yield f"pack.yaml#priorities.{p}.actions.{a}.measures.{m}", measure


def explained(evidence: Evidence, id: str) -> bool:
    """Whether the indicator has a figure for the edition's own period, or says why it has none."""
    indicator = evidence.records.indicators[id]
    latest = evidence.latest(id)
    has = level(evidence, id, evidence.cut_off) is not None
    return has or bool(indicator.every or indicator.covers) or bool(latest and latest.data_to)


def last_words(evidence: Evidence, id: str) -> str:
    """The last figure that an indicator has: `last 29.9, 2016/17 Q2`."""
    known = level(evidence, id)
    if known is None or known.period is None:
        return "none at all"
    shown = level_number(known) if known.number is not None else "no number"
    return f"last {shown}, {known.period}"


def targets_of_plan(evidence: Evidence, plan: Plan, before: Plan | Pack | None) -> Iterator[Remark]:
    """A priority whose targets are all past (error), an indicator without a new figure (warning): PG879."""
    for number, priority in enumerate(plan.priorities.priorities if plan.priorities else ()):
        named = dict.fromkeys((*((priority.target,) if priority.target else ()), *priority.targets))
        targets = [evidence.records.targets[id] for id in named if id in evidence.records.targets]
        if targets and all(target.due.end < plan.record.period.start for target in targets):
            latest = max(target.due for target in targets)
            place = plan.places.get(f"priorities.yaml#priorities.{number}", Location("priorities.yaml"))
            message = f'all targets of "{priority.title}" are due by {latest}, before {plan.record.period}'
            hint = "set a target for the year of the plan, or take the old ones out"
            yield about_record(codes.NOTHING_AHEAD, message, hint, priority.id, place)
    if before is None or plan.appendix is None:
        return
    for g, group in enumerate(plan.appendix.groups):
        for r, row in enumerate(group.rows):
            latest_row = evidence.latest(row.indicator)
            if latest_row is None or latest_row.period.end > before.record.date:
                continue
            label = evidence.records.indicators[row.indicator].label
            place = plan.places.get(f"appendix.yaml#groups.{g}.rows.{r}", Location("appendix.yaml"))
            message = f"{label} has no figure since {before.id}; the last is of {latest_row.period}"
            hint = "add the newer figures, or take the row out"
            yield about_record(codes.NOTHING_AHEAD, message, hint, row.indicator, place).milder()


def date_of_edition(edition: Plan | Pack, before: Plan | Pack | None) -> Iterator[Remark]:
    """A document dated before what it reports, far from its year, or as the one that it was begun from (PG883)."""
    record = edition.record
    file = "pack.yaml" if isinstance(edition, Pack) else "plan.yaml"
    if before is not None and record.date == before.record.date:
        yield _dated(edition, file, f"{_day(record.date)} is the date of {before.id} too")
    elif isinstance(edition, Pack) and record.date < record.period.end:
        yield _dated(edition, file, f"{_day(record.date)} is before {record.period} ends")
    elif isinstance(edition, Plan) and _months_apart(record.date, record.period.start) > _MONTHS_OFF:
        yield _dated(edition, file, f"{_day(record.date)} is more than a year from the start of {record.period}")


def _dated(edition: Plan | Pack, file: str, message: str) -> Remark:
    place = edition.places.get(f"{file}#date", Location(file))
    kind: Code = codes.DATE_OF_ANOTHER
    return about_record(kind, message, "write the date on which the document is finished", edition.id, place)


def _months_apart(one: date, other: date) -> int:
    return abs(12 * (one.year - other.year) + one.month - other.month)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
