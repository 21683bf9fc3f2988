"""`plangen returns`: forms for agencies issued, read back, asked about, and accepted item by item."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from plangen.cli.arguments import GIVEN_PATH, workspace_root
from plangen.cli.reporting import speaks_plainly

__all__ = ["returns"]

_DAY = click.DateTime(["%Y-%m-%d"])
_PACK = click.Choice(["pack"])
_JSON = click.option("--json", "as_json_", is_flag=True, help="Print it for a program.")


@click.group()
def returns() -> None:
    """Forms for agencies: issue them, read what comes back, accept it item by item."""


@returns.command()
@click.argument("kind", type=_PACK)
@click.argument("edition_id", metavar="ID")
@click.option("--agency", "agencies", multiple=True, metavar="AGENCY", help="Only this one; may be given again.")
@click.option("--due", type=_DAY, help="When it is due: 2016-10-14.")
@click.option("--form", "form", type=click.Choice(["xlsx", "docx", "both"]), default="both", show_default=True)
@_JSON
@click.pass_context
@speaks_plainly
def issue(
    context: click.Context,
    kind: str,
    edition_id: str,
    agencies: tuple[str, ...],
    due: datetime | None,
    form: str,
    as_json_: bool,
) -> None:
    """Make a form for each agency that leads anything: output/returns/ID/AGENCY.xlsx and .docx."""
    from plangen.cli.returns_output import say_issued
    from plangen.pipeline.returns.issue import FormKind, issue_forms

    day = due.date() if due else None
    made = issue_forms(workspace_root(context), edition_id, agencies, day, FormKind(form), date.today())
    say_issued(made, as_json_)


@returns.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=GIVEN_PATH)
@click.option("--pack", metavar="ID", help="The pack it is for, where it is not the latest that was issued.")
@click.option("--tracked", type=click.Choice(["accept", "reject"]), help="What becomes of tracked changes.")
@_JSON
@click.pass_context
@speaks_plainly
def read(
    context: click.Context, files: tuple[Path, ...], pack: str | None, tracked: str | None, as_json_: bool
) -> None:
    """Record forms that came back, and say what they hold. No figure is changed."""
    from plangen.cli.returns_output import say_read
    from plangen.intake.commentary.runs import Tracked
    from plangen.pipeline.returns.read import read_back

    root, decided = workspace_root(context), Tracked(tracked) if tracked else None
    raise SystemExit(say_read([read_back(root, file, date.today(), pack, decided) for file in files], as_json_))


@returns.command()
@click.argument("kind", type=_PACK, required=False)
@click.argument("edition_id", metavar="ID", required=False)
@_JSON
@click.pass_context
@speaks_plainly
def status(context: click.Context, kind: str | None, edition_id: str | None, as_json_: bool) -> None:
    """Say how far each agency has come."""
    from plangen.cli.returns_output import say_states
    from plangen.pipeline.returns.status import states

    if (kind is None) != (edition_id is None):
        raise click.UsageError("Say which pack: plangen returns status pack ID.")
    say_states(states(workspace_root(context), edition_id), date.today(), as_json_)


@returns.command()
@click.argument("kind", type=_PACK)
@click.argument("edition_id", metavar="ID")
@click.argument("agency", metavar="AGENCY")
@click.argument("ref", metavar="REF")
@click.argument("question", metavar="QUESTION")
@_JSON
@click.pass_context
@speaks_plainly
def ask(
    context: click.Context, kind: str, edition_id: str, agency: str, ref: str, question: str, as_json_: bool
) -> None:
    """Record a question about an item, and print it to be sent."""
    import json

    from plangen.pipeline.returns.status import ask_agency

    if not question.strip() or len(question) > 2000:
        raise click.UsageError("Write the question, in at most 2,000 characters.")
    said = ask_agency(workspace_root(context), edition_id, agency, ref, question.strip(), date.today())
    click.echo(
        json.dumps({"agency": agency, "ref": ref, "question": said}, ensure_ascii=False) if as_json_ else said
    )


@returns.command()
@click.argument("kind", type=_PACK)
@click.argument("edition_id", metavar="ID")
@click.argument("agency", metavar="AGENCY")
@click.argument("refs", metavar="[REF]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every item that came back.")
@click.option("--take", type=click.Choice(["ours", "theirs"]), help="Whose is taken where the two differ.")
@click.option("--reason", default="", help="Why a figure or text that we have is replaced.")
@_JSON
@click.pass_context
@speaks_plainly
def accept(
    context: click.Context,
    kind: str,
    edition_id: str,
    agency: str,
    refs: tuple[str, ...],
    everything: bool,
    take: str | None,
    reason: str,
    as_json_: bool,
) -> None:
    """Write items that came back into the data and the commentaries: all that are named, or none."""
    from plangen.cli.returns_output import say_accepted
    from plangen.pipeline.returns.accept import AcceptRequest, Whose
    from plangen.pipeline.returns.accept import accept as accept_items

    if everything == bool(refs):
        raise click.UsageError("Name the items (1.2a), or use --all.")
    request = AcceptRequest(
        pack=edition_id,
        agency=agency,
        refs=refs,
        take=Whose(take) if take else None,
        reason=reason.strip(),
        today=date.today(),
    )
    say_accepted(accept_items(workspace_root(context), request), as_json_)
