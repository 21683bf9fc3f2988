"""A workbook understood in this process, as short texts to compare."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plangen.diagnostics import Severity
from plangen.intake.outcome import ImportedFigures
from plangen.pipeline.importing import ImportRequest, read_import


def understood(workspace: Path, file: Path, **given: object) -> ImportedFigures:
    return read_import(workspace, ImportRequest(file=file, on=date(2016, 10, 12), **given))[0]  # type: ignore[arg-type]


def figures(outcome: ImportedFigures) -> list[str]:
    """`C5 total_crime 2016/17 Q1 28.06`, with the series, and the area where it is not our own."""
    return [
        " ".join(
            part
            for part in (
                one.cell.rpartition("!")[2],
                one.indicator,
                "" if one.area == "Example Town" else one.area,
                one.period.text,
                one.value or f"{one.numerator}/{one.denominator}",
                one.series,
            )
            if part
        )
        for one in outcome.figures
    ]


def opened(outcome: ImportedFigures) -> list[str]:
    """`PG231 KPIs!A5` for every error."""
    errors = (one for one in outcome.findings if one.severity is Severity.ERROR)
    return [f"{one.code} {one.location.field}" for one in errors if one.location]


def skipped(outcome: ImportedFigures) -> dict[str, str]:
    """Why each was not read, by its cell or range."""
    return {one.cell.rpartition("!")[2] or one.cell: one.why for one in outcome.skipped}
