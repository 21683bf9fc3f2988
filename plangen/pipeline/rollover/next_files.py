"""The files of the next edition, made of those of the last one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path

from plangen.edits import Put, YamlChange, edit_yaml
from plangen.language import language_of
from plangen.model.edition import EditionKind, EditionName
from plangen.model.edition_id import period_of
from plangen.model.period import Period
from plangen.model.workspace import Plan, Records, Workspace
from plangen.pipeline.rollover.advance import Distance, advanced, literal_periods, years_advanced
from plangen.pipeline.rollover.promises import emptied_priorities, promises_kept
from plangen.sources.decoding import decode
from plangen.sources.workspace import read_workspace

__all__ = ["next_files"]

_TEXTS = (".yaml", ".md")
_WE_SAID = "we_said_we_did.yaml"
_DID = "TODO what was done this year"
_NOTE = "TODO write the note anew, or take it out"


def next_files(
    root: Path, name: EditionName, source_id: str, distance: Distance, on: date | None
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files by their names below the folder, and what stays as it was, in words."""
    workspace = read_workspace(root, (source_id,))
    folder = root / "content" / f"{name.kind.value}s" / source_id
    if name.kind is EditionKind.PACK:
        return _pack(workspace, name, source_id, folder, distance, on)
    return _plan(workspace, name, source_id, folder, distance, on)


def _pack(
    workspace: Workspace, name: EditionName, source_id: str, folder: Path, distance: Distance, on: date | None
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    data = (folder / "pack.yaml").read_bytes()
    moved, left = _moved(data, "pack.yaml", distance)
    record = workspace.packs[source_id].record
    day = on or _later(record.date, 3 * distance.quarters)
    changes = _own(name, source_id, day)
    return {"pack.yaml": edit_yaml(moved, "pack.yaml", changes)}, left


def _plan(
    workspace: Workspace, name: EditionName, source_id: str, folder: Path, distance: Distance, on: date | None
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    plan, new = workspace.plans[source_id], _period(name)
    files: dict[str, bytes] = {}
    left: list[str] = []
    for path in sorted(folder.rglob("*")):
        file = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and not path.name.startswith((".", "~")):
            data = path.read_bytes()
            moved, stays = _moved(data, file, distance) if path.suffix in _TEXTS else (data, ())
            files[file] = moved
            left += stays
    day = on or _later(plan.record.date, 12 * distance.years)
    for file, changes in {
        "plan.yaml": [*_own(name, source_id, day), *_titles(plan, distance)],
        "priorities.yaml": emptied_priorities(plan, workspace.records, new),
        "appendix.yaml": _appendix(plan, distance),
        "you_said_we_did.yaml": _you_said(plan),
    }.items():
        if file in files:
            files[file] = edit_yaml(files[file], file, changes)
    _we_said(files, plan, workspace.records)
    return files, tuple(left)


def _we_said(files: dict[str, bytes], plan: Plan, records: Records) -> None:
    """Last year's promises made anew; where the old plan made none, there is no such file."""
    files.pop(_WE_SAID, None)
    words = language_of(records.partnership.language)
    kept = promises_kept(plan, records, words)
    if kept is not None:
        files[_WE_SAID] = edit_yaml(b"", _WE_SAID, [Put((key,), value) for key, value in kept.items()])


def _moved(data: bytes, file: str, distance: Distance) -> tuple[bytes, tuple[str, ...]]:
    """The file with the periods of its expressions and directives moved on, and those that stay."""
    text = decode(data, file)
    stays = tuple(f"{file}: {period}" for period in literal_periods(text, distance))
    return advanced(data.decode("utf-8"), distance).encode("utf-8"), stays


def _own(name: EditionName, source_id: str, day: date) -> list[YamlChange]:
    return [
        Put(("period",), _period(name).text),
        Put(("date",), day),
        Put(("version",), "0.1"),
        Put(("from",), source_id),
    ]


def _period(name: EditionName) -> Period:
    period = period_of(name.id)
    assert period is not None
    return period


def _titles(plan: Plan, distance: Distance) -> list[YamlChange]:
    """Years in the titles of plan.yaml and in its subject."""
    texts: dict[tuple[str | int, ...], str] = {("title",): plan.record.title, ("subject",): plan.record.subject}
    for number, part in enumerate(plan.record.parts):
        texts["parts", number, "title"] = part.title
        for place, chapter in enumerate(part.chapters):
            texts["parts", number, "chapters", place, "title"] = chapter.title
    moved = {path: years_advanced(text, distance) for path, text in texts.items()}
    return [Put(path, text) for path, text in moved.items() if text != texts[path]]


def _appendix(plan: Plan, distance: Distance) -> list[YamlChange]:
    """Its periods moved on, and its notes to be written anew."""
    if plan.appendix is None:
        return []
    result, targets = distance.move(plan.appendix.result), plan.appendix.targets
    changes: list[YamlChange] = [Put(("result",), result.text)] if result else []
    changes += [Put(("targets", n), new.text) for n, t in enumerate(targets) if (new := distance.move(t))]
    for g, group in enumerate(plan.appendix.groups):
        changes += [Put(("groups", g, "rows", r, "note"), _NOTE) for r, row in enumerate(group.rows) if row.note]
    return changes


def _you_said(plan: Plan) -> list[YamlChange]:
    themes = plan.you_said.themes if plan.you_said else ()
    return [Put(("themes", number, "did"), _DID) for number, _ in enumerate(themes)]


def _later(day: date, months: int) -> date:
    """The same day some months on, or the last one of a shorter month."""
    count = 12 * day.year + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
