"""The performance pack: at a glance, summary, and a page for every measure."""

from __future__ import annotations

from plangen.compose import Composition
from plangen.compose.attachments import attachments, result_rows
from plangen.compose.colophon import colophon
from plangen.compose.context import Context
from plangen.compose.digest import content_digest
from plangen.compose.ledger import Ledger
from plangen.compose.measure.glance import glance
from plangen.compose.measure.pages import measure_sections
from plangen.compose.measure.reading import read_measures
from plangen.compose.measure.summary import summary
from plangen.document.blocks import Document, Masthead, Metadata
from plangen.measures.evidence import Evidence
from plangen.model.edition import Approval, EditionKind, EditionName
from plangen.model.workspace import Pack, Workspace
from plangen.wording.editions import footer
from plangen.wording.periods import period_words, short_period

__all__ = ["compose_pack"]


def compose_pack(workspace: Workspace, pack: Pack, *, final: bool, approval: Approval | None) -> Composition:
    """The pack as a document, with its results and findings."""
    record = pack.record
    partnership = workspace.records.partnership
    context = Context(workspace, pack, Evidence.gather(workspace.records, record.period), Ledger(), {})
    readings = read_measures(context, record)
    digest = content_digest(workspace)
    title = f"{record.title}: {short_period(record.period)}"
    sections = (
        glance(context, record, readings),
        summary(context, record, readings),
        *measure_sections(context, readings),
        colophon(context, digest, ""),
    )
    words = period_words(record.period)
    document = Document(
        metadata=Metadata(
            title=title,
            subject=f"Quarterly performance of the {partnership.name}",
            author=partnership.name,
            date=approval.on if approval else record.date,
            edition=str(EditionName.of(EditionKind.PACK, pack.id)),
            version=approval.version if approval else record.version,
            digest=digest,
        ),
        front=Masthead(partnership.name, record.title, words[:1].upper() + words[1:]),
        contents=None,
        sections=sections,
        header=title,
        footer=footer(record.version, final, approval),
        draft=not final and approval is None,
        marking=partnership.publication.marking,
        attachments=attachments(context),
    )
    return Composition(document, result_rows(context), context.ledger.findings)
