"""`plangen archive`: approved editions kept, listed, verified, compared, exported and made again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from plangen.cli.archive_options import common, edition, named, opened, version_or_newest
from plangen.cli.archive_proofs import receipt, sign, timestamp, verify
from plangen.cli.arguments import GIVEN_PATH, workspace_root
from plangen.cli.reporting import report, status
from plangen.model.edition import EditionKind, EditionName

__all__ = ["archive"]


@click.group()
def archive() -> None:
    """Keep approved editions for good: verify, compare, export and rebuild them."""


@archive.command()
@edition
@click.option("--version", required=True, help="Its version, above those archived before: 1.0")
@click.option("--approved-by", required=True, help="Who approved it, as it should be printed.")
@click.option("--approved-on", metavar="DATE", help="When: 2011-04-01. Without it, today.")
@click.option("--content", metavar="DIGEST", default="", help="The content digest that was approved.")
@click.option("--note", default="", help="What colleagues should know; it is not printed.")
@click.option("--correction", default="", help="Why it takes the place of the version before; it is printed.")
@click.option("--unchanged", is_flag=True, help="Approve the same content once more.")
@click.pass_context
@common
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
@common
def list_(context: click.Context, folder: Path | None, as_json_: bool) -> None:
    """List every edition and its versions."""
    from plangen.cli.archive_output import show_list
    from plangen.pipeline.history.editions import readable

    versions, findings = readable(opened(context, folder))
    show_list(versions, as_json_)
    report(findings)
    raise SystemExit(status(findings))


@archive.command()
@edition
@version_or_newest
@click.pass_context
@common
def show(
    context: click.Context, kind: str, edition_id: str, version: str | None, folder: Path | None, as_json_: bool
) -> None:
    """Show the record of a version; without VERSION, of the newest."""
    from plangen.cli.archive_output import show_record
    from plangen.pipeline.history.archived_edition import kept

    show_record(kept(opened(context, folder), named(kind, edition_id), version), as_json_)


@archive.command()
@edition
@click.argument("old", metavar="V1")
@click.argument("new", metavar="V2")
@click.option("-o", "output", type=GIVEN_PATH, help="A folder for a report with pictures of pages.")
@click.pass_context
@common
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

    found = compare(opened(context, folder), named(kind, edition_id), old, new)
    if output:
        from plangen.pipeline.archive.folder import write_folder
        from plangen.pipeline.archive.report import report_files

        write_folder(output, report_files(found))
    show_difference(found, output, as_json_)


@archive.command()
@edition
@version_or_newest
@click.option("-o", "output", required=True, type=GIVEN_PATH, help="A new folder, or a .zip file.")
@click.pass_context
@common
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
        export_version(opened(context, folder), named(kind, edition_id), version, output), output, as_json_
    )


@archive.command()
@edition
@version_or_newest
@click.option("-o", "output", required=True, type=GIVEN_PATH, help="A new folder.")
@click.pass_context
@common
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

    show_written(check_out(opened(context, folder), named(kind, edition_id), version, output), output, as_json_)


@archive.command()
@edition
@version_or_newest
@click.option("-o", "output", type=GIVEN_PATH, help="Where to write the PDF that is made.")
@click.pass_context
@common
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

    rebuilt = make_again(opened(context, folder), named(kind, edition_id), version)
    findings = rebuild_findings(rebuilt)
    if output:
        write_whole(output, rebuilt.data)
    show_rebuilt(rebuilt, findings, as_json_)
    raise SystemExit(status(findings))


for _command in (verify, receipt, sign, timestamp):
    archive.add_command(_command)
