"""Verify: whether everything in the archive is as it was put there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from plangen.archive import Archive, StoredVersion
from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.history.archived_edition import INPUTS, Kept, read_kept, unknown_edition
from plangen.pipeline.history.record import FILE, ArchiveRecord, read_record

__all__ = ["Verified", "editions_in", "readable", "verify"]

_RESTORE = "restore this edition from a backup, and hold it against the receipts in the minutes"


class Verified(Struct, frozen=True):
    """What a verification looked at, and what it found wrong.

    `sound` names versions without a finding ("plan-2011-12 1.0"), `matches` those that --expect is the digest of.
    """

    sound: tuple[str, ...]
    matches: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def verify(archive: Archive, name: EditionName | None = None, expect: str = "") -> Verified:
    """Hold the archive, or one edition of it, against its digests, its chain and a receipt's digest.

    `expect` may be any digest of a receipt: of the PDF, the content or the version (PG757 where none is like it).
    """
    if name is not None and str(name) not in archive.objects():
        raise unknown_edition(archive, name)
    stored = archive.verify(str(name) if name else None)
    looked_at = [one for each in ((name,) if name else editions_in(archive)) for one in _look_at(archive, each)]
    findings = [*stored.findings]
    findings += [found for one in looked_at for found in one.findings if not _told(found, stored.findings)]
    doubtful = {(one.edition, one.number) for one in looked_at if one.findings}
    labels = {(one.edition, one.number): one.label for one in looked_at}
    matches = tuple(one.label for one in looked_at if expect.strip().lower() in one.digests)
    if expect and not matches:
        hint = "check the digest in the receipt; if it is right, this is not the archive it was given for"
        findings.append(
            finding(codes.NO_SUCH_RECEIPT, "no version in the archive has this digest", Location("--expect"), hint)
        )
    sound = tuple(labels.get(key, f"{key[0]} v{key[1]}") for key in stored.good if key not in doubtful)
    return Verified(sound, matches, tuple(findings))


def readable(archive: Archive) -> tuple[dict[str, tuple[Kept, ...]], tuple[Diagnostic, ...]]:
    """Every edition with the versions whose records can be read, and why others cannot."""
    versions, findings = _read_all(archive, editions_in(archive))
    names = map(str, editions_in(archive))
    return {name: tuple(one for each, one in versions if str(each) == name) for name in names}, tuple(findings)


def editions_in(archive: Archive) -> tuple[EditionName, ...]:
    """The editions of an archive, in order; objects with other names are not ours and are left alone."""
    kinds = {kind.value: kind for kind in EditionKind}
    parted = (object_id.partition("-") for object_id in archive.objects())
    return tuple(EditionName.of(kinds[kind], edition_id) for kind, _, edition_id in parted if kind in kinds)


def _read_all(
    archive: Archive, names: Iterable[EditionName]
) -> tuple[list[tuple[EditionName, Kept]], list[Diagnostic]]:
    """The versions whose records can be read, and why others cannot."""
    read: list[tuple[EditionName, Kept]] = []
    faults: list[Diagnostic] = []
    for name in names:
        try:
            stored = archive.versions(str(name))
        except PlangenError as problem:
            faults += problem.diagnostics
            continue
        for one in stored:
            try:
                read.append((name, read_kept(archive, name, one)))
            except PlangenError as problem:
                faults += problem.diagnostics
    return read, faults


class _LookedAt(Struct, frozen=True):
    """A version as its record has it: what it is called, the digests of its receipt, and what does not agree."""

    edition: str
    number: int
    label: str
    digests: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def _look_at(archive: Archive, name: EditionName) -> Iterator[_LookedAt]:
    try:
        versions = archive.versions(str(name))
    except PlangenError as problem:
        yield _LookedAt(str(name), 0, str(name), (), problem.diagnostics)
        return
    before: StoredVersion | None = None
    for stored in versions:
        yield _held_against_its_record(archive, name, stored, before)
        before = stored


def _held_against_its_record(
    archive: Archive, name: EditionName, stored: StoredVersion, before: StoredVersion | None
) -> _LookedAt:
    here = Location(f"{name}/v{stored.number}/{FILE}")
    try:
        files = archive.contents(str(name), stored.number)
        record = read_record(files.get(FILE, b""), here.file)
    except PlangenError as problem:
        label = f"{name} v{stored.number}"
        return _LookedAt(str(name), stored.number, label, (stored.digest,), problem.diagnostics)
    faults = (*_digest_faults(record, files), *_chain_faults(record, before))
    return _LookedAt(
        str(name),
        stored.number,
        f"{name} {record.version}",
        (stored.digest, record.pdf_sha256, record.content_digest),
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


def _chain_faults(record: ArchiveRecord, before: StoredVersion | None) -> Iterator[str]:
    known = record.previous.inventory if record.previous else None
    if known != (before.digest if before else None):
        yield "the chain is broken: the version before is not the one it was added to"


def _told(finding: Diagnostic, before: Iterable[Diagnostic]) -> bool:
    """Whether storage has said already what is wrong at that place."""
    return any(finding.location == other.location for other in before)
