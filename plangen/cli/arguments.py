"""What several commands ask for: the kind of edition, and the workspace they work in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from plangen.model.edition import EditionKind

__all__ = ["GIVEN_PATH", "KIND", "workspace_root"]

KIND = click.Choice([kind.value for kind in EditionKind])


class _GivenPath(click.ParamType[Path]):
    """A path that somebody typed, or that a script put together out of nothing."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; a name that is empty would be the current folder, which nobody meant."""
        if not str(value).strip() or "\0" in str(value):
            self.fail("the name is empty", param, ctx)
        return Path(value)


GIVEN_PATH = _GivenPath()


def workspace_root(context: click.Context) -> Path:
    """The workspace named with -C, or the one around the current folder, with nothing left half written in it."""
    from plangen.edits.transaction import settle
    from plangen.sources.workspace import find_workspace

    root = find_workspace(context.obj or Path.cwd())
    settle(root)
    return root
