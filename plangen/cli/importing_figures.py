"""`plangen import` of a workbook: what was understood of it, what is open, what was written."""

from __future__ import annotations

import json
from pathlib import Path

from plangen.cli.printing import say, say_json
from plangen.cli.reporting import as_json, report
from plangen.diagnostics import ExitCode
from plangen.intake.outcome import ImportedFigures, ImportState, as_fields, summary
from plangen.pipeline.importing import ImportRequest, read_import

__all__ = ["import_figures"]


def import_figures(root: Path, request: ImportRequest, as_json_: bool) -> ExitCode:
    """Read the figures of a file and say what came of it; 1 where anything is open or the file was refused."""
    outcome, _ = read_import(root, request)
    _show(outcome, as_json_)
    return ExitCode.FINE if outcome.outcome is ImportState.READY else ExitCode.CONTENT


def _show(outcome: ImportedFigures, as_json_: bool) -> None:
    if as_json_:
        say_json(as_fields(outcome, json.loads(as_json(outcome.findings))))
        return
    report(outcome.findings)
    for line in summary(outcome):
        say(line)
