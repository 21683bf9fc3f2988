"""A chapter for each priority: its key actions in full, their measures, and what the lead agencies say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plangen.compose.context import Context
from plangen.compose.kept_sections import kept_section
from plangen.compose.pack.commentary import Commented, commentary
from plangen.compose.pack.measures import beside_judgement, is_judgement_alone, measure_blocks
from plangen.compose.pack.reading import MeasureReading
from plangen.compose.tracing import about, named, written
from plangen.compose.words import first_paragraph
from plangen.document.blocks import Block, Paragraph, ParagraphKind, Section, SideBySide
from plangen.document.inlines import Text
from plangen.model.pack import KeyAction

__all__ = ["priority_sections"]


def priority_sections(context: Context, readings: Sequence[MeasureReading]) -> Iterator[Section]:
    """A chapter for every priority, with a section for each of its key actions."""
    for priority, group in groupby(readings, key=lambda reading: reading.priority):
        some = list(group)
        key = some[0].key.partition(".actions.")[0]
        actions = groupby(some, key=lambda reading: reading.action)
        chapter = Section(
            id=f"priority_{priority.number}",
            heading=(named(context, priority.title, f"{key}.title"),),
            blocks=tuple(_kept_action(context, action, list(its)) for action, its in actions),
            priority=priority.number,
            running=context.language.pack.running_head(priority.number, priority.title),
            chapter=True,
            in_contents=True,
            close=True,
        )
        yield about(context, chapter, key)


def _kept_action(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Section:
    """The section of a key action; its place in `pack.yaml` is what it is found again by."""
    return kept_section(context, readings[0].action_key, lambda inner: _action(inner, action, readings))


def _action(context: Context, action: KeyAction, readings: Sequence[MeasureReading]) -> Section:
    """The action as it was agreed and who leads it, its measures, and what is done about it."""
    in_words = [reading.ref for reading in readings if not _has_section(reading)]
    measures = [reading for reading in readings if _has_section(reading)]
    lead = context.records.partnership.agencies.get(action.lead, action.lead)
    whole = commentary(context, action, [action.ref, *in_words], lead)
    alone = "" if whole.blocks else lead
    own = [_own_commentary(context, reading) for reading in measures]
    if len(measures) == 1:  # what is said of an action with one measure is said of that
        content = measure_blocks(context, measures[0], (*whole.blocks, *own[0].blocks))
    else:
        content = tuple(_several(context, measures, own, _closing(context, action, measures, whole)))
    section = Section(
        id=_action_anchor(readings),
        heading=(named(context, action.short, readings[0].short_key),),
        blocks=(*_promise(context, readings[0], alone), *content),
        number=action.ref,
        notes=(*whole.notes, *(note for said in own for note in said.notes)),
    )
    key = readings[0].key.partition(".measures.")[0]
    return about(context, written(context, section, f"{key}.ref", "number"), key)


def _has_section(reading: MeasureReading) -> bool:
    """Whether a measure stands under a heading of its own: what is counted, and what is one of several."""
    return reading.observed is not None or reading.ref != reading.action.ref


def _action_anchor(readings: Sequence[MeasureReading]) -> str:
    """The summary leads to a measure, and to its key action where that is all there is of it."""
    first = readings[0]
    return f"action_{first.anchor}" if _has_section(first) else first.anchor


def _promise(context: Context, reading: MeasureReading, lead: str) -> Iterator[Block]:
    """The key action in full, how it is followed where nothing is counted, and who leads if nobody comments."""
    followed = () if _has_section(reading) else first_paragraph(context, context.prose(f"{reading.key}.text"))
    space = (Text(" "),) if followed else ()
    yield Paragraph((*first_paragraph(context, context.prose(reading.action_key)), *space, *followed))
    if lead:
        who = Paragraph((Text(context.language.pack.commentary_line(lead, (), ())),), ParagraphKind.SMALL)
        yield about(context, who, f"{reading.key.partition('.measures.')[0]}.lead")


def _own_commentary(context: Context, reading: MeasureReading) -> Commented:
    if reading.ref == reading.action.ref:
        return Commented()
    return commentary(context, reading.action, [reading.ref])


def _several(
    context: Context, readings: Sequence[MeasureReading], own: Sequence[Commented], closing: Sequence[Block]
) -> Iterator[Block]:
    """Measures with what is said of each, and what is said of them all.

    Two judgements alone that follow each other stand side by side; one that is left over, beside what follows.
    """
    waiting: tuple[Block, ...] = ()
    for reading, said in zip(readings, own, strict=True):
        blocks = measure_blocks(context, reading, said.blocks)
        alone = is_judgement_alone(reading, said.blocks)
        if waiting and alone:
            yield SideBySide(waiting, blocks)
            waiting = ()
            continue
        yield from waiting
        waiting = blocks if alone else ()
        if not alone:
            yield from blocks
    yield from beside_judgement(waiting, closing) if waiting else closing


def _closing(
    context: Context, action: KeyAction, measures: Sequence[MeasureReading], said: Commented
) -> tuple[Block, ...]:
    """What is done about the whole action: under a heading of its own where measures stand before it."""
    if not said.blocks or not measures:
        return said.blocks
    heading = (Text(context.language.pack.commentary_heading(action.ref)),)
    return (Section(f"doing_{action.ref.replace('.', '_')}", heading, ()), *said.blocks)
