"""The annual plan: cover, contents and chapters."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from plangen.compose.composition import Composition
from plangen.compose.context import Context
from plangen.compose.edition import Manuscript, Standing, finished, started
from plangen.compose.front import contents, cover
from plangen.compose.prose import blocks, notes
from plangen.diagnostics import codes, finding
from plangen.document.blocks import Section
from plangen.document.inlines import Text
from plangen.language.language import Language
from plangen.model.plan import Chapter
from plangen.model.workspace import Plan, Workspace

__all__ = ["compose_plan"]


def compose_plan(workspace: Workspace, plan: Plan, standing: Standing, language: Language) -> Composition:
    """The plan as a document, with its results and findings."""
    record = plan.record
    context = started(workspace, plan, language, _numbers(plan))
    manuscript = Manuscript(
        title=context.language.editions.plan_title(record.title, record.period),
        subject=record.subject or context.language.editions.plan_subject(workspace.records.partnership.name),
        front=cover(context, record),
        contents=contents(context.language),
        sections=tuple(_chapters(context, plan)),
        last_part=record.parts[-1].title,
    )
    return finished(context, standing, manuscript)


def _numbered(plan: Plan) -> Iterator[tuple[str, str, Chapter]]:
    """Every chapter with its part's title and its number; numbers run through the parts."""
    number = 0
    for part in plan.record.parts:
        for chapter in part.chapters:
            number += chapter.numbered
            yield part.title, str(number) if chapter.numbered else "", chapter


def _numbers(plan: Plan) -> dict[str, str]:
    return {chapter.id: number for _, number, chapter in _numbered(plan) if number}


def _chapters(context: Context, plan: Plan) -> Iterator[Section]:
    for part, number, chapter in _numbered(plan):
        prose = context.prose(chapter.id)
        inner = replace(
            context.inside(chapter.id, prose), running=context.language.editions.part_running(part, chapter.title)
        )
        content = blocks(inner, prose.blocks)
        if not content:
            place = plan.places.get(chapter.id)
            hint = "write the chapter, or take it out of plan.yaml"
            context.ledger.report(
                [
                    finding(
                        codes.CHAPTER_COMES_OUT_EMPTY,
                        f'the chapter "{chapter.title}" comes out empty',
                        place,
                        hint,
                    )
                ]
            )
        yield Section(
            id=chapter.id,
            heading=(Text(chapter.title),),
            blocks=content,
            number=number,
            part=part,
            running=part,
            chapter=True,
            in_contents=True,
            notes=notes(inner, prose),
        )
