"""The editions of an archive, with the versions whose records can be read."""

from __future__ import annotations

from collections.abc import Mapping

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic, PlangenError
from plangen.model.edition import ArchiveAnchor, EditionKind, EditionName
from plangen.pipeline.history.archived_edition import Kept, read_kept

__all__ = ["editions_in", "newest_version", "readable"]


def editions_in(archive: Archive) -> tuple[EditionName, ...]:
    """The editions of an archive, in order; objects with other names are not ours and are left alone."""
    kinds = {kind.value: kind for kind in EditionKind}
    parted = (object_id.partition("-") for object_id in archive.objects())
    return tuple(EditionName.of(kinds[kind], edition_id) for kind, _, edition_id in parted if kind in kinds)


def readable(archive: Archive) -> tuple[dict[str, tuple[Kept, ...]], tuple[Diagnostic, ...]]:
    """Every edition with the versions whose records can be read, oldest first, and why others cannot."""
    versions: dict[str, tuple[Kept, ...]] = {}
    faults: list[Diagnostic] = []
    for name in editions_in(archive):
        versions[str(name)], found = _readable(archive, name)
        faults += found
    return versions, tuple(faults)


def _readable(archive: Archive, name: EditionName) -> tuple[tuple[Kept, ...], list[Diagnostic]]:
    try:
        stored = archive.versions(str(name))
    except PlangenError as problem:
        return (), list(problem.diagnostics)
    read: list[Kept] = []
    faults: list[Diagnostic] = []
    for one in stored:
        try:
            read.append(read_kept(archive, name, one))
        except PlangenError as problem:
            faults += problem.diagnostics
    return tuple(read), faults


def newest_version(versions: Mapping[str, tuple[Kept, ...]]) -> ArchiveAnchor | None:
    """The version that was archived last, of whatever edition; None for an archive that holds nothing.

    It is the newest of its edition, and no other version names it as the one before. Where that is true of several
    (they were added at the same moment, or before versions had anchors), it is the one approved last.
    """
    named = {one.record.anchor.inventory for kept in versions.values() for one in kept if one.record.anchor}
    newest = [(kept[-1].digest in named, kept[-1]) for kept in versions.values() if kept]
    if not newest:
        return None
    last = max(newest, key=lambda each: (not each[0], each[1].record.approved_on, each[1].record.edition))[1]
    return ArchiveAnchor(last.record.edition, last.record.version, last.digest)
