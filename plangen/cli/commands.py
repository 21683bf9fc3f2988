"""The commands of `plangen`. Each reads its options, calls the pipeline, and says what came of it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from plangen.cli.accepting import accept
from plangen.cli.archive import archive
from plangen.cli.arguments import GIVEN_PATH, KIND, workspace_root
from plangen.cli.importing import import_
from plangen.cli.printing import say
from plangen.cli.reporting import speaks_plainly
from plangen.cli.returns import returns
from plangen.cli.rollover import new, todo
from plangen.model.edition import EditionKind, EditionName

__all__ = ["main"]

F = TypeVar("F", bound=Callable[..., Any])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "workspace", type=GIVEN_PATH, help="Another workspace than the one you are in.")
@click.version_option(package_name="plangen")
@click.pass_context
def main(context: click.Context, workspace: Path | None) -> None:
    """Annual plans and performance packs as accessible, archival PDFs in which every figure has one source."""
    context.obj = workspace
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console of Windows may have no arrow, and shows \\u2192
            stream.reconfigure(errors="backslashreplace")


main.add_command(accept)
main.add_command(archive)
main.add_command(import_)
main.add_command(new)
main.add_command(todo)
main.add_command(returns)


def _edition(kind: str | None, edition_id: str | None) -> EditionName | None:
    if kind is None:
        return None
    if edition_id is None:
        raise click.UsageError(f"Say which {kind}: plangen ... {kind} ID.")
    return EditionName.of(EditionKind(kind), edition_id)


@main.command()
@click.argument("kind", type=KIND, required=False)
@click.argument("edition_id", metavar="ID", required=False)
@click.option("--all", "everything", is_flag=True, help="Build every edition of the workspace.")
@click.option("--final", is_flag=True, help="Build the version to be published, without draft marks.")
@click.option(
    "--to", "output_format", type=click.Choice(["pdf", "svg", "native"]), default="pdf", show_default=True
)
@click.option("-o", "output", type=GIVEN_PATH, help="Where to write it; - for standard output.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Build this many at once.")
@click.pass_context
@speaks_plainly
def build(
    context: click.Context,
    kind: str | None,
    edition_id: str | None,
    everything: bool,
    final: bool,
    output_format: str,
    output: Path | None,
    jobs: int,
) -> None:
    """Build an edition: plangen build plan 2011-12."""
    from plangen.cli.building import build_all, build_one

    name = _edition(kind, edition_id)
    if everything == (name is not None):
        raise click.UsageError("Name one edition (plan ID or pack ID), or use --all.")
    if everything and output:
        raise click.UsageError("-o goes with a single edition.")
    root = workspace_root(context)
    if name is not None:
        build_one(root, name, final, output_format, output)
    else:
        raise SystemExit(build_all(root, final, output_format, jobs))


@main.command()
@click.argument("kind", type=KIND, required=False)
@click.argument("edition_id", metavar="ID", required=False)
@click.option("--json", "as_json_", is_flag=True, help="Print findings and coverage for a program.")
@click.option("--stated", is_flag=True, help="Print what earlier documents stated where our figure differs.")
@click.option("--style", is_flag=True, help="Remark on readability and style too.")
@click.pass_context
@speaks_plainly
def check(
    context: click.Context, kind: str | None, edition_id: str | None, as_json_: bool, stated: bool, style: bool
) -> None:
    """Hold the words and records of one edition, or of all, against the results, without building."""
    from plangen.cli.checking import check_workspace

    raise SystemExit(check_workspace(workspace_root(context), _edition(kind, edition_id), as_json_, stated, style))


@main.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=GIVEN_PATH)
@click.option("--json", "as_json_", is_flag=True, help="Print the findings for a program.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.6,
    show_default=True,
    help="Leave out findings that are less sure than this.",
)
@speaks_plainly
def audit(files: tuple[Path, ...], as_json_: bool, min_confidence: float) -> None:
    """Find figures in existing documents (.txt .md .pdf .docx) that contradict each other."""
    from plangen.cli.auditing import audit_files

    raise SystemExit(audit_files(files, min_confidence, as_json_))


@main.command()
@click.argument("kind", type=KIND)
@click.argument("edition_id", metavar="ID")
@click.option("--to", "output_format", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.pass_context
@speaks_plainly
def results(context: click.Context, kind: str, edition_id: str, output_format: str) -> None:
    """Print every computed result with its inputs."""
    from plangen.pipeline.results import results_as_csv, results_as_json

    write = results_as_csv if output_format == "csv" else results_as_json
    click.echo(write(workspace_root(context), EditionName.of(EditionKind(kind), edition_id)), nl=False)


@main.command()
@click.option("-o", "output", type=GIVEN_PATH, help="A folder to write one file each into.")
@speaks_plainly
def schema(output: Path | None) -> None:
    """Print the JSON Schemas of the content files, for editors."""
    import json

    from plangen.pipeline.output import write_whole
    from plangen.sources.schema import schemas

    found = schemas()
    if output is None:
        click.echo(json.dumps(found, indent=2))
        return
    for name, content in found.items():
        target = output / f"{name}.schema.json"
        write_whole(target, (json.dumps(content, indent=2) + "\n").encode("utf-8"))
        say(str(target))


@main.command()
@click.argument("kind", type=KIND)
@click.argument("edition_id", metavar="ID")
@click.option("--to", "output_format", type=click.Choice(["pdf", "svg"]), default="pdf", show_default=True)
@click.option("-o", "output", type=GIVEN_PATH, help="Where to write it.")
@click.pass_context
@speaks_plainly
def watch(context: click.Context, kind: str, edition_id: str, output_format: str, output: Path | None) -> None:
    """Build a draft again whenever its content is saved: plangen watch pack 2016-17-q2. Ctrl-C ends it."""
    from plangen.cli.watching import watch_edition

    watch_edition(workspace_root(context), EditionName.of(EditionKind(kind), edition_id), output_format, output)


@main.command()
@click.argument("folder", metavar="DIR", type=GIVEN_PATH)
@click.option("--name", default="", help="The name of your partnership.")
@click.option("--area", default="", help="The area it works for.")
@speaks_plainly
def init(folder: Path, name: str, area: str) -> None:
    """Make a new workspace in DIR with a sample plan and pack, which build as they stand."""
    from plangen.pipeline.starting import start_workspace

    start_workspace(folder, _name(name, "--name"), _name(area, "--area"))
    say(f"Build the sample plan and pack:  plangen -C {folder} build --all")
    say(f"Put your own figures in:         plangen -C {folder} import FILE")
    say("Read on:                         docs/year.md, the year of a plan and its packs, step by step")


def _name(text: str, option: str) -> str:
    """A name as it was typed, without spaces around it; a usage error where it can be none."""
    from plangen.pipeline.starting import LONGEST_NAME
    from plangen.sources.decoding import CONTROL

    if len(text) > LONGEST_NAME or CONTROL.search(text) or len(text.splitlines()) > 1 or "\t" in text:
        raise click.UsageError(f"{option} is one line of at most {LONGEST_NAME} characters.")
    return text.strip()
