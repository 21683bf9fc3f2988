"""Compose: the model and the results, arranged as a format-neutral document.

`compose` is all that the pipeline calls; what it returns holds the document, the results in reading order, and
whatever was found on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from plangen.diagnostics import Diagnostic, PlangenError, error
from plangen.document.blocks import Document
from plangen.measures.results import ResultRow
from plangen.model.edition import Approval, EditionKind, EditionName
from plangen.model.workspace import Workspace

__all__ = ["Composition", "compose"]

T = TypeVar("T")


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
    if name.kind is EditionKind.PLAN:
        from plangen.compose.plan import compose_plan

        return compose_plan(workspace, _edition(workspace.plans, name), final=final, approval=approval)
    from plangen.compose.pack import compose_pack

    return compose_pack(workspace, _edition(workspace.packs, name), final=final, approval=approval)


def _edition(editions: Mapping[str, T], name: EditionName) -> T:
    if name.id in editions:
        return editions[name.id]
    known = ", ".join(sorted(editions)) or "none"
    message = f'there is no {name.kind_name} "{name.id}"'
    raise PlangenError(error("PG603", message, hint=f"the {name.kind_name}s here: {known}"))
