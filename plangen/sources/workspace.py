"""A workspace: found, read whole, and checked, with every problem reported at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from plangen.diagnostics import Diagnostic, Location, PlangenError, Severity, codes, finding, likely
from plangen.diagnostics.nearest import hint_for
from plangen.document.blocks import Picture
from plangen.kept import NOTHING_KEPT, KeptResults, Same, Step
from plangen.model.observation import Observation
from plangen.model.prose import Prose
from plangen.model.workspace import Pack, Plan, Records, Workspace
from plangen.sources.area_checks import area_faults
from plangen.sources.edition_names import name_faults
from plangen.sources.observations import ObservationReader
from plangen.sources.pack_references import pack_references
from plangen.sources.packs import FOLDER as PACKS
from plangen.sources.packs import PackFiles, read_pack
from plangen.sources.pictures import find_picture
from plangen.sources.plans import FOLDER as PLANS
from plangen.sources.plans import PlanFiles, read_plan
from plangen.sources.prose_references import empty_sections, prose_references
from plangen.sources.prose_walk import directives_in
from plangen.sources.reading import Reading
from plangen.sources.record_references import plan_references, shared_references
from plangen.sources.shared_records import SharedRecords, read_shared
from plangen.sources.stretches import Stretches
from plangen.sources.tables import read_observations
from plangen.sources.theme import read_theme

__all__ = ["MARK", "find_workspace", "read_workspace"]

MARK = "content/partnership.yaml"
"""The file that makes a folder a workspace."""

_EDITION = re.compile(r"[0-9a-z][0-9a-z-]*")


def find_workspace(start: Path) -> Path:
    """`start`, or its nearest parent that is a workspace. Raises `PlangenError` (PG132) where there is none."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / MARK).is_file():
            return candidate
    message = f"there is no workspace here: no {MARK} in this folder or above it"
    raise PlangenError(
        finding(
            codes.NO_WORKSPACE,
            message,
            hint="go to the workspace, name it with -C DIR, or make one: plangen init DIR",
        )
    )


def read_workspace(
    root: Path, editions: Collection[str] | None = None, kept: KeptResults = NOTHING_KEPT
) -> Workspace:
    """Read and check a workspace. `kept` may have parts of it as they were read before.

    `editions` names folders under content/plans and content/packs; only these and the shared files are read then,
    otherwise everything. Raises one `PlangenError` with every finding, warnings included, in order of place.
    """
    reading = Reading(root, kept)
    shared = reading.once("shared", read_shared)
    observations = reading.once(("observations", Same(shared)), lambda own: _observations(own, shared))
    theme = reading.once("theme", read_theme)
    chosen = _editions(reading, editions)
    plans = {id: read_plan(reading, id) for folder, id in chosen if folder == PLANS}
    packs = {id: read_pack(reading, id) for folder, id in chosen if folder == PACKS}
    if shared.partnership:
        reading.report(area_faults(observations, shared.partnership.area))
    reading.report([*name_faults(plans.values()), *name_faults(packs.values())])
    reading.report(_references(kept, shared, plans.values(), packs.values()))
    pictures = _pictures(reading, shared, [*plans.values(), *packs.values()])
    found = _in_order(reading.found, shared)
    if any(finding.severity is Severity.ERROR for finding in found):
        raise PlangenError(found)
    records = kept.take(Step.RECORDS, (Same(shared), Same(observations)), lambda: _records(shared, observations))
    return Workspace(
        records,
        {id: _plan(files) for id, files in plans.items()},
        {id: _pack(files) for id, files in packs.items()},
        pictures,
        theme,
        dict(sorted(reading.digests.items())),
        found,
    )


def _observations(reading: Reading, shared: SharedRecords) -> tuple[Observation, ...]:
    return read_observations(reading, ObservationReader(shared.indicators, shared.names.indicators))


def _editions(reading: Reading, asked: Collection[str] | None) -> list[tuple[str, str]]:
    """The folders of the editions to read; PG130 for one that is not there, PG131 for a name that cannot be."""
    there = [(folder, name) for folder in (PLANS, PACKS) for name in reading.names(folder)]
    chosen = []
    for folder, name in there:
        if (asked is not None and name not in asked) or not (reading.root / folder / name).is_dir():
            continue
        if _EDITION.fullmatch(name):
            chosen.append((folder, name))
        else:
            better = re.sub(r"[^0-9a-z]+", "-", name.lower()).strip("-")
            hint = f"name the folder {better or '2011-12'}, with small letters, digits and hyphens"
            message = f'"{name}" cannot be the name of an edition'
            reading.report(finding(codes.NOT_AN_EDITION_NAME, message, Location(f"{folder}/{name}"), hint))
    known = sorted({name for _, name in there})
    for name in asked or ():
        if name not in known:
            hint = hint_for(
                name, known, f"editions are {', '.join(known)}" if known else f"add a folder to {PLANS}"
            )
            reading.report(
                finding(
                    codes.NO_EDITION, f'there is no edition "{name}"', None, hint, remedies=likely(name, known)
                )
            )
    return chosen


