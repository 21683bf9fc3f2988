"""Questions about a workbook, put to whoever sits at the terminal: one after the other, until nothing is open."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from plangen.cli.printing import say
from plangen.diagnostics import codes
from plangen.intake.answers import choices, with_answer
from plangen.intake.context import FileReading
from plangen.intake.outcome import ImportedFigures, ImportState
from plangen.intake.understanding import AnswerPlace, FigureState, Question
from plangen.model.indicator import Indicator
from plangen.model.unit import Polarity, Unit
from plangen.pipeline.importing import ImportRequest, read_import
from plangen.pipeline.recording import Changed

__all__ = ["ask_open"]

_NEW = "new"
_LATER = "later"
"""What is answered to leave a question open."""

Read = tuple[ImportRequest, ImportedFigures, FileReading | None]


def ask_open(root: Path, request: ImportRequest, outcome: ImportedFigures, reading: FileReading) -> Read:
    """Ask what is open; with each answer the file is read again, and its mapping holds what was answered."""
    left: set[tuple[str, str]] = set()
    now: FileReading | None = reading
    while now is not None and outcome.outcome is ImportState.OPEN:
        question = next((q for q in _open(now) if (q.cell, q.message) not in left), None)
        if question is None:
            break
        answer = _answer(question)
        if answer == _LATER:
            left.add((question.cell, question.message))
            continue
        if answer == _NEW:
            id, made = _new_indicator(question.text)
            request = replace(request, new={**request.new, id: made})
            answer = id
        try:
            mapping = with_answer(now.mapping, question, answer)
        except ValueError:
            say(f'"{answer}" is no answer to that.')
            continue
        outcome, now = read_import(root, request, mapping)
    if now is not None and outcome.count(FigureState.CHANGED) and request.changed is None:
        request, outcome, now = _ask_changed(root, request, outcome, now)
    return request, outcome, now


def _open(reading: FileReading) -> list[Question]:
    found = reading.found
    questions = [q for q in found.questions.values() if q.subject is not AnswerPlace.NOTHING]
    return sorted(questions, key=lambda q: (found.order.get(q.sheet, 0), q.place or (0, 0)))


def _answer(question: Question) -> str:
    say(f"{question.cell}: {question.message}", bold=True)
    if question.hint:
        say(f"  {question.hint}")
    offered = [*choices(question), _LATER]
    if question.code == codes.UNKNOWN_IMPORT_NAME:
        offered.insert(0, _NEW)
    return str(click.prompt(f"  answer ({', '.join(offered)}, or another)", default=_LATER)).strip()


def _new_indicator(name: str) -> tuple[str, Indicator]:
    """A record for something that was not measured here before."""
    id = "".join(sign if sign.isalnum() else "_" for sign in name.lower()).strip("_") or "measure"
    id = click.prompt("  its id", default=id)
    unit = click.prompt("  its unit", value_proc=_unit)
    polarity = click.prompt("  which way is better", type=click.Choice([one.value for one in Polarity]))
    source = click.prompt("  who publishes the figures")
    return id, Indicator(name=name, unit=unit, polarity=Polarity(polarity), source=source)


def _unit(text: str) -> Unit:
    try:
        return Unit.parse(text)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from None


def _ask_changed(root: Path, request: ImportRequest, outcome: ImportedFigures, reading: FileReading) -> Read:
    say(f"{outcome.count(FigureState.CHANGED)} figures differ from ours.", bold=True)
    kinds = [one.value for one in Changed]
    decision = Changed(click.prompt("  keep ours, correct, or revise", type=click.Choice(kinds), default="keep"))
    reason = click.prompt("  why do they change") if decision is not Changed.KEEP else ""
    request = replace(request, changed=decision, reason=reason)
    return (request, *read_import(root, request, reading.mapping))
