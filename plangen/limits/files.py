"""Opening what others have written: plain files only, no larger than asked for, and never outside their folder.

A pipe would hang who opens it, a device may do anything, and a name may be exchanged for a link between a check
and the opening. So a file is looked at, opened once without following links, and looked at again by its handle;
all that is told of it later is told of that handle. Where the system has no such calls (Windows), the checks
come before.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Sequence
from pathlib import Path

__all__ = ["NotPlainError", "OutsideError", "TooLargeError", "open_regular", "read_regular"]

_CHUNK = 1 << 20
_BY_HANDLE = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_READ = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _READ |= getattr(os, _flag, 0)
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)


class NotPlainError(OSError):
    """A folder, link, pipe or device stands where a plain file belongs, or a link where a folder does."""


class OutsideError(OSError):
    """The name leads out of its folder, in a circle, or nowhere."""


class TooLargeError(OSError):
    """The file is larger than was asked for; `size` is its size in bytes, as far as it is known."""

    def __init__(self, path: str, size: int) -> None:
        super().__init__(errno.EFBIG, "the file is too large to be read", path)
        self.size = size


def open_regular(folder: Path, name: str, cap: int, links: bool = False) -> io.BufferedReader:
    """The plain file `name` below `folder`, open for reading; `name` has forward slashes.

    No symbolic link is followed below `folder`; with `links`, those are that stay in it. Raises `NotPlainError`,
    `OutsideError`, `TooLargeError` for more than `cap` bytes, and other kinds of OSError as the system does.
    """
    parts: Sequence[str] = name.split("/")
    if "\0" in name or any(part in ("", ".", "..") for part in parts):
        raise OutsideError(errno.EINVAL, "the name leads out of its folder", name)
    if links:
        folder, parts = _followed(folder, parts)
    handle = _opened_below(folder, parts) if _BY_HANDLE else _opened_at(folder, parts)
    try:
        _check(os.fstat(handle), name, cap)
        return io.BufferedReader(io.FileIO(handle))
    except BaseException:
        os.close(handle)
        raise


def read_regular(folder: Path, name: str, cap: int, links: bool = False) -> bytes:
    """The content of a plain file, as `open_regular` opens it; never more than `cap` bytes, however it grows."""
    parts, size = [], 0
    with open_regular(folder, name, cap, links) as file:
        while part := file.read(_CHUNK):
            size += len(part)
            if size > cap:
                raise TooLargeError(name, size)
            parts.append(part)
    return b"".join(parts)


def _followed(folder: Path, parts: Sequence[str]) -> tuple[Path, Sequence[str]]:
    """Folder and parts with all links followed; a link that is put in afterwards is not."""
    try:
        top = folder.resolve(strict=True)
        return top, folder.joinpath(*parts).resolve(strict=True).relative_to(top).parts
    except (ValueError, RuntimeError) as problem:
        raise OutsideError(
            errno.ELOOP, "the name leads out of its folder, or in a circle", "/".join(parts)
        ) from problem


def _opened_below(folder: Path, parts: Sequence[str]) -> int:
    """A handle, reached from folder to folder by handles, so that no part can be exchanged on the way."""
    here = os.open(folder, _FOLDER)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=here)
            os.close(here)
            here = inner
            if not stat.S_ISDIR(os.fstat(here).st_mode):
                raise NotPlainError(errno.ELOOP, "a link where a folder belongs", "/".join(parts))
        _check(os.stat(parts[-1], dir_fd=here, follow_symlinks=False), "/".join(parts))
        return os.open(parts[-1], _READ, dir_fd=here)
    except NotADirectoryError as problem:
        raise NotPlainError(errno.ENOTDIR, "a link or file where a folder belongs", "/".join(parts)) from problem
    finally:
        os.close(here)


def _opened_at(folder: Path, parts: Sequence[str]) -> int:
    """A handle where folders cannot be held open: links are looked for before."""
    path = folder
    for part in parts:
        path = path / part
        if path.is_symlink():
            raise NotPlainError(errno.ELOOP, "a link, not a file", str(path))
    _check(os.lstat(path), str(path))
    return os.open(path, _READ)


def _check(found: os.stat_result, name: str, cap: int | None = None) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotPlainError(errno.EINVAL, "this is not a plain file", name)
    if cap is not None and found.st_size > cap:
        raise TooLargeError(name, found.st_size)