def _references(
    kept: KeptResults, shared: SharedRecords, plans: Iterable[PlanFiles], packs: Iterable[PackFiles]
) -> Iterator[Diagnostic]:
    yield from kept.take(Step.REFERENCES, Same(shared), lambda: tuple(shared_references(shared)))
    yield from _prose_references(kept, shared, (shared.prose,), ())
    for plan in plans:
        yield from plan_references(shared, plan)
        chapters = (*plan.chapters, *(p.id for p in (plan.priorities.priorities if plan.priorities else ())))
        yield from _prose_references(kept, shared, _groups(plan), chapters, sections=True)
    for pack in packs:
        yield from _pack_references(kept, shared, pack)
        yield from _prose_references(kept, shared, _groups(pack), tuple(pack.commentaries))


def _pack_references(kept: KeptResults, shared: SharedRecords, pack: PackFiles) -> tuple[Diagnostic, ...]:
    key = (Same(shared), Same(pack.record), Same(pack.source), tuple(pack.commentaries))
    return kept.take(Step.REFERENCES, key, lambda: tuple(pack_references(shared, pack)))


def _prose_references(
    kept: KeptResults,
    shared: SharedRecords,
    groups: Iterable[Mapping[str, Prose] | Prose],
    chapters: tuple[str, ...],
    sections: bool = False,
) -> Iterator[Diagnostic]:
    """What each piece of prose refers to that is not there, and its `sections` that are empty."""
    known = kept.ground(("chapters", chapters), chapters)

    def found(group: Mapping[str, Prose] | Prose) -> tuple[Diagnostic, ...]:
        findings: list[Diagnostic] = []
        for one in _in_group(group):
            findings += prose_references(one, shared.names, known)
            findings += empty_sections(one) if sections else ()
        return tuple(findings)

    for group in groups:
        key = (Same(group), Same(shared), Same(known), sections)
        yield from kept.take(Step.REFERENCES, key, partial(found, group))


def _groups(edition: PlanFiles | PackFiles) -> Iterator[Mapping[str, Prose] | Prose]:
    """The prose of an edition as it was read: fields of its records together, chapters and commentaries by one."""
    yield edition.fields
    yield from (prose for key, prose in edition.prose.items() if key not in edition.fields)


def _in_group(group: Mapping[str, Prose] | Prose) -> Iterable[Prose]:
    return (group,) if isinstance(group, Prose) else group.values()


def _pictures(
    reading: Reading, shared: SharedRecords, editions: Iterable[PlanFiles | PackFiles]
) -> Mapping[str, Picture]:
    """Every picture that the narrative or the cover shows, by its name as written there."""
    asked: dict[str, Location] = {}
    logos = shared.partnership.publication.logos if shared.partnership else ()
    for number, logo in enumerate(logos):
        asked.setdefault(logo.picture, shared.place("partnership", "publication", "logos", number, "picture"))
    for edition in editions:
        for group in _groups(edition):
            shown = reading.kept.take(Step.PICTURES_ASKED, Same(group), partial(_pictures_in, group))
            for name, here in shown:
                asked.setdefault(name, here)
    found = {name: _picture(reading, name, here) for name, here in asked.items()}
    return {name: picture for name, picture in found.items() if picture}


def _pictures_in(group: Mapping[str, Prose] | Prose) -> tuple[tuple[str, Location], ...]:
    """The pictures that prose shows, and where."""
    directives = (directive for prose in _in_group(group) for directive in directives_in(prose))
    return tuple((d.argument, d.location) for d in directives if d.name == "picture" and d.argument)


def _picture(reading: Reading, name: str, asked_at: Location) -> Picture | None:
    return reading.once(("picture", name, asked_at), lambda own: find_picture(own, name, asked_at))


def _in_order(found: Iterable[Diagnostic], shared: SharedRecords) -> tuple[Diagnostic, ...]:
    """The findings by place, each once, with the severities that the partnership gives to warnings and remarks."""
    wanted = shared.partnership.severities if shared.partnership else {}
    given = [
        finding
        if finding.severity is Severity.ERROR or finding.code not in wanted
        else replace(finding, severity=wanted[finding.code])
        for finding in found
    ]
    return tuple(sorted(dict.fromkeys(given), key=lambda d: (d.location or Location(""), d.code, d.message)))


def _records(shared: SharedRecords, observations: tuple[Observation, ...]) -> Records:
    assert shared.partnership is not None
    return Records(
        shared.partnership,
        shared.indicators,
        {target.id: target for target in shared.targets.values()},
        shared.facts,
        tuple(shared.stated.values()),
        tuple(shared.accepted.values()),
        shared.glossary,
        observations,
        shared.places,
        shared.prose,
        Stretches(filter(None, shared.files.values())),
    )


def _plan(files: PlanFiles) -> Plan:
    assert files.record is not None
    prose: Mapping[str, Prose] = files.prose
    return Plan(
        files.id,
        files.record,
        prose,
        files.places(),
        files.we_said,
        files.you_said,
        files.priorities,
        files.appendix,
        Stretches(files.files.values()),
    )


def _pack(files: PackFiles) -> Pack:
    assert files.record is not None
    stretches = Stretches([files.source] if files.source else [])
    return Pack(files.id, files.record, files.prose, files.places(), files.signed, stretches)
