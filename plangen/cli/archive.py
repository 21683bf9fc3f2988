"""`plangen archive`: approved editions kept, listed, verified, compared, exported and made again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli.arguments import GIVEN_PATH, KIND, workspace_root
from plangen.cli.reporting import report, speaks_plainly, status
from plangen.model.edition import EditionKind, EditionName

if TYPE_CHECKING:
    from plangen.archive import Archive
    from plangen.pipeline.history.place import ArchivePlace

__all__ = ["archive"]

Command = Callable[..., None]


@click.group()
def archive() -> None:
    """Keep approved editions for good: verify, compare, export and rebuild them."""


def _common(command: Command) -> Command:
    """What every archive command has: where the archive is, and JSON for programs."""
    where = click.option("--archive", "folder", metavar="DIR", type=GIVEN_PATH, help="Another archive.")
    as_json = click.option("--json", "as_json_", is_flag=True, help="Print the outcome for a program.")
    return where(as_json(speaks_plainly(command)))


def _edition(command: Command) -> Command:
    return click.argument("kind", type=KIND)(click.argument("edition_id", metavar="ID")(command))


_version = click.argument("version", metavar="[VERSION]", required=False)


@archive.command()
@_edition
@click.option("--version", required=True, help="Its version, above those archived before: 1.0")
@click.option("--approved-by", required=True, help="Who approved it, as it should be printed.")
@click.option("--approved-on", metavar="DATE", help="When: 2011-04-01. Without it, today.")
@click.option("--content", metavar="DIGEST", default="", help="The content digest that was approved.")
@click.option("--note", default="", help="What colleagues should know; it is not printed.")
@click.option("--correction", default="", help="Why it takes the place of the version before; it is printed.")
@click.option("--unchanged", is_flag=True, help="Approve the same content once more.")
@click.pass_context
@_common
def add(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str,
    approved_by: str,
    approved_on: str | None,
    content: str,
    note: str,
    correction: str,
    unchanged: bool,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Build an approved edition anew, store it, and print a receipt for the minutes."""
    from plangen.cli.archive_output import show_receipt
    from plangen.pipeline.archive.add import add as add_edition
    from plangen.pipeline.archive.request import AddRequest
    from plangen.pipeline.history.place import find_archive

    today = date.today()
    name = EditionName.of(EditionKind(kind), edition_id)
    day = approved_on or today.isoformat()
    request = AddRequest(name, version, approved_by, day, content, note, correction, unchanged)
    root = workspace_root(context)
    place = find_archive(root, folder)
    added = add_edition(root, place, request, today)
    if not as_json_:
        report(added.findings)
    show_receipt(added.version, as_json_)


@archive.command("list")
@click.pass_context
@_common
def list_(context: click.Context, folder: Path | None, as_json_: bool) -> None:
    """List every edition and its versions."""
    from plangen.cli.archive_output import show_list
    from plangen.pipeline.history.editions import readable

    versions, findings = readable(_open(context, folder))
    show_list(versions, as_json_)
    report(findings)
    raise SystemExit(status(findings))


@archive.command()
@_edition
@_version
@click.pass_context
@_common
def show(
    context: click.Context, kind: str, edition_id: str, version: str | None, folder: Path | None, as_json_: bool
) -> None:
    """Show the record of a version; without VERSION, of the newest."""
    from plangen.cli.archive_output import show_record
    from plangen.pipeline.history.archived_edition import kept

    show_record(kept(_open(context, folder), _named(kind, edition_id), version), as_json_)


