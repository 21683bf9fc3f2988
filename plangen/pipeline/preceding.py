"""The edition before another: the one that it was begun from, or the nearest earlier one of its kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plangen.diagnostics import PlangenError
from plangen.model.edition_id import period_of
from plangen.model.workspace import Pack, Plan

__all__ = ["edition_before"]


def edition_before(root: Path, edition: Plan | Pack, ids: Iterable[str]) -> Plan | Pack | None:
    """The edition before `edition`, whose kind has the folders `ids`; None where there is none or it is faulty.

    A folder whose name says no period is only found where `from` names it.
    """
    from plangen.sources.workspace import read_workspace

    known = tuple(ids)
    id = edition.record.follows or _nearest(edition, known)
    if id not in known or id == edition.id:
        return None
    try:
        workspace = read_workspace(root, (id,))
    except PlangenError:  # told when that edition is checked
        return None
    return workspace.plans.get(id) if isinstance(edition, Plan) else workspace.packs.get(id)


def _nearest(edition: Plan | Pack, ids: Iterable[str]) -> str:
    named = {period: id for id in ids if (period := period_of(id)) is not None}
    earlier = [period for period in named if period.end < edition.record.period.start]
    return named[max(earlier)] if earlier else ""
