"""Each version held against its own record, and the records against one another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from plangen.archive import Archive, StoredVersion
from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.model.edition import EditionName
from plangen.pipeline.history.archived_edition import INPUTS
from plangen.pipeline.history.record import FILE, ArchiveRecord, read_record, version_order

__all__ = ["RecordedVersion", "anchor_findings", "look_at"]

_RESTORE = "restore this edition from a backup, and hold it against the receipts in the minutes"


class RecordedVersion(Struct, frozen=True):
    """A version as its record has it, and what does not agree.

    `label` is what it is called, `digest` its inventory's SHA-512. `record` is None where it cannot be read, and
    `number` 0 where the edition cannot even be listed.
    """

    edition: str
    number: int
    label: str
    digest: str
    record: ArchiveRecord | None
    findings: tuple[Diagnostic, ...]

    @property
    def place(self) -> Location:
        """Its record."""
        return Location(f"{self.edition}/v{self.number}/{FILE}")


def look_at(archive: Archive, name: EditionName) -> Iterator[RecordedVersion]:
    """Every version of an edition, oldest first, held against its record and the version before it."""
    try:
        versions = archive.versions(str(name))
    except PlangenError as problem:
        yield RecordedVersion(str(name), 0, str(name), "", None, problem.diagnostics)
        return
    before: RecordedVersion | None = None
    for stored in versions:
        before = _held_against_its_record(archive, name, stored, before)
        yield before


def _held_against_its_record(
    archive: Archive, name: EditionName, stored: StoredVersion, before: RecordedVersion | None
) -> RecordedVersion:
    here = Location(f"{name}/v{stored.number}/{FILE}")
    try:
        files = archive.contents(str(name), stored.number)
        record = read_record(files.get(FILE, b""), here.file)
    except PlangenError as problem:
        label = f"{name} v{stored.number}"
        return RecordedVersion(str(name), stored.number, label, stored.digest, None, problem.diagnostics)
    faults = (
        *_digest_faults(record, files),
        *_chain_faults(record, before),
        *_name_faults(record, name, before),
    )
    return RecordedVersion(
        str(name),
        stored.number,
        f"{name} {record.version}",
        stored.digest,
        record,
        tuple(finding(codes.RECORD_DISAGREES, fault, here, _RESTORE) for fault in faults),
    )


def _digest_faults(record: ArchiveRecord, files: Mapping[str, bytes]) -> Iterator[str]:
    """Where the record tells of other bytes than there are: in a file, the PDF or the content."""
    from plangen.compose.digest import digest_over

    there = {path: hashlib.sha512(data).hexdigest() for path, data in files.items() if path != FILE}
    for path in sorted({*there, *record.files}):
        if there.get(path) != record.files.get(path):
            yield f"the record does not agree with the archive about {path}"
    if hashlib.sha256(files.get(record.pdf, b"")).hexdigest() != record.pdf_sha256:
        yield "the record has another digest than the PDF"
    inputs = {path.removeprefix(INPUTS): data for path, data in files.items() if path.startswith(INPUTS)}
    if (
        digest_over({path: hashlib.sha256(data).hexdigest() for path, data in inputs.items()})
        != record.content_digest
    ):
        yield "the record has another content digest than the inputs"


def _chain_faults(record: ArchiveRecord, before: RecordedVersion | None) -> Iterator[str]:
    known = record.previous.inventory if record.previous else None
    if known != (before.digest if before else None):
        yield "the chain is broken: the version before is not the one it was added to"


def _name_faults(record: ArchiveRecord, name: EditionName, before: RecordedVersion | None) -> Iterator[str]:
    """A record of another edition, and a version that `add` would not have let in after the one before it."""
    if record.edition != str(name):
        yield f"the record is that of another edition, {record.edition}"
    if record.pdf != f"{name}.pdf":
        yield f"the record names another PDF, {record.pdf}"
    last = before.record if before else None
    if last and version_order(record.version) <= version_order(last.version):
        yield f"version {record.version} does not come after version {last.version}, the one before it"
    if last and record.approved_on < last.approved_on:
        yield f"version {record.version} was approved before version {last.version}, the one before it"


def anchor_findings(archive: Archive, looked_at: Iterable[RecordedVersion]) -> Iterator[Diagnostic]:
    """PG763 for each version that was archived after one which is not there, as it was, any more."""
    records = [(one, one.record) for one in looked_at if one.record]
    anchored = [(one, record.anchor) for one, record in records if record.anchor and not _told_by_chain(record)]
    digests = {name: _digests(archive, name) for name in {anchor.edition for _, anchor in anchored}}
    for one, anchor in anchored:
        there = digests[anchor.edition]
        if there is not None and anchor.inventory not in there:
            message = f"{one.label} was archived after version {anchor.version} of {anchor.edition}, which is gone"
            hint = "it was taken away or exchanged: restore that edition from a backup"
            yield finding(codes.ANCHOR_GONE, message, one.place, hint)


def _told_by_chain(record: ArchiveRecord) -> bool:
    """Whether the version archived before is that of the same edition, whose digest the chain holds too."""
    previous, anchor = record.previous, record.anchor
    return bool(previous and anchor and previous.inventory == anchor.inventory)


def _digests(archive: Archive, edition: str) -> set[str] | None:
    """The digests of an edition's versions; None where they cannot be told, which is a finding of its own."""
    try:
        return {stored.digest for stored in archive.versions(edition)} if edition in archive.objects() else set()
    except PlangenError:
        return None
