"""`plangen import FILE`: commentary from a Word file, figures from any other."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from plangen.cli.arguments import GIVEN_PATH, workspace_root
from plangen.cli.reporting import speaks_plainly
from plangen.diagnostics import ExitCode

__all__ = ["import_"]

_DAY = click.DateTime(["%Y-%m-%d"])
_OF_WORDS = ("tracked", "signed_off")
_OF_FIGURES = ("sheets", "mapping", "save", "area", "into", "hidden", "reason", "by", "leave_out_open", "yes")


@click.command("import")
@click.argument("file", metavar="FILE", type=GIVEN_PATH)
@click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="Read this sheet only; may be given again.")
@click.option("--map", "mapping", metavar="NAME|PATH", default="", help="The mapping with earlier answers.")
@click.option("--save", metavar="NAME", default="", help="Keep the answers as content/imports/NAME.yaml.")
@click.option("--pack", metavar="ID", help="The pack whose commentary it is, or whose references and year count.")
@click.option("--area", metavar="AREA", default="", help="The area of tables that name none.")
@click.option("--into", metavar="NAME", default="", help="The table to write: content/data/NAME.csv.")
@click.option("--hidden", is_flag=True, help="Read hidden sheets, rows and columns too.")
@click.option(
    "--changed",
    type=click.Choice(["keep", "correct", "revise", "take"]),
    help="Where ours says something else: keep, or for figures correct or revise, for commentary take.",
)
@click.option("--reason", metavar="TEXT", default="", help="Why figures are corrected or revised.")
@click.option("--by", metavar="NAME", default="", help="Who imports.")
@click.option("--leave-out-open", is_flag=True, help="Write what is clear, and leave out what is open.")
@click.option(
    "--tracked", type=click.Choice(["accept", "reject"]), help="What becomes of tracked changes in Word."
)
@click.option("--signed-off", metavar="BY", help="Who signs commentary that does not sign itself; with --on.")
@click.option("--on", type=_DAY, help="The day of the import, or when commentary was signed off: 2016-10-12.")
@click.option("--check", "check_only", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.option("--json", "as_json_", is_flag=True, help="Print all of it for a program.")
@click.pass_context
@speaks_plainly
def import_(context: click.Context, /, **given: Any) -> None:
    """Take in a file that somebody sent: figures (.xlsx, .xlsm, .csv, .tsv), or commentary (.docx)."""
    root = workspace_root(context)
    is_word = given["file"].suffix.lower() == ".docx"
    for name in _OF_FIGURES if is_word else _OF_WORDS:
        if given.pop(name):
            kind = "figures" if is_word else "commentary"
            raise click.UsageError(f"--{name.replace('_', '-')} goes with {kind} only.")
    raise SystemExit(_import_words(root, **given) if is_word else _import_figures(root, **given))


def _import_words(
    root: Path,
    file: Path,
    pack: str | None,
    tracked: str | None,
    changed: str | None,
    signed_off: str | None,
    on: datetime | None,
    check_only: bool,
    as_json_: bool,
) -> ExitCode:
    from plangen.cli.importing_commentary import import_word
    from plangen.intake.commentary.runs import Tracked
    from plangen.model.pack import SignOff
    from plangen.pipeline.import_commentary import ChangedWords, CommentaryOptions

    if pack is None:
        raise click.UsageError("Say which pack the commentary is for: --pack ID.")
    if (signed_off is None) != (on is None):
        raise click.UsageError("--signed-off and --on go together: who signed it off, and when.")
    if changed not in (None, *(one.value for one in ChangedWords)):
        raise click.UsageError(f"--changed {changed} goes with figures; for commentary say keep or take.")
    options = CommentaryOptions(
        pack=pack,
        today=date.today(),
        tracked=Tracked(tracked) if tracked else None,
        changed=ChangedWords(changed) if changed else None,
        signed=SignOff(by=signed_off, on=on.date()) if signed_off and on else None,
        check_only=check_only,
    )
    return import_word(root, file, options, as_json_)


def _import_figures(
    root: Path,
    file: Path,
    pack: str | None,
    changed: str | None,
    on: datetime | None,
    check_only: bool,
    as_json_: bool,
    yes: bool,
    **given: Any,
) -> ExitCode:
    from plangen.cli.importing_figures import import_figures
    from plangen.pipeline.importing import ImportRequest
    from plangen.pipeline.recording import Changed

    if changed not in (None, *(one.value for one in Changed)):
        raise click.UsageError(
            f"--changed {changed} goes with commentary; for figures say keep, correct or revise."
        )
    if changed in (Changed.CORRECT.value, Changed.REVISE.value) and not given["reason"].strip():
        raise click.UsageError(f"--changed {changed} needs --reason: say why the figures change.")
    request = ImportRequest(
        file=file,
        on=on.date() if on else date.today(),
        pack=pack or "",
        changed=Changed(changed) if changed else None,
        check_only=check_only,
        **given,
    )
    return import_figures(root, request, as_json_, yes)
