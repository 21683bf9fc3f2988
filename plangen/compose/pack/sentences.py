"""The assessment of a measure: a judgement and a sentence or two, every figure of it a result."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.pack.reading import Observed
from plangen.compose.words import quantity
from plangen.document.blocks import Assessment
from plangen.document.inlines import Inline, Text
from plangen.language.english.changes import direction_word, mark_of, size_words, travel
from plangen.language.english.comparisons import beside_benchmark
from plangen.language.english.levels import place_words
from plangen.language.english.measures import others_words, since_words, still_words, subject
from plangen.model.result import Change, Direction
from plangen.model.unit import UnitKind

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
    both = (observed.travel, observed.year)
    moves = [change for change in both if change and (change.amount is not None or change.from_zero)]
    said: Direction | None = None
    for change in moves:
        yield Text(f"{subject(kind)} " if said is None else " and ")
        yield from _move(context, change, with_verb=change.direction is not said)
        said = change.direction
    if moves:
        yield Text(".")
    yield from _beside(context, observed)


def _move(context: Context, change: Change, with_verb: bool) -> Iterator[Inline]:
    if change.direction is Direction.SAME:
        yield Text(f"{direction_word(change)} as in {since_words(change)}")
        return
    if with_verb:
        yield Text(f"{direction_word(change)} ")
    yield quantity(context, change, size_words(change))
    yield Text(f" on {since_words(change)}")


def _beside(context: Context, observed: Observed) -> Iterator[Inline]:
    """How far the value is above or below similar areas in the very same period."""
    if observed.difference is None or observed.difference.absolute.number is None:
        return
    result = observed.difference.percent or observed.difference.absolute
    yield Text(" It is ")
    yield quantity(context, result, beside_benchmark(observed.difference))
    yield Text(f" {others_words(observed.indicator)}.")
