"""A chapter for each priority: its key actions in full, their measures, and what the lead agencies say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.compose.context import Context
from plangen.compose.pack.commentary import Commented, commentary
from plangen.compose.pack.measures import is_short, measure_section
from plangen.compose.pack.reading import MeasureReading
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, Paragraph, Section, SideBySide
from plangen.document.inlines import Text
from plangen.model.pack import KeyAction

__all__ = ["priority_sections"]


def priority_sections(context: Context, readings: Sequence[MeasureReading]) -> Iterator[Section]:
    """A chapter for every priority, with a section for each of its key actions."""
    for priority, group in groupby(readings, key=lambda reading: reading.priority):
        actions = groupby(group, key=lambda reading: reading.action)
        yield Section(
            id=f"priority_{priority.number}",
            heading=(Text(priority.title),),
            blocks=tuple(_action(context, action, list(some)) for action, some in actions),
            priority=priority.number,
            running=context.language.pack.running_head(priority.number, priority.title),
            chapter=True,
            in_contents=True,
            close=True,
        )


def _action(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Section:
    """The action as it was agreed and who leads it, its measures, and what is done about it."""
    in_words = [reading.ref for reading in readings if not _has_section(reading)]
    measures = [reading for reading in readings if _has_section(reading)]
    said = commentary(context, action, [action.ref, *in_words])
    only = len(measures) == 1
    content = (
        (_measure(context, measures[0], said),)
        if only
        else (*_measures(context, measures), *_closing(context, action, measures, said))
    )
    return Section(
        id=_action_anchor(readings),
        heading=(Text(action.short),),
        blocks=(*_promise(context, readings[0]), *content),
        number=action.ref,
        notes=() if only else said.notes,
    )


def _has_section(reading: MeasureReading) -> bool:
    """Whether a measure stands under a heading of its own: what is counted, and what is one of several."""
    return reading.observed is not None or reading.ref != reading.action.ref


def _action_anchor(readings: Sequence[MeasureReading]) -> str:
    """The summary leads to a measure, and to its key action where that is all there is of it."""
    first = readings[0]
    return f"action_{first.anchor}" if _has_section(first) else first.anchor


def _promise(context: Context, reading: MeasureReading) -> Iterator[Block]:
    """The key action in full with its lead agency, and how it is followed where nothing is counted."""
    agencies, lead = context.records.partnership.agencies, reading.action.lead
    who = Text(context.language.pack.lead_words(agencies.get(lead, lead)))
    yield Paragraph((*first_paragraph(context, context.prose(reading.action_key)), who))
    if not _has_section(reading) and reading.measure.text:
        yield Paragraph(first_paragraph(context, context.prose(f"{reading.key}.text")))


def _measure(context: Context, reading: MeasureReading, of_action: Commented) -> Section:
    """A measure with what is said of it, after what is said of its action where it is the only one."""
    own = _own_commentary(context, reading)
    said = Commented((*of_action.blocks, *own.blocks), (*of_action.notes, *own.notes))
    return measure_section(context, reading, said)


def _own_commentary(context: Context, reading: MeasureReading) -> Commented:
    if reading.ref == reading.action.ref:
        return Commented()
    return commentary(context, reading.action, [reading.ref])


def _measures(context: Context, readings: Sequence[MeasureReading]) -> Iterator[Block]:
    """Several measures, each in a section; two short ones that follow each other stand side by side."""
    waiting: Section | None = None
    for reading in readings:
        said = _own_commentary(context, reading)
        section, short = measure_section(context, reading, said), is_short(reading, said)
        if waiting is not None and short:
            yield SideBySide((waiting,), (section,))
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = section if short else None
        if not short:
            yield section
    if waiting is not None:
        yield waiting


def _closing(
    context: Context, action: KeyAction, measures: Sequence[MeasureReading], said: Commented
) -> tuple[Block, ...]:
    """What is done about the whole action: under a heading of its own where measures stand before it."""
    if not said.blocks or not measures:
        return said.blocks
    heading = (Text(context.language.pack.commentary_heading(action.ref)),)
    return (Section(f"doing_{action.ref.replace('.', '_')}", heading, said.blocks),)
