"""How returns are shown: an item a line for people, the same as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from plangen.cli.reporting import as_json, report
from plangen.diagnostics import ExitCode
from plangen.intake.returns.judging import JudgedItem
from plangen.intake.returns.register import ReturnState
from plangen.pipeline.returns.accept import AcceptedItem
from plangen.pipeline.returns.issue import IssuedFiles
from plangen.pipeline.returns.read import ReadBack
from plangen.pipeline.returns.status import AgencyState

__all__ = ["say_accepted", "say_issued", "say_read", "say_states"]


def say_issued(made: Sequence[IssuedFiles], as_json_: bool) -> None:
    """The files of each agency."""
    if as_json_:
        _echo([{"agency": one.agency, "form": one.form, "items": one.items, "files": one.files} for one in made])
        return
    for one in made:
        again = ", as issued before" if one.again else ""
        click.echo(f"{one.agency}: {one.items} items{again}: {', '.join(one.files)}")


def say_read(read: Sequence[ReadBack], as_json_: bool) -> ExitCode:
    """An item a line; 1 where a file was refused or anything needs a decision."""
    if as_json_:
        _echo([_read_fields(one) for one in read])
    else:
        for one in read:
            _say_one(one)
    return ExitCode.CONTENT if any(one.open for one in read) else ExitCode.FINE


def _say_one(read: ReadBack) -> None:
    if read.agency:
        known = ", received before: nothing changes" if read.known else ""
        click.echo(f"{read.file}: {read.agency}, pack {read.pack}{known}")
    for item in read.items:
        small = "  (small number: it will be shown as *)" if item.small else ""
        click.echo(f"  {item.ref or '-':6} {item.line}{small}")
    report(read.findings)


def say_states(states: Sequence[AgencyState], today: date, as_json_: bool) -> None:
    """An agency a line, with what is due and what it was asked."""
    if as_json_:
        _echo([_state_fields(one) for one in states])
        return
    for one in states:
        due = f", due {one.due.isoformat()}" if one.due else ""
        overdue = " (overdue)" if one.state is ReturnState.ISSUED and one.due and today > one.due else ""
        late = " (returned late)" if one.late and one.state is not ReturnState.LATE else ""
        waiting = f", {one.waiting} to decide" if one.waiting else ""
        click.echo(f"{one.pack}  {one.name}: {one.state.value}{late}{due}{overdue}{waiting}")
        for asked in one.questions:
            click.echo(f"    asked {asked.on.isoformat()} about {asked.ref}: {asked.question}")


def say_accepted(done: Sequence[AcceptedItem], as_json_: bool) -> None:
    """What became of each item."""
    if as_json_:
        _echo([{**_item_fields(one.item), "became": one.became} for one in done])
        return
    for one in done:
        click.echo(f"  {one.item.ref:6} {one.item.line}: {one.became}")


def _read_fields(read: ReadBack) -> dict[str, Any]:
    return {
        "file": read.file,
        "sha256": read.sha256,
        "pack": read.pack,
        "agency": read.agency,
        "known": read.known,
        "items": [_item_fields(item) for item in read.items],
        "findings": json.loads(as_json(read.findings)),
    }


def _item_fields(item: JudgedItem) -> dict[str, Any]:
    signed = item.signed_off
    return {
        "ref": item.ref,
        "key": item.key,
        "state": item.state.value,
        "says": item.line,
        "value": item.value,
        "markdown": item.markdown,
        "signed_off": {"by": signed.by, "on": signed.on.isoformat()} if signed else None,
        "open": item.state.open,
    }


def _state_fields(one: AgencyState) -> dict[str, Any]:
    return {
        "pack": one.pack,
        "agency": one.agency,
        "state": one.state.value,
        "late": one.late,
        "due": one.due.isoformat() if one.due else None,
        "items": one.items,
        "waiting": one.waiting,
        "asked": [{"ref": q.ref, "question": q.question, "on": q.on.isoformat()} for q in one.questions],
    }


def _echo(said: object) -> None:
    click.echo(json.dumps(said, indent=2, ensure_ascii=False))
