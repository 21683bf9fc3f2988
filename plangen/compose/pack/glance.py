"""The first page of a pack: how many measures improved, by priority, and which moved most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plangen.compose.context import Context
from plangen.compose.marks import change_mark, count_mark
from plangen.compose.pack.reading import MeasureReading, measure_name, speaking, verdict_of
from plangen.compose.tracing import about, computed, named, written
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
from plangen.model.indicator import Basis
from plangen.model.pack import PackRecord
from plangen.model.result import ChanceTest, Change, Verdict

__all__ = ["COUNTED", "counts", "glance"]

COUNTED = (Verdict.IMPROVED, Verdict.WORSENED, Verdict.NO_CLEAR_CHANGE, Verdict.NOT_TESTED)
"""The four verdicts in the order in which every page has them."""

_MOST = 3


def counts(readings: Sequence[MeasureReading]) -> Counter[Verdict]:
    """How many measures have each verdict; one whose figure is the same as before shows no clear change."""
    found = Counter(verdict for reading in speaking(readings) if (verdict := verdict_of(reading)))
    found[Verdict.NO_CLEAR_CHANGE] += found[Verdict.NO_CHANGE]
    return found


def glance(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Section:
    """The page: a sentence, four counts, these by priority and by comparison, movers, and how it was made."""
    found, words = counts(readings), context.language.pack
    counted = CountTiles(tuple(_tile(context, verdict, found[verdict], readings) for verdict in COUNTED))
    blocks: tuple[Block, ...] = (
        counted,
        _tallies(context, record, readings),
        Movers(
            MoverList(words.best_movers(), _movers(context, readings, Verdict.IMPROVED), words.no_best_mover()),
            MoverList(words.worst_movers(), _movers(context, readings, Verdict.WORSENED), words.no_worst_mover()),
        ),
        Paragraph((Text(_note(context, readings)),), ParagraphKind.SMALL),
    )
    sentence = words.glance_sentence(*(found[verdict] for verdict in COUNTED))
    section = Section("at_a_glance", (Text(sentence),), blocks, running=words.glance_running())
    return about(context, section, "pack.yaml#priorities")


def _symbols(found: Counter[Verdict], verdict: Verdict) -> int:
    """As many as there are; what was not tested is no result, and one symbol stands for all of it."""
    return min(found[verdict], 1) if verdict is Verdict.NOT_TESTED else found[verdict]


def _tile(context: Context, verdict: Verdict, number: int, readings: Sequence[MeasureReading]) -> CountTile:
    count = _count(context, number, verdict, readings)
    return CountTile(count_mark(verdict), count, context.language.changes.verdict_head(verdict))


def _note(context: Context, readings: Sequence[MeasureReading]) -> str:
    found = [(reading, verdict_of(reading)) for reading in speaking(readings)]
    of = Counter(verdict for _, verdict in found)
    why = Counter(r.observed.verdict.why for r, _ in found if r.observed and r.observed.verdict)
    untested = tuple((reason, many) for reason, many in why.most_common() if reason is not None)
    dispersed = [test.dispersion for reading, _ in found if (test := _test(reading)) and test.p is not None]
    alone = dispersed.count(None)
    return context.language.verdicts.counts_note(
        of[Verdict.NO_CHANGE],
        untested,
        of[Verdict.NOT_ASSESSED],
        sum(reading.observed is None for reading, _ in found),
        len(dispersed) - alone,
        alone,
    )


def _test(reading: MeasureReading) -> ChanceTest | None:
    judged = _judged(reading)
    return judged.test if judged else None


def _count(
    context: Context, number: int, verdict: Verdict, readings: Sequence[MeasureReading], whose: str = ""
) -> Value:
    """How many of `readings` have a verdict, with the rows that those verdicts rest on."""
    count = Value(str(number), Provenance(f"count of measures{whose}: {verdict.value}"))
    changes = (_judged(reading) for reading in speaking(readings) if _counts_as(reading) is verdict)
    return computed(context, count, filter(None, changes))


def _counts_as(reading: MeasureReading) -> Verdict | None:
    found = verdict_of(reading)
    return Verdict.NO_CLEAR_CHANGE if found is Verdict.NO_CHANGE else found


def _tallies(context: Context, record: PackRecord, readings: Sequence[MeasureReading]) -> Table:
    """The counts by priority, and the same by the comparison that each verdict rests on."""
    verdicts = map(context.language.changes.verdict_head, COUNTED)
    return Table(
        summary=context.language.pack.priority_summary(),
        columns=(Column(ColumnRole.NAME), *(Column(ColumnRole.TALLY) for _ in COUNTED)),
        header=tuple(map(ColumnHeader, (*context.language.pack.priority_heads(), *verdicts))),
        groups=(
            RowGroup(tuple(_priority_row(context, record, at, readings) for at in range(len(record.priorities)))),
            RowGroup(tuple(_basis_rows(context, readings))),
        ),
    )


def _priority_row(context: Context, record: PackRecord, at: int, readings: Sequence[MeasureReading]) -> Row:
    priority, key = record.priorities[at], f"pack.yaml#priorities.{at}"
    words = named(context, priority.short or priority.title, f"{key}.{'short' if priority.short else 'title'}")
    title = Cell((PriorityLine(priority.number, (words,)),))
    mine = [reading for reading in readings if reading.priority == priority]
    return about(context, _tally_row(context, title, mine, f" of priority {priority.number}"), key)


def _basis_rows(context: Context, readings: Sequence[MeasureReading]) -> Iterator[Row]:
    spoken = speaking(readings)
    for basis in (Basis.YEAR, Basis.PREVIOUS, Basis.CHART):
        mine = [r for r in spoken if r.observed and r.observed.verdict and r.observed.verdict.basis is basis]
        if mine:
            head = Cell.of(context.language.verdicts.basis_head(basis))
            yield _tally_row(context, head, mine, f" against {basis.value}")


def _tally_row(context: Context, title: Cell, readings: Sequence[MeasureReading], whose: str) -> Row:
    found = counts(readings)
    tallies = (Cell((_tally(context, found, verdict, readings, whose),)) for verdict in COUNTED)
    return Row((title, *tallies))


def _tally(
    context: Context, found: Counter[Verdict], verdict: Verdict, readings: Sequence[MeasureReading], whose: str
) -> Tally:
    count = _count(context, found[verdict], verdict, readings, whose)
    return Tally(count, count_mark(verdict), _symbols(found, verdict))


def _movers(context: Context, readings: Sequence[MeasureReading], side: Verdict) -> tuple[Mover, ...]:
    """The three whose change that way chance would explain least, one for each reference.

    A percentage, points and a count have no common size; how surprising a change is has one for all.
    """
    found = ((_judged(reading), reading) for reading in readings if verdict_of(reading) is side)
    ranked = sorted(((change, reading) for change, reading in found if change), key=lambda pair: _chance(pair[0]))
    by_ref: dict[str, tuple[Change, MeasureReading]] = {}
    for change, reading in ranked:
        by_ref.setdefault(reading.ref, (change, reading))
    return tuple(_mover(context, change, reading) for change, reading in list(by_ref.values())[:_MOST])


def _judged(reading: MeasureReading) -> Change | None:
    return reading.observed.verdict.change if reading.observed and reading.observed.verdict else None


def _chance(change: Change) -> float:
    return change.test.p if change.test and change.test.p is not None else 1.0


def _mover(context: Context, moved: Change, reading: MeasureReading) -> Mover:
    amount = context.language.changes.travel_amount(moved)
    words: tuple[Inline, ...] = (Text(context.language.pack.from_to(moved)), quantity(context, moved, amount))
    title = CrossReference(reading.anchor, (measure_name(context, reading),))
    mover = Mover(change_mark(moved), reading.ref, (title,), words)
    return about(context, written(context, mover, f"{reading.key}.ref", "ref"), reading.key)
