"""Whether the folders of editions are called what their periods say, and no two tell of one period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.diagnostics import Diagnostic, Location, codes, finding
from plangen.model.edition_id import id_of, period_of
from plangen.sources.packs import PackFiles
from plangen.sources.plans import PlanFiles

__all__ = ["name_faults"]


def name_faults(editions: Iterable[PlanFiles] | Iterable[PackFiles]) -> Iterator[Diagnostic]:
    """PG136 where a name says another period than its file, PG137 where a period was taken before.

    `editions` are all of one kind. A name that is neither a year nor a quarter may stand for anything.
    """
    taken: dict[object, str] = {}
    for files in editions:
        if files.record is None:
            continue
        period, here = files.record.period, _place(files)
        said = period_of(files.id)
        if said is not None and said != period:
            better = id_of(period)
            hint = f"write period: {said}" + (f", or name the folder {better}" if better else "")
            message = f"the folder {files.id} says {said}, and its period is {period}"
            yield finding(codes.NAME_AND_PERIOD_DIFFER, message, here, hint)
        elif period in taken:
            message = f"{taken[period]} is for {period} too"
            yield finding(
                codes.EDITION_IN_THE_WAY, message, here, "give one of the two another period, or delete it"
            )
        taken.setdefault(period, files.id)


def _place(files: PlanFiles | PackFiles) -> Location:
    places = files.places()
    kind = "plan.yaml" if isinstance(files, PlanFiles) else "pack.yaml"
    return places.get(f"{kind}#period", Location(kind))
