"""The assessment of a measure: a judgement and a sentence or two, every figure of it a result."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.measure.reading import MeasureReading
from plangen.compose.words import quantity
from plangen.document.blocks import Assessment
from plangen.document.inlines import Inline, Text
from plangen.measures.changes import between
from plangen.model.result import Change, Direction
from plangen.model.unit import UnitKind
from plangen.wording.changes import direction_word, mark_of, size_words, travel
from plangen.wording.levels import place_words
from plangen.wording.measures import since_words, still_words, subject, versus_sentence, year_words

__all__ = ["assessment"]


def assessment(context: Context, reading: MeasureReading) -> Assessment | None:
    """The box under a measure's heading; None where nothing can be compared."""
    change = reading.travel or reading.year
    if change is None or reading.indicator is None:
        return None
    _, _, word = travel(change)
    return Assessment(mark_of(change), word, tuple(_sentences(context, reading)))


def _sentences(context: Context, reading: MeasureReading) -> Iterator[Inline]:
    assert reading.indicator is not None
    kind = reading.indicator.unit.kind
    if kind is UnitKind.RANK and reading.current is not None:
        yield Text(f"{context.records.partnership.area} is {still_words(reading.travel)}")
        yield quantity(context, reading.current, place_words(reading.current))
        yield Text(".")
        return
    moves = [(change, base) for change, base in _moves(reading) if change.amount is not None or change.from_zero]
    for number, (change, base) in enumerate(moves):
        yield Text(f"{subject(kind)} " if number == 0 else " and ")
        if number == 0 or change.direction is not moves[0][0].direction:
            yield Text(f"{direction_word(change)} ")
        if change.direction is not Direction.SAME:
            yield quantity(context, change, size_words(change))
            yield Text(" ")
        yield Text(f"on {base}")
    if moves:
        yield Text(".")
    yield from _beside(context, reading)


def _moves(reading: MeasureReading) -> Iterator[tuple[Change, str]]:
    if reading.travel is not None:
        yield reading.travel, since_words(reading.travel)
    if reading.year is not None:
        yield reading.year, year_words(reading.year)


def _beside(context: Context, reading: MeasureReading) -> Iterator[Inline]:
    """How far the value is above or below similar areas."""
    own, others = reading.current, reading.benchmark
    if own is None or others is None or own.number is None or not others.number or own.period is None:
        return
    assert reading.indicator is not None
    gap = between(reading.indicator, others, own, own.period, own.period)
    if gap is None:
        return
    before, after = versus_sentence(gap)
    yield Text(before)
    if gap.direction is not Direction.SAME:
        yield quantity(context, gap, size_words(gap))
    yield Text(after)
