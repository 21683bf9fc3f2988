"""Whether a version of an edition was archived, so that its figures cannot be still to come."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import PlangenError
from plangen.model.edition import EditionKind, EditionName
from plangen.model.workspace import Workspace

__all__ = ["was_archived"]


def was_archived(root: Path, workspace: Workspace, name: EditionName) -> bool:
    """Looked up only for an edition that was begun from another; one that cannot be read counts as none."""
    edition = (workspace.plans if name.kind is EditionKind.PLAN else workspace.packs).get(name.id)
    if edition is None or not edition.record.follows:
        return False
    from plangen.pipeline.history.archived_edition import history
    from plangen.pipeline.history.place import find_archive

    try:
        archive = find_archive(root, None).open_if_any()
        return bool(archive and history(archive, name))
    except PlangenError:
        return False
