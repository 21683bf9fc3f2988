"""An annual plan's own files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import About, Location, Write, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.model.plan import Appendix, Chapter, PlanRecord, Priorities, WeSaidWeDid, YouSaidWeDid
from plangen.model.prose import Prose
from plangen.model.record import Record
from plangen.sources.field_prose import field_prose
from plangen.sources.markdown import parse_markdown
from plangen.sources.places import Origin
from plangen.sources.reading import MEGABYTE, Reading
from plangen.sources.records import keys_needed, record
from plangen.sources.yaml_files import read_required, report_unread
from plangen.sources.yaml_reader import Path, YamlFile

__all__ = ["FOLDER", "PlanFiles", "read_plan"]

FOLDER = "content/plans"
_FILES = ("plan.yaml", "we_said_we_did.yaml", "you_said_we_did.yaml", "priorities.yaml", "appendix.yaml")
_NARRATIVE_LIMIT = 5 * MEGABYTE
_R = TypeVar("_R", bound=Record)


class PlanFiles(Struct):
    """What was read of a plan; None for files that are `absent` or faulty."""

    id: str
    record: PlanRecord | None = None
    we_said: WeSaidWeDid | None = None
    you_said: YouSaidWeDid | None = None
    priorities: Priorities | None = None
    appendix: Appendix | None = None
    files: dict[str, YamlFile] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    prose: dict[str, Prose] = field(default_factory=dict)
    chapters: dict[str, Location] = field(default_factory=dict)
    values: dict[str, Location] = field(default_factory=dict)
    fields: Mapping[str, Prose] = field(default_factory=dict)

    def place(self, file: str, *path: str | int) -> Location:
        """Where a value of one of the plan's files stands."""
        return self.files[file].location(path)

    def places(self) -> Mapping[str, Location]:
        """Every place by its key: a chapter's file by its id, a value by `file#path`."""
        return self.chapters | self.values


def read_plan(reading: Reading, id: str) -> PlanFiles:
    """Read the plan in the folder `id`; faults are reported."""
    records = reading.once((FOLDER, id), lambda own: _read_records(own, id))
    plan = replace(records, fields=records.prose, prose=dict(records.prose), chapters={})
    if plan.record:
        _read_chapters(reading, plan, plan.record)
    return plan


def _read_records(reading: Reading, id: str) -> PlanFiles:
    """The plan without its chapters."""
    folder = f"{FOLDER}/{id}"
    report_unread(reading, folder, _FILES)
    plan = PlanFiles(id)
    plan.record = _one(reading, plan, "plan.yaml", PlanRecord)
    for name in _FILES[1:]:
        if not reading.exists(f"{folder}/{name}"):
            plan.absent.add(name)
    plan.we_said = _one(reading, plan, "we_said_we_did.yaml", WeSaidWeDid)
    plan.you_said = _one(reading, plan, "you_said_we_did.yaml", YouSaidWeDid)
    plan.priorities = _one(reading, plan, "priorities.yaml", Priorities)
    plan.appendix = _one(reading, plan, "appendix.yaml", Appendix)
    for name, source in plan.files.items():
        key = f"{name}#"
        plan.values |= {key + ".".join(map(str, path)): source.key_location(path) for path in source.origins}
    return plan


def _one(reading: Reading, plan: PlanFiles, name: str, shape: type[_R]) -> _R | None:
    file = f"{FOLDER}/{plan.id}/{name}"
    source = None if name in plan.absent else read_required(reading, file, keys_needed(shape))
    if source is None:
        return None
    plan.files[name] = source
    good, faults = record(source, shape)
    reading.report(faults)
    if good is not None:
        plan.prose |= field_prose(good, source, (), reading.found)
    return good


def _read_chapters(reading: Reading, plan: PlanFiles, record: PlanRecord) -> None:
    folder = f"{FOLDER}/{plan.id}/narrative"
    used = set()
    for number, part in enumerate(record.parts):
        for position, chapter in enumerate(part.chapters):
            path: Path = ("parts", number, "chapters", position)
            used.add(chapter.narrative)
            if chapter.id in plan.chapters:
                message = f'two chapters have the id "{chapter.id}"'
                here = plan.place("plan.yaml", *path, "id")
                reading.report(finding(codes.CHAPTER_TWICE, message, here, "give one of them another id"))
            else:
                asked_at = plan.place("plan.yaml", *path, "narrative")
                plan.chapters[chapter.id] = Location(f"{folder}/{chapter.narrative}")
                prose = _chapter(reading, chapter, folder, asked_at)
                if prose is not None:
                    plan.prose[chapter.id] = prose
    for name in reading.names(folder):
        if name.endswith(".md") and name not in used:
            hint = "add a chapter with this file to plan.yaml, or delete the file"
            reading.report(
                finding(codes.FILE_OF_NO_CHAPTER, "no chapter uses this file", Location(f"{folder}/{name}"), hint)
            )


def _chapter(reading: Reading, chapter: Chapter, folder: str, asked_at: Location) -> Prose | None:
    """The narrative of a chapter; None with the reason reported where it cannot be read."""
    name = (folder, chapter.narrative, chapter.title, asked_at)
    return reading.once(name, lambda own: _read_chapter(own, chapter, folder, asked_at))


def _read_chapter(reading: Reading, chapter: Chapter, folder: str, asked_at: Location) -> Prose | None:
    file = f"{folder}/{chapter.narrative}"
    path = PurePosixPath(chapter.narrative)
    if path.is_absolute() or ".." in path.parts or not reading.exists(file):
        message = f"the chapter's file narrative/{chapter.narrative} does not exist"
        there = reading.names(folder)
        hint = hint_for(chapter.narrative, there, f"create {file}, or correct the name")
        remedies = (*likely(chapter.narrative, there), Write(file))
        reading.report(finding(codes.CHAPTER_FILE_MISSING, message, asked_at, hint, About(file=file), remedies))
        return None
    text = reading.text(file, _NARRATIVE_LIMIT, asked_at)
    if text is None:
        return None
    prose, faults = parse_markdown(text, Origin(file))
    reading.report(faults)
    if not prose.blocks and not faults:
        hint = "write the chapter, or take it out of plan.yaml"
        reading.report(
            finding(codes.EMPTY_CHAPTER, f'the chapter "{chapter.title}" is empty', Location(file), hint)
        )
    return prose
