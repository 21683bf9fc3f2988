"""`plangen accept`: a finding that somebody decided to live with, and why."""

from __future__ import annotations

import click

from plangen.cli.arguments import workspace_root
from plangen.cli.printing import say
from plangen.cli.reporting import speaks_plainly

__all__ = ["accept"]


@click.command()
@click.argument("code", metavar="CODE")
@click.argument("place", metavar="PLACE")
@click.option("--reason", required=True, help="Why it may stay: one sentence.")
@click.option("--by", required=True, help="Who decided.")
@click.pass_context
@speaks_plainly
def accept(context: click.Context, code: str, place: str, reason: str, by: str) -> None:
    """Accept a finding of plangen check: plangen accept PG878 pack.yaml:37 --reason "…" --by "…".

    PLACE is what the check prints, as far as it is needed (FILE, FILE:LINE, FILE:LINE:COLUMN), or FILE "words".
    """
    from plangen.pipeline.accepting import accept_findings

    if not reason.strip() or not by.strip():
        raise click.UsageError("--reason and --by say something.")
    for found in accept_findings(workspace_root(context), code, place, reason.strip(), by.strip()):
        say(f"accepted {found.code} {found.location}: {found.message}")
