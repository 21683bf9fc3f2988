"""What several commands ask for: the kind of edition, and the workspace they work in."""

from __future__ import annotations

from pathlib import Path

import click

from plangen.model.edition import EditionKind

__all__ = ["KIND", "workspace_root"]

KIND = click.Choice([kind.value for kind in EditionKind])


def workspace_root(context: click.Context) -> Path:
    """The workspace named with -C, or the one around the current folder."""
    from plangen.sources.workspace import find_workspace

    return find_workspace(context.obj or Path.cwd())
