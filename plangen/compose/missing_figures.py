"""Findings of one missing figure as one: words, charts and tiles may all ask for a figure that is not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from plangen.diagnostics import Diagnostic, codes

__all__ = ["told_once"]

_MISSING = (codes.NOTHING_OBSERVED, codes.NO_CHANGE_OR_RESULT, codes.TILE_WITHOUT_RESULT, codes.NOT_CHARTABLE)
"""What a missing figure is called where something asks for it; the first says most plainly what is missing."""

_Figure = tuple[str, str, str]


def told_once(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each missing figure as its plainest finding, which names the places of the others; all else as it is."""
    together: dict[Diagnostic | _Figure, list[Diagnostic]] = defaultdict(list)
    for found in findings:
        together[_figure(found) or found].append(found)
    return tuple(map(_one, together.values()))


def _figure(found: Diagnostic) -> _Figure | None:
    """Indicator, period and series of the figure whose absence is told."""
    about = found.about
    return (about.indicator, about.period, about.series) if found.kind in _MISSING and about.indicator else None


def _one(findings: list[Diagnostic]) -> Diagnostic:
    if len(findings) == 1:
        return findings[0]
    plainest = min(findings, key=lambda found: _MISSING.index(found.kind))
    return plainest.with_others(findings)
