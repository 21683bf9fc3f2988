"""A measure of a pack: what is counted, the judgement beside its trend, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.pack.commentary import Commented
from plangen.compose.pack.figures import measure_figure, period_table
from plangen.compose.pack.reading import MeasureReading, Observed
from plangen.compose.pack.sentences import assessment
from plangen.compose.pack.targets import sums, target_lines
from plangen.document.blocks import Block, MetaLine, Paragraph, ParagraphKind, Section, SideBySide
from plangen.document.charts import TrendChart
from plangen.document.inlines import Text
from plangen.document.status import Sign
from plangen.model.indicator import Indicator
from plangen.model.unit import Polarity

__all__ = ["is_short", "measure_section"]

_ENOUGH_FOR_A_TREND = 3
_JUDGEMENT_COLUMNS = 5
_ARROWS = {Polarity.LOWER: Sign.DOWN, Polarity.HIGHER: Sign.UP}


def measure_section(context: Context, reading: MeasureReading, said: Commented) -> Section:
    """The section of a measure, with the commentary on it."""
    observed = reading.observed
    content = said.blocks if observed is None else tuple(_content(context, reading, observed, said))
    return Section(
        id=reading.anchor,
        heading=(Text(reading.name),),
        blocks=content,
        number="" if reading.ref == reading.action.ref else reading.ref,
        notes=said.notes,
    )


def is_short(reading: MeasureReading, said: Commented) -> bool:
    """Whether the section of a measure is a judgement alone: too few periods for a trend, and nothing said."""
    return reading.observed is not None and not _has_trend(reading.observed) and not said.blocks


def _has_trend(observed: Observed) -> bool:
    """Two periods make no trend; their values stand in the judgement."""
    return len(observed.history) >= _ENOUGH_FOR_A_TREND


def _content(context: Context, reading: MeasureReading, observed: Observed, said: Commented) -> Iterator[Block]:
    """The judgement beside the trend, or where there is none beside what is said.

    A control chart needs the whole width, and a table of the periods, because it does not give every value.
    """
    judged = tuple(_judged(context, observed))
    if not _has_trend(observed):
        yield from (SideBySide(judged, said.blocks, _JUDGEMENT_COLUMNS),) if said.blocks else judged
        return
    figure = measure_figure(context, observed, reading.anchor)
    if isinstance(figure.art, TrendChart):
        yield SideBySide(judged, (figure,), _JUDGEMENT_COLUMNS)
    else:
        yield from (*judged, figure, period_table(context, observed))
    yield from said.blocks


def _judged(context: Context, observed: Observed) -> Iterator[Block]:
    """What is counted, the judgement, targets, and what the periods add up to."""
    yield _meta(context, observed.indicator)
    if (judgement := assessment(context, observed)) is not None:
        yield judgement
    yield from target_lines(context, observed)
    if added := sums(context, observed):
        yield Paragraph(added, ParagraphKind.SMALL)


def _meta(context: Context, indicator: Indicator) -> MetaLine:
    arrow = None if indicator.unit.is_place else _ARROWS.get(indicator.polarity)
    return MetaLine(
        context.language.indicators.indicator_words(indicator),
        context.language.indicators.polarity_words(indicator.polarity, indicator.unit),
        arrow,
    )
