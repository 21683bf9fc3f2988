"""Build an edition: read, compute, compose, draw, lay out, write.

content/ + observations -> Workspace -> Composition -> Document with drawings -> PDF bytes -> output/
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.kept import NOTHING_KEPT, KeptResults
from plangen.model.edition import Approval, ArchiveAnchor, Correction, EditionName

if TYPE_CHECKING:
    from plangen.document.blocks import Document
    from plangen.document.theme import Theme
    from plangen.measures.results import ResultRow

__all__ = ["BuildOptions", "Built", "Format", "build", "default_output"]


class Format(Enum):
    """What a build writes: the PDF, its pages as SVG files, or the document tree as text."""

    PDF = "pdf"
    SVG = "svg"
    NATIVE = "native"

    @property
    def suffix(self) -> str:
        """How the name of a file, or folder, in this format ends."""
        match self:
            case Format.PDF:
                return "pdf"
            case Format.SVG:
                return "svg"
            case Format.NATIVE:
                return "txt"


_Written = tuple[bytes, tuple[tuple[str, bytes], ...], tuple[Diagnostic, ...]]


class BuildOptions(Struct, frozen=True):
    """How to build. `today` is only compared with an embargo; no page depends on it.

    `cache` is where drawings are kept between builds; None draws every chart anew. A final build is `checked`:
    words and records that contradict its results are refused unless accepted. Only what was published already is
    made again without that. `anchor` is what an archived edition prints of the archive's newest version before it.
    """

    final: bool = False
    format: Format = Format.PDF
    approval: Approval | None = None
    corrections: tuple[Correction, ...] = ()
    anchor: ArchiveAnchor | None = None
    today: date | None = None
    cache: Path | None = None
    checked: bool = True


class Built(Struct, frozen=True):
    """A built edition: its bytes, its results in reading order, and the warnings and remarks met on the way.

    `files` are those of a format that is a folder, by their name in it; there `data` is empty.
    """

    name: EditionName
    data: bytes
    digest: str
    findings: tuple[Diagnostic, ...]
    results: tuple[ResultRow, ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


def build(root: Path, name: EditionName, options: BuildOptions, kept: KeptResults = NOTHING_KEPT) -> Built:
    """Build `name` from the workspace at `root`; raises PlangenError with every problem there is.

    `kept` has what earlier builds of this workspace left, and takes what this one leaves: whoever hands it over
    says which files may have changed (`Step.FILE`), as `pipeline.session` does.
    """
    from plangen.compose import compose
    from plangen.pipeline.history.archived_before import was_archived
    from plangen.sources.workspace import read_workspace

    workspace = read_workspace(root, (name.id,), kept)
    composition = compose(
        workspace,
        name,
        final=options.final,
        approval=options.approval,
        corrections=options.corrections,
        anchor=options.anchor,
        archived=was_archived(root, workspace, name),
        kept=kept,
    )
    findings = (*workspace.warnings, *composition.findings)
    if options.final:
        from plangen.pipeline.check import as_final, check_composed
        from plangen.pipeline.publication import publication_problems

        publication = workspace.records.partnership.publication
        if options.checked:
            findings = as_final(check_composed(root, workspace, name, composition).findings)
        findings = (*findings, *publication_problems(publication, options.today))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise PlangenError(findings)
    data, files, remarks = _written(composition.document, workspace.theme, options, kept)
    digest = composition.document.metadata.digest
    return Built(name, data, digest, (*findings, *remarks), composition.results, files)


def _written(document: Document, theme: Theme, options: BuildOptions, kept: KeptResults) -> _Written:
    """The document in the format that was asked for, as bytes or files, and remarks on its layout."""
    from plangen.pipeline.illustrate import illustrate

    match options.format:
        case Format.PDF:
            from plangen.render.pdf import render_pdf

            rendered = render_pdf(illustrate(document, theme, options.cache, kept), theme, kept)
            return rendered.data, (), rendered.remarks
        case Format.SVG:
            from plangen.render.svg import render_svg

            pages = render_svg(illustrate(document, theme, options.cache, kept), theme, kept)
            return b"", pages.files, pages.remarks
        case Format.NATIVE:
            from plangen.document.dump import dump

            return dump(document).encode("utf-8"), (), ()


def default_output(root: Path, name: EditionName, output_format: Format) -> Path:
    """Where an edition is written when nobody says otherwise; for SVG pages it is a folder."""
    return root / "output" / f"{name}.{output_format.suffix}"
