"""Verify: whether everything in the archive is as it was put there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic, Location, PlangenError, error
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.archive.kept import INPUTS, Kept, files_of, read_kept, unknown_edition
from plangen.pipeline.archive.record import FILE

__all__ = ["Verified", "editions_in", "readable", "verify"]

_RESTORE = "restore this edition from a backup, and hold it against the receipts in the minutes"


@dataclass(frozen=True, slots=True)
class Verified:
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
    versions, unread = _read_all(archive, (name,) if name else editions_in(archive))
    findings = [*stored.findings, *(found for found in unread if not _told(found, stored.findings))]
    doubtful = set()
    for each, one in versions:
        problems = tuple(_record_problems(archive, each, one, versions))
        doubtful |= {(str(each), one.number)} if problems else set()
        findings += problems
    matches = [_label(str(each), one) for each, one in versions if _is_digest_of(expect.strip().lower(), one)]
    if expect and not matches:
        hint = "check the digest in the receipt; if it is right, this is not the archive it was given for"
        findings.append(error("PG757", "no version in the archive has this digest", Location("--expect"), hint))
    known = {(str(each), one.number): _label(str(each), one) for each, one in versions}
    sound = [known.get(key, f"{key[0]} v{key[1]}") for key in stored.good if key not in doubtful]
    return Verified(tuple(sound), tuple(matches), tuple(findings))


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


def _told(finding: Diagnostic, before: Iterable[Diagnostic]) -> bool:
    """Whether storage has said already what is wrong at that place."""
    return any(finding.location == other.location for other in before)


def _label(name: str, version: Kept) -> str:
    return f"{name} {version.record.version}"


def _is_digest_of(digest: str, version: Kept) -> bool:
    return digest in (version.digest, version.record.pdf_sha256, version.record.content_digest)


def _record_problems(
    archive: Archive, name: EditionName, version: Kept, versions: Iterable[tuple[EditionName, Kept]]
) -> Iterator[Diagnostic]:
    """Where a record and what it tells of do not agree: its files, or its link to the version before (PG758)."""
    here = Location(f"{name}/v{version.number}/{FILE}")
    listed = {path: digest for path, digest in archive.files(str(name), version.number).items() if path != FILE}
    for path in sorted({*listed, *version.record.files}):
        if listed.get(path) != version.record.files.get(path):
            yield error("PG758", f"the record does not agree with the archive about {path}", here, _RESTORE)
    yield from _digest_problems(archive, name, version, here)
    link = version.record.previous
    before = next((one for each, one in versions if each == name and one.number == version.number - 1), None)
    if before and (link is None or link.inventory != before.digest):
        message = "the chain is broken: the version before is not the one it was added to"
        yield error("PG758", message, here, _RESTORE)


def _digest_problems(archive: Archive, name: EditionName, version: Kept, here: Location) -> Iterator[Diagnostic]:
    """Where the digests of a receipt are not those of the PDF and the inputs that are in the archive."""
    from plangen.compose.digest import digest_over

    try:
        files = files_of(archive, name, version)
    except PlangenError:  # storage has said which file is damaged
        return
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    if digests.get(version.record.pdf) != version.record.pdf_sha256:
        yield error("PG758", "the record has another digest than the PDF", here, _RESTORE)
    inputs = {path.removeprefix(INPUTS): digest for path, digest in digests.items() if path.startswith(INPUTS)}
    if digest_over(inputs) != version.record.content_digest:
        yield error("PG758", "the record has another content digest than the inputs", here, _RESTORE)
