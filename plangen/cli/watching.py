"""`plangen watch`: an edition built again whenever its content is saved, and what came of it."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event

import click

from plangen.cli.progress import collected_rarely
from plangen.cli.reporting import fault, report
from plangen.diagnostics import Diagnostic, PlangenError
from plangen.model.edition import EditionName
from plangen.pipeline.build import Format, default_output
from plangen.pipeline.output import write_folder, write_whole
from plangen.pipeline.session import Session, Update
from plangen.pipeline.session.changes import changes

__all__ = ["watch_edition"]

_MOST_PAGES = 12


def watch_edition(root: Path, name: EditionName, output_format: str, output: Path | None) -> None:
    """Build `name` into its file or folder on every change, until Ctrl-C."""
    form = Format(output_format)
    target = output or default_output(root, name, form)
    session = Session(root, name, root / "output" / ".cache")
    click.echo(f"Watching {name}; pages go to {target}. Ctrl-C ends it.")
    try:
        with collected_rarely():
            for changed in changes(root, Event()):
                _build(session, changed, form, target)
    except KeyboardInterrupt:
        click.echo("\nNo longer watching.")


def _build(session: Session, changed: frozenset[str] | None, form: Format, target: Path) -> None:
    """One build; whatever goes wrong is said, and the next change is waited for."""
    start = time.perf_counter()
    try:
        update = session.update(changed)
        if update.pages or (update.good and not target.exists()):
            _write(session, form, target)
    except PlangenError as problem:
        report(problem.diagnostics)
    except Exception as problem:
        report([fault(problem)])
    else:
        _say(update, time.perf_counter() - start)


def _write(session: Session, form: Format, target: Path) -> None:
    """Put the pages where they are looked at. A format that shows pages while they change belongs here too."""
    match form:
        case Format.SVG:
            write_folder(target, session.files)
        case Format.PDF:
            write_whole(target, session.pdf())
        case Format.NATIVE:
            raise click.UsageError("What is watched is pages: --to pdf or --to svg.")


def _say(update: Update, seconds: float) -> None:
    if not update.good:
        kept = (
            f"the {update.count} pages are still those from before" if update.count else "there are no pages yet"
        )
        click.echo(click.style(f"Not built: {kept} ({seconds:.2f} s)", fg="red"))
    elif update.pages:
        click.echo(f"{_pages(update)} ({seconds:.2f} s)")
    else:
        click.echo(f"No page has changed ({seconds:.2f} s)")
    report(update.appeared)
    for found in update.gone:
        click.echo(click.style(f"settled: {_brief(found)}", fg="green"))


def _pages(update: Update) -> str:
    if len(update.pages) == update.count:
        return f"All {update.count} pages"
    shown = ", ".join(map(str, update.pages[:_MOST_PAGES]))
    more = f" and {len(update.pages) - _MOST_PAGES} more" if len(update.pages) > _MOST_PAGES else ""
    return f"Page{'s' if len(update.pages) > 1 else ''} {shown}{more} of {update.count}"


def _brief(found: Diagnostic) -> str:
    return f"{found.location}: {found.message}" if found.location else found.message
