"""The summary of a pack: every measure in one table, grouped by priority and key action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.marks import change_mark, rank_mark
from plangen.compose.numbers import level_value
from plangen.compose.pack.glance import COUNTED, counts
from plangen.compose.pack.reading import MeasureReading, Observed, measure_name
from plangen.compose.tracing import about, computed, named, written
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
from plangen.model.pack import KeyAction, PackRecord
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
    section = Section(
        "summary",
        (Text(context.language.pack.summary_heading()),),
        blocks,
        running=context.language.pack.summary_heading(),
    )
    return about(context, section, "pack.yaml#priorities")


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
        groups=tuple(_group(context, record, at, readings) for at in range(len(record.priorities))),
        density=Density.DATA,
    )


def _group(context: Context, record: PackRecord, at: int, readings: Sequence[MeasureReading]) -> RowGroup:
    priority, key = record.priorities[at], f"pack.yaml#priorities.{at}"
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
    written(context, about(context, band, key), f"{key}.title", "title")
    return about(context, RowGroup(tuple(rows), band), key)


def _action_rows(
    context: Context, record: PackRecord, action: KeyAction, readings: Sequence[MeasureReading]
) -> Iterator[Row]:
    counted = [reading for reading in readings if reading.observed]
    lead = context.records.partnership.agencies.get(action.lead, action.lead)
    key, short = readings[0].key.partition(".measures.")[0], named(context, action.short, readings[0].short_key)
    words = [CellLine((short,))]
    if not counted:
        words = [
            CellLine((CrossReference(readings[0].anchor, (short,)),)),
            CellLine((Text(context.language.pack.in_words_only()),), Tone.MUTED),
        ]
    ref, shared = _ref(context, action.ref, key, Tone.STRONG), _one_reference(action, readings)
    agency = named(context, lead, f"partnership.yaml#agencies.{action.lead}")
    row = Row(
        (
            replace(ref, rows=1 + len(readings)) if counted and shared else ref,
            Cell(tuple(words), span=4),
            Cell((CellLine((agency,), Tone.MUTED),), span=2),
        ),
        header=1,
        rule=RowRule.NONE if counted else RowRule.STEEL,
    )
    yield about(context, row, key)
    for reading in readings if counted else ():
        rule = RowRule.STEEL if reading is readings[-1] else RowRule.HAIR
        own = Cell((), covered=True) if shared else _ref(context, reading.ref, reading.key, Tone.MUTED)
        if reading.observed is None:
            measure = _words_row(context, reading, own, rule)
        else:
            measure = _measure_row(context, record, reading, reading.observed, own, rule)
        yield about(context, measure, reading.key)


def _ref(context: Context, ref: str, key: str, tone: Tone) -> Cell:
    return Cell((CellLine((named(context, ref, f"{key}.ref"),), tone),))


def _one_reference(action: KeyAction, readings: Sequence[MeasureReading]) -> bool:
    """Whether the measures of an action have no references of their own: the action's speaks for their rows."""
    return all(reading.ref == action.ref for reading in readings)


def _words_row(context: Context, reading: MeasureReading, ref: Cell, rule: RowRule) -> Row:
    """A measure of an action that has others with figures; it has none, and the row says so."""
    words = (
        CellLine((CrossReference(reading.anchor, (measure_name(context, reading),)),)),
        CellLine((Text(context.language.pack.in_words_only()),), Tone.MUTED),
    )
    return Row((ref, Cell(words, span=4), Cell((), span=2)), header=1, rule=rule)


def _measure_row(
    context: Context, record: PackRecord, reading: MeasureReading, observed: Observed, ref: Cell, rule: RowRule
) -> Row:
    comparison, indicator = observed.comparison, observed.indicator
    name = [CellLine((CrossReference(reading.anchor, (measure_name(context, reading),)),), Tone.STRONG)]
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
    travel = Travel(rank_mark(observed.place), context.language.levels.place_words(place), words)
    return computed(context, Cell((computed(context, travel, (place,), field="amount"),)), (place,))


def _figure(context: Context, found: Level | None, tone: Tone) -> Cell:
    if found is None or found.number is None:
        return Cell.of(context.language.levels.table_figure(found), Tone.MUTED)
    return Cell((CellLine((level_value(context, found),), tone),))


def _travel(context: Context, change: Change | None, absent: str) -> Cell:
    if change is None:
        return Cell.of(absent, Tone.MUTED)
    context.ledger.use(change)
    amount, verdict = context.language.changes.travel_amount(change), change.verdict
    travel = Travel(change_mark(change), amount, context.language.changes.verdict_head(verdict))
    return computed(context, Cell((computed(context, travel, (change,), field="amount"),)), (change,))


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
