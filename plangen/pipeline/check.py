"""Check editions: every problem a build would meet, and every word and record against the results."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, PlangenError, Severity, codes
from plangen.model.edition import EditionKind, EditionName
from plangen.model.figures import Accepted
from plangen.model.workspace import Plan, Workspace

if TYPE_CHECKING:
    from plangen.checks.editions import Coverage, EditionReport, StatedDifference
    from plangen.compose.composition import Composition

__all__ = ["Checked", "as_final", "check", "check_composed", "check_editions", "editions"]


class Checked(Struct, frozen=True):
    """What a check of editions found. `reports` has no entry for an edition that cannot be composed."""

    findings: tuple[Diagnostic, ...]
    accepted: tuple[tuple[Diagnostic, Accepted], ...] = ()
    coverage: tuple[tuple[EditionName, Coverage], ...] = ()
    differences: tuple[StatedDifference, ...] = ()


def editions(root: Path) -> tuple[EditionName, ...]:
    """The editions of the workspace at `root`, plans before packs, in order of their names."""
    found = []
    for kind, folder in ((EditionKind.PLAN, "plans"), (EditionKind.PACK, "packs")):
        parent = root / "content" / folder
        if parent.is_dir():
            found += [EditionName.of(kind, p.name) for p in sorted(parent.iterdir()) if p.is_dir()]
    return tuple(found)


def check(root: Path, names: tuple[EditionName, ...]) -> tuple[Diagnostic, ...]:
    """The findings of `check_editions` alone."""
    return check_editions(root, names).findings


def check_editions(root: Path, names: tuple[EditionName, ...], style: bool = False) -> Checked:
    """Everything there is to say of `names`; `style` asks for remarks on readability too."""
    from plangen.compose import compose
    from plangen.pipeline.history.archived_before import was_archived
    from plangen.sources.workspace import read_workspace

    try:
        workspace = read_workspace(root, tuple(name.id for name in names))
    except PlangenError as problem:
        return Checked(problem.diagnostics)
    findings: list[Diagnostic] = []
    reports: list[tuple[EditionName, EditionReport]] = []
    for name in names:
        try:
            composition = compose(workspace, name, archived=was_archived(root, workspace, name))
        except PlangenError as problem:
            findings += problem.diagnostics
            continue
        reports.append((name, check_composed(root, workspace, name, composition, style)))
    if not reports:
        findings += workspace.warnings
    return _together(workspace, findings, reports, everything=set(names) == set(editions(root)))


def check_composed(
    root: Path, workspace: Workspace, name: EditionName, composition: Composition, style: bool = False
) -> EditionReport:
    """The check of an edition that has been composed: `build --final` refuses its errors."""
    from plangen.checks.editions import EditionCheck, check_edition
    from plangen.pipeline.history.restatements import restatements
    from plangen.pipeline.preceding import edition_before

    folder = workspace.records.partnership.archive
    restated = restatements(root, folder, name, composition.results)
    plan = workspace.plans.get(name.id) if name.kind is EditionKind.PLAN else None
    edition = plan or workspace.packs[name.id]
    before = edition_before(root, edition, tuple(one.id for one in editions(root) if one.kind is name.kind))
    return check_edition(
        EditionCheck(
            edition=edition,
            records=workspace.records,
            document=composition.document,
            results=composition.results,
            source=_reader(root),
            earlier=before.priorities if isinstance(before, Plan) and before.id == _year_before(name.id) else None,
            before=before,
            style=style,
        ),
        (*workspace.warnings, *composition.findings, *restated),
    )


def as_final(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings as a final build has them.

    Words of the edition before are an error there (PG876), unless a partnership makes less of them than a warning;
    and so is a figure that nobody can trace (PG850), whatever a partnership makes of it in drafts.
    """
    return tuple(
        replace(f, severity=Severity.ERROR)
        if f.kind == codes.TYPED_FIGURE or (f.kind == codes.STALE_WORDS and f.severity is Severity.WARNING)
        else f
        for f in findings
    )


def _together(
    workspace: Workspace,
    findings: list[Diagnostic],
    reports: list[tuple[EditionName, EditionReport]],
    everything: bool,
) -> Checked:
    from plangen.checks.editions import hinders, unused

    used = {number for _, report in reports for number in report.used}
    found = [*findings, *(finding for _, report in reports for finding in report.findings)]
    if everything and not any(map(hinders, found)):  # with an error, what was accepted may not be found at all
        places = {int(id): place for (kind, id), place in workspace.records.places.items() if kind == "accepted"}
        found += unused(workspace.records.accepted, used, places)
    once = {(d.location, d.said): d for _, report in reports for d in report.differences}
    return Checked(
        findings=tuple(dict.fromkeys(found)),
        accepted=tuple({f: (f, why) for _, report in reports for f, why in report.accepted}.values()),
        coverage=tuple((name, report.coverage) for name, report in reports),
        differences=tuple(once.values()),
    )


def _year_before(id: str) -> str:
    """The name of last year's plan, by the names of folders: 2010-11 for 2011-12; nothing for other names."""
    first, _, second = id.partition("-")
    if len(first) != 4 or not first.isdigit() or not second.isdigit():
        return ""
    return f"{int(first) - 1}-{int(first) % 100:02d}"


def _reader(root: Path) -> Callable[[str], str]:
    """The text of a content file by its name in the workspace; each is read once."""
    texts: dict[str, str] = {}

    def text(file: str) -> str:
        if file not in texts:
            try:
                texts[file] = (root / file).read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                texts[file] = ""
        return texts[file]

    return text
