"""What plan and pack have in common: how a composed edition becomes a document."""

from __future__ import annotations

from msgspec import Struct

from plangen.compose.attachments import attachments, result_rows
from plangen.compose.characters import in_characters
from plangen.compose.colophon import brief_colophon, colophon
from plangen.compose.composition import Composition
from plangen.compose.context import Context
from plangen.compose.corrections import correction_sections
from plangen.compose.digest import content_digest
from plangen.compose.directives.makers import MAKERS
from plangen.compose.ledger import Ledger
from plangen.compose.trace import Trace
from plangen.compose.tracing import about
from plangen.compose.unfinished import to_do_marks, told_as_to_come
from plangen.diagnostics import Diagnostic
from plangen.document.blocks import Attachment, Contents, Cover, Document, Masthead, Metadata, Section
from plangen.document.expansions import Expansions
from plangen.kept import KeptResults, Same, Step
from plangen.language.language import Language
from plangen.measures.evidence import Evidence
from plangen.measures.facts import check_facts
from plangen.measures.results import ResultRow
from plangen.measures.target_checks import check_targets
from plangen.model.edition import Approval, ArchiveAnchor, Correction, EditionKind, EditionName
from plangen.model.result import AnyResult
from plangen.model.workspace import Pack, Plan, Records, Workspace

__all__ = ["Manuscript", "Standing", "finished", "started"]


class Standing(Struct, frozen=True):
    """Whether an edition is final, who approved it, and what was corrected since its first version.

    `archived` says that a version of it was archived, so that no figure may still come. `anchor` is the archive's
    newest version before an edition that is archived; others have none.
    """

    final: bool = False
    approval: Approval | None = None
    corrections: tuple[Correction, ...] = ()
    anchor: ArchiveAnchor | None = None
    archived: bool = False

    @property
    def draft(self) -> bool:
        """Whether every page says that it is a draft."""
        return not self.final and self.approval is None


def started(
    workspace: Workspace,
    edition: Plan | Pack,
    language: Language,
    chapters: dict[str, str],
    standing: Standing,
    trace: Trace | None,
    kept: KeptResults,
) -> Context:
    """The context of an edition: its evidence up to its period, and what is wrong with records by themselves."""
    records, period = workspace.records, edition.record.period
    evidence = kept.take(
        Step.RECORDS, (Same(records), period.text, period), lambda: Evidence.gather(records, period)
    )
    ledger = Ledger()
    ledger.report(kept.take(Step.REFERENCES, Same(records), lambda: _record_problems(records)))
    awaits = bool(edition.record.follows) and standing.draft and not standing.archived
    ground = kept.ground(("composed", edition.id), (awaits, *_ground(workspace, edition, language, chapters)))
    return Context(
        workspace,
        edition,
        evidence,
        ledger,
        language,
        MAKERS,
        chapters,
        awaits=awaits,
        trace=trace,
        kept=kept,
        ground=ground,
    )


def _record_problems(records: Records) -> tuple[Diagnostic, ...]:
    return (*check_targets(records), *check_facts(records))


def _ground(
    workspace: Workspace, edition: Plan | Pack, language: Language, chapters: dict[str, str]
) -> tuple[object, ...]:
    """All that a section can depend on beside the edition's prose, places and signatures."""
    own: tuple[object, ...] = ()
    if isinstance(edition, Plan):
        own = (edition.we_said, edition.you_said, edition.priorities, edition.appendix)
    return (workspace.records, workspace.pictures, language, chapters, type(edition), edition.record, *own)


class _Found(Struct, frozen=True):
    """The results of an edition, and what is written of them."""

    results: tuple[AnyResult, ...]
    rows: tuple[ResultRow, ...]
    attachments: tuple[Attachment, ...]


def _found(context: Context) -> _Found:
    rows = result_rows(context)
    return _Found(context.ledger.results, rows, attachments(context, rows))


class Manuscript(Struct, frozen=True):
    """What is an edition's own: its title, subject, front, contents and sections.

    `last_part` is where the contents list what is added to every edition; where there is none, what the edition
    says of itself has no page of its own.
    """

    title: str
    subject: str
    front: Cover | Masthead
    contents: Contents | None
    sections: tuple[Section, ...]
    last_part: str = ""


def finished(context: Context, standing: Standing, manuscript: Manuscript) -> Composition:
    """The document of an edition, with the section about itself, its attachments, results and findings."""
    record = context.edition.record
    partnership, glossary = context.records.partnership, context.records.glossary
    digest = content_digest(context.workspace)
    kind = EditionKind.PLAN if isinstance(context.edition, Plan) else EditionKind.PACK
    approval = standing.approval
    sections = (
        *manuscript.sections,
        *correction_sections(context.language, standing.corrections, manuscript.last_part),
        _colophon(context, digest, manuscript.last_part, standing),
    )
    results = context.ledger.results
    found = context.kept.take(
        Step.RESULTS,
        (context.edition.id, Same(context.ground)),
        lambda: _found(context),
        lambda found: found.results == results,
    )
    document = Document(
        metadata=Metadata(
            title=manuscript.title,
            subject=manuscript.subject,
            author=partnership.name,
            date=approval.on if approval else record.date,
            edition=str(EditionName.of(kind, context.edition.id)),
            version=approval.version if approval else record.version,
            digest=digest,
            language=context.language.locale,
        ),
        front=manuscript.front,
        contents=manuscript.contents,
        sections=sections,
        header=manuscript.title,
        footer=context.language.editions.footer(record.version, standing.final, approval),
        page_words=context.language.page,
        draft=standing.draft,
        marking=partnership.publication.marking,
        attachments=found.attachments,
        expansions=Expansions(tuple((t, term.expansion) for t, term in glossary.items() if term.expansion)),
    )
    if context.trace is not None:
        about(context, document, f"{kind.value}.yaml")
        context.trace.settle(document, (context.edition.stretches, context.records.stretches))
    document = in_characters(document, context.language.characters, context.kept)
    findings = told_as_to_come(context, context.ledger.findings)
    marks = tuple(to_do_marks(context.edition, not standing.draft))
    return Composition(document, found.rows, (*findings, *marks))


def _colophon(context: Context, digest: str, part: str, standing: Standing) -> Section:
    if part:
        return colophon(context, digest, part, standing.approval, standing.anchor)
    return brief_colophon(context, digest, standing.approval, standing.anchor)
