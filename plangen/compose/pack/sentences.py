"""The assessment of a measure: a judgement and a sentence or two, every figure of it a result."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.marks import rank_mark, verdict_mark
from plangen.compose.pack.reading import Observed
from plangen.compose.words import quantity
from plangen.document.blocks import VerdictBox
from plangen.document.inlines import Inline, Text
from plangen.measures.changes import differs_in_print
from plangen.model.comparison import MeasureVerdict
from plangen.model.indicator import Basis
from plangen.model.result import Change, Direction, Level

__all__ = ["assessment"]


def assessment(context: Context, observed: Observed) -> VerdictBox | None:
    """The box under a measure's heading; None where it has no current value."""
    found, current = observed.verdict, observed.current
    if found is None or current is None or current.period is None:
        return None
    word, mark = context.language.changes.verdict_head(found.verdict), verdict_mark(found)
    if observed.place is not None:
        word, mark = context.language.verdicts.range_head(observed.place.range), rank_mark(observed.place)
    why = context.language.verdicts.reason(found, current.period)
    reason, said = (Text(why),) if why else (), tuple(_sentences(context, observed, found, current))
    return VerdictBox(mark, word, (*said, Text(" "), *reason) if observed.place and why else (*reason, *said))


def _sentences(context: Context, observed: Observed, found: MeasureVerdict, current: Level) -> Iterator[Inline]:
    unit = observed.indicator.unit
    if unit.is_place:
        area, indicators = context.records.partnership.area, context.language.indicators
        yield Text(context.language.pack.place_start(area, indicators.still_words(observed.travel)))
        yield quantity(context, current, context.language.levels.place_words(current))
        yield Text(".")
        if observed.place is not None:
            yield Text(context.language.verdicts.place_sentences(observed.place.range, observed.place.position.k))
        return
    yield Text(f"{context.language.indicators.subject(unit)} ")
    yield from _moves(context, observed, found, current)
    yield Text(".")
    if any(change and differs_in_print(change) for change in (found.change, observed.beside)):
        yield Text(context.language.verdicts.from_unrounded())
    yield from _beside(context, observed)


def _moves(context: Context, observed: Observed, found: MeasureVerdict, current: Level) -> Iterator[Inline]:
    """What the verdict rests on, then the other comparison with what a test says of that; else the value alone."""
    said: Direction | None = None
    for change in (found.change, observed.beside, observed.year if found.basis is Basis.CHART else None):
        if change is None or (change.amount is None and not change.from_zero):
            continue
        if said is not None:
            yield Text(context.language.pack.move_joint())
        yield from _move(context, change, change.direction is not said, observed.has_trend)
        if change is not found.change:
            yield Text(context.language.verdicts.beside_verdict(change))
        said = change.direction
    if said is None:
        yield Text(context.language.verdicts.is_now())
        yield quantity(context, current, context.language.levels.level_words(current))


def _move(context: Context, change: Change, with_verb: bool, charted: bool) -> Iterator[Inline]:
    verdicts = context.language.verdicts
    whole = not charted and change.has_levels
    if change.direction is Direction.SAME:
        yield Text(verdicts.stayed(change) if whole else verdicts.stayed_as(change))
        return
    if with_verb:
        yield Text(f"{context.language.changes.direction_word(change)} ")
    if change.small_base and change.has_levels:
        yield from _values(context, change)
        if change.cases:
            yield Text(verdicts.cases(*change.cases))
        yield Text(context.language.pack.move_end(change))
        return
    yield quantity(context, change, context.language.changes.size_words(change))
    yield Text(context.language.pack.move_end(change))
    if whole:
        yield from _values(context, change)


def _values(context: Context, change: Change) -> Iterator[Inline]:
    """From which value to which."""
    assert change.before is not None
    assert change.after is not None
    leads = context.language.verdicts.from_to(not change.small_base)
    for lead, level in zip(leads, (change.before, change.after), strict=True):
        yield Text(lead)
        yield quantity(context, level, context.language.levels.level_words(level))


def _beside(context: Context, observed: Observed) -> Iterator[Inline]:
    """How far the value is above or below similar areas in the very same period."""
    if observed.difference is None or observed.difference.absolute.number is None:
        return
    result = observed.difference.percent or observed.difference.absolute
    yield Text(context.language.pack.beside_start())
    yield quantity(context, result, context.language.comparisons.beside_benchmark(observed.difference))
    yield Text(context.language.pack.beside_end(context.language.indicators.others_words(observed.indicator)))
