"""YAML files of a workspace: read safely, their faults reported."""

from __future__ import annotations

from plangen.diagnostics import Location, PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.sources.reading import Reading, no_file
from plangen.sources.yaml_reader import YamlFile, read_yaml

__all__ = ["read_optional", "read_required", "report_unread"]


def read_required(reading: Reading, file: str, holds: str) -> YamlFile | None:
    """The file, or None with the reason reported; `holds` says what to write in one that is not there."""
    if not reading.exists(file):
        reading.report(no_file(file, Location(file), holds))
        return None
    return _read(reading, file)


def read_optional(reading: Reading, file: str) -> YamlFile | None:
    """The file, an empty one where there is none, or None with the reason reported."""
    return _read(reading, file) if reading.exists(file) else YamlFile(file, None, {}, {})


def _read(reading: Reading, file: str) -> YamlFile | None:
    text = reading.text(file)
    if text is None:
        return None
    try:
        source = read_yaml(text, file)
    except PlangenError as fault:
        reading.report(fault.diagnostics)
        return None
    reading.report(source.faults)
    return source


def report_unread(reading: Reading, folder: str, known: tuple[str, ...]) -> None:
    """Warn of YAML files that nothing reads, because their names are not `known` (PG115)."""
    for name in reading.names(folder):
        if name.endswith((".yaml", ".yml")) and name not in known:
            here = Location(f"{folder}/{name}")
            hint = hint_for(name, known)
            reading.report(
                finding(
                    codes.NOTHING_READS_IT,
                    "nothing reads a file of this name",
                    here,
                    hint,
                    remedies=likely(name, known),
                )
            )
