"""The pages of a pack's measures: judgement, trend, table of periods, and what the lead agency says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.compose.context import Context
from plangen.compose.measure.figures import measure_figure, period_table
from plangen.compose.measure.reading import MeasureReading
from plangen.compose.measure.sentences import assessment
from plangen.compose.prose import blocks, notes
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, MetaLine, Paragraph, ParagraphKind, Section
from plangen.document.inlines import Note, Text
from plangen.document.status import Sign
from plangen.model.indicator import Indicator
from plangen.model.pack import KeyAction
from plangen.model.unit import Polarity, UnitKind
from plangen.model.workspace import Pack
from plangen.wording.commentary import COMMENTARY, commentary_line, lead_words, running_head
from plangen.wording.measures import polarity_words

__all__ = ["measure_sections"]

_ENOUGH_FOR_A_TREND = 3
_ARROWS = {Polarity.LOWER: Sign.DOWN, Polarity.HIGHER: Sign.UP}


def measure_sections(context: Context, readings: Sequence[MeasureReading]) -> Iterator[Section]:
    """A page for each measure; measures of one action that have too few values for a trend share theirs."""
    for action, group in groupby(readings, key=lambda reading: reading.action):
        mine = list(group)
        if len(mine) > 1 and all(len(reading.history) < _ENOUGH_FOR_A_TREND for reading in mine):
            yield _shared_page(context, action, mine)
        else:
            yield from _own_pages(context, action, mine)


def _own_pages(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Iterator[Section]:
    for reading in readings:
        closing, found = _commentary(context, action, reading.ref, reading is readings[0])
        yield _page(reading, reading.ref, reading.name, (*_measure(context, reading), *closing), found)


def _shared_page(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Section:
    inner = tuple(
        Section(reading.anchor, (Text(f"{reading.ref}  {reading.name}"),), tuple(_measure(context, reading)))
        for reading in readings
    )
    written: list[Block] = []
    found: list[Note] = []
    for ref in dict.fromkeys(reading.ref for reading in readings):
        closing, called = _commentary(context, action, ref, ref == readings[-1].ref)
        written += closing
        found += called
    first = readings[0]
    return _page(first, action.ref, action.short, (*inner, *written), tuple(found), f"action_{first.anchor}")


def _page(
    reading: MeasureReading,
    number: str,
    heading: str,
    content: tuple[Block, ...],
    found: tuple[Note, ...],
    anchor: str = "",
) -> Section:
    return Section(
        id=anchor or reading.anchor,
        heading=(Text(heading),),
        blocks=content,
        number=number,
        priority=reading.priority.number,
        running=running_head(reading.priority.number, reading.priority.title),
        starts_page=True,
        in_contents=True,
        notes=found,
    )


def _measure(context: Context, reading: MeasureReading) -> Iterator[Block]:
    indicator = reading.indicator
    lead = context.records.partnership.agencies.get(reading.action.lead, reading.action.lead)
    if indicator is None:
        yield Paragraph(first_paragraph(context, context.prose(reading.action_key)), ParagraphKind.LEAD)
        yield Paragraph((Text(lead_words(lead)),), ParagraphKind.SMALL)
        if reading.measure.text and reading.measure.text != reading.name:
            yield Paragraph(first_paragraph(context, context.prose(reading.text_key)))
        return
    yield MetaLine(
        _measure_words(indicator),
        lead_words(lead),
        polarity_words(indicator.polarity, indicator.unit.kind),
        None if indicator.unit.kind is UnitKind.RANK else _ARROWS.get(indicator.polarity),
    )
    if (judged := assessment(context, reading)) is not None:
        yield judged
    if len(reading.history) >= _ENOUGH_FOR_A_TREND:
        yield measure_figure(context, reading)
    if reading.history:
        yield period_table(context, reading)


def _measure_words(indicator: Indicator) -> str:
    words = indicator.phrase or indicator.name
    return words[:1].upper() + words[1:]


def _commentary(
    context: Context, action: KeyAction, ref: str, with_action: bool
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """What is said of a measure, and with one of its measures what is said of the action."""
    content: list[Block] = []
    found: list[Note] = []
    for key in dict.fromkeys((ref, action.ref) if with_action else (ref,)):
        prose = context.prose(key)
        if prose.blocks:
            inner = context.inside(f"commentary_{key.replace('.', '_')}", prose)
            content += blocks(inner, prose.blocks)
            found += notes(inner, prose)
    if not content:
        return (), ()
    sources = tuple(dict.fromkeys(_sources(context, action)))
    words = commentary_line(_signed_by(context, ref, action.ref), sources)
    closing = Paragraph((Text(words),), ParagraphKind.SMALL)
    section_id = f"doing_{ref.replace('.', '_')}"
    return (Section(section_id, (Text(COMMENTARY),), (*content, closing)),), tuple(found)


def _signed_by(context: Context, *refs: str) -> str:
    signed = context.edition.signed if isinstance(context.edition, Pack) else {}
    return next((signed[ref].by for ref in refs if ref in signed), "")


def _sources(context: Context, action: KeyAction) -> Iterator[str]:
    for measure in action.measures:
        indicator = context.records.indicators.get(measure.indicator or "")
        if indicator is not None:
            yield indicator.source
