"""A measure of a pack: what is counted, the judgement beside its trend, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.compose.context import Context
from plangen.compose.pack.figures import measure_figure, period_table
from plangen.compose.pack.reading import MeasureReading, Observed, measure_name
from plangen.compose.pack.sentences import assessment
from plangen.compose.pack.targets import sums, target_lines
from plangen.compose.tracing import about, written
from plangen.document.blocks import Block, MetaLine, Paragraph, ParagraphKind, Section, SideBySide
from plangen.document.charts import TrendChart
from plangen.document.status import Sign
from plangen.model.indicator import Indicator
from plangen.model.unit import Polarity

__all__ = ["beside_judgement", "is_judgement_alone", "measure_blocks"]

_JUDGEMENT_COLUMNS = 5
_ARROWS = {Polarity.LOWER: Sign.DOWN, Polarity.HIGHER: Sign.UP}


def measure_blocks(context: Context, reading: MeasureReading, said: Sequence[Block]) -> tuple[Block, ...]:
    """A measure under its heading, with what is said of it."""
    observed = reading.observed
    if observed is None:
        return (_section(context, reading, said),)
    names = f"indicators.yaml#{observed.id}", "partnership.yaml#area"
    judged = tuple(about(context, block, reading.key, *names) for block in _judged(context, observed))
    if not observed.has_trend:
        asked = observed.indicator.intervals and bool(observed.history)
        table = (period_table(context, observed, beside_trend=False),) if asked else ()
        return beside_judgement((_section(context, reading, judged),), (*table, *said))
    figure = about(context, measure_figure(context, observed, reading.anchor), reading.key, *names)
    if isinstance(figure.art, TrendChart):
        shown = any(series.lower for series in figure.art.series)
        table = (period_table(context, observed, beside_trend=True),) if shown else ()
        return (SideBySide((_section(context, reading, judged),), (figure,), _JUDGEMENT_COLUMNS), *table, *said)
    # a control chart needs the whole width, and a table of the periods, because it does not give every value
    table = (period_table(context, observed, beside_trend=False),)
    return (_section(context, reading, (*judged, figure, *table, *said)),)


def is_judgement_alone(reading: MeasureReading, said: Sequence[Block]) -> bool:
    """Whether a measure has too few periods for a trend, no table of intervals, and nothing is said of it."""
    observed = reading.observed
    return observed is not None and not (observed.has_trend or observed.indicator.intervals or said)


def _section(context: Context, reading: MeasureReading, blocks: Sequence[Block]) -> Section:
    """The only measure of an action repeats no reference."""
    number = "" if reading.ref == reading.action.ref else reading.ref
    section = Section(reading.anchor, (measure_name(context, reading),), tuple(blocks), number)
    written(context, section, f"{reading.key}.ref", "number")
    return about(context, section, reading.key)


def beside_judgement(judgement: tuple[Block, ...], said: Sequence[Block]) -> tuple[Block, ...]:
    """A judgement without a trend, with what is said of it at its right as far as words go."""
    return (SideBySide(judgement, tuple(said), _JUDGEMENT_COLUMNS),) if said else judgement


def _judged(context: Context, observed: Observed) -> Iterator[Block]:
    """What is counted, the judgement, targets, and what the periods add up to."""
    yield _meta(context, observed.id, observed.indicator)
    if (judgement := assessment(context, observed)) is not None:
        yield judgement
    yield from target_lines(context, observed)
    if added := sums(context, observed):
        yield Paragraph(added, ParagraphKind.SMALL)


def _meta(context: Context, id: str, indicator: Indicator) -> MetaLine:
    arrow = None if indicator.unit.is_place else _ARROWS.get(indicator.polarity)
    line = MetaLine(
        context.language.indicators.indicator_words(indicator),
        context.language.indicators.polarity_words(indicator.polarity, indicator.unit),
        arrow,
    )
    return about(context, line, f"indicators.yaml#{id}")
