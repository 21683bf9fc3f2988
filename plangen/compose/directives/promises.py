"""`we-said-we-did` and `key-targets`: what was promised, what came of it, and what is promised now."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.marks import outcome_badge
from plangen.compose.numbers import base_level, level_value, outcome_of
from plangen.compose.tracing import about, computed, written
from plangen.compose.unfinished import box_to_come
from plangen.compose.words import first_paragraph, note_label, quantity
from plangen.document.blocks import Block
from plangen.document.inlines import Inline, Note, Strong, Text
from plangen.document.tables import (
    Band,
    Cell,
    CellLine,
    Chip,
    Column,
    ColumnHeader,
    ColumnRole,
    Row,
    RowGroup,
    Table,
    Tone,
)
from plangen.measures.targets import asked, promised
from plangen.model.indicator import Indicator
from plangen.model.plan import PromiseRow
from plangen.model.prose import Directive
from plangen.model.result import Level, Outcome
from plangen.model.target import Target

__all__ = ["key_targets", "we_said_we_did"]


def we_said_we_did(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The table of last year's promises: what we said, what we did, and the outcome."""
    record = context.we_said
    if record is None:
        return ()
    notes: list[Note] = []
    rows = tuple(_row(context, promise, index, notes) for index, promise in enumerate(record.promises))
    source = context.language.plan.results_source(record.at, record.source)
    table = Table(
        summary=context.language.plan.promise_summary(),
        columns=(Column(ColumnRole.WORDS), Column(ColumnRole.RESULT), Column(ColumnRole.OUTCOME)),
        header=tuple(map(ColumnHeader, context.language.plan.promise_heads())),
        groups=(RowGroup(rows),),
        notes=tuple(notes),
        source=(about(context, Text(source), "we_said_we_did.yaml#source"),),
    )
    return (table,)


def _row(context: Context, promise: PromiseRow, index: int, notes: list[Note]) -> Row:
    assert context.we_said is not None
    target = context.records.targets[promise.target]
    found = outcome_of(context, target, context.we_said.at)
    key = f"we_said_we_did.yaml#promises.{index}"
    label = ""
    if promise.note:
        words = first_paragraph(context, context.prose(f"{key}.note"))
        label = note_label(notes, f"{context.scope}_promise_{promise.target}", words)
    row = Row(
        (
            Cell((CellLine(first_paragraph(context, context.prose(f"{key}.said"))),), note=label),
            Cell((CellLine(tuple(_did(context, found)), Tone.STRONG),)),
            computed(context, Cell((Chip(outcome_badge(context.language, found)),)), (found,)),
        )
    )
    return about(context, row, key)


def _did(context: Context, found: Outcome) -> Iterator[Inline]:
    """What was measured; a level of another period than the table's, such as a yearly survey's, says which."""
    yield quantity(context, found.result or found, context.language.outcomes.result_words(found))
    if not isinstance(found.result, Level):
        return
    if found.period is not None and context.we_said is not None and found.period != context.we_said.at:
        yield Text(f" {context.language.periods.in_period(found.period)}")
    before = base_level(context, found.target)
    if before is not None and before.period is not None:
        yield Text(f", {context.language.changes.up_from(before, found.result)} ")
        yield level_value(context, before)
        yield Text(f" {context.language.periods.in_period(before.period)}")


def key_targets(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The year's key targets, priority by priority: what is promised, and the level it means, of what."""
    listed = context.priorities
    groups = []
    for at, priority in enumerate(listed):
        rows = tuple(_target_row(context, context.records.targets[target]) for target in priority.targets)
        if rows:
            band = Band(priority.title, priority.number)
            written(context, band, f"priorities.yaml#priorities.{at}.title", "title")
            groups.append(RowGroup(rows, band))
    if not groups:
        return box_to_come(context, context.language.editions.targets_to_come())
    table = Table(
        summary=context.language.plan.target_summary(),
        columns=(Column(ColumnRole.WORDS), Column(ColumnRole.RESULT)),
        header=tuple(map(ColumnHeader, context.language.plan.target_heads())),
        groups=tuple(groups),
    )
    return (table,)


def _target_row(context: Context, target: Target) -> Row:
    indicator = context.records.indicators[target.all_indicators[0]]
    before, after = context.language.targets.promise_sentence(target, indicator)
    key = f"indicators.yaml#{target.all_indicators[0]}"
    words: tuple[Inline, ...] = (
        about(context, Text(before), key),
        level_value(context, promised(context.evidence, target)),
        about(context, Text(after), key),
    )
    level = asked(context.evidence, target)
    row = Row((Cell((CellLine(words),)), _means(context, level, indicator, key)))
    return about(context, row, f"targets.yaml#{target.id}")


def _means(context: Context, level: Level | None, indicator: Indicator, key: str) -> Cell:
    """The level that a key target asks for, with what is counted."""
    if level is None or level.number is None:
        return Cell.of(context.language.targets.to_be_set(), Tone.MUTED)
    figure = quantity(context, level, context.language.levels.table_figure(level))
    phrase = written(context, Text(f" {indicator.phrase}"), f"{key}.phrase")
    counted = (phrase,) if indicator.phrase else ()
    return Cell((CellLine((Strong((figure,)), *counted)),))
