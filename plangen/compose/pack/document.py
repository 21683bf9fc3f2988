"""The performance pack: at a glance, contents, summary, and a chapter for every priority."""

from __future__ import annotations

from plangen.compose.composition import Composition
from plangen.compose.context import Context
from plangen.compose.edition import Manuscript, Standing, finished, started
from plangen.compose.kept_sections import kept_section
from plangen.compose.pack.glance import glance
from plangen.compose.pack.priorities import priority_sections
from plangen.compose.pack.reading import read_measures
from plangen.compose.pack.summary import summary
from plangen.compose.trace import Trace
from plangen.compose.tracing import about, written
from plangen.document.blocks import Contents, Masthead
from plangen.kept import KeptResults, Same, Step
from plangen.language.language import Language
from plangen.model.pack import PackRecord
from plangen.model.workspace import Pack, Workspace

__all__ = ["compose_pack"]


def compose_pack(
    workspace: Workspace,
    pack: Pack,
    standing: Standing,
    language: Language,
    trace: Trace | None,
    kept: KeptResults,
) -> Composition:
    """The pack as a document, with its results and findings."""
    record = pack.record
    partnership = workspace.records.partnership.name
    context = started(workspace, pack, language, {}, standing, trace, kept)
    name = ("readings", Same(context.ground))
    readings = kept.take(Step.COMPOSED, name, lambda: read_measures(context, record))
    sections = (
        kept_section(context, "glance", lambda inner: glance(inner, record, readings)),
        kept_section(context, "summary", lambda inner: summary(inner, record, readings)),
        *priority_sections(context, readings),
    )
    manuscript = Manuscript(
        title=context.language.editions.pack_title(record.title, record.period),
        subject=context.language.editions.pack_subject(partnership),
        front=_masthead(context, record),
        contents=Contents(context.language.editions.contents_heading()),
        sections=sections,
    )
    return finished(context, standing, manuscript)


def _masthead(context: Context, record: PackRecord) -> Masthead:
    period = context.language.editions.pack_period(record.period)
    made = about(context, Masthead(context.records.partnership.name, record.title, period), "pack.yaml#period")
    written(context, made, "partnership.yaml#name", "partnership")
    return written(context, made, "pack.yaml#title", "title")
