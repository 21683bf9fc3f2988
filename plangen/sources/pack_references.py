"""What a pack's records and commentaries refer to: indicators, agencies, and refs, each given once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.diagnostics import About, Diagnostic, Location, Write, codes, finding
from plangen.diagnostics.nearest import listed
from plangen.model.pack import KeyAction, PackRecord
from plangen.sources.packs import PackFiles
from plangen.sources.shared_records import SharedRecords
from plangen.sources.yaml_reader import YamlFile

__all__ = ["pack_references"]

_Path = tuple[str | int, ...]


def pack_references(shared: SharedRecords, pack: PackFiles) -> Iterator[Diagnostic]:
    """What a pack's files get wrong about each other and the shared ones (PG301, PG303, PG313, PG318 to PG321)."""
    if pack.record and pack.source:
        yield from _numbers(pack.record, pack.source)
        yield from _names(shared, pack.record, pack.source)
        yield from _refs(pack.record, pack.source)
        yield from _commentaries(pack.record, pack.source, pack)


def _actions(record: PackRecord) -> Iterator[tuple[_Path, KeyAction]]:
    for number, priority in enumerate(record.priorities):
        for position, action in enumerate(priority.actions):
            yield ("priorities", number, "actions", position), action


def _numbers(record: PackRecord, source: YamlFile) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    for number, priority in enumerate(record.priorities):
        if priority.number in seen:
            here = source.location(("priorities", number, "number"))
            message = f'two priorities have the number "{priority.number}"'
            yield finding(codes.PRIORITY_TWICE, message, here, "give one of them another number")
        seen.add(priority.number)


def _names(shared: SharedRecords, record: PackRecord, source: YamlFile) -> Iterator[Diagnostic]:
    for path, action in _actions(record):
        yield from shared.names.agency(action.lead, source.location((*path, "lead")))
        for place, measure in enumerate(action.measures):
            if measure.indicator:
                here = source.location((*path, "measures", place, "indicator"))
                yield from shared.names.indicator(measure.indicator, here)


def _refs(record: PackRecord, source: YamlFile) -> Iterator[Diagnostic]:
    """Refs given twice (PG319); a measure's ref is its action's, with a letter where there are several (PG320)."""
    actions: set[str] = set()
    measures: set[str] = set()
    for path, action in _actions(record):
        yield from _twice("key actions", action.ref, actions, source.location((*path, "ref")))
        for place, measure in enumerate(action.measures):
            here = source.location((*path, "measures", place, "ref"))
            yield from _twice("measures", measure.ref, measures, here)
            own = measure.ref.rstrip("abcdefghijklmnopqrstuvwxyz")
            if own != action.ref:
                message = f"the measure {measure.ref} stands below the key action {action.ref}"
                hint = (
                    f"write {action.ref}, or {action.ref}a, {action.ref}b … for several; "
                    f"or move it below the key action {own}"
                )
                yield finding(codes.MEASURE_BELOW_ANOTHER_ACTION, message, here, hint)


def _twice(what: str, ref: str, seen: set[str], here: Location) -> Iterator[Diagnostic]:
    if ref in seen:
        yield finding(codes.REF_TWICE, f"two {what} have the ref {ref}", here, "give one of them another ref")
    seen.add(ref)


def _commentaries(record: PackRecord, source: YamlFile, pack: PackFiles) -> Iterator[Diagnostic]:
    """Files for refs that there are not (PG318), and key actions that nobody comments on (PG321)."""
    known = [ref for _, action in _actions(record) for ref in _of(action)]
    for ref, here in pack.commentaries.items():
        if ref not in known:
            message = f"there is no key action or measure {ref} to comment on"
            yield finding(codes.COMMENTARY_ON_NOTHING, message, here, _commented(ref, known))
    for path, action in _actions(record):
        if not any(ref in pack.commentaries for ref in _of(action)):
            here = source.location((*path, "ref"))
            missing = here.file.replace("pack.yaml", f"commentary/{action.ref}.md")
            message = f"{action.ref} has no commentary"
            yield finding(
                codes.NO_COMMENTARY, message, here, f"write {missing}", About(file=missing), (Write(missing),)
            )


def _commented(ref: str, known: Sequence[str]) -> str:
    """What a commentary can be called: one number is as like another, so those of its priority, or all."""
    same = [each for each in known if each.partition(".")[0] == ref.partition(".")[0]]
    return f"name the file by one of the refs in pack.yaml, {listed(same or known)}, or add {ref} to pack.yaml"


def _of(action: KeyAction) -> list[str]:
    return [action.ref, *(measure.ref for measure in action.measures)]
