"""Audit existing documents: read each, and hold it against itself."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from plangen.checks.audit import DEFAULT_CONFIDENCE, audited
from plangen.checks.finding import Finding
from plangen.checks.reading import read_writing
from plangen.diagnostics import Diagnostic, PlangenError

__all__ = ["DEFAULT_CONFIDENCE", "Audited", "audit"]


class Audited(Struct, frozen=True):
    """One file: what was found in it, the surest first, or why it could not be read."""

    path: Path
    findings: tuple[Finding, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def audit(path: Path, min_confidence: float = DEFAULT_CONFIDENCE) -> Audited:
    """What does not agree with itself in the document at `path` (.txt, .md, .pdf, .docx).

    Never raises for what a file holds: `problems` says what is wrong with it.
    """
    try:
        return Audited(path, audited(read_writing(path), min_confidence))
    except PlangenError as problem:
        return Audited(path, problems=problem.diagnostics)
