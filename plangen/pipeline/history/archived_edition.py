"""Versions of an edition as the archive keeps them, with their records."""

from __future__ import annotations

from msgspec import Struct

from plangen.archive import Archive, StoredVersion
from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.edition import EditionName
from plangen.pipeline.history.record import FILE, ArchiveRecord, read_record, version_order

__all__ = ["INPUTS", "Kept", "files_of", "history", "inputs_of", "kept", "read_kept", "unknown_edition"]

INPUTS = "inputs/"
"""The folder of a version that holds what it was made from."""


class Kept(Struct, frozen=True):
    """An archived version: its number in the archive (1, 2, ...), its record, the SHA-512 of its inventory."""

    number: int
    record: ArchiveRecord
    digest: str


def history(archive: Archive, name: EditionName) -> tuple[Kept, ...]:
    """Every version of `name`, oldest first; none where the archive does not have the edition."""
    if str(name) not in archive.objects():
        return ()
    return tuple(read_kept(archive, name, stored) for stored in archive.versions(str(name)))


def read_kept(archive: Archive, name: EditionName, stored: StoredVersion) -> Kept:
    """A stored version with its record; raises PG753, or PG7xx where the record was damaged."""
    place = f"{name}/v{stored.number}/{FILE}"
    return Kept(stored.number, read_record(archive.read(str(name), stored.number, FILE), place), stored.digest)


def kept(archive: Archive, name: EditionName, version: str | None = None) -> Kept:
    """One version of `name`, the newest unless said otherwise; raises PG750 where there is none."""
    versions = history(archive, name)
    if not versions:
        raise unknown_edition(archive, name)
    if version is None:
        return versions[-1]
    for one in versions:
        if one.record.version == version or _same(one.record.version, version):
            return one
    known = ", ".join(one.record.version for one in versions)
    message = f'the archive has no version "{version[:60]}" of {name}'
    raise PlangenError(
        finding(codes.NOT_ARCHIVED, message, Location("VERSION"), f"the versions of {name}: {known}")
    )


def unknown_edition(archive: Archive, name: EditionName) -> PlangenError:
    """What is said of an edition that the archive does not have (PG750)."""
    known = ", ".join(archive.objects()) or "none"
    return PlangenError(
        finding(codes.NOT_ARCHIVED, f"the archive has no {name}", Location("ID"), f"those it has: {known}")
    )


def files_of(archive: Archive, name: EditionName, version: Kept) -> dict[str, bytes]:
    """Every file of a version by its path, each checked against its digest while it is read."""
    return dict(archive.contents(str(name), version.number))


def inputs_of(archive: Archive, name: EditionName, version: Kept) -> dict[str, bytes]:
    """What a version was made from, by the names the files had in the workspace."""
    files = archive.contents(str(name), version.number)
    return {path.removeprefix(INPUTS): data for path, data in files.items() if path.startswith(INPUTS)}


def _same(one: str, other: str) -> bool:
    try:
        return version_order(one) == version_order(other)
    except ValueError:
        return False
