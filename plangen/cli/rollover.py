"""`plangen new` and `plangen todo`: the next edition, and what is still to do in it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from plangen.cli.arguments import KIND, workspace_root
from plangen.cli.printing import say
from plangen.cli.reporting import speaks_plainly
from plangen.diagnostics import ExitCode
from plangen.model.edition import EditionKind, EditionName

__all__ = ["new", "todo"]


@click.command()
@click.argument("kind", type=KIND)
@click.argument("edition_id", metavar="ID")
@click.option("--from", "source", metavar="ID", required=True, help="The edition to begin from.")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="The date of the new document.")
@click.pass_context
@speaks_plainly
def new(context: click.Context, kind: str, edition_id: str, source: str, on: object) -> None:
    """Begin the next edition: plangen new pack 2016-17-q3 --from 2016-17-q2."""
    from datetime import datetime

    from plangen.pipeline.rollover.beginning import begin_edition

    root = workspace_root(context)
    name = EditionName.of(EditionKind(kind), edition_id)
    day: date | None = on.date() if isinstance(on, datetime) else None
    begun = begin_edition(root, name, source, day)
    for file in begun.written:
        say(f"wrote {file}")
    for period in begun.skipped:
        say(f"there is no {kind} for {period}")
    for stays in begun.left:
        say(f"left as it was, {stays}")
    _print(root, name, as_json_=False)


@click.command()
@click.argument("kind", type=KIND)
@click.argument("edition_id", metavar="ID")
@click.option("--json", "as_json_", is_flag=True, help="Print the list for a program.")
@click.pass_context
@speaks_plainly
def todo(context: click.Context, kind: str, edition_id: str, as_json_: bool) -> None:
    """List what is still to do in an edition; the exit status is 1 where there is something."""
    open_tasks = _print(workspace_root(context), EditionName.of(EditionKind(kind), edition_id), as_json_)
    raise SystemExit(ExitCode.CONTENT if open_tasks else ExitCode.FINE)


def _print(root: Path, name: EditionName, as_json_: bool) -> int:
    """The list, and the count at its end; returns the count."""
    from plangen.pipeline.rollover.todo import tasks_of

    tasks = tasks_of(root, name)
    if as_json_:
        fields = [
            {
                "words": task.words,
                "code": task.code,
                "file": task.location.file if task.location else None,
                "line": task.location.line or None if task.location else None,
            }
            for task in tasks
        ]
        click.echo(json.dumps({"edition": str(name), "open": len(tasks), "tasks": fields}, indent=2))
        return len(tasks)
    for task in tasks:
        say(str(task))
    say(f"{len(tasks)} to do" if tasks else "Nothing is left to do.")
    return len(tasks)
