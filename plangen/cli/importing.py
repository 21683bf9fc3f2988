"""`plangen import FILE`: by the kind of file."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from plangen.cli.importing_commentary import import_word
from plangen.diagnostics import ExitCode
from plangen.intake.commentary.runs import Tracked
from plangen.model.pack import SignOff
from plangen.pipeline.import_commentary import ChangedWords, CommentaryOptions

__all__ = ["import_file"]


def import_file(
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
    """Import commentary; usage errors for options that do not go together."""
    if pack is None:
        raise click.UsageError("Say which pack the commentary is for: --pack ID.")
    if (signed_off is None) != (on is None):
        raise click.UsageError("--signed-off and --on go together: who signed it off, and when.")
    options = CommentaryOptions(
        pack=pack,
        today=date.today(),
        tracked=Tracked(tracked) if tracked else None,
        changed=ChangedWords(changed) if changed else None,
        signed=SignOff(by=signed_off, on=on.date()) if signed_off and on else None,
        check_only=check_only,
    )
    return import_word(root, file, options, as_json_)
