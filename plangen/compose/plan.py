"""The annual plan: cover, contents and chapters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from plangen.compose.composition import Composition
from plangen.compose.context import Context
from plangen.compose.edition import Manuscript, Standing, finished, started
from plangen.compose.front import contents, cover
from plangen.compose.kept_sections import kept_section
from plangen.compose.prose import blocks, notes
from plangen.compose.trace import Trace
from plangen.compose.tracing import about, named
from plangen.compose.unfinished import box_to_come
from plangen.diagnostics import codes, finding
from plangen.document.blocks import Section
from plangen.kept import KeptResults
from plangen.language.language import Language
from plangen.model.plan import Chapter
from plangen.model.workspace import Plan, Workspace

__all__ = ["compose_plan"]


def compose_plan(
    workspace: Workspace,
    plan: Plan,
    standing: Standing,
    language: Language,
    trace: Trace | None,
    kept: KeptResults,
) -> Composition:
    """The plan as a document, with its results and findings."""
    record = plan.record
    context = started(workspace, plan, language, _numbers(plan), standing, trace, kept)
    manuscript = Manuscript(
        title=context.language.editions.plan_title(record.title, record.period),
        subject=record.subject or context.language.editions.plan_subject(workspace.records.partnership.name),
        front=cover(context, record),
        contents=contents(context.language),
        sections=tuple(_chapters(context, plan)),
        last_part=record.parts[-1].title,
    )
    return finished(context, standing, manuscript)


def _numbered(plan: Plan) -> Iterator[tuple[tuple[int, int], str, str, Chapter]]:
    """Every chapter with its place in the parts, its part's title and its number, which runs through the parts."""
    number = 0
    for p, part in enumerate(plan.record.parts):
        for c, chapter in enumerate(part.chapters):
            number += chapter.numbered
            yield (p, c), part.title, str(number) if chapter.numbered else "", chapter


def _numbers(plan: Plan) -> dict[str, str]:
    return {chapter.id: number for _, _, number, chapter in _numbered(plan) if number}


def _chapters(context: Context, plan: Plan) -> Iterator[Section]:
    for at, part, number, chapter in _numbered(plan):
        key = f"plan.yaml#parts.{at[0]}.chapters.{at[1]}"
        write = partial(_chapter, key=key, part=part, number=number, chapter=chapter)
        yield kept_section(context, chapter.id, write)


def _chapter(context: Context, key: str, part: str, number: str, chapter: Chapter) -> Section:
    prose = context.prose(chapter.id)
    inner = replace(
        context.inside(chapter.id, prose), running=context.language.editions.part_running(part, chapter.title)
    )
    content = blocks(inner, prose.blocks) or box_to_come(inner)
    if not content:
        message = f'the chapter "{chapter.title}" comes out empty'
        hint = "write the chapter, or take it out of plan.yaml"
        place = context.edition.places.get(chapter.id)
        context.ledger.report([finding(codes.CHAPTER_COMES_OUT_EMPTY, message, place, hint)])
    section = Section(
        id=chapter.id,
        heading=(named(context, chapter.title, f"{key}.title"),),
        blocks=content,
        number=number,
        part=part,
        running=part,
        chapter=True,
        in_contents=True,
        notes=notes(inner, prose),
    )
    return about(context, section, key)
