"""Compose: the model and the results, arranged as a format-neutral document.

`compose` is all that the pipeline calls; what it returns holds the document, the results in reading order, and
whatever was found on the way.
"""

from __future__ import annotations

from dataclasses import dataclass

from plangen.diagnostics import Diagnostic, PlangenError, error
from plangen.document.blocks import Document
from plangen.measures.results import ResultRow
from plangen.model.edition import Approval, EditionKind, EditionName
from plangen.model.workspace import Workspace

__all__ = ["Composition", "compose"]


@dataclass(frozen=True, slots=True)
class Composition:
    """A composed edition. With an error among `findings` the document must not be published."""

    document: Document
    results: tuple[ResultRow, ...]
    findings: tuple[Diagnostic, ...]


def compose(
    workspace: Workspace, name: EditionName, *, final: bool = False, approval: Approval | None = None
) -> Composition:
    """Compose the edition `name`; raises PlangenError where the workspace has no such edition."""
    if name.kind is not EditionKind.PLAN:
        raise PlangenError(error("PG604", f"{name}: packs cannot be built yet", hint="build a plan: plan ID"))
    plan = workspace.plans.get(name.id)
    if plan is None:
        known = ", ".join(sorted(workspace.plans)) or "none"
        raise PlangenError(error("PG603", f'there is no plan "{name.id}"', hint=f"the plans here: {known}"))
    from plangen.compose.plan import compose_plan

    return compose_plan(workspace, plan, final=final, approval=approval)
