"""Add: an approved edition goes into the archive.

request -> inputs -> checked -> held against the versions before -> made from the inputs alone -> stored
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from msgspec import Struct

from plangen.archive import ConflictError, StoredVersion
from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.model.edition import Approval, Correction, EditionName
from plangen.pipeline.archive.inputs import Inputs, gather, laid_out
from plangen.pipeline.archive.made_with import font_digests, installed_versions
from plangen.pipeline.archive.refusals import refusals
from plangen.pipeline.archive.request import AddRequest, approval_of
from plangen.pipeline.build import BuildOptions, Built, build
from plangen.pipeline.history.archived_edition import INPUTS, Kept, history
from plangen.pipeline.history.editions import newest_version, readable
from plangen.pipeline.history.place import ArchivePlace
from plangen.pipeline.history.record import FILE, ArchiveRecord, ChainLink, record_bytes

__all__ = ["Added", "add"]

_ATTEMPTS = 5


class Added(Struct, frozen=True):
    """An edition that is now in the archive, with what its making had to remark."""

    version: Kept
    findings: tuple[Diagnostic, ...]


def add(root: Path, place: ArchivePlace, request: AddRequest, today: date | None = None) -> Added:
    """Build the edition anew and store it as its next version; raises with every reason not to.

    `today` is only compared with an embargo. Where another writer was quicker, everything is done again upon that
    writer's version.
    """
    approval = approval_of(request)
    inputs = gather(root, request.name)
    _refuse_open_errors(root, request.name)
    for attempt in range(_ATTEMPTS):
        try:
            return _add(place, request, approval, inputs, today)
        except ConflictError:
            if attempt + 1 == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def _add(
    place: ArchivePlace, request: AddRequest, approval: Approval, inputs: Inputs, today: date | None
) -> Added:
    there = place.open_if_any()
    before = history(there, request.name) if there else ()
    if found := tuple(refusals(request, approval, before, inputs.digest)):
        raise PlangenError(found)
    corrections = _corrections(request, approval, before)
    anchor = newest_version(readable(there)[0]) if there else None
    options = BuildOptions(True, approval=approval, corrections=corrections, anchor=anchor, today=today)
    with laid_out(inputs.files) as folder:
        built = build(folder, request.name, options)
    files = _files(inputs, built)
    record = _record(request, options, built, files, before[-1] if before else None)
    stored = _store(place, record, files, before)
    return Added(Kept(stored.number, record, stored.digest), built.findings)


def _refuse_open_errors(root: Path, name: EditionName) -> None:
    """Raise with every error that checks find and nobody has accepted."""
    from plangen.pipeline.check import check

    if errors := [found for found in check(root, (name,)) if found.severity is Severity.ERROR]:
        raise PlangenError(errors)


def _corrections(request: AddRequest, approval: Approval, before: tuple[Kept, ...]) -> tuple[Correction, ...]:
    """What the corrections page lists: what it listed before, and this one."""
    if not before:
        return ()
    last = before[-1].record
    reason = request.correction.strip()
    return (*last.corrections, Correction(approval.version, last.version, approval.by, approval.on, reason))


def _files(inputs: Inputs, built: Built) -> dict[str, bytes]:
    from plangen.measures.results import to_csv

    return {
        f"{built.name}.pdf": built.data,
        "results.csv": to_csv(built.results).encode("utf-8"),
        **{INPUTS + name: data for name, data in inputs.files.items()},
        **inputs.received,
    }


def _record(
    request: AddRequest, options: BuildOptions, built: Built, files: Mapping[str, bytes], last: Kept | None
) -> ArchiveRecord:
    approval = approval_of(request)
    return ArchiveRecord(
        edition=str(request.name),
        version=approval.version,
        approved_by=approval.by,
        approved_on=approval.on,
        date=approval.on,
        note=request.note.strip(),
        correction=request.correction.strip(),
        corrections=options.corrections,
        content_digest=built.digest,
        pdf=f"{built.name}.pdf",
        pdf_sha256=hashlib.sha256(built.data).hexdigest(),
        made_with=installed_versions(),
        fonts=font_digests(),
        files={name: hashlib.sha512(data).hexdigest() for name, data in sorted(files.items())},
        previous=ChainLink(number=last.number, inventory=last.digest) if last else None,
        anchor=options.anchor,
    )


def _store(
    place: ArchivePlace, record: ArchiveRecord, files: Mapping[str, bytes], before: tuple[Kept, ...]
) -> StoredVersion:
    return place.make().add(
        record.edition,
        {**files, FILE: record_bytes(record)},
        message=f"Version {record.version}" + (f": {record.correction}" if record.correction else ""),
        user=record.approved_by,
        created=datetime.combine(record.approved_on, time(), UTC),
        after=before[-1].number if before else None,
    )
