"""How an audit is shown: quotations with what they should say, for people and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plangen.checks.finding import DocumentPlace, Finding
from plangen.cli.printing import say, say_json
from plangen.cli.reporting import report, status
from plangen.diagnostics import ExitCode
from plangen.pipeline.audit import Audited, audit

__all__ = ["audit_files"]

_QUOTE = 240


def audit_files(paths: tuple[Path, ...], min_confidence: float, as_json: bool) -> ExitCode:
    """Print what `paths` hold that does not agree with itself; 1 where anything was found or not readable."""
    results = [audit(path, min_confidence) for path in paths]
    if as_json:
        found = [fields for result in results for fields in _fields(result)]
        say_json(found)
    else:
        for result in results:
            _show(result)
    worst = max((status(result.problems) for result in results), default=ExitCode.FINE)
    return ExitCode.CONTENT if any(result.findings for result in results) else worst


def _show(result: Audited) -> None:
    if result.problems:
        report(result.problems)
        return
    count = len(result.findings)
    words = "nothing that contradicts itself" if not count else "1 finding" if count == 1 else f"{count} findings"
    say(f"{result.path}: {words}", bold=True)
    for finding in result.findings:
        place = _place(finding.place, result.path)
        say(f"  {finding.confidence:4.0%}  {place}: {finding.why} [{finding.code}]")
        say(f"        “{_short(finding.quote)}”")


def _place(place: DocumentPlace, path: Path) -> str:
    if path.suffix.lower() == ".docx" and not place.page:
        return f"paragraph {place.line}"
    return str(place)


def _short(quote: str) -> str:
    return quote if len(quote) <= _QUOTE else f"{quote[: _QUOTE - 2].rsplit(' ', 1)[0]} …"


def _fields(result: Audited) -> list[dict[str, Any]]:
    """The fields `check --json` has, with those of a finding added; they are null for a file that was not read."""
    blank = {"page": None, "confidence": None, "quote": None, "stated": None, "recomputed": None}
    unread = [
        {
            "file": str(result.path),
            "code": p.code,
            "severity": p.severity.value,
            "message": p.message,
            "hint": p.hint,
            "line": None,
            **blank,
        }
        for p in result.problems
    ]
    return unread + [_finding(result.path, finding) for finding in result.findings]


def _finding(path: Path, finding: Finding) -> dict[str, Any]:
    return {
        "file": str(path),
        "code": finding.code,
        "severity": "warning",
        "message": finding.why,
        "hint": "",
        "line": finding.place.line or None,
        "page": finding.place.page or None,
        "confidence": finding.confidence,
        "quote": finding.quote,
        "stated": finding.stated,
        "recomputed": finding.recomputed,
    }
