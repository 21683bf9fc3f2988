"""What the archive commands have in common: where the archive is, which edition and version, and JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangen.cli.arguments import GIVEN_PATH, KIND, workspace_root
from plangen.cli.reporting import speaks_plainly
from plangen.model.edition import EditionKind, EditionName

if TYPE_CHECKING:
    from plangen.archive import Archive
    from plangen.pipeline.history.place import ArchivePlace

__all__ = ["common", "edition", "named", "opened", "place", "version_or_newest"]

Command = Callable[..., None]


def common(command: Command) -> Command:
    """What every archive command has: where the archive is, and JSON for programs."""
    where = click.option("--archive", "folder", metavar="DIR", type=GIVEN_PATH, help="Another archive.")
    as_json = click.option("--json", "as_json_", is_flag=True, help="Print the outcome for a program.")
    return where(as_json(speaks_plainly(command)))


def edition(command: Command) -> Command:
    """The arguments that name an edition: plan 2011-12."""
    return click.argument("kind", type=KIND)(click.argument("edition_id", metavar="ID")(command))


version_or_newest = click.argument("version", metavar="[VERSION]", required=False)
"""The argument that names a version; the newest where it is left out."""


def named(kind: str, edition_id: str) -> EditionName:
    """The edition of that name; raises PG740 for one that cannot be an edition's."""
    from plangen.pipeline.archive.request import edition_named

    return edition_named(EditionKind(kind), edition_id)


def opened(context: click.Context, folder: Path | None) -> Archive:
    """The archive that --archive names, or that of the workspace."""
    return place(context, folder).open()


def place(context: click.Context, folder: Path | None) -> ArchivePlace:
    """Where the archive is; one that is named needs no workspace around it."""
    from plangen.pipeline.history.place import find_archive

    return find_archive(None if folder else workspace_root(context), folder)
