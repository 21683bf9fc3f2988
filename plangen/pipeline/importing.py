"""`plangen import`: a workbook read against a workspace, and its figures written where they are clear."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.intake.cells import Block, CellSheet
from plangen.intake.comparing import compare, settle_twins, warn
from plangen.intake.context import FileReading, Workplace
from plangen.intake.files import ReceivedFile, read_file, read_sheets
from plangen.intake.mapping import ImportMapping
from plangen.intake.mapping_files import find_mapping, named_mapping
from plangen.intake.names import name_book
from plangen.intake.outcome import ImportedFigures, ImportState
from plangen.intake.reading import understand
from plangen.intake.understanding import FigureState, ReadFigure
from plangen.intake.wording import comparable, plain
from plangen.model.workspace import Workspace
from plangen.sources.workspace import read_workspace

__all__ = ["Changed", "ImportRequest", "read_import", "workplace"]


class Changed(Enum):
    """What happens to figures that we have with another value."""

    KEEP = "keep"
    CORRECT = "correct"
    REVISE = "revise"


class ImportRequest(Struct, frozen=True):
    """What the command was asked. `on` is the day of the import, `by` who imports."""

    file: Path
    on: date
    sheets: tuple[str, ...] = ()
    mapping: str = ""
    save: str = ""
    pack: str = ""
    area: str = ""
    into: str = ""
    hidden: bool = False
    changed: Changed | None = None
    reason: str = ""
    by: str = ""
    leave_out_open: bool = False


def workplace(workspace: Workspace, pack: str = "", mapping: ImportMapping | None = None) -> Workplace:
    """The workspace as an import sees it. Raises `PlangenError` (PG130) for a pack that is not there."""
    records = workspace.records
    if pack and pack not in workspace.packs:
        hint = hint_for(pack, workspace.packs)
        message = f'there is no edition "{pack}"'
        raise PlangenError(finding(codes.NO_EDITION, message, None, hint, remedies=likely(pack, workspace.packs)))
    known = {records.partnership.area, *(one.area for one in records.observations)}
    if mapping:
        known |= {mapping.area} - {""}
        known |= {area for table in mapping.tables for area in table.areas.values()}
    areas = {comparable(area): area for area in sorted(known)}
    areas[comparable(records.partnership.area)] = records.partnership.area
    return Workplace(
        records.partnership.area,
        name_book(records.indicators, _references(workspace, pack)),
        records.observations,
        records.partnership.small_numbers,
        pack,
        workspace.packs[pack].record.period if pack else None,
        areas,
    )


def _references(workspace: Workspace, pack: str) -> dict[str, str]:
    """The references of that pack's measures, or of all packs as far as they agree."""
    found: dict[str, set[str]] = {}
    for id, one in workspace.packs.items():
        if pack and id != pack:
            continue
        for priority in one.record.priorities:
            for action in priority.actions:
                for measure in action.measures:
                    if measure.indicator:
                        found.setdefault(plain(measure.ref), set()).add(measure.indicator)
    return {reference: next(iter(ids)) for reference, ids in found.items() if len(ids) == 1}


def read_import(root: Path, request: ImportRequest) -> tuple[ImportedFigures, FileReading | None]:
    """Read the file against the workspace at `root`, writing nothing; what cannot be read at all is `refused`."""
    try:
        received = read_file(request.file)
    except PlangenError as problem:
        return _refused(request.file.name, "", problem.diagnostics), None
    try:
        sheets, said = read_sheets(received)
    except PlangenError as problem:
        return _refused(received.name, received.sha256, problem.diagnostics), None
    workspace = read_workspace(root)
    name, mapping = named_mapping(root, request.mapping) if request.mapping else find_mapping(root, received.name)
    if request.area:
        mapping = replace(mapping, area=request.area)
    unknown = [one for one in request.sheets if one not in {sheet.name for sheet in sheets}]
    if unknown:
        there = [sheet.name for sheet in sheets]
        message = f'there is no sheet "{unknown[0]}"'
        found = finding(codes.NO_TABLE, message, Location(received.name), hint_for(unknown[0], there))
        return _refused(received.name, received.sha256, (found,)), None
    place = workplace(workspace, request.pack, mapping)
    reading = understand(sheets, place, mapping, request.sheets, request.hidden)
    understood = reading.found
    if not understood.tables:
        none = finding(codes.NO_TABLE, "no table found", Location(received.name), f"seen were {_seen(sheets)}")
        return _refused(received.name, received.sha256, (*said, none)), None
    settle_twins(understood)
    compare(understood, workspace.records.observations)
    if request.mapping == "" and name:
        reading.said["mapping"] = f"the mapping {name} is for files of this name and was used"
    return _outcome(received, name, reading, said, request), reading


def _seen(sheets: Iterable[CellSheet]) -> str:
    words = []
    for sheet in sheets:
        if not sheet.cells:
            words.append(f"{sheet.name}: nothing")
            continue
        rows, columns = [p[0] for p in sheet.cells], [p[1] for p in sheet.cells]
        block = Block(min(rows), min(columns), max(rows), max(columns))
        words.append(f"{sheet.name}: text in {block}, no heading that is a period")
    return "; ".join(words) or "no sheets"


def _refused(file: str, sha256: str, findings: Iterable[Diagnostic]) -> ImportedFigures:
    return ImportedFigures(file, sha256, "", ImportState.REFUSED, findings=tuple(findings))


def _outcome(
    received: ReceivedFile, name: str, reading: FileReading, said: list[Diagnostic], request: ImportRequest
) -> ImportedFigures:
    found = reading.found
    findings = list(said)
    for words in reading.said.values():
        findings.append(finding(codes.READ_AS, words, Location(received.name)))
    questions = sorted(found.questions.values(), key=lambda q: (found.order.get(q.sheet, 0), q.place or (0, 0)))
    findings += [question.diagnostic(received.name) for question in questions]
    findings += [question.diagnostic(received.name) for question in warn(found, reading.workplace)]
    findings += [_changed(figure, received.name, request) for figure in found.figures if _is_changed(figure)]
    if request.leave_out_open:
        findings = [one.milder() if one.severity is Severity.ERROR else one for one in findings]
    is_open = any(one.severity is Severity.ERROR for one in findings)
    return ImportedFigures(
        received.name,
        received.sha256,
        name,
        ImportState.OPEN if is_open else ImportState.READY,
        (),
        tuple(found.tables),
        tuple(found.figures),
        tuple(found.skipped),
        tuple(findings),
    )


def _is_changed(figure: ReadFigure) -> bool:
    return figure.state is FigureState.CHANGED


def _changed(figure: ReadFigure, file: str, request: ImportRequest) -> Diagnostic:
    """PG240, settled where --changed says what to do."""
    cell = figure.cell.rpartition("!")[2]
    theirs = figure.value or f"{figure.numerator} of {figure.denominator}"
    at = figure.ours_at
    where = f" ({at.file.rpartition('/')[2]}:{at.line})" if at else ""
    message = f"{cell} says {theirs}, ours is {figure.ours}{where}"
    hint = 'decide with --changed keep, correct or revise; the last two need --reason "…"'
    if at and at.file.endswith(".xlsx"):
        hint = f"correct the cell in {at.file}, row {at.line}: nothing is changed in a workbook"
        return finding(codes.CHANGED_FIGURE, message, Location(file, field=figure.cell), hint)
    found = finding(codes.CHANGED_FIGURE, message, Location(file, field=figure.cell), hint)
    return found.milder() if request.changed else found
