"""What the archive says when something is wrong, in one place so that the same fault is told the same way."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding

__all__ = ["ConflictError", "conflict", "damaged", "not_written", "stored_but", "unknown", "unreadable"]


class ConflictError(PlangenError):
    """Somebody else added a version in the meantime; nothing was stored. Look at the new head, then add again."""


def conflict(object_id: str, after: int | None, head: int | None) -> ConflictError:
    """The archive does not stand where the caller saw it."""
    seen = f"version {after}" if after else "no version"
    now = f"version {head}" if head else "no version"
    message = f"{object_id}: the newest is {now} where {seen} was expected; nothing was stored"
    hint = "somebody else added one in the meantime: look at it, then add again"
    return ConflictError(finding(codes.SOMEBODY_ELSE_ADDED, message, hint=hint))


def not_written(what: str, problem: OSError) -> PlangenError:
    """The disk refused before the version was in place."""
    message = f"cannot store {what}: {reason(problem)}; the archive is as it was"
    return PlangenError(finding(codes.ARCHIVE_NOT_WRITTEN, message, hint=_advice(problem)), ExitCode.ENVIRONMENT)


def stored_but(what: str, problem: OSError | PlangenError) -> PlangenError:
    """The version is in place and whole, and something after that failed."""
    why = reason(problem) if isinstance(problem, OSError) else problem.diagnostics[0].message
    message = f"{what} is stored, but the work after that failed: {why}"
    hint = "do not add it again: verify the archive; the next version that is added mends what is left to do"
    return PlangenError(finding(codes.STORED_UNFINISHED, message, hint=hint), ExitCode.ENVIRONMENT)


def unreadable(what: str, problem: OSError) -> PlangenError:
    """The disk refused to be read."""
    hint = "check that the archive's folder can be reached and may be read"
    message = f"cannot read {what}: {reason(problem)}"
    return PlangenError(finding(codes.ARCHIVE_NOT_READ, message, hint=hint), ExitCode.ENVIRONMENT)


def unknown(message: str, hint: str = "") -> PlangenError:
    """Something was asked for that the archive does not have."""
    return PlangenError(finding(codes.NOT_IN_THE_STORE, message, hint=hint))


def damaged(place: str, message: str) -> PlangenError:
    """What is needed to go on is not as it was written."""
    hint = "verify the archive to see what is damaged and what is still good; restore it from a backup"
    return PlangenError(finding(codes.EDITION_DAMAGED, message, Location(place), hint))


def reason(problem: OSError) -> str:
    """What the system said, in words."""
    return problem.strerror or str(problem)


def _advice(problem: OSError) -> str:
    if problem.errno in (errno.EXDEV, errno.EBUSY):
        return "give the archive a folder inside the share, not its top: versions are prepared beside it"
    refused = problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
    where = problem.filename or problem.filename2
    if refused and isinstance(where, (str, os.PathLike)):
        return f"somebody must allow you to write to {Path(where).parent}"
    return "check that the disk is not full and that the folder may be written to; then add again"
