"""Begin an edition from an earlier one: its files copied with their periods moved on, all of them or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.edition import EditionKind, EditionName
from plangen.model.edition_id import id_of, period_of
from plangen.model.period import Period
from plangen.pipeline.rollover.advance import Distance

__all__ = ["Begun", "begin_edition"]


class Begun(Struct, frozen=True):
    """What was written: names of files in order, none where the edition was begun before.

    `skipped` are periods between the two editions that have none, `left` what stayed as it was, in words.
    """

    name: EditionName
    written: tuple[str, ...]
    skipped: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def begin_edition(root: Path, name: EditionName, source_id: str, on: date | None = None) -> Begun:
    """Make the folder of `name` from that of `source_id`; `on` is the date of the document, if it is known.

    Raises `PlangenError`: PG135 for a period that does not follow, PG137 where the folder holds another edition,
    PG130 and all findings of reading where the source is not there or faulty.
    """
    old, new = _periods(name, source_id)
    folder = f"content/{name.kind.value}s/{name.id}"
    if (root / folder).exists():
        _check_begun_before(root, name, source_id, folder)
        return Begun(name, ())
    from plangen.edits import Transaction
    from plangen.pipeline.rollover.next_files import next_files

    files, left = next_files(root, name, source_id, Distance.between(old, new), on)
    changes = Transaction(root)
    for file, data in files.items():
        changes.put(f"{folder}/{file}", data)
    return Begun(name, changes.finish(), _between(old, new), left)


def _periods(name: EditionName, source_id: str) -> tuple[Period, Period]:
    old, new = period_of(source_id), period_of(name.id)
    form = "2012-13" if name.kind is EditionKind.PLAN else "2016-17-q3"
    if old is None or new is None or old.kind is not new.kind or new.start <= old.start:
        following = id_of(old.following()) if old else None
        message = f"{name.id} does not come after {source_id}"
        hint = f"the next one is {following}" if following else f"name a folder as {form}"
        raise PlangenError(finding(codes.NOT_THE_NEXT_EDITION, message, None, hint))
    return old, new


def _between(old: Period, new: Period) -> tuple[str, ...]:
    found = []
    period = old.following()
    while period.start < new.start:
        found.append(period.text)
        period = period.following()
    return tuple(found)


def _check_begun_before(root: Path, name: EditionName, source_id: str, folder: str) -> None:
    """Going on with an edition changes nothing; one that was begun otherwise is in the way (PG137)."""
    from plangen.sources.workspace import read_workspace

    workspace = read_workspace(root, (name.id,))
    edition = (workspace.plans if name.kind is EditionKind.PLAN else workspace.packs)[name.id]
    if edition.record.follows != source_id:
        message = f"there is a {name.kind_name} {name.id} already, and it was not begun from {source_id}"
        hint = f"go on with it: plangen todo {name.kind_name} {name.id}"
        raise PlangenError(finding(codes.EDITION_IN_THE_WAY, message, Location(folder), hint))
