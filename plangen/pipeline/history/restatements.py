"""Figures that the last archived version of an edition printed otherwise (PG874)."""

from __future__ import annotations

from pathlib import Path

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.measures.results import ResultRow, to_csv
from plangen.model.edition import EditionName

__all__ = ["restatements"]


def restatements(
    root: Path, folder: str, name: EditionName, results: tuple[ResultRow, ...]
) -> tuple[Diagnostic, ...]:
    """What the last version in the archive in `folder` says otherwise; nothing where there is no such version.

    A changed sole source contradicts nothing in the workspace: only what was published tells that it has changed.
    An archive that is not there or cannot be read is the business of `plangen archive`.
    """
    if not (root / folder).is_dir():
        return ()
    from plangen.pipeline.history.archived_edition import history
    from plangen.pipeline.history.figures import figure_changes, read_results
    from plangen.pipeline.history.place import find_archive

    try:
        archive = find_archive(root, None).open_if_any()
        last = history(archive, name)[-1:] if archive else ()
        if archive is None or not last:
            return ()
        then = read_results(archive.read(str(name), last[0].number, "results.csv"))
    except PlangenError:
        return ()
    places = {row.key: row.inputs[0] for row in results if row.inputs}
    changed = figure_changes(then, read_results(to_csv(results).encode("utf-8")), {})
    version = last[0].record.version
    return tuple(
        finding(
            codes.PUBLISHED_OTHERWISE,
            f"{change.key} was {change.old} in version {version} and is now {change.new}",
            _location(places.get(change.key, "")),
            "if a source was revised, write revised and the published value (was) in its row; else restore it",
        )
        for change in changed
        if change.old is not None and change.new is not None
    )


def _location(place: str) -> Location | None:
    file, _, rest = place.partition(":")
    line = rest.partition(":")[0]
    return Location(file, int(line) if line.isdigit() else 0) if file else None
