"""Accept findings: a decision with its reason for each, at the end of content/accepted.yaml."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Accept, Diagnostic, Location, PlangenError, codes, finding
from plangen.model.figures import Accepted

__all__ = ["accept_findings"]

_FILE = "content/accepted.yaml"


def accept_findings(root: Path, code: str, place: str, reason: str, by: str) -> tuple[Diagnostic, ...]:
    """Accept every finding of `code` at `place`; returns them.

    `place` is a file, FILE:LINE or a whole place as the check prints it, or FILE "words" as in accepted.yaml.

    Raises PG138 where the check of all editions finds none there, or only what cannot be accepted, and what
    writing raises.
    """
    from plangen.edits import Add, Transaction, edit_yaml
    from plangen.pipeline.check import check, editions

    found = [one for one in check(root, editions(root)) if one.code == code and _is_meant(one, place)]
    wanted = [(one, remedy) for one in found for remedy in one.remedies if isinstance(remedy, Accept)]
    if not wanted:
        what = "cannot be accepted" if found else "is not found"
        hint = "see plangen check for what there is; errors in figures and pages have to be mended"
        raise PlangenError(finding(codes.NOTHING_TO_ACCEPT, f"{code} {what} at {place}", None, hint))
    wheres = dict.fromkeys(remedy.where for _, remedy in wanted)
    records = [{"code": code, "where": where, "reason": reason, "by": by} for where in wheres]
    changes = Transaction(root)
    data = changes.data(_FILE) or b""
    changes.put(_FILE, edit_yaml(data, _FILE, [Add((), record) for record in records]))
    changes.finish()
    return tuple(one for one, _ in wanted)


def _is_meant(found: Diagnostic, place: str) -> bool:
    if '"' in place:
        from plangen.checks.editions import settles

        wheres = [remedy.where for remedy in found.remedies if isinstance(remedy, Accept)]
        return any(settles(Accepted(found.code, place, "", ""), found, where) for where in wheres)
    return found.location is not None and _is_at(found.location, place.rstrip(":"))


def _is_at(location: Location, place: str) -> bool:
    """Whether a place leads to a location: all of it, or its file, or file and line; folders may be left out."""
    file, _, rest = place.partition(":")
    within = str(location).removeprefix(location.file).removeprefix(":")
    named = location.file == file or location.file.endswith(f"/{file}")
    return named and (not rest or f"{within}:".startswith(f"{rest}:"))
