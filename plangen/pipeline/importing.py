"""`plangen import`: a workbook read against a workspace, and its figures written where they are clear."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, ExitCode, Location, PlangenError, Severity, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.edits import Put, Transaction, edit_yaml
from plangen.intake.cells import Block, CellSheet
from plangen.intake.comparing import compare, settle_twins, warn
from plangen.intake.context import FileReading, Workplace
from plangen.intake.files import ReceivedFile, read_file, read_sheets
from plangen.intake.kept_lists import RECEIVED
from plangen.intake.mapping_files import FOLDER, find_mapping, named_mapping
from plangen.intake.mapping_writing import known_of, mapping_fields
from plangen.intake.names import name_book
from plangen.intake.outcome import ImportedFigures, ImportState
from plangen.intake.reading import understand
from plangen.intake.understanding import FigureState, ReadFigure
from plangen.intake.wording import comparable, plain
from plangen.model.import_mapping import ImportMapping, KnownTable
from plangen.model.indicator import Indicator
from plangen.model.observation import Observation, SeriesKind
from plangen.model.pack import PackRecord
from plangen.pipeline.history.published_values import published_values
from plangen.pipeline.recording import Arrival, Changed, PublishedValues, put_figures
from plangen.sources.decoding import decode
from plangen.sources.observations import ObservationReader
from plangen.sources.packs import FOLDER as PACKS
from plangen.sources.packs import read_pack
from plangen.sources.reading import Reading as SourceReading
from plangen.sources.shared_records import read_shared
from plangen.sources.tables import read_observations
from plangen.sources.yaml_reader import read_yaml

__all__ = ["ImportRequest", "import_workbook", "read_import", "workplace", "write_import"]

_INTO = "imported"
"""The table that figures go into where nobody names one."""


class ImportRequest(Struct, frozen=True):
    """What was asked for. `on` is the day of the import, `by` who imports, `new` indicators to be added."""

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
    check_only: bool = False
    new: Mapping[str, Indicator] = field(default_factory=dict)


def workplace(
    root: Path, pack: str, mapping: ImportMapping, new: Mapping[str, Indicator] | None = None
) -> Workplace:
    """The workspace as an import sees it: its indicators, figures and packs; nothing else has to be sound.

    Raises `PlangenError` with what is wrong with the shared files and the data, or PG130 for a pack that is not
    there.
    """
    reading = SourceReading(root)
    shared = read_shared(reading)
    reader = ObservationReader(shared.indicators, shared.names.indicators)
    observations = read_observations(reading, reader)
    errors = [one for one in reading.found if one.severity is Severity.ERROR]
    if errors or shared.partnership is None:
        raise PlangenError(errors or reading.found)
    packs = {id: one.record for id in reading.names(PACKS) if (one := read_pack(reading, id)).record}
    if pack and pack not in packs:
        message = f'there is no pack "{pack}" that can be read'
        raise PlangenError(
            finding(codes.NO_EDITION, message, None, hint_for(pack, packs), remedies=likely(pack, packs))
        )
    own = shared.partnership.area
    known = {own, *(one.area for one in observations), *({mapping.area} - {""})}
    known |= {area for table in mapping.tables for area in table.areas.values()}
    period = packs[pack].period if pack and packs[pack] else None
    return Workplace(
        own,
        name_book({**shared.indicators, **(new or {})}, _references(packs, pack)),
        observations,
        shared.partnership.small_numbers,
        pack,
        period,
        {comparable(area): area for area in sorted(known)} | {comparable(own): own},
    )


def _references(packs: Mapping[str, PackRecord], pack: str) -> dict[str, str]:
    """The references of that pack's measures, or of all packs as far as they agree."""
    found: dict[str, set[str]] = {}
    for id, record in packs.items():
        if pack and id != pack:
            continue
        actions = (action for priority in record.priorities for action in priority.actions)
        for measure in (one for action in actions for one in action.measures if one.indicator):
            found.setdefault(plain(measure.ref), set()).add(measure.indicator or "")
    return {reference: next(iter(ids)) for reference, ids in found.items() if len(ids) == 1}


def import_workbook(root: Path, request: ImportRequest) -> ImportedFigures:
    """Read the figures of a file against the workspace at `root`, and write them where nothing is open.

    What cannot be read at all, or held against the workspace, is `refused`. Raises `PlangenError` where the
    workspace cannot be written.
    """
    outcome, reading = read_import(root, request)
    return write_import(root, request, outcome, reading)


def write_import(
    root: Path, request: ImportRequest, outcome: ImportedFigures, reading: FileReading | None
) -> ImportedFigures:
    """Write what was read, all or nothing: nothing where something is open, or a check was asked for."""
    if reading is None or outcome.outcome is not ImportState.READY or request.check_only:
        return outcome
    try:
        return replace(outcome, written=_write(root, request, outcome, reading))
    except PlangenError as problem:
        if problem.exit_code is not ExitCode.CONTENT:
            raise
        return replace(outcome, outcome=ImportState.OPEN, findings=(*outcome.findings, *problem.diagnostics))


def read_import(
    root: Path, request: ImportRequest, answered: ImportMapping | None = None
) -> tuple[ImportedFigures, FileReading | None]:
    """Read the file against the workspace, writing nothing; None where it was refused.

    `answered` takes the place of the mapping's file, with answers that were given since.
    """
    name, sha256 = request.file.name, ""
    try:
        received = read_file(request.file)
        sha256 = received.sha256
        sheets, said = read_sheets(received)
        mapped, mapping = (
            named_mapping(root, request.mapping) if request.mapping else find_mapping(root, received.name)
        )
        mapping = answered or mapping
        if request.area:
            mapping = replace(mapping, area=request.area)
        place = workplace(root, request.pack, mapping, request.new)
        _check_sheets(sheets, request, name)
        reading = understand(sheets, place, mapping, request.sheets, request.hidden)
        if not reading.found.tables:
            raise PlangenError(
                [*said, finding(codes.NO_TABLE, "no table found", Location(name), f"seen were {_seen(sheets)}")]
            )
    except PlangenError as problem:
        return ImportedFigures(name, sha256, "", ImportState.REFUSED, findings=problem.diagnostics), None
    settle_twins(reading.found)
    compare(reading.found, place.observations)
    if not request.mapping and mapped:
        reading.said["mapping"] = f"the mapping {mapped} is for files of this name and was used"
    return _outcome(root, received, mapped, reading, said, request), reading


