"""Results asked for by record rather than by expression, as figures with their source."""

from __future__ import annotations

from plangen.compose.context import Context
from plangen.compose.words import quantity
from plangen.diagnostics import PlangenError
from plangen.document.inlines import Value
from plangen.document.tables import Cell, CellLine, Tone
from plangen.measures.levels import level
from plangen.measures.outcomes import outcome
from plangen.measures.targets import asked_change
from plangen.model.period import Period
from plangen.model.result import Change, Level, Outcome
from plangen.model.target import Target

__all__ = ["base_level", "change_cell", "level_at", "level_cell", "level_value", "outcome_of", "target_change"]


def level_at(context: Context, indicator: str, period: Period | None = None) -> Level | None:
    """The indicator's value at a period, or its latest, or None."""
    return level(context.evidence, indicator, period)


def level_value(context: Context, found: Level) -> Value:
    """A level as a figure of a tile, strip or table."""
    return quantity(context, found, context.language.levels.table_figure(found))


def level_cell(context: Context, found: Level | None, tone: Tone = Tone.PLAIN) -> Cell:
    """A cell for a level; what is not a number is muted and in words."""
    if found is None:
        return Cell.of(context.language.levels.table_figure(None), Tone.MUTED)
    if found.number is None:
        tone = Tone.MUTED
    return Cell((CellLine((level_value(context, found),), tone),))


def change_cell(context: Context, found: Change | None, absent: str) -> Cell:
    """A cell for a signed change; `absent` stands where there is none."""
    if found is None:
        return Cell.of(absent, Tone.MUTED)
    return Cell((CellLine((quantity(context, found, context.language.changes.signed_change(found)),)),))


def target_change(context: Context, target: Target) -> Change | None:
    """From a target's base to what it asks for; a problem goes into the ledger."""
    try:
        return asked_change(context.evidence, target)
    except PlangenError as problem:
        context.ledger.report(problem.diagnostics)
        return None


def base_level(context: Context, target: Target) -> Level | None:
    """The measured value that a target counts from; None where its base is none, or has no number."""
    base = target.base.actual if target.base else None
    found = level_at(context, target.all_indicators[0], base) if base else None
    return found if found is not None and found.number is not None else None


def outcome_of(context: Context, target: Target, at: Period | None = None) -> Outcome:
    """What became of a target, with results up to `at`."""
    found = outcome(context.evidence, target, at)
    context.ledger.use(found)
    return found
