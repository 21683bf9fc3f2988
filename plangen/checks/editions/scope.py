"""Which words belong to an edition, what each piece speaks of, and which indicators the edition shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plangen.checks.editions.passages import Passage, passages
from plangen.measures.evidence import Evidence
from plangen.measures.results import ResultRow
from plangen.model.workspace import Pack, Plan, Records

__all__ = ["edition_passages", "indicators_shown"]

_HOPED = re.compile(
    r"^(?:priorities\.yaml#.*\.(?:outcomes|actions|resources)\b|pack\.yaml#|we_said_we_did\.yaml#)"
)
_NOTE = re.compile(r"^appendix\.yaml#groups\.(\d+)\.rows\.(\d+)\.")
_DETAIL = re.compile(r"^indicators\.yaml#([^.]+)\.")


def indicators_shown(records: Records, results: Iterable[ResultRow]) -> tuple[str, ...]:
    """The indicators whose results stand in the document, in the order of their records."""
    shown = {id for row in results for id in row.indicator.split()}
    return tuple(id for id in records.indicators if id in shown)


def edition_passages(evidence: Evidence, edition: Plan | Pack, shown: Iterable[str]) -> Iterator[Passage]:
    """Everything that officers wrote for an edition, with the lines of the records of its indicators.

    The glossary is left out: the figures in its definitions are examples.
    """
    for key, prose in edition.prose.items():
        yield from passages(evidence, prose, _about(edition, key), hoped=bool(_HOPED.match(key)))
    wanted = set(shown)
    for key, prose in evidence.records.prose.items():
        found = _DETAIL.match(key)
        if found and found[1] in wanted:
            yield from passages(evidence, prose, (found[1],))


def _about(edition: Plan | Pack, key: str) -> tuple[str, ...]:
    """The indicators that a piece stands under: a note's row, a commentary's measures."""
    if isinstance(edition, Plan):
        note = _NOTE.match(key)
        if note and edition.appendix:
            return (edition.appendix.groups[int(note[1])].rows[int(note[2])].indicator,)
        return ()
    measures = [
        measure
        for priority in edition.record.priorities
        for action in priority.actions
        for measure in action.measures
        if key in (action.ref, measure.ref)
    ]
    return tuple(measure.indicator for measure in measures if measure.indicator)
