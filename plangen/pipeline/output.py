"""Writing results: a file appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from plangen.diagnostics import ExitCode, PlangenError, codes, finding

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a file beside it; raises PG901 where the disk or permissions refuse."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        hint = "check that the folder can be written to and that the disk is not full"
        message = f"cannot write {path.name}: {problem.strerror or problem}"
        raise PlangenError(finding(codes.NOT_WRITTEN, message, hint=hint), ExitCode.ENVIRONMENT) from problem


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
