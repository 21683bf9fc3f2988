"""Files and folders that survive a crash: written, flushed to the disk, read back, put in place by one rename."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import sleep

from plangen.limits.files import open_regular, read_regular

__all__ = [
    "LARGEST_FILE",
    "LARGEST_INVENTORY",
    "digest_file",
    "entries",
    "put_in_place",
    "read_file",
    "replace_file",
    "sync_folder",
    "write_tree",
]

_REFUSALS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOSYS}
"""How network shares and Windows refuse to flush a folder; a failing disk says EIO or ENOSPC."""

_PAUSES = (0.02, 0.1, 0.4)
"""Seconds to wait where another program (a reader, a virus scanner) holds a file open on a share."""

_BUSY = {errno.EACCES, errno.EPERM, errno.EBUSY}

LARGEST_FILE = 1_000_000_000
"""Bytes of a file that an archive holds; a workspace has no more than 400 million in all."""

LARGEST_INVENTORY = 50_000_000
"""Bytes of an inventory: a hundred versions of a thousand files each."""


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (path below `folder` to content), flush them and their folders, and read them back.

    `folder` must not exist. Raises OSError where the disk refuses, or gives back something else (EIO).
    """
    folders = {folder, *(parent for path in files for parent in _parents(folder, path))}
    for one in sorted(folders):
        one.mkdir()
    for path, data in files.items():
        _write(folder / path, data)
    for one in sorted(folders, reverse=True):
        sync_folder(one)
    sync_folder(folder.parent)
    for path, data in files.items():
        if read_file(folder, path) != data:
            raise OSError(errno.EIO, "the disk gave back something else than was written", str(folder / path))


def _parents(folder: Path, path: str) -> list[Path]:
    return [folder / parent for parent in Path(path).parents if parent.name]


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):  # so that reading back asks the disk, where the system obliges
            with suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_file(folder: Path, name: str, cap: int = LARGEST_FILE) -> bytes:
    """The content of the plain file `name` below `folder`; OSError for anything else, as a link on the way."""
    return read_regular(folder, name, cap)


def digest_file(folder: Path, name: str) -> str:
    """The SHA-512 of such a file, which may be larger than the memory."""
    with open_regular(folder, name, LARGEST_FILE) as file:
        return hashlib.file_digest(file, "sha512").hexdigest()


def entries(folder: Path) -> dict[str, os.DirEntry[str]]:
    """What `folder` holds, by name; OSError where it cannot be listed."""
    with os.scandir(folder) as found:
        return {entry.name: entry for entry in sorted(found, key=lambda entry: entry.name)}


def sync_folder(folder: Path) -> None:
    """Flush the names in `folder` to the disk; where the file system refuses to do that for folders, go on."""
    try:
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except OSError as problem:
        if problem.errno in _REFUSALS:
            return
        raise
    try:
        os.fsync(handle)
    except OSError as problem:
        if problem.errno not in _REFUSALS:
            raise
    finally:
        os.close(handle)


def put_in_place(source: Path, target: Path) -> bool:
    """Rename folder `source` to `target`, at once and whole. False where `target` was there first."""
    for pause in (*_PAUSES, None):
        try:
            source.rename(target)
        except OSError as problem:
            if _holds_something(target):
                return False
            if pause is None or problem.errno not in _BUSY:
                raise
            sleep(pause)
        else:
            return True
    raise AssertionError


def _holds_something(folder: Path) -> bool:
    try:
        return bool(entries(folder))
    except FileNotFoundError:
        return False


def replace_file(source: Path, target: Path) -> None:
    """Rename file `source` over `target`, waiting a moment for programs that hold `target` open."""
    for pause in (*_PAUSES, None):
        try:
            source.replace(target)
        except OSError as problem:
            if pause is None or problem.errno not in _BUSY:
                raise
            sleep(pause)
        else:
            return
