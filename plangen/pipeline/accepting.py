"""Accept findings: a decision with its reason for each, at the end of content/accepted.yaml."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Accept, Diagnostic, Location, PlangenError, codes, finding

__all__ = ["accept_findings"]

_FILE = "content/accepted.yaml"


def accept_findings(root: Path, code: str, place: str, reason: str, by: str) -> tuple[Diagnostic, ...]:
    """Accept every finding of `code` at `place`, a file or FILE:LINE; returns them.

    Raises PG138 where the check of all editions finds none there, or only what cannot be accepted, and what
    writing raises.
    """
    from plangen.edits import Add, Transaction, edit_yaml
    from plangen.pipeline.check import check, editions

    found = [one for one in check(root, editions(root)) if one.code == code and _is_at(one.location, place)]
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


def _is_at(location: Location | None, place: str) -> bool:
    if location is None:
        return False
    file, _, line = place.partition(":")
    named = location.file == file or location.file.endswith(f"/{file}")
    return named and (not line or line == str(location.line))
