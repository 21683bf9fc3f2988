"""The summary of a pack: every measure in one table, grouped by priority and key action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.compose.context import Context
from plangen.compose.numbers import level_value
from plangen.compose.pack.glance import COUNTED, counts
from plangen.compose.pack.reading import MeasureReading, Observed
from plangen.document.blocks import Block, Paragraph, ParagraphKind, Section
from plangen.document.inlines import CrossReference, Text
from plangen.document.status import Badge, Judgement, Mark, Sign
from plangen.document.tables import (
    Band,
    Cell,
    CellLine,
    Chip,
    Column,
    ColumnHeader,
    ColumnRole,
    Density,
    Row,
    RowGroup,
    RowRule,
    Table,
    Tone,
    Travel,
)
from plangen.language.english.changes import travel
from plangen.language.english.comparisons import age_words, why_words
from plangen.language.english.levels import table_figure
from plangen.language.english.measures import NO_BENCHMARK, band_counts
from plangen.language.english.summary import IN_WORDS, KEY, YEARLY, summary_note
from plangen.model.comparison import Missing
from plangen.model.indicator import Indicator
from plangen.model.pack import KeyAction, PackPriority, PackRecord
from plangen.model.result import Change, Level

__all__ = ["summary"]


def summary(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Section:
    """The table of all measures, and the key to its symbols."""
    blocks: tuple[Block, ...] = (
        Paragraph((Text(summary_note(record.period)),), ParagraphKind.SMALL),
        _table(context, record, readings),
        Section("summary_key", (Text("What the symbols mean"),), (_key(),)),
    )
    return Section(
        "summary",
        (Text("Summary of measures"),),
        blocks,
        running="Summary of measures",
        chapter=True,
        in_contents=True,
    )


def _table(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Table:
    return Table(
        summary="Every measure with its previous and current value, how it moved, and the value of similar areas",
        columns=(
            Column(ColumnRole.REFERENCE),
            Column(ColumnRole.NAME),
            Column(ColumnRole.FIGURE),
            Column(ColumnRole.FIGURE),
            Column(ColumnRole.TRAVEL),
            Column(ColumnRole.TRAVEL),
            Column(ColumnRole.BENCHMARK),
        ),
        header=(
            ColumnHeader("Ref"),
            ColumnHeader("Measure"),
            ColumnHeader("Previous"),
            ColumnHeader("Current"),
            ColumnHeader("Travel since previous period"),
            ColumnHeader("Travel since same period last year"),
            ColumnHeader("Similar areas"),
        ),
        groups=tuple(_group(context, record, priority, readings) for priority in record.priorities),
        density=Density.DATA,
    )


def _group(
    context: Context, record: PackRecord, priority: PackPriority, readings: Sequence[MeasureReading]
) -> RowGroup:
    mine = [reading for reading in readings if reading.priority == priority]
    found = counts(mine)
    band = Band(priority.title, priority.number, band_counts(*(found[judgement] for judgement, _ in COUNTED)))
    rows = (
        row
        for action, group in groupby(mine, key=lambda reading: reading.action)
        for row in _action_rows(context, record, action, list(group))
    )
    return RowGroup(tuple(rows), band)


def _action_rows(
    context: Context, record: PackRecord, action: KeyAction, readings: Sequence[MeasureReading]
) -> Iterator[Row]:
    counted = [reading for reading in readings if reading.observed]
    lead = context.records.partnership.agencies.get(action.lead, action.lead)
    words = [CellLine((Text(action.short),))]
    if not counted:
        words = [
            CellLine((CrossReference(readings[0].anchor, (Text(action.short),)),)),
            CellLine((Text(IN_WORDS),), Tone.MUTED),
        ]
    yield Row(
        (
            Cell.of(action.ref, Tone.STRONG),
            Cell(tuple(words), span=4),
            Cell((CellLine((Text(lead),), Tone.MUTED),), span=2),
        ),
        header=1,
        rule=RowRule.NONE if counted else RowRule.STEEL,
    )
    for reading in readings if counted else ():
        rule = RowRule.STEEL if reading is readings[-1] else RowRule.HAIR
        if reading.observed is None:
            yield _words_row(reading, rule)
        else:
            yield _measure_row(context, record, reading, reading.observed, rule)


def _ref(reading: MeasureReading) -> Cell:
    """A measure that is the only one of its action repeats no reference."""
    return Cell.of("" if reading.ref == reading.action.ref else reading.ref, Tone.MUTED)


def _words_row(reading: MeasureReading, rule: RowRule) -> Row:
    link = CrossReference(reading.anchor, (Text(reading.name),))
    return Row((_ref(reading), Cell((CellLine((link,)),), span=4), Cell((), span=2)), header=1, rule=rule)


def _measure_row(
    context: Context, record: PackRecord, reading: MeasureReading, observed: Observed, rule: RowRule
) -> Row:
    comparison, indicator = observed.comparison, observed.indicator
    name = [CellLine((CrossReference(reading.anchor, (Text(reading.name),)),), Tone.STRONG)]
    if observed.current and (age := age_words(observed.current, indicator, record.period)):
        name.append(CellLine((Text(age[:1].upper() + age[1:]),), second=True))
    before = observed.travel.before if observed.travel else None
    same = YEARLY if comparison.same_base else ""
    return Row(
        (
            _ref(reading),
            Cell(tuple(name)),
            _figure(context, before, Tone.PLAIN),
            _figure(context, observed.current, Tone.STRONG),
            _travel(context, observed.travel, _why(comparison.why_no_previous, indicator)),
            _travel(context, observed.year, same or _why(comparison.why_no_year_before, indicator)),
            _benchmark(context, observed.benchmark),
        ),
        header=1,
        rule=rule,
    )


def _why(missing: Missing | None, indicator: Indicator) -> str:
    return why_words(missing or Missing.NOT_COLLECTED, indicator)


def _figure(context: Context, found: Level | None, tone: Tone) -> Cell:
    if found is None or found.number is None:
        return Cell.of(table_figure(found), Tone.MUTED)
    return Cell((CellLine((level_value(context, found),), tone),))


def _travel(context: Context, change: Change | None, absent: str) -> Cell:
    if change is None:
        return Cell.of(absent, Tone.MUTED)
    context.ledger.use(change)
    return Cell((Travel(*travel(change)),))


def _benchmark(context: Context, found: Level | None) -> Cell:
    if found is None or found.number is None:
        return Cell.of(NO_BENCHMARK, Tone.MUTED)
    return Cell((CellLine((level_value(context, found),)),))


_MARKS = (
    Mark(Judgement.GOOD, Sign.UP),
    Mark(Judgement.BAD, Sign.DOWN),
    Mark(Judgement.NEUTRAL, Sign.UP),
    Mark(Judgement.NEUTRAL, Sign.SAME),
)


def _key() -> Table:
    rows = tuple(
        Row((Cell((Chip(Badge(mark, word)),)), Cell.of(meaning)))
        for mark, (word, meaning) in zip(_MARKS, KEY, strict=True)
    )
    return Table(
        summary="The symbols of this pack and what they mean",
        columns=(Column(ColumnRole.NAME), Column(ColumnRole.WORDS)),
        header=(ColumnHeader("Symbol"), ColumnHeader("Meaning")),
        groups=(RowGroup(rows),),
    )
