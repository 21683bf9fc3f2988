"""What is written down about a version beside its files: when, why and by whom."""

from __future__ import annotations

from datetime import UTC, datetime

from plangen.archive.inventory import Recorded
from plangen.diagnostics import Diagnostic, PlangenError, codes, finding

__all__ = ["checked_entry"]

_LONGEST_MESSAGE = 10_000
_LONGEST_USER = 500
_FIRST_YEAR = 1900


def checked_entry(message: str, user: str, created: datetime) -> Recorded:
    """When, why and by whom, fit to be written down; raises PG706 for each that is not."""
    problems = _unfit("message", message, _LONGEST_MESSAGE, "\n") + _unfit("name", user, _LONGEST_USER, "")
    if created.tzinfo is None or created.year < _FIRST_YEAR:
        hint = f"it needs a time zone, and a year from {_FIRST_YEAR}"
        problems.append(
            finding(codes.NOT_RECORDABLE, f"{created.isoformat()} is not a moment to record", hint=hint)
        )
    if problems:
        raise PlangenError(problems)
    return Recorded(created.astimezone(UTC).replace(microsecond=0), message, user, {})


def _unfit(label: str, text: str, longest: int, besides: str) -> list[Diagnostic]:
    if len(text) > longest:
        hint = f"at most {longest:,} characters"
        return [
            finding(
                codes.NOT_RECORDABLE, f"the {label} to record is too long: {len(text):,} characters", hint=hint
            )
        ]
    if not text.strip():
        return [finding(codes.NOT_RECORDABLE, f"the {label} to record is empty", hint="say who, and why")]
    if any(not char.isprintable() and char not in besides for char in text):
        hint = "plain text only" + (", in one line" if not besides else "")
        return [
            finding(
                codes.NOT_RECORDABLE, f"the {label} to record holds control characters: {text[:60]!r}", hint=hint
            )
        ]
    return []
