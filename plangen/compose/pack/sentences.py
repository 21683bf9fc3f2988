"""The assessment of a measure: a judgement and a sentence or two, every figure of it a result."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.marks import change_mark
from plangen.compose.pack.reading import Observed
from plangen.compose.words import quantity
from plangen.document.blocks import Assessment
from plangen.document.inlines import Inline, Text
from plangen.model.result import Change, Direction

__all__ = ["assessment"]


def assessment(context: Context, observed: Observed) -> Assessment | None:
    """The box under a measure's heading; None where nothing can be compared."""
    change = observed.travel or observed.year
    if change is None:
        return None
    word = context.language.changes.verdict_head(change.verdict)
    return Assessment(change_mark(change), word, tuple(_sentences(context, observed)))


def _sentences(context: Context, observed: Observed) -> Iterator[Inline]:
    unit = observed.indicator.unit
    area = context.records.partnership.area
    if unit.is_place and observed.current is not None:
        yield Text(
            context.language.pack.place_start(area, context.language.indicators.still_words(observed.travel))
        )
        yield quantity(context, observed.current, context.language.levels.place_words(observed.current))
        yield Text(".")
        return
    both = (observed.travel, observed.year)
    moves = [change for change in both if change and (change.amount is not None or change.from_zero)]
    said: Direction | None = None
    for change in moves:
        yield Text(
            f"{context.language.indicators.subject(unit)} " if said is None else context.language.pack.move_joint()
        )
        yield from _move(context, change, with_verb=change.direction is not said)
        said = change.direction
    if moves:
        yield Text(".")
    yield from _beside(context, observed)


def _move(context: Context, change: Change, with_verb: bool) -> Iterator[Inline]:
    if change.direction is Direction.SAME:
        yield Text(context.language.pack.stayed_as(context.language.changes.direction_word(change), change))
        return
    if with_verb:
        yield Text(f"{context.language.changes.direction_word(change)} ")
    yield quantity(context, change, context.language.changes.size_words(change))
    yield Text(context.language.pack.move_end(change))


def _beside(context: Context, observed: Observed) -> Iterator[Inline]:
    """How far the value is above or below similar areas in the very same period."""
    if observed.difference is None or observed.difference.absolute.number is None:
        return
    result = observed.difference.percent or observed.difference.absolute
    yield Text(context.language.pack.beside_start())
    yield quantity(context, result, context.language.comparisons.beside_benchmark(observed.difference))
    yield Text(context.language.pack.beside_end(context.language.indicators.others_words(observed.indicator)))
