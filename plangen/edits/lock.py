"""One writer at a time in a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plangen.diagnostics import codes
from plangen.edits.refusals import not_stored

__all__ = ["held"]

_FILE = "output/.writing.lock"
_PATIENCE = 10.0
"""Seconds to wait for another writer; writing takes less than one."""


@contextmanager
def held(root: Path) -> Iterator[None]:
    """The workspace at `root` for one writer alone. The system lets go of it when a process ends, however it ends.

    Raises PG911 where another program does not let go in time, PG901 where there can be no lock.
    """
    from filelock import FileLock, Timeout

    place = root / _FILE
    try:
        place.parent.mkdir(exist_ok=True)
        lock = FileLock(place)
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        message = "another program is writing into the workspace"
        raise not_stored(codes.WORKSPACE_IN_USE, message, "wait until it has finished, then try again") from None
    except OSError as problem:
        hint = "check that you may write into the folder output"
        raise not_stored(
            codes.NOT_WRITTEN, f"cannot write {_FILE}: {problem.strerror or problem}", hint
        ) from problem
    try:
        yield
    finally:
        lock.release()
