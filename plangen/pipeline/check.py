"""Check editions: every problem a build would meet, without building."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Diagnostic, PlangenError
from plangen.model.edition import EditionKind, EditionName

__all__ = ["check", "editions"]


def editions(root: Path) -> tuple[EditionName, ...]:
    """The editions of the workspace at `root`, plans before packs, in order of their names."""
    found = []
    for kind, folder in ((EditionKind.PLAN, "plans"), (EditionKind.PACK, "packs")):
        parent = root / "content" / folder
        if parent.is_dir():
            found += [EditionName.of(kind, p.name) for p in sorted(parent.iterdir()) if p.is_dir()]
    return tuple(found)


def check(root: Path, names: tuple[EditionName, ...]) -> tuple[Diagnostic, ...]:
    """Everything there is to say of `names`; an empty tuple means that they build."""
    from plangen.compose import compose
    from plangen.sources.workspace import read_workspace

    try:
        workspace = read_workspace(root, tuple(name.id for name in names))
    except PlangenError as problem:
        return problem.diagnostics
    findings = list(workspace.warnings)
    for name in names:
        try:
            findings += compose(workspace, name).findings
        except PlangenError as problem:
            findings += problem.diagnostics
    return tuple(dict.fromkeys(findings))