@archive.command()
@click.argument("kind", type=KIND, required=False)
@click.argument("edition_id", metavar="ID", required=False)
@click.option("--all", "everything", is_flag=True, help="Verify every edition of the archive.")
@click.option(
    "--expect",
    metavar="RECEIPT",
    multiple=True,
    help="A receipt's file, or its version digest; repeatable.",
)
@click.pass_context
@_common
def verify(
    context: click.Context,
    kind: str | None,
    edition_id: str | None,
    everything: bool,
    expect: tuple[str, ...],
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Check that nothing in the archive was altered, lost or added."""
    from plangen.cli.archive_output import show_verified
    from plangen.pipeline.archive.expectations import expectation
    from plangen.pipeline.archive.verify import verify as verify_archive

    if everything and kind:
        raise click.UsageError("Name one edition (plan ID or pack ID), or use --all.")
    if kind and not edition_id:
        raise click.UsageError(f"Say which {kind}: plangen archive verify {kind} ID.")
    name = _named(kind, edition_id) if kind and edition_id else None
    expected = [expectation(given) for given in expect]
    verified = verify_archive(_place(context, folder).open_as_it_is(), name, expected)
    show_verified(verified, as_json_)
    raise SystemExit(status(verified.findings))


@archive.command()
@_edition
@_version
@click.option(
    "-o",
    "output",
    metavar="DIR",
    default=".",
    type=click.Path(path_type=Path),
    help="The folder to write it into; without it, the one you are in.",
)
@click.pass_context
@_common
def receipt(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    output: Path,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Write the receipt of a version: a file for verify --expect, and a page to print."""
    from plangen.cli.archive_output import show_receipt_files
    from plangen.pipeline.archive.receipt import receipt as receipt_of
    from plangen.pipeline.archive.receipt import write_receipt

    made = receipt_of(_open(context, folder), _named(kind, edition_id), version)
    show_receipt_files(made, write_receipt(made, output), as_json_)


@archive.command()
@_edition
@click.argument("old", metavar="V1")
@click.argument("new", metavar="V2")
@click.option("-o", "output", type=GIVEN_PATH, help="A folder for a report with pictures of pages.")
@click.pass_context
@_common
def diff(
    context: click.Context,
    kind: str,
    edition_id: str,
    old: str,
    new: str,
    output: Path | None,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Say what changed for a reader: figures first, then targets, text and pages."""
    from plangen.cli.archive_output import show_difference
    from plangen.pipeline.archive.diff import diff as compare

    found = compare(_open(context, folder), _named(kind, edition_id), old, new)
    if output:
        from plangen.pipeline.archive.folder import write_folder
        from plangen.pipeline.archive.report import report_files

        write_folder(output, report_files(found))
    show_difference(found, output, as_json_)


@archive.command()
@_edition
@_version
@click.option("-o", "output", required=True, type=GIVEN_PATH, help="A new folder, or a .zip file.")
@click.pass_context
@_common
def export(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    output: Path,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Copy a version out of the archive, as a folder or a zip file."""
    from plangen.cli.archive_output import show_written
    from plangen.pipeline.archive.export import export as export_version

    show_written(
        export_version(_open(context, folder), _named(kind, edition_id), version, output), output, as_json_
    )


@archive.command()
@_edition
@_version
@click.option("-o", "output", required=True, type=GIVEN_PATH, help="A new folder.")
@click.pass_context
@_common
def checkout(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    output: Path,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Lay out what a version was made from, as a workspace."""
    from plangen.cli.archive_output import show_written
    from plangen.pipeline.archive.export import checkout as check_out

    show_written(check_out(_open(context, folder), _named(kind, edition_id), version, output), output, as_json_)


@archive.command()
@_edition
@_version
@click.option("-o", "output", type=GIVEN_PATH, help="Where to write the PDF that is made.")
@click.pass_context
@_common
def rebuild(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    output: Path | None,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Make a version again from its archived inputs, and compare it with what was published."""
    from plangen.cli.archive_output import show_rebuilt
    from plangen.pipeline.archive.rebuild import rebuild as make_again
    from plangen.pipeline.archive.rebuild import rebuild_findings
    from plangen.pipeline.output import write_whole

    rebuilt = make_again(_open(context, folder), _named(kind, edition_id), version)
    findings = rebuild_findings(rebuilt)
    if output:
        write_whole(output, rebuilt.data)
    show_rebuilt(rebuilt, findings, as_json_)
    raise SystemExit(status(findings))


def _named(kind: str, edition_id: str) -> EditionName:
    from plangen.pipeline.archive.request import edition_named

    return edition_named(EditionKind(kind), edition_id)


def _open(context: click.Context, folder: Path | None) -> Archive:
    return _place(context, folder).open()


def _place(context: click.Context, folder: Path | None) -> ArchivePlace:
    """An archive that is named needs no workspace around it."""
    from plangen.pipeline.history.place import find_archive

    return find_archive(None if folder else workspace_root(context), folder)
