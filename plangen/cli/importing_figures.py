"""`plangen import` of a workbook: what was understood of it, what is open, what was written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from plangen.cli.asking import ask_open
from plangen.cli.printing import say, say_json
from plangen.cli.reporting import as_json, report
from plangen.diagnostics import ExitCode
from plangen.intake.outcome import ImportedFigures, ImportState, as_fields, summary
from plangen.intake.understanding import FigureState
from plangen.pipeline.importing import ImportRequest, read_import, write_import

__all__ = ["import_figures"]


def import_figures(root: Path, request: ImportRequest, as_json_: bool, yes: bool) -> ExitCode:
    """Read the figures of a file, ask what is open where somebody can answer, and write what is clear.

    Returns 1 where anything stays open or the file was refused.
    """
    outcome, reading = read_import(root, request)
    somebody = sys.stdin.isatty() and not (as_json_ or request.check_only)
    if somebody and reading is not None:
        _show(outcome)
        request, outcome, reading = ask_open(root, request, outcome, reading)
        new = outcome.count(FigureState.NEW)
        if outcome.outcome is ImportState.READY and new and not yes and not click.confirm(f"Write {new} figures?"):
            return ExitCode.FINE
    outcome = write_import(root, request, outcome, reading)
    if as_json_:
        say_json(as_fields(outcome, json.loads(as_json(outcome.findings))))
    else:
        _show(outcome)
        if outcome.written:
            say(f"Written: {', '.join(outcome.written)}")
        elif outcome.outcome is ImportState.READY and not outcome.count(FigureState.NEW):
            say("Nothing new.")
    return ExitCode.FINE if outcome.outcome is ImportState.READY else ExitCode.CONTENT


def _show(outcome: ImportedFigures) -> None:
    report(outcome.findings)
    for line in summary(outcome):
        say(line)
