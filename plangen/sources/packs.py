"""A performance pack's own files: pack.yaml, and a commentary for each key action or measure that has one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.pack import Commentary, PackRecord, SignOff
from plangen.model.prose import Prose
from plangen.sources.field_prose import field_prose
from plangen.sources.markdown import parse_markdown
from plangen.sources.places import Origin
from plangen.sources.reading import Reading
from plangen.sources.records import keys_needed, record
from plangen.sources.yaml_files import read_required, report_unread
from plangen.sources.yaml_reader import YamlFile, read_yaml

__all__ = ["FOLDER", "PackFiles", "read_pack"]

FOLDER = "content/packs"
_FILE = "pack.yaml"
_FENCE = "---"


class PackFiles(Struct):
    """What was read of a pack; the record is None where it is faulty.

    `commentaries` has the files, `prose` and `signed` what stands in them: all by the ref in the file's name.
    """

    id: str
    record: PackRecord | None = None
    source: YamlFile | None = None
    prose: dict[str, Prose] = field(default_factory=dict)
    signed: dict[str, SignOff] = field(default_factory=dict)
    commentaries: dict[str, Location] = field(default_factory=dict)
    values: dict[str, Location] = field(default_factory=dict)
    fields: Mapping[str, Prose] = field(default_factory=dict)

    def places(self) -> Mapping[str, Location]:
        """Every place by its key: a commentary's file by its ref, a value by `pack.yaml#path`."""
        return self.commentaries | self.values


def read_pack(reading: Reading, id: str) -> PackFiles:
    """Read the pack in the folder `id`; faults are reported."""
    folder = f"{FOLDER}/{id}"
    records = reading.once((FOLDER, id), lambda own: _read_record(own, id))
    pack = replace(records, fields=records.prose, prose=dict(records.prose), signed={}, commentaries={})
    for name in reading.names(f"{folder}/commentary"):
        if name.endswith(".md"):
            _read_commentary(reading, pack, name.removesuffix(".md"), f"{folder}/commentary/{name}")
    return pack


def _read_record(reading: Reading, id: str) -> PackFiles:
    """The pack without its commentaries."""
    folder = f"{FOLDER}/{id}"
    report_unread(reading, folder, (_FILE,))
    pack = PackFiles(id, source=read_required(reading, f"{folder}/{_FILE}", keys_needed(PackRecord)))
    if pack.source:
        pack.record, faults = record(pack.source, PackRecord)
        reading.report(faults)
        if pack.record:
            pack.prose |= field_prose(pack.record, pack.source, (), reading.found)
        for path in pack.source.origins:
            pack.values[f"{_FILE}#{'.'.join(map(str, path))}"] = pack.source.key_location(path)
    return pack


def _read_commentary(reading: Reading, pack: PackFiles, ref: str, file: str) -> None:
    pack.commentaries[ref] = Location(file)
    prose, signed = reading.once(file, lambda own: _commentary(own, file))
    if prose is not None:
        pack.prose[ref] = prose
    if signed is not None:
        pack.signed[ref] = signed


def _commentary(reading: Reading, file: str) -> tuple[Prose | None, SignOff | None]:
    """What stands in the file of a commentary, and who signed it off; None for what cannot be read."""
    text = reading.text(file)
    if text is None:
        return None, None
    signed = None
    lines = text.split("\n")
    body = 0
    if lines[0].strip() == _FENCE:
        end = next((n for n, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), None)
        if end is None:
            hint = "write a line of --- below the last line of the head"
            reading.report(
                finding(codes.NOT_YAML, "the head of the file is never closed", Location(file, 1), hint)
            )
            return None, None
        signed = _signed(reading, "\n".join(["", *lines[1:end]]), file)
        body = end + 1
    else:
        hint = "begin it with three lines: ---, then signed_off: {by: J Smith, on: 2016-10-20}, then --- again"
        message = "the commentary does not say who signed it off"
        reading.report(finding(codes.NOT_SIGNED_OFF, message, Location(file, 1), hint))
    prose, faults = parse_markdown("\n".join(lines[body:]), Origin(file, body + 1), chapter=False)
    reading.report(faults)
    if not prose.blocks and not faults:
        hint = "write the commentary, or delete the file"
        reading.report(finding(codes.EMPTY_CHAPTER, "the commentary is empty", Location(file), hint))
    return prose, signed


def _signed(reading: Reading, text: str, file: str) -> SignOff | None:
    try:
        source = read_yaml(text, file)
    except PlangenError as fault:
        reading.report(fault.diagnostics)
        return None
    head, faults = record(source, Commentary)
    reading.report([*source.faults, *faults])
    return head.signed_off if head else None
