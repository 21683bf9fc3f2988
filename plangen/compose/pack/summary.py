"""The summary of a pack: every measure in one table, grouped by priority and key action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.marks import change_mark, rank_mark
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
from plangen.language.language import Language
from plangen.measures.position import PlaceInGroup
from plangen.model.comparison import Missing
from plangen.model.indicator import Indicator
from plangen.model.pack import KeyAction, PackPriority, PackRecord
from plangen.model.result import Change, Level, Verdict

__all__ = ["summary"]


def summary(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Section:
    """The table of all measures, and the key to its symbols."""
    places = [reading.observed.place for reading in readings if reading.observed and reading.observed.place]
    blocks: tuple[Block, ...] = (
        Paragraph((Text(context.language.pack.summary_note(record.period)),), ParagraphKind.SMALL),
        _table(context, record, readings),
        Section(
            "summary_key",
            (Text(context.language.pack.key_heading()),),
            (_key(context.language, places),),
        ),
    )
    return Section(
        "summary",
        (Text(context.language.pack.summary_heading()),),
        blocks,
        running=context.language.pack.summary_heading(),
    )


def _table(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Table:
    return Table(
        summary=context.language.pack.summary_summary(),
        columns=(
            Column(ColumnRole.REFERENCE),
            Column(ColumnRole.NAME),
            Column(ColumnRole.FIGURE),
            Column(ColumnRole.FIGURE),
            Column(ColumnRole.TRAVEL),
            Column(ColumnRole.TRAVEL),
            Column(ColumnRole.BENCHMARK),
        ),
        header=tuple(map(ColumnHeader, context.language.pack.summary_heads())),
        groups=tuple(_group(context, record, priority, readings) for priority in record.priorities),
        density=Density.DATA,
    )


def _group(
    context: Context, record: PackRecord, priority: PackPriority, readings: Sequence[MeasureReading]
) -> RowGroup:
    mine = [reading for reading in readings if reading.priority == priority]
    found = counts(mine)
    band = Band(
        priority.title,
        priority.number,
        context.language.pack.band_counts(*(found[verdict] for verdict in COUNTED)),
    )
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
            CellLine((Text(context.language.pack.in_words_only()),), Tone.MUTED),
        ]
    ref, shared = Cell.of(action.ref, Tone.STRONG), _one_reference(action, readings)
    yield Row(
        (
            replace(ref, rows=1 + len(readings)) if counted and shared else ref,
            Cell(tuple(words), span=4),
            Cell((CellLine((Text(lead),), Tone.MUTED),), span=2),
        ),
        header=1,
        rule=RowRule.NONE if counted else RowRule.STEEL,
    )
    for reading in readings if counted else ():
        rule = RowRule.STEEL if reading is readings[-1] else RowRule.HAIR
        own = Cell((), covered=True) if shared else Cell.of(reading.ref, Tone.MUTED)
        if reading.observed is None:
            yield _words_row(context, reading, own, rule)
        else:
            yield _measure_row(context, record, reading, reading.observed, own, rule)


def _one_reference(action: KeyAction, readings: Sequence[MeasureReading]) -> bool:
    """Whether the measures of an action have no references of their own: the action's speaks for their rows."""
    return all(reading.ref == action.ref for reading in readings)


def _words_row(context: Context, reading: MeasureReading, ref: Cell, rule: RowRule) -> Row:
    """A measure of an action that has others with figures; it has none, and the row says so."""
    words = (
        CellLine((CrossReference(reading.anchor, (Text(reading.name),)),)),
        CellLine((Text(context.language.pack.in_words_only()),), Tone.MUTED),
    )
    return Row((ref, Cell(words, span=4), Cell((), span=2)), header=1, rule=rule)


def _measure_row(
    context: Context, record: PackRecord, reading: MeasureReading, observed: Observed, ref: Cell, rule: RowRule
) -> Row:
    comparison, indicator = observed.comparison, observed.indicator
    name = [CellLine((CrossReference(reading.anchor, (Text(reading.name),)),), Tone.STRONG)]
    if observed.current and (
        age := context.language.comparisons.age_words(observed.current, indicator, record.period)
    ):
        name.append(CellLine((Text(age),), second=True))
    before = observed.travel.before if observed.travel else comparison.before
    same = context.language.pack.yearly() if comparison.same_base else ""
    no_before = _why(context, comparison.why_no_previous, indicator, comparison.before)
    no_then = _why(context, comparison.why_no_year_before, indicator, comparison.then)
    return Row(
        (
            ref,
            Cell(tuple(name)),
            _figure(context, before, Tone.PLAIN),
            _figure(context, observed.current, Tone.STRONG),
            _place(context, observed) or _travel(context, observed.travel, no_before),
            _travel(context, observed.year, same or no_then),
            _benchmark(context, observed.benchmark),
        ),
        header=1,
        rule=rule,
    )


def _why(context: Context, missing: Missing | None, indicator: Indicator, then: Level | None) -> str:
    return context.language.comparisons.why_words(missing or Missing.NO_ROW, indicator, then)


def _place(context: Context, observed: Observed) -> Cell | None:
    """A rank that has not moved says where it stands; None for anything else."""
    if observed.place is None or observed.current is None or observed.travel is not None:
        return None
    words, place = context.language.verdicts.range_head(observed.place.range), observed.current
    return Cell((Travel(rank_mark(observed.place), context.language.levels.place_words(place), words),))


def _figure(context: Context, found: Level | None, tone: Tone) -> Cell:
    if found is None or found.number is None:
        return Cell.of(context.language.levels.table_figure(found), Tone.MUTED)
    return Cell((CellLine((level_value(context, found),), tone),))


def _travel(context: Context, change: Change | None, absent: str) -> Cell:
    if change is None:
        return Cell.of(absent, Tone.MUTED)
    context.ledger.use(change)
    amount, verdict = context.language.changes.travel_amount(change), change.verdict
    return Cell((Travel(change_mark(change), amount, context.language.changes.verdict_head(verdict)),))


def _benchmark(context: Context, found: Level | None) -> Cell:
    if found is None or found.number is None:
        return Cell.of(context.language.indicators.no_benchmark(), Tone.MUTED)
    return Cell((CellLine((level_value(context, found),)),))


_KEY = (
    (Mark(Judgement.GOOD, Sign.UP), Verdict.IMPROVED),
    (Mark(Judgement.BAD, Sign.DOWN), Verdict.WORSENED),
    (Mark(Judgement.NEUTRAL, Sign.UP), Verdict.NO_CLEAR_CHANGE),
    (Mark(Judgement.NEUTRAL, Sign.SAME), Verdict.NO_CHANGE),
    (Mark(Judgement.UNTESTED, Sign.UP), Verdict.NOT_TESTED),
)


def _key(language: Language, places: Sequence[PlaceInGroup]) -> Table:
    """What each symbol means; that of a place where the pack has one."""
    verdicts = ((mark, language.changes.verdict_head(v), language.pack.verdict_meaning(v)) for mark, v in _KEY)
    head, meaning = language.verdicts.place_head(), language.verdicts.place_meaning()
    place = tuple((rank_mark(found), head, meaning) for found in places[:1])
    rows = (
        Row((Cell((Chip(Badge(mark, head)),)), Cell.of(meaning))) for mark, head, meaning in (*verdicts, *place)
    )
    return Table(
        summary=language.pack.key_summary(),
        columns=(Column(ColumnRole.NAME), Column(ColumnRole.WORDS)),
        header=tuple(map(ColumnHeader, language.pack.key_heads())),
        groups=(RowGroup(tuple(rows)),),
    )
