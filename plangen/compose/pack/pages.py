"""The pages of a pack's measures: judgement, trend, table of periods, and what the lead agency says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.compose.context import Context
from plangen.compose.pack.commentary import commentary
from plangen.compose.pack.figures import measure_figure, period_table
from plangen.compose.pack.reading import MeasureReading
from plangen.compose.pack.sentences import assessment
from plangen.compose.pack.targets import target_lines
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, MetaLine, Paragraph, ParagraphKind, Section
from plangen.document.inlines import Note, Text
from plangen.document.status import Sign
from plangen.model.indicator import Indicator
from plangen.model.pack import KeyAction
from plangen.model.unit import Polarity

__all__ = ["measure_sections"]

_ENOUGH_FOR_A_TREND = 3
_ARROWS = {Polarity.LOWER: Sign.DOWN, Polarity.HIGHER: Sign.UP}


def measure_sections(context: Context, readings: Sequence[MeasureReading]) -> Iterator[Section]:
    """A page for each measure; measures of one action that have too few values for a trend share theirs."""
    for action, group in groupby(readings, key=lambda reading: reading.action):
        mine = list(group)
        if len(mine) > 1 and all(r.observed and len(r.observed.history) < _ENOUGH_FOR_A_TREND for r in mine):
            yield _shared_page(context, action, mine)
        else:
            yield from _own_pages(context, action, mine)


def _own_pages(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Iterator[Section]:
    """Each measure on its own page; what is said of the whole action stands on the first."""
    for reading in readings:
        refs = (reading.ref, action.ref) if reading is readings[0] else (reading.ref,)
        closing, found = commentary(context, action, refs)
        yield _page(
            context,
            reading,
            reading.anchor,
            reading.ref,
            reading.name,
            (*_measure(context, reading), *closing),
            found,
        )


def _shared_page(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Section:
    inner = tuple(
        Section(reading.anchor, (Text(f"{reading.ref}  {reading.name}"),), tuple(_measure(context, reading)))
        for reading in readings
    )
    closing, found = commentary(context, action, (*(reading.ref for reading in readings), action.ref))
    anchor = f"action_{readings[0].anchor}"
    return _page(context, readings[0], anchor, action.ref, action.short, (*inner, *closing), found)


def _page(
    context: Context,
    reading: MeasureReading,
    anchor: str,
    number: str,
    heading: str,
    content: tuple[Block, ...],
    notes: tuple[Note, ...],
) -> Section:
    return Section(
        id=anchor,
        heading=(Text(heading),),
        blocks=content,
        number=number,
        priority=reading.priority.number,
        running=context.language.pack.running_head(reading.priority.number, reading.priority.title),
        chapter=True,
        in_contents=True,
        notes=notes,
    )


def _measure(context: Context, reading: MeasureReading) -> Iterator[Block]:
    lead = context.language.pack.lead_words(
        context.records.partnership.agencies.get(reading.action.lead, reading.action.lead)
    )
    if reading.observed is None:
        yield from _in_words(context, reading, lead)
        return
    yield _meta(context, reading.observed.indicator, lead)
    if (judged := assessment(context, reading.observed)) is not None:
        yield judged
    yield from target_lines(context, reading.observed)
    if len(reading.observed.history) >= _ENOUGH_FOR_A_TREND:
        yield measure_figure(context, reading.observed, reading.anchor)
    if reading.observed.history:
        yield period_table(context, reading.observed)


def _in_words(context: Context, reading: MeasureReading, lead: str) -> Iterator[Block]:
    yield Paragraph(first_paragraph(context, context.prose(reading.action_key)), ParagraphKind.LEAD)
    yield Paragraph((Text(lead),), ParagraphKind.SMALL)
    if reading.measure.text and reading.measure.text != reading.name:
        yield Paragraph(first_paragraph(context, context.prose(f"{reading.key}.text")))


def _meta(context: Context, indicator: Indicator, lead: str) -> MetaLine:
    arrow = None if indicator.unit.is_place else _ARROWS.get(indicator.polarity)
    return MetaLine(
        context.language.indicators.indicator_words(indicator),
        lead,
        context.language.indicators.polarity_words(indicator.polarity, indicator.unit),
        arrow,
    )
