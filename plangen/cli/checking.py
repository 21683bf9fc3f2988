"""`plangen check`: findings, how many figures are backed, what was accepted, what earlier documents stated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plangen.cli.printing import say, say_json
from plangen.cli.reporting import as_json, report, status
from plangen.diagnostics import ExitCode
from plangen.model.edition import EditionName
from plangen.pipeline.check import Checked, check_editions, editions

__all__ = ["check_workspace"]


def check_workspace(root: Path, name: EditionName | None, as_json_: bool, stated: bool, style: bool) -> ExitCode:
    """Check one edition or all and say what was found; returns 1 where there is an error that nobody accepted."""
    names = (name,) if name else editions(root)
    checked = check_editions(root, names, style)
    if as_json_:
        say_json(_fields(checked))
    elif stated:
        _print_stated(checked)
    else:
        report(checked.findings)
        for line in _summary(checked, names):
            say(line)
    return status(checked.findings)


def _summary(checked: Checked, names: tuple[EditionName, ...]) -> list[str]:
    lines = [] if checked.findings else [f"No problems found in {', '.join(map(str, names))}."]
    lines += [f"{name}: {coverage}" for name, coverage in checked.coverage]
    if checked.accepted:
        lines.append(f"{_counted(len(checked.accepted), 'finding')} accepted in content/accepted.yaml")
    differing = sum(difference.differs for difference in checked.differences)
    if differing:
        found = _counted(differing, "figure")
        lines.append(f"{found} of earlier documents differ from ours: plangen check --stated lists them")
    return lines


def _print_stated(checked: Checked) -> None:
    """The list of printed figures that differ, for a meeting: where, what was printed, ours, why."""
    for found in checked.differences:
        if found.differs:
            note = [f"  {found.note}"] if found.note else []
            printed = (found.source, f"  {found.at}", f"  printed: {found.said}", f"  ours:    {found.ours}")
            for line in (*printed, *note, ""):
                say(line)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _fields(checked: Checked) -> dict[str, Any]:
    return {
        "findings": json.loads(as_json(checked.findings)),
        "accepted": [
            {**json.loads(as_json([finding]))[0], "reason": decision.reason, "by": decision.by}
            for finding, decision in checked.accepted
        ],
        "coverage": {
            str(name): {"backed": c.backed, "figures": c.figures, "share": round(c.share, 4)}
            for name, c in checked.coverage
        },
        "stated": [
            {"at": d.at, "said": d.said, "ours": d.ours, "differs": d.differs, "source": d.source, "note": d.note}
            for d in checked.differences
        ],
    }
