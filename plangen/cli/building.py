"""`plangen build`: one edition, or all of them over several processes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli.printing import say
from plangen.cli.progress import collected_rarely, counted, waiting
from plangen.cli.reporting import fault, report
from plangen.diagnostics import Diagnostic, ExitCode, PlangenError, Severity, codes, finding
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Format, build, default_output
from plangen.pipeline.check import editions
from plangen.pipeline.output import write_built

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["build_all", "build_one"]

_Job = tuple[Path, EditionName, bool, Format]
_Outcome = tuple[Path | None, tuple[Diagnostic, ...], ExitCode]
"""Where the edition is (None: not built), what was found, and the exit status that goes with it."""


def build_one(root: Path, name: EditionName, final: bool, output_format: str, output: Path | None) -> None:
    """Build one edition and say where it is."""
    form = Format(output_format)
    with collected_rarely(), waiting(f"Building {name}"):
        built = build(root, name, _options(final, form, root))
    report(built.findings)
    if output == Path("-") and built.files:
        raise click.UsageError("SVG pages are a folder of files: name one with -o, or leave -o out")
    if output == Path("-") or (form is Format.NATIVE and output is None):
        sys.stdout.buffer.write(built.data)
        return
    target = output or default_output(root, name, form)
    write_built(target, built)
    say(_shown(target))


def build_all(root: Path, final: bool, output_format: str, jobs: int) -> ExitCode:
    """Build every edition; a fault in one does not stop the others. Returns the worst exit status."""
    work = [(root, name, final, Format(output_format)) for name in editions(root)]
    outcomes = _one_by_one(work) if jobs == 1 or len(work) < 2 else _side_by_side(work, jobs)
    for (_, name, _, _), (target, findings, _) in zip(work, outcomes, strict=True):
        report(findings)
        say(_shown(target) if target else f"{name} was not built", err=target is None)
    built = sum(target is not None for target, _, _ in outcomes)
    say(f"{built} of {len(work)} editions built" if len(work) != 1 else f"{built} of 1 edition built")
    return max((code for _, _, code in outcomes), default=ExitCode.FINE)


def _one_by_one(work: Sequence[_Job]) -> list[_Outcome]:
    with collected_rarely(), counted(f"Building {len(work)} editions", len(work)) as done:
        outcomes = []
        for job in work:
            outcomes.append(_build_quietly(*job))
            done()
    return outcomes


def _side_by_side(work: Sequence[_Job], jobs: int) -> list[_Outcome]:
    """The same over processes. They are started before the progress display, which has a thread of its own."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    futures: list[Future[_Outcome]] = []
    with ProcessPoolExecutor(min(jobs, len(work))) as pool:
        with suppress(BrokenProcessPool):  # a process was killed already: what it leaves is built below
            for job in work:
                futures.append(pool.submit(_build_in_worker, *job))
        with counted(f"Building {len(work)} editions", len(work)) as done:
            for _ in as_completed(futures):
                done()
    found = [_outcome(future) for future in futures]
    return [outcome or _alone(job) for outcome, job in zip_longest(found, work)]


def _outcome(future: Future[_Outcome]) -> _Outcome | None:
    """What a worker found; None where it was killed, or was to begin when another one was."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _alone(job: _Job) -> _Outcome:
    """The edition once more in a process of its own, so that only the one that kills its process is not built."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(1) as pool:
        found = _outcome(pool.submit(_build_in_worker, *job))
    message = f"the process that built {job[1]} was ended from outside"
    hint = "the machine may have run out of memory: close other programs, or build with fewer --jobs"
    return found or (None, (finding(codes.PROCESS_ENDED, message, hint=hint),), ExitCode.ENVIRONMENT)


def _build_in_worker(root: Path, name: EditionName, final: bool, form: Format) -> _Outcome:
    with collected_rarely():
        return _build_quietly(root, name, final, form)


def _build_quietly(root: Path, name: EditionName, final: bool, form: Format) -> _Outcome:
    try:
        built = build(root, name, _options(final, form, root))
        target = default_output(root, name, form)
        write_built(target, built)
    except PlangenError as problem:
        return None, problem.diagnostics, problem.exit_code
    except Exception as problem:
        return None, (fault(problem),), ExitCode.ENVIRONMENT
    warnings = tuple(f for f in built.findings if f.severity is not Severity.INFO)
    return target, warnings, ExitCode.FINE


def _options(final: bool, form: Format, root: Path) -> BuildOptions:
    return BuildOptions(final=final, format=form, today=date.today(), cache=root / "output" / ".cache")


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
