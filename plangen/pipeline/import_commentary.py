"""Import commentary from Word: file -> document -> sections -> what is open -> files of the pack, all or none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, ExitCode, Location, PlangenError, Severity, codes, finding
from plangen.edits import Transaction
from plangen.intake.commentary.content import LostPart
from plangen.intake.commentary.files import commentary_file, commentary_path, existing_commentaries
from plangen.intake.commentary.opening import FORM_TAG, open_commentary
from plangen.intake.commentary.references import PackReferences, pack_references
from plangen.intake.commentary.runs import Tracked
from plangen.intake.commentary.understanding import CommentaryState, ExistingCommentary, ReadCommentary, understand
from plangen.intake.kept_lists import CHANGES, RECEIVED, ChangeRow, ReceivedRow, with_changes, with_received
from plangen.model.pack import SignOff

__all__ = ["ChangedWords", "CommentaryOptions", "ImportOutcome", "ImportedCommentary", "import_commentary"]


class ImportOutcome(Enum):
    """What came of an import."""

    READY = "ready"
    OPEN = "open"
    REFUSED = "refused"


class ChangedWords(Enum):
    """What becomes of a commentary that exists with other words."""

    KEEP = "keep"
    TAKE = "take"


class CommentaryOptions(Struct, frozen=True, kw_only=True):
    """What the command was told. `today` is the day that the list of received files notes."""

    pack: str
    today: date
    tracked: Tracked | None = None
    changed: ChangedWords | None = None
    signed: SignOff | None = None
    check_only: bool = False


class ImportedCommentary(Struct, frozen=True):
    """What a document held, what is open, and which files were written."""

    file: str
    sha256: str
    outcome: ImportOutcome
    pack: str
    commentary: tuple[ReadCommentary, ...] = ()
    dropped: tuple[tuple[str, LostPart], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    written: tuple[str, ...] = ()


def import_commentary(root: Path, path: Path, options: CommentaryOptions) -> ImportedCommentary:
    """Read the document at `path` into the pack; nothing is written where anything is open.

    Raises PlangenError where the workspace or the file cannot be read at all; a document that is refused is an
    outcome, with its reason among the findings.
    """
    data = _bytes(path)
    references, existing = read_pack_references(root, options.pack)
    made = ImportedCommentary(path.name, hashlib.sha256(data).hexdigest(), ImportOutcome.REFUSED, options.pack)
    try:
        document = open_commentary(data, path.name, options.tracked)
    except PlangenError as refused:
        return replace(made, findings=refused.diagnostics)
    if FORM_TAG in document.controls:
        return replace(made, findings=(_form(path),))
    if document.changes and options.tracked is None:
        return replace(made, outcome=ImportOutcome.OPEN, findings=(_undecided(document.changes, path.name),))
    read = understand(document, path.name, references, existing, signed=options.signed)
    findings = (*read.findings, *_changed(read.commentary, path.name, options.changed))
    is_open = any(found.severity is Severity.ERROR for found in findings)
    made = replace(
        made,
        outcome=ImportOutcome.OPEN if is_open else ImportOutcome.READY,
        commentary=read.commentary,
        dropped=read.lost,
        findings=findings,
    )
    if is_open or options.check_only:
        return made
    return replace(made, written=_write(root, made, len(data), options, references, existing))


def read_pack_references(root: Path, pack: str) -> tuple[PackReferences, dict[str, ExistingCommentary]]:
    """What headings can be about in the pack of that id, and its commentaries.

    Only what is asked for has to be sound: a fault in a table of data keeps nobody from importing commentary.
    Raises PlangenError: PG130 no such pack, and what is wrong with its pack.yaml.
    """
    from plangen.sources.packs import FOLDER, read_pack
    from plangen.sources.reading import Reading
    from plangen.sources.shared_records import read_shared

    reading = Reading(root)
    known = reading.names(FOLDER)
    if pack not in known:
        hint = f"the packs are {', '.join(known)}" if known else f"add a folder to {FOLDER}"
        raise PlangenError(finding(codes.NO_EDITION, f'there is no pack "{pack}"', None, hint))
    shared = read_shared(reading)
    found = read_pack(reading, pack)
    if found.record is None:
        raise PlangenError(one for one in reading.found if one.severity is Severity.ERROR)
    files = {here.file: reading.data(here.file) or b"" for here in found.commentaries.values()}
    return pack_references(found.record, shared.indicators), existing_commentaries(files, found)


def _bytes(path: Path) -> bytes:
    here = Location(str(path))
    try:
        if not path.exists():
            hint = "check the name and the folder"
            raise PlangenError(finding(codes.NO_FILE, f"the file {path.name} does not exist", here, hint))
        if not path.is_file():
            raise PlangenError(finding(codes.UNREADABLE_FILE, "this is not a file", here, "name a Word document"))
        return path.read_bytes()
    except OSError as fault:
        problem = finding(codes.UNREADABLE_FILE, f"the file cannot be read: {fault.strerror or fault}", here)
        raise PlangenError(problem, ExitCode.ENVIRONMENT) from fault


def _form(path: Path) -> Diagnostic:
    hint = f"read it with: plangen returns read {path.name}"
    return finding(codes.NOT_FOR_IMPORT, "this is a form that was issued to an agency", Location(path.name), hint)


def _undecided(changes: int, name: str) -> Diagnostic:
    counted = "1 tracked change" if changes == 1 else f"{changes} tracked changes"
    hint = (
        "accept or reject them in Word, or run the command again with --tracked accept or --tracked reject "
        "for all of them"
    )
    return finding(codes.CHANGES_UNDECIDED, f"the document holds {counted}", Location(name), hint)


def _changed(read: Sequence[ReadCommentary], name: str, decided: ChangedWords | None) -> list[Diagnostic]:
    if decided is ChangedWords.TAKE:
        return []
    found = []
    for one in read:
        if one.state is CommentaryState.CHANGED:
            message = (
                f"the pack has a commentary on {one.ref} with other words, or signed off otherwise; ours is kept"
            )
            hint = "run the command again with --changed take for the document's words, or --changed keep for ours"
            told = finding(codes.COMMENTARY_CHANGED, message, Location(name, field=one.ref), hint)
            found.append(told.milder() if decided is ChangedWords.KEEP else told)
    return found


def _write(
    root: Path,
    made: ImportedCommentary,
    size: int,
    options: CommentaryOptions,
    references: PackReferences,
    existing: Mapping[str, ExistingCommentary],
) -> tuple[str, ...]:
    writing = Transaction(root)
    taken = _taken(made.commentary, options.changed)
    changes = []
    for one in taken:
        path = commentary_path(made.pack, one.ref)
        data, before = commentary_file(one.markdown, one.signed_off), writing.data(path)
        if one.ref in existing and before is not None:
            changes.append(_change(made, one.ref, before, data, options.today, references))
        writing.put(path, data)
    if not taken:
        return ()
    if changes:
        writing.put(CHANGES, with_changes(writing.data(CHANGES), tuple(changes)))
    row = ReceivedRow(made.sha256, made.file, size, "", options.today)
    writing.put(RECEIVED, with_received(writing.data(RECEIVED), row))
    return writing.finish()


def _taken(read: Sequence[ReadCommentary], changed: ChangedWords | None) -> list[ReadCommentary]:
    states = {CommentaryState.NEW} | ({CommentaryState.CHANGED} if changed is ChangedWords.TAKE else set())
    return [one for one in read if one.state in states]


def _change(
    made: ImportedCommentary, ref: str, before: bytes, after: bytes, today: date, references: PackReferences
) -> ChangeRow:
    """A line of changes.csv for words in the place of others: both by SHA-256, the reference as category."""
    return ChangeRow(
        date=today,
        indicator=references.indicators.get(ref, ""),
        category=ref,
        old=hashlib.sha256(before).hexdigest(),
        new=hashlib.sha256(after).hexdigest(),
        kind="commentary",
        origin=f"{made.sha256[:12]} {made.file}",
    )
