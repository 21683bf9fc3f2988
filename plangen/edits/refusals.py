"""Why an edit is not made, or several files are not written."""

from __future__ import annotations

from plangen.diagnostics import Code, ExitCode, Location, PlangenError, codes, finding

__all__ = ["edited_meanwhile", "not_possible", "not_stored"]


def not_possible(file: str, what: str, hint: str = "change it in an editor instead") -> PlangenError:
    """PG913: the edit would change more than what was asked, or cannot be written at all."""
    return PlangenError(finding(codes.EDIT_NOT_POSSIBLE, what, Location(file), hint))


def edited_meanwhile(file: str) -> PlangenError:
    """PG912: the file is no longer the one that was read."""
    hint = "nothing was written; try again, so that the newer file is read"
    message = "somebody else changed the file while this was going on"
    return PlangenError(finding(codes.EDITED_MEANWHILE, message, Location(file), hint))


def not_stored(kind: Code, message: str, hint: str) -> PlangenError:
    """A fault of the disk, or another writer: nothing that the content could mend."""
    return PlangenError(finding(kind, message, None, hint), ExitCode.ENVIRONMENT)
