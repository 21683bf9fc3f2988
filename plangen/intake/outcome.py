"""What an import says of a file, for people and as JSON: tables, figures, what was left, what is open."""

from __future__ import annotations

from enum import Enum
from typing import Any

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Severity
from plangen.intake.understanding import FigureState, ReadFigure, Skip, TableFound

__all__ = ["ImportState", "ImportedFigures", "as_fields", "summary"]


class ImportState(Enum):
    """How far an import came: all clear, something open, or nothing that could be read."""

    READY = "ready"
    OPEN = "open"
    REFUSED = "refused"


class ImportedFigures(Struct, frozen=True):
    """One import. `findings` are in order of place, the `field` of each is its cell; `mapping` is a name or ""."""

    file: str
    sha256: str
    mapping: str
    outcome: ImportState
    written: tuple[str, ...] = ()
    tables: tuple[TableFound, ...] = ()
    figures: tuple[ReadFigure, ...] = ()
    skipped: tuple[Skip, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    def count(self, state: FigureState) -> int:
        """How many figures are in that state."""
        return sum(figure.state is state for figure in self.figures)


def as_fields(outcome: ImportedFigures, findings: list[dict[str, Any]]) -> dict[str, Any]:
    """The JSON of an import; `findings` as `check --json` has them, in the same order."""
    cells = [
        {**fields, "cell": found.location.field if found.location and found.location.file == outcome.file else ""}
        for fields, found in zip(findings, outcome.findings, strict=True)
    ]
    return {
        "file": outcome.file,
        "sha256": outcome.sha256,
        "mapping": outcome.mapping or None,
        "outcome": outcome.outcome.value,
        "written": list(outcome.written),
        "tables": [
            {
                "sheet": table.sheet,
                "range": table.range,
                "layout": table.layout.value,
                "header": list(table.header),
                "names": table.names,
            }
            for table in outcome.tables
        ],
        "observations": [_observation(figure) for figure in outcome.figures],
        "skipped": [{"cell": one.cell, "why": one.why, "text": one.text} for one in outcome.skipped],
        "findings": cells,
    }


def _observation(figure: ReadFigure) -> dict[str, str]:
    return {
        "cell": figure.cell,
        "indicator": figure.indicator,
        "area": figure.area,
        "period": figure.period.text,
        "value": figure.value,
        "series": figure.series,
        "base": figure.base,
        "category": figure.category,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "status": figure.status,
        "data_to": figure.data_to,
        "note": figure.note,
        "state": figure.state.value,
        "ours": figure.ours,
    }


def summary(outcome: ImportedFigures) -> list[str]:
    """What was understood, in lines for people."""
    lines = [
        f"{table.sheet}!{table.range}: {table.layout.value}, names in column {table.names}, headings in row "
        f"{', '.join(map(str, table.header))}"
        for table in outcome.tables
    ]
    periods = sorted({figure.period for figure in outcome.figures})
    if periods:
        lines.append(f"periods: {', '.join(p.text for p in periods[:12])}{' …' if len(periods) > 12 else ''}")
    reasons: dict[str, list[str]] = {}
    for skip in outcome.skipped:
        reasons.setdefault(skip.why, []).append(skip.cell)
    for why, cells in sorted(reasons.items()):
        more = f" and {len(cells) - 6} more" if len(cells) > 6 else ""
        lines.append(f"not read ({why}): {', '.join(cells[:6])}{more}")
    errors = sum(found.severity is Severity.ERROR for found in outcome.findings)
    new, same, changed = (outcome.count(state) for state in FigureState)
    lines.append(f"{new} new, {same} same, {changed} changed, {len(outcome.skipped)} left out, {errors} open")
    return lines