def _check_sheets(sheets: Iterable[CellSheet], request: ImportRequest, file: str) -> None:
    there = [sheet.name for sheet in sheets]
    for name in request.sheets:
        if name not in there:
            message = f'there is no sheet "{name}"'
            raise PlangenError(finding(codes.NO_TABLE, message, Location(file), hint_for(name, there)))


def _write(root: Path, request: ImportRequest, outcome: ImportedFigures, reading: FileReading) -> tuple[str, ...]:
    """Figures, lists and mapping, all or none."""
    into = request.into or reading.mapping.into or request.save or outcome.mapping or _INTO
    arrival = Arrival(
        outcome.sha256,
        outcome.file,
        request.file.stat().st_size,
        request.on,
        request.save or outcome.mapping,
        request.by,
    )
    changes = Transaction(root)
    decision = request.changed or Changed.KEEP
    published = {} if decision is Changed.KEEP else _published(root)
    if request.new:
        file = "content/indicators.yaml"
        records = [Put((id,), _record(one)) for id, one in request.new.items()]
        changes.put(file, edit_yaml(changes.data(file) or b"", file, records))
    put_figures(changes, outcome.figures, arrival, into, decision, request.reason, published)
    _remember(changes, request, outcome, reading, into)
    return changes.finish()


def _record(one: Indicator) -> dict[str, str]:
    polarity = one.polarity.value
    return {"name": one.name, "unit": str(one.unit), "polarity": polarity, "source": one.source}


def _published(root: Path) -> PublishedValues:
    shared = read_shared(SourceReading(root))
    return published_values(root, shared.partnership.archive) if shared.partnership else {}


def _remember(
    changes: Transaction, request: ImportRequest, outcome: ImportedFigures, reading: FileReading, into: str
) -> None:
    """Keep the answers under --save, or bring the mapping in use up to date: only what differs is touched."""
    name = request.save or ("" if _is_path(request.mapping) else outcome.mapping)
    if not name:
        return
    file = f"{FOLDER}/{name}.yaml"
    before = changes.data(file) or b""
    old = read_yaml(decode(before, file), file).value if before else None
    if request.save:
        wanted = mapping_fields(reading.mapping, outcome.file, into, reading.tables)
        had = old if isinstance(old, dict) else {}
        edits = [Put((key,), value) for key, value in wanted.items() if had.get(key) != value]
    else:
        edits = [
            Put(("tables", number, "known"), known)
            for number, one in enumerate(reading.mapping.tables)
            for answers, found in reading.tables
            if answers is one and one.known and not _same(one.known, known := known_of(found))
        ]
    if edits:
        changes.put(file, edit_yaml(before, file, edits))


def _same(one: KnownTable, known: Mapping[str, object]) -> bool:
    now = (known["headings"], known["first"], known["names"], known.get("percent", []))
    return (list(one.headings), one.first, list(one.names), list(one.percent)) == now


def _is_path(name: str) -> bool:
    return Path(name).suffix.lower() in {".yaml", ".yml"} or len(Path(name).parts) > 1


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


def _outcome(
    root: Path,
    received: ReceivedFile,
    name: str,
    reading: FileReading,
    said: list[Diagnostic],
    request: ImportRequest,
) -> ImportedFigures:
    found = reading.found
    findings = list(said)
    for words in reading.said.values():
        findings.append(finding(codes.READ_AS, words, Location(received.name)))
    asked = sorted(
        found.questions.items(), key=lambda item: (found.order.get(item[1].sheet, 0), item[1].place or (0, 0))
    )
    findings += [question.diagnostic(received.name, found.cells[key]) for key, question in asked]
    findings += [question.diagnostic(received.name) for question in warn(found, reading.workplace)]
    findings += _gone(root, name, reading, received)
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


def _gone(root: Path, mapping: str, reading: FileReading, received: ReceivedFile) -> list[Diagnostic]:
    """PG241, once: figures that this mapping brought before and this file does not have."""
    listed = root / RECEIVED
    if not mapping or not listed.is_file():
        return []
    rows = csv.DictReader(listed.read_text("utf-8", "replace").splitlines())
    brought = {str(row["sha256"])[:12] for row in rows if row.get("mapping") == mapping and row.get("sha256")}
    there = {(one.indicator, one.area, one.period, one.series, one.category) for one in reading.found.figures}
    gone = [
        one
        for one in reading.workplace.observations
        if one.origin.partition(" ")[0] in brought
        and (one.indicator, one.area, one.period, _series(one), one.category) not in there
    ]
    if not gone:
        return []
    named = ", ".join(f"{one.indicator} {one.period}" for one in gone[:5])
    more = f" and {len(gone) - 5} more" if len(gone) > 5 else ""
    message = f"{len(gone)} figures that this mapping brought before are not in the file: {named}{more}"
    hint = "nothing is deleted; ask the supplier, if they should be there"
    return [finding(codes.FIGURE_GONE, message, Location(received.name), hint)]


def _series(one: Observation) -> str:
    return "" if one.series is SeriesKind.ACTUAL else one.series.value


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
