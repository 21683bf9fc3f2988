"""The assessment of a measure: a judgement and a sentence or two, every figure of it a result."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.measure.reading import Observed
from plangen.compose.words import quantity
from plangen.document.blocks import Assessment
from plangen.document.inlines import Inline, Text
from plangen.model.result import Change, Direction
from plangen.model.unit import UnitKind
from plangen.wording.changes import direction_word, mark_of, size_words, travel
from plangen.wording.comparisons import beside_benchmark
from plangen.wording.levels import place_words
from plangen.wording.measures import since_words, still_words, subject
from plangen.wording.periods import short_period

__all__ = ["assessment"]


def assessment(context: Context, observed: Observed) -> Assessment | None:
    """The box under a measure's heading; None where nothing can be compared."""
    change = observed.travel or observed.year
    if change is None:
        return None
    _, _, word = travel(change)
    return Assessment(mark_of(change), word, tuple(_sentences(context, observed)))


def _sentences(context: Context, observed: Observed) -> Iterator[Inline]:
    kind = observed.indicator.unit.kind
    if kind is UnitKind.RANK and observed.current is not None:
        yield Text(f"{context.records.partnership.area} is {still_words(observed.travel)}")
        yield quantity(context, observed.current, place_words(observed.current))
        yield Text(".")
        return
    moves = [(change, base) for change, base in _moves(observed) if change.amount is not None or change.from_zero]
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
    yield from _beside(context, observed)


def _moves(observed: Observed) -> Iterator[tuple[Change, str]]:
    if observed.travel is not None:
        yield observed.travel, since_words(observed.travel)
    if observed.year is not None:
        yield observed.year, short_period(observed.year.base)


def _beside(context: Context, observed: Observed) -> Iterator[Inline]:
    """How far the value is above or below similar areas in the very same period."""
    if observed.difference is None or observed.difference.absolute.number is None:
        return
    result = observed.difference.percent or observed.difference.absolute
    yield Text(" It is ")
    yield quantity(context, result, beside_benchmark(observed.difference))
    yield Text(" similar areas.")
