"""Findings that somebody decided to live with, and decisions that settle nothing any more (PG875)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from plangen.diagnostics import Accept, Diagnostic, Location, codes, finding
from plangen.model.figures import Accepted

__all__ = ["acceptable", "settled", "settles", "unused"]

_WHERE = re.compile(r"^(?P<file>[^\s:\"“]*)(?::(?P<line>\d+))?[\s:]*(?:[\"“](?P<words>.+)[\"”])?$", re.DOTALL)


def settles(accepted: Accepted, finding: Diagnostic, quote: str) -> bool:
    """Whether a decision speaks of a finding: the same code, the same file, and its line or its own words.

    `where` is `FILE`, `FILE:LINE` or `FILE "words"`; the words stand in the sentence (or are the record's id). A
    sentence that is changed afterwards is not settled any more.
    """
    if accepted.code != finding.code:
        return False
    found = _WHERE.match(accepted.where.strip())
    if found is None or finding.location is None:
        return False
    if found["file"] and not _same_file(finding.location.file, found["file"]):
        return False
    if found["line"] and int(found["line"]) != finding.location.line:
        return False
    return not found["words"] or _folded(found["words"]) in _folded(f"{quote} {finding.message}")


def acceptable(finding: Diagnostic, quote: str) -> Diagnostic:
    """The finding with the decision that would settle it among its remedies, where `where` can name its file."""
    where = f'{finding.location.file} "{quote}"' if finding.location else ""
    if not where or not _WHERE.match(where):
        return finding
    return replace(finding, remedies=(*finding.remedies, Accept(finding.code, where)))


def settled(
    accepted: Sequence[Accepted], findings: Iterable[tuple[Diagnostic, str]]
) -> tuple[list[tuple[Diagnostic, Accepted]], list[Diagnostic], set[int]]:
    """Findings with the decision that settles each, findings that nobody accepted, and the decisions used."""
    done: list[tuple[Diagnostic, Accepted]] = []
    left: list[Diagnostic] = []
    used: set[int] = set()
    for found, quote in findings:
        numbers = [n for n, decision in enumerate(accepted) if settles(decision, found, quote)]
        used.update(numbers)
        if numbers:
            done.append((found, accepted[numbers[0]]))
        else:
            left.append(acceptable(found, quote))
    return done, left, used


def unused(accepted: Sequence[Accepted], used: set[int], places: dict[int, Location]) -> list[Diagnostic]:
    """Decisions that settle nothing in the editions that were checked."""
    return [
        finding(
            codes.SETTLES_NOTHING,
            f"nothing is left of the finding {decision.code} at {decision.where}, which was accepted",
            places.get(number, Location("content/accepted.yaml")),
            "take the record out; if its words have changed, decide again",
        )
        for number, decision in enumerate(accepted)
        if number not in used
    ]


def _same_file(file: str, named: str) -> bool:
    return file == named or file.endswith(f"/{named}")


def _folded(text: str) -> str:
    return " ".join(text.lower().split())
