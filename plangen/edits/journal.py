"""What is about to be written into a workspace, kept beside it until every file is in its place.

    content/.pending/0000, 0001, …    the new files, flushed to the disk
    content/.pending/journal.json     where each belongs: there from the moment at which all of them count

Reading passes over names that begin with a dot, so none of it is content.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from plangen.archive.disk import replace_file, sync_folder
from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding

__all__ = ["PENDING", "commit", "drop_or_finish", "stage"]

PENDING = "content/.pending"
_JOURNAL = "journal.json"
_DRAFT = "journal.part"
_NUMBERED = re.compile(r"[0-9]{4,6}")


class _Staged(Struct, frozen=True):
    """A new file: its name among the pending ones, and where it belongs, as a path below the workspace."""

    pending: str
    place: str


def stage(root: Path, files: Mapping[str, tuple[Path, bytes]]) -> None:
    """Write `files` (name to place and content) to the pending ones, with the draft of a journal, and flush them.

    A file that is there already hands its permissions on. Raises OSError; nothing counts yet.
    """
    base, pending = root.resolve(), root / PENDING
    for place, _ in files.values():
        _check_writable(place)
    pending.mkdir()
    staged = []
    for number, (place, data) in enumerate(files.values()):
        name = f"{number:04d}"
        _write(pending / name, data)
        with suppress(FileNotFoundError):
            (pending / name).chmod(stat.S_IMODE(place.stat().st_mode))
        staged.append(_Staged(name, place.relative_to(base).as_posix()))
    _write(pending / _DRAFT, msgspec.json.encode(staged))
    sync_folder(pending)
    sync_folder(pending.parent)


def commit(root: Path) -> None:
    """Put the journal in place: from here on, all that is pending counts as written."""
    pending = root / PENDING
    (pending / _DRAFT).rename(pending / _JOURNAL)
    sync_folder(pending)


def drop_or_finish(root: Path) -> None:
    """Put every file of the journal where it belongs; without a journal, remove what is pending.

    Can be stopped and begun again at every step. Raises OSError where the disk refuses; the journal stays then.
    """
    pending = root / PENDING
    if not pending.exists():
        return
    journal = pending / _JOURNAL
    if journal.exists():
        places = _places(root, pending)
        folders = {folder for _, place in places for folder in _made(place.parent)}
        for source, place in places:
            with suppress(FileNotFoundError):  # in its place already
                replace_file(source, place)
        for folder in {place.parent for _, place in places} | {folder.parent for folder in folders}:
            sync_folder(folder)
        journal.unlink()
        sync_folder(pending)
    shutil.rmtree(pending)
    sync_folder(pending.parent)


def _places(root: Path, pending: Path) -> list[tuple[Path, Path]]:
    """Where each pending file is, and where it belongs. A journal of somebody else is refused (PG914)."""
    base = root.resolve()
    try:
        staged = msgspec.json.decode((pending / _JOURNAL).read_bytes(), type=list[_Staged])
    except msgspec.MsgspecError:
        raise _foreign() from None
    found = []
    for one in staged:
        place = (base / PurePosixPath(one.place)).resolve()
        if pending.is_symlink() or not _NUMBERED.fullmatch(one.pending) or not place.is_relative_to(base):
            raise _foreign()
        found.append((pending / one.pending, place))
    return found


def _foreign() -> PlangenError:
    hint = f"move what you need out of {PENDING}, and delete that folder"
    message = "what a command left unfinished cannot be read"
    return PlangenError(
        finding(codes.UNFINISHED_WRITING, message, Location(f"{PENDING}/{_JOURNAL}"), hint), ExitCode.ENVIRONMENT
    )


def _check_writable(place: Path) -> None:
    """Raise before anything counts where the rename at the end would be refused."""
    folder = place.parent
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _made(folder: Path) -> list[Path]:
    """Make the folder and those above it; the ones that were not there."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir()
    return missing


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
