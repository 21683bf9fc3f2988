"""The annual plan: cover, contents, chapters, and what the last page says of the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose import Composition
from plangen.compose.attachments import attachments, result_rows
from plangen.compose.colophon import colophon
from plangen.compose.context import Context
from plangen.compose.digest import content_digest
from plangen.compose.front import contents, cover
from plangen.compose.ledger import Ledger
from plangen.compose.prose import blocks, notes
from plangen.diagnostics import error
from plangen.document.blocks import Document, Metadata, Section
from plangen.document.inlines import Text
from plangen.measures.evidence import Evidence
from plangen.model.edition import Approval, EditionKind, EditionName
from plangen.model.plan import Chapter
from plangen.model.workspace import Plan, Workspace
from plangen.wording.editions import footer, plan_years

__all__ = ["compose_plan"]


def compose_plan(workspace: Workspace, plan: Plan, *, final: bool, approval: Approval | None) -> Composition:
    """The plan as a document, with its results and findings."""
    ledger = Ledger()
    evidence = Evidence.gather(workspace.records, plan.record.period)
    context = Context(workspace, plan, evidence, ledger, dict(_chapter_words(plan)))
    chapters = tuple(_chapters(context, plan))
    digest = content_digest(workspace)
    document = Document(
        metadata=_metadata(workspace, plan, digest, approval),
        front=cover(context, plan.record),
        contents=contents(),
        sections=(*chapters, colophon(context, digest, plan.record.parts[-1].title)),
        header=f"{plan.record.title} {plan_years(plan.record.period)}",
        footer=footer(plan.record.version, final, approval),
        draft=not final and approval is None,
        marking=workspace.records.partnership.publication.marking,
        attachments=attachments(context),
    )
    return Composition(document, result_rows(context), ledger.findings)


def _metadata(workspace: Workspace, plan: Plan, digest: str, approval: Approval | None) -> Metadata:
    record = plan.record
    partnership = workspace.records.partnership
    return Metadata(
        title=f"{record.title} {plan_years(record.period)}",
        subject=record.subject or f"Annual plan of the {partnership.name}",
        author=partnership.name,
        date=approval.on if approval else record.date,
        edition=str(EditionName.of(EditionKind.PLAN, plan.id)),
        version=approval.version if approval else record.version,
        digest=digest,
    )


def _numbered(plan: Plan) -> Iterator[tuple[str, str, Chapter]]:
    """Every chapter with its part's title and its number; numbers run through the parts."""
    number = 0
    for part in plan.record.parts:
        for chapter in part.chapters:
            number += chapter.numbered
            yield part.title, str(number) if chapter.numbered else "", chapter


def _chapter_words(plan: Plan) -> Iterator[tuple[str, str]]:
    for _, number, chapter in _numbered(plan):
        if number:
            yield chapter.id, f"section {number}"


def _chapters(context: Context, plan: Plan) -> Iterator[Section]:
    for part, number, chapter in _numbered(plan):
        prose = context.prose(chapter.id)
        inner = context.inside(chapter.id, prose)
        content = blocks(inner, prose.blocks)
        if not content:
            place = plan.places.get(chapter.id)
            hint = "write the chapter, or take it out of plan.yaml"
            context.ledger.report([error("PG440", f'the chapter "{chapter.title}" comes out empty', place, hint)])
        yield Section(
            id=chapter.id,
            heading=(Text(chapter.title),),
            blocks=content,
            number=number,
            part=part,
            running=part,
            starts_page=True,
            in_contents=True,
            notes=notes(inner, prose),
        )
