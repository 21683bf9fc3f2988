"""The first page of a pack: how many measures improved, by priority, and which moved most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from plangen.compose.context import Context
from plangen.compose.pack.reading import MeasureReading, verdict
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
from plangen.language.english.changes import travel
from plangen.language.english.measures import glance_sentence
from plangen.language.english.movers import BEST, NO_BEST, NO_WORST, WORST, from_to, glance_note
from plangen.model.pack import PackPriority, PackRecord
from plangen.model.result import Change, ChangeUnit, Clarity

__all__ = ["COUNTED", "counts", "glance"]

COUNTED = (
    (Judgement.GOOD, "Improved"),
    (Judgement.BAD, "Worsened"),
    (Judgement.NEUTRAL, "No clear change"),
)
"""The three verdicts in the order in which every page has them."""

_MOST = 3


def counts(readings: Sequence[MeasureReading]) -> Counter[Judgement]:
    """How many of the measures that can be compared have each verdict."""
    return Counter(found for reading in readings if (found := verdict(reading)))


def glance(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Section:
    """The page: a sentence, three counts, the counts by priority, the movers, and a note on how it was made."""
    found = counts(readings)
    blocks: tuple[Block, ...] = (
        CountTiles(tuple(CountTile(Mark(j, Sign.NONE), _count(found[j], word), word) for j, word in COUNTED)),
        _by_priority(record, readings),
        Movers(
            MoverList(BEST, _movers(context, readings, Judgement.GOOD), NO_BEST),
            MoverList(WORST, _movers(context, readings, Judgement.BAD), NO_WORST),
        ),
        Paragraph((Text(glance_note(sum(verdict(r) is None for r in readings))),), ParagraphKind.SMALL),
    )
    sentence = glance_sentence(*(found[judgement] for judgement, _ in COUNTED))
    return Section("at_a_glance", (Text(sentence),), blocks, running="At a glance", in_contents=True)


def _count(number: int, word: str) -> Value:
    return Value(str(number), Provenance(f"count of measures: {word.lower()}"))


def _by_priority(record: PackRecord, readings: Sequence[MeasureReading]) -> Table:
    return Table(
        summary="How many measures of each priority improved, worsened or show no clear change",
        columns=(Column(ColumnRole.NAME), *(Column(ColumnRole.TALLY) for _ in COUNTED)),
        header=(ColumnHeader("Measures by priority"), *(ColumnHeader(word) for _, word in COUNTED)),
        groups=(RowGroup(tuple(_priority_row(p, readings) for p in record.priorities)),),
    )


def _priority_row(priority: PackPriority, readings: Sequence[MeasureReading]) -> Row:
    found = counts([reading for reading in readings if reading.priority == priority])
    tallies = (
        Cell((Tally(_count(found[j], f"{priority.title}, {word}"), Mark(j, Sign.NONE), found[j]),))
        for j, word in COUNTED
    )
    title = Cell((PriorityLine(priority.number, (Text(priority.short or priority.title),)),))
    return Row((title, *tallies))


def _movers(context: Context, readings: Sequence[MeasureReading], side: Judgement) -> tuple[Mover, ...]:
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


def _is_on(reading: MeasureReading, side: Judgement) -> bool:
    return verdict(reading) is side


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
    mark, amount, _ = travel(moved)
    words: tuple[Inline, ...] = (Text(from_to(moved)), quantity(context, moved, amount))
    return Mover(mark, reading.ref, (CrossReference(reading.anchor, (Text(reading.name),)),), words)
