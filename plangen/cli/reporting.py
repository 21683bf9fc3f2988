"""How findings are shown: lines for people, JSON for programs, and the exit status that goes with them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, ParamSpec

import click
import msgspec

from plangen.cli.printing import json_text
from plangen.diagnostics import Diagnostic, ExitCode, Location, PlangenError, Severity, by_place, codes, finding

__all__ = ["as_json", "fault", "report", "speaks_plainly", "status"]

P = ParamSpec("P")

_MOST = 200
"""More findings than a person reads; `--json` prints them all."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def report(findings: Iterable[Diagnostic]) -> None:
    """Print findings to standard error, in order of place, with a count at the end when there are several."""
    ordered = by_place(findings)
    for found in ordered[:_MOST]:
        head, _, rest = str(found).partition("]")
        click.echo(click.style(f"{head}]", fg=_COLOURS[found.severity], bold=True) + rest, err=True)
    if len(ordered) > _MOST:
        click.echo(f"and {len(ordered) - _MOST} more; mend these first", err=True)
    errors = sum(f.severity is Severity.ERROR for f in ordered)
    if errors > 1:
        click.echo(f"{errors} errors", err=True)


def as_json(findings: Iterable[Diagnostic]) -> str:
    """Findings as a JSON list, for programs."""
    return json_text([_fields(f) for f in findings])


def _fields(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        **_place(finding.location),
        "about": msgspec.to_builtins(finding.about),
        "remedies": msgspec.to_builtins(finding.remedies),
        "also": [_place(other) for other in finding.also],
    }


def _place(place: Location | None) -> dict[str, str | int | None]:
    return {
        "file": place.file if place else None,
        "line": place.line if place and place.line else None,
        "column": place.column if place and place.column else None,
        "field": place.field if place and place.field else None,
    }


def status(findings: Iterable[Diagnostic]) -> ExitCode:
    """1 where there is an error, otherwise 0."""
    return ExitCode.CONTENT if any(f.severity is Severity.ERROR for f in findings) else ExitCode.FINE


def fault(problem: Exception) -> Diagnostic:
    """An exception nobody foresaw, as a diagnostic (PG999); with PLANGEN_TRACEBACK set it is raised as it is."""
    if os.environ.get("PLANGEN_TRACEBACK"):
        raise problem
    hint = "please report it with your content; set PLANGEN_TRACEBACK=1 to see where it happened"
    return finding(
        codes.FAULT_OF_PLANGEN, f"a fault in plangen itself: {type(problem).__name__}: {problem}", hint=hint
    )


def speaks_plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Turn a `PlangenError`, wherever it was raised, into its findings and exit status."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except PlangenError as problem:
            if kwargs.get("as_json_"):
                click.echo(as_json(problem.diagnostics))
            else:
                report(problem.diagnostics)
            raise SystemExit(problem.exit_code) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as problem:
            report([fault(problem)])
            raise SystemExit(ExitCode.ENVIRONMENT) from None

    return run
