"""Compose: the model and the results, arranged as a format-neutral document.

`compose` is all that the pipeline calls; what it returns holds the document, the results in reading order, and
whatever was found on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from plangen.compose.composition import Composition
from plangen.compose.edition import Standing
from plangen.compose.trace import Trace
from plangen.diagnostics import PlangenError, codes, finding
from plangen.kept import NOTHING_KEPT, KeptResults
from plangen.language import Language, language_of
from plangen.model.edition import Approval, ArchiveAnchor, Correction, EditionKind, EditionName
from plangen.model.workspace import Workspace

__all__ = ["Composition", "Trace", "compose"]

T = TypeVar("T")


def compose(
    workspace: Workspace,
    name: EditionName,
    *,
    final: bool = False,
    approval: Approval | None = None,
    corrections: tuple[Correction, ...] = (),
    anchor: ArchiveAnchor | None = None,
    archived: bool = False,
    language: Language | None = None,
    trace: Trace | None = None,
    kept: KeptResults = NOTHING_KEPT,
) -> Composition:
    """Compose the edition `name`; raises PlangenError (PG130) where the workspace has no such edition.

    `corrections` are those that led to this version, oldest first; they get a page of their own. `anchor` is the
    archive's newest version before it; `archived` says that a version of the edition was archived. `language` is
    the partnership's unless another is given. A `trace` has the origins of the document's nodes afterwards; the
    document is the same with it and without. `kept` may have sections as they were composed before; with a
    trace all are composed anew.
    """
    words = language or language_of(workspace.records.partnership.language)
    standing = Standing(final, approval, corrections, anchor, archived)
    if name.kind is EditionKind.PLAN:
        from plangen.compose.plan import compose_plan

        return compose_plan(workspace, _edition(workspace.plans, name), standing, words, trace, kept)
    from plangen.compose.pack.document import compose_pack

    return compose_pack(workspace, _edition(workspace.packs, name), standing, words, trace, kept)


def _edition(editions: Mapping[str, T], name: EditionName) -> T:
    if name.id in editions:
        return editions[name.id]
    known = ", ".join(sorted(editions)) or "none"
    message = f'there is no {name.kind_name} "{name.id}"'
    raise PlangenError(finding(codes.NO_EDITION, message, hint=f"the {name.kind_name}s here: {known}"))
