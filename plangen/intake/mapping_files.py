"""Mapping files of a workspace: read by name or path, or found by the name of the workbook."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.model.import_mapping import ImportMapping
from plangen.sources.decoding import decode
from plangen.sources.reading import Reading
from plangen.sources.records import record
from plangen.sources.yaml_reader import read_yaml

__all__ = ["FOLDER", "find_mapping", "named_mapping"]

FOLDER = "content/imports"


def named_mapping(root: Path, name: str) -> tuple[str, ImportMapping]:
    """The mapping of that name in the workspace, or in the file at that path; its name is the file's.

    Raises `PlangenError` with everything that is wrong with it; PG101 where there is none.
    """
    path = Path(name)
    if path.suffix.lower() in {".yaml", ".yml"} or len(path.parts) > 1:
        if not path.is_file():
            message = f"the file {name} does not exist"
            raise PlangenError(finding(codes.NO_FILE, message, Location(name), "check its name and folder"))
        return path.stem, _mapping(path.read_bytes(), path.name)
    reading = Reading(root)
    known = _names(reading)
    if name not in known:
        message = f'there is no mapping "{name}"'
        hint = hint_for(name, known, f"write {FOLDER}/{name}.yaml, or make it with --save {name}")
        raise PlangenError(
            finding(codes.NO_FILE, message, Location(f"{FOLDER}/{name}.yaml"), hint, remedies=likely(name, known))
        )
    return name, _named(reading, name)


def find_mapping(root: Path, file: str) -> tuple[str, ImportMapping]:
    """The one mapping that is for a file of that name; a name of "" where there is none.

    Raises `PlangenError` (PG245) where several are.
    """
    reading = Reading(root)
    fitting = [(name, one) for name in _names(reading) if (one := _named(reading, name)).fits(file)]
    if len(fitting) > 1:
        names = ", ".join(name for name, _ in fitting)
        message = f"several mappings are for a file of this name: {names}"
        raise PlangenError(
            finding(codes.NOT_FOR_IMPORT, message, Location(file), f"name one: --map {fitting[0][0]}")
        )
    return fitting[0] if fitting else ("", ImportMapping())


def _names(reading: Reading) -> list[str]:
    return [name.removesuffix(".yaml") for name in reading.names(FOLDER) if name.endswith(".yaml")]


def _named(reading: Reading, name: str) -> ImportMapping:
    file = f"{FOLDER}/{name}.yaml"
    data = reading.data(file)
    if data is None:
        raise PlangenError(reading.found)
    return _mapping(data, file)


def _mapping(data: bytes, file: str) -> ImportMapping:
    source = read_yaml(decode(data, file), file)
    faults: list[Diagnostic] = list(source.faults)
    made: ImportMapping | None = ImportMapping()
    if source.value is not None:
        made, found = record(source, ImportMapping)
        faults += found
    if made is None or any(fault.severity is Severity.ERROR for fault in faults):
        raise PlangenError(faults)
    return made
