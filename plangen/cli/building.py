"""`plangen build`: one edition, or all of them over several processes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from plangen.cli.reporting import report
from plangen.diagnostics import Diagnostic, ExitCode, PlangenError, Severity
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Format, build, default_output
from plangen.pipeline.check import editions
from plangen.pipeline.output import write_whole

__all__ = ["build_all", "build_one"]


def build_one(root: Path, name: EditionName, final: bool, output_format: str, output: Path | None) -> None:
    """Build one edition and say where it is."""
    form = Format(output_format)
    with _progress(f"Building {name}"):
        built = build(root, name, _options(final, form, root))
    report(built.findings)
    if output == Path("-") or (form is Format.NATIVE and output is None):
        sys.stdout.buffer.write(built.data)
        return
    target = output or default_output(root, name, form)
    write_whole(target, built.data)
    click.echo(_shown(target))


def build_all(root: Path, final: bool, output_format: str, jobs: int) -> ExitCode:
    """Build every edition; a fault in one does not stop the others. Returns the worst exit status."""
    from concurrent.futures import ProcessPoolExecutor

    names = editions(root)
    work = [(root, name, final, Format(output_format)) for name in names]
    worst = ExitCode.FINE
    with _progress(f"Building {len(names)} editions"):
        if jobs == 1 or len(work) < 2:
            outcomes = [_build_quietly(*job) for job in work]
        else:
            with ProcessPoolExecutor(min(jobs, len(work))) as pool:
                outcomes = list(pool.map(_build_quietly, *zip(*work, strict=True)))
    for name, (target, findings, code) in zip(names, outcomes, strict=True):
        report(findings)
        click.echo(_shown(target) if target else f"{name} was not built", err=target is None)
        worst = max(worst, code)
    return worst


def _build_quietly(
    root: Path, name: EditionName, final: bool, form: Format
) -> tuple[Path | None, tuple[Diagnostic, ...], ExitCode]:
    try:
        built = build(root, name, _options(final, form, root))
        target = default_output(root, name, form)
        write_whole(target, built.data)
    except PlangenError as problem:
        return None, problem.diagnostics, problem.exit_code
    warnings = tuple(f for f in built.findings if f.severity is not Severity.INFO)
    return target, warnings, ExitCode.FINE


def _options(final: bool, form: Format, root: Path) -> BuildOptions:
    return BuildOptions(final=final, format=form, today=date.today(), cache=root / "output" / ".cache")


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


@contextmanager
def _progress(words: str) -> Iterator[None]:
    """A spinner on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(words):
        yield
