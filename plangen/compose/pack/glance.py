"""The first page of a pack: how many measures improved, by priority, and which moved most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from plangen.compose.context import Context
from plangen.compose.marks import change_mark
from plangen.compose.pack.reading import MeasureReading, verdict_of
from plangen.compose.words import quantity
from plangen.document.blocks import (
    Block,
    CountTile,
    CountTiles,
    Mover,
    MoverList,
    Movers,
    Paragraph,
    ParagraphKind,
    Section,
)
from plangen.document.inlines import CrossReference, Inline, Provenance, Text, Value
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.tables import (
    Cell,
    Column,
    ColumnHeader,
    ColumnRole,
    PriorityLine,
    Row,
    RowGroup,
    Table,
    Tally,
)
from plangen.model.pack import PackPriority, PackRecord
from plangen.model.result import Change, Clarity, Verdict
from plangen.model.unit import ChangeUnit

__all__ = ["COUNTED", "counts", "glance"]

COUNTED = (Verdict.IMPROVED, Verdict.WORSENED, Verdict.NO_CLEAR_CHANGE)
"""The three verdicts in the order in which every page has them."""

_MOST = 3
_JUDGEMENTS = {
    Verdict.IMPROVED: Judgement.GOOD,
    Verdict.WORSENED: Judgement.BAD,
    Verdict.NO_CLEAR_CHANGE: Judgement.NEUTRAL,
}


def counts(readings: Sequence[MeasureReading]) -> Counter[Verdict]:
    """How many of the measures that can be compared have each verdict."""
    return Counter(found for reading in readings if (found := verdict_of(reading)))


def glance(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Section:
    """The page: a sentence, three counts, the counts by priority, the movers, and a note on how it was made."""
    found, words = counts(readings), context.language.pack
    blocks: tuple[Block, ...] = (
        CountTiles(tuple(_tile(context, verdict, found[verdict]) for verdict in COUNTED)),
        _by_priority(context, record, readings),
        Movers(
            MoverList(words.best_movers(), _movers(context, readings, Verdict.IMPROVED), words.no_best_mover()),
            MoverList(words.worst_movers(), _movers(context, readings, Verdict.WORSENED), words.no_worst_mover()),
        ),
        Paragraph((Text(words.glance_note(sum(verdict_of(r) is None for r in readings))),), ParagraphKind.SMALL),
    )
    sentence = words.glance_sentence(*(found[verdict] for verdict in COUNTED))
    return Section("at_a_glance", (Text(sentence),), blocks, running=words.glance_running())


def _tile(context: Context, verdict: Verdict, number: int) -> CountTile:
    return CountTile(_mark(verdict), _count(number, verdict), context.language.changes.verdict_head(verdict))


def _mark(verdict: Verdict) -> Mark:
    return Mark(_JUDGEMENTS[verdict], Sign.NONE)


def _count(number: int, verdict: Verdict, priority: int | None = None) -> Value:
    whose = f" of priority {priority}" if priority is not None else ""
    return Value(str(number), Provenance(f"count of measures{whose}: {verdict.value}"))


def _by_priority(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Table:
    verdicts = map(context.language.changes.verdict_head, COUNTED)
    return Table(
        summary=context.language.pack.priority_summary(),
        columns=(Column(ColumnRole.NAME), *(Column(ColumnRole.TALLY) for _ in COUNTED)),
        header=tuple(map(ColumnHeader, (*context.language.pack.priority_heads(), *verdicts))),
        groups=(RowGroup(tuple(_priority_row(p, readings) for p in record.priorities)),),
    )


def _priority_row(priority: PackPriority, readings: Sequence[MeasureReading]) -> Row:
    found = counts([reading for reading in readings if reading.priority == priority])
    tallies = (
        Cell((Tally(_count(found[verdict], verdict, priority.number), _mark(verdict), found[verdict]),))
        for verdict in COUNTED
    )
    title = Cell((PriorityLine(priority.number, (Text(priority.short or priority.title),)),))
    return Row((title, *tallies))


def _movers(context: Context, readings: Sequence[MeasureReading], side: Verdict) -> tuple[Mover, ...]:
    """The three that moved furthest that way, one for each reference."""
    sizes = ((_relative_size(_travel(reading)), reading) for reading in readings)
    ranked = sorted(
        ((size, reading) for size, reading in sizes if size is not None and _is_on(reading, side)),
        key=lambda pair: -pair[0],
    )
    by_ref: dict[str, MeasureReading] = {}
    for _, reading in ranked:
        by_ref.setdefault(reading.ref, reading)
    return tuple(_mover(context, reading) for reading in list(by_ref.values())[:_MOST])


def _is_on(reading: MeasureReading, side: Verdict) -> bool:
    return verdict_of(reading) is side


def _travel(reading: MeasureReading) -> Change | None:
    return reading.observed.travel if reading.observed else None


def _relative_size(change: Change | None) -> Decimal | None:
    """How far a value moved in percent of where it was; None for noise, places, and a base of zero."""
    if change is None or change.clarity is Clarity.NOT_CLEAR or change.unit is ChangeUnit.PLACES:
        return None
    before, after = change.before, change.after
    if before is None or after is None or not before.number or after.number is None:
        return None
    return abs(after.number - before.number) / abs(before.number) * 100


def _mover(context: Context, reading: MeasureReading) -> Mover:
    moved = _travel(reading)
    assert moved is not None
    amount = context.language.changes.travel_amount(moved)
    words: tuple[Inline, ...] = (Text(context.language.pack.from_to(moved)), quantity(context, moved, amount))
    return Mover(change_mark(moved), reading.ref, (CrossReference(reading.anchor, (Text(reading.name),)),), words)
