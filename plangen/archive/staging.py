"""Where versions are prepared: a hidden folder beside the storage root, on the same file system.

Each writer has a folder of its own there, named by host, process and a random part. What a dead writer left
behind is first renamed, so that a writer that was only believed dead loses its way in instead of putting half a
version in place, and then removed. Ages are read off the file server's own clock.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plangen.archive.disk import entries

__all__ = ["staging_area", "staging_folder", "sweep"]

_WRITER = re.compile(r"(?P<host>[a-z0-9-]+)\.(?P<process>[0-9]+)\.[0-9a-f]{16}")
_CONDEMNED = "dead."
_LONG_AGO = 24 * 60 * 60  # seconds; adding takes less than one


def staging_area(root: Path) -> Path:
    """The folder beside `root` in which all its writers prepare their versions."""
    return root.parent / f".{root.name}-staging"


@contextmanager
def staging_folder(root: Path) -> Iterator[Path]:
    """A new folder to prepare a version in; removed afterwards, and the area with it when nobody else is there."""
    area = staging_area(root)
    folder = area / f"{_host()}.{os.getpid()}.{secrets.token_hex(8)}"
    _make(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            area.rmdir()


def _make(folder: Path) -> None:
    """Make the area, if need be, and `folder` in it, while other writers make and remove the area, too."""
    for _ in range(100):
        with suppress(FileExistsError):
            folder.parent.mkdir()
        with suppress(FileNotFoundError):
            folder.mkdir()
            return
    folder.mkdir()


def sweep(own: Path) -> None:
    """Remove what dead writers left beside folder `own`; what cannot be removed is left for the next writer."""
    with suppress(OSError):
        now = own.stat().st_mtime
        for name, entry in entries(own.parent).items():
            with suppress(OSError):
                if name.startswith(_CONDEMNED):
                    shutil.rmtree(entry.path)
                elif name != own.name and _is_dead(name, now - entry.stat(follow_symlinks=False).st_mtime):
                    condemned = own.parent / f"{_CONDEMNED}{name}"
                    Path(entry.path).rename(condemned)
                    shutil.rmtree(condemned)


def _is_dead(name: str, age: float) -> bool:
    """Whether the writer of folder `name`, made `age` seconds ago, is gone; other folders are not ours."""
    writer = _WRITER.fullmatch(name)
    if writer is None:
        return False
    if age > _LONG_AGO:
        return True
    return writer["host"] == _host() and os.name == "posix" and not _runs(int(writer["process"]))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _host() -> str:
    return re.sub("[^a-z0-9]+", "-", socket.gethostname().lower())[:60] or "-"
