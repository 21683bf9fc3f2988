"""`plangen import COMMENTARY.docx`: what was understood, what was dropped, what is open, and what was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from plangen.cli.reporting import as_json, report, status
from plangen.diagnostics import Diagnostic, ExitCode
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.import_commentary import (
    CommentaryOptions,
    ImportedCommentary,
    ImportOutcome,
    import_commentary,
)

__all__ = ["import_word"]


def import_word(root: Path, path: Path, options: CommentaryOptions, as_json_: bool) -> ExitCode:
    """Import a Word file, say what came of it; 1 where anything is open or the file was refused."""
    made = import_commentary(root, path, options)
    if as_json_:
        click.echo(json.dumps(_fields(made), indent=2, ensure_ascii=False))
    else:
        for line in _lines(made):
            click.echo(line)
        report(made.findings)
        if made.written:
            _say_check(root, made)
    return ExitCode.FINE if made.outcome is ImportOutcome.READY else status(made.findings)


def _lines(made: ImportedCommentary) -> list[str]:
    lines = [
        f"{made.file}: {_counted(len(made.commentary), 'commentary', 'commentaries')} for the pack {made.pack}"
    ]
    for one in made.commentary:
        by = f", signed off by {one.signed_off.by}, {one.signed_off.on.isoformat()}" if one.signed_off else ""
        words = _counted(len(one.markdown.split()), "word", "words")
        lines.append(f"  {one.ref}  {one.state.value}, {words}{by or ', not signed off'}")
    if made.dropped:
        lines.append("Not kept:")
    for ref, part in made.dropped:
        lines.append(f"  {ref or 'document'}  {part.kind.value}" + (f": {part.words}" if part.words else ""))
    if made.written:
        lines.append(f"Written: {', '.join(made.written)}")
    elif made.outcome is ImportOutcome.READY:
        lines.append("Nothing written.")
    return lines


def _say_check(root: Path, made: ImportedCommentary) -> None:
    """What `check` has to say of the new words, and how many of the pack's figures are backed."""
    from plangen.pipeline.check import check_editions

    checked = check_editions(root, (EditionName.of(EditionKind.PACK, made.pack),))
    report(found for found in checked.findings if found.location and found.location.file in made.written)
    for name, coverage in checked.coverage:
        click.echo(f"{name}: {coverage}")


def _fields(made: ImportedCommentary) -> dict[str, Any]:
    return {
        "file": made.file,
        "sha256": made.sha256,
        "outcome": made.outcome.value,
        "commentary": [
            {
                "ref": one.ref,
                "path": f"content/packs/{made.pack}/commentary/{one.ref}.md",
                "markdown": one.markdown,
                "signed_off": (
                    {"by": one.signed_off.by, "on": one.signed_off.on.isoformat()} if one.signed_off else None
                ),
                "state": one.state.value,
            }
            for one in made.commentary
        ],
        "dropped": [{"ref": ref, "kind": part.kind.value, "words": part.words} for ref, part in made.dropped],
        "findings": _findings(made.findings),
    }


def _findings(findings: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """As `check --json` has them; the cell is the reference they are about, "" for the document."""
    told = json.loads(as_json(findings))
    return [{**fields, "cell": fields["field"] or ""} for fields in told]


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
