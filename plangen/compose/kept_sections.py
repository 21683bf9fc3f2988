"""Sections as they were composed before, from the same records and the same words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.ledger import Ledger
from plangen.document.blocks import Section
from plangen.kept import NOTHING_KEPT, Same, Step
from plangen.model.workspace import Pack

__all__ = ["kept_section"]


def kept_section(context: Context, name: Hashable, write: Callable[[Context], Section]) -> Section:
    """The section that `write` makes, or made before: its results and findings go into the ledger either way.

    `name` is what it is found again by. `write` may depend on the context's ground, on the prose, places and
    signatures of the edition, and on the names that sections before it gave, as far as it looks them up. With a
    trace it is written anew: only who writes knows from where.
    """
    kept, edition = context.kept, context.edition
    if kept is NOTHING_KEPT or context.trace is not None:
        return write(context)

    def written(
        prose: Mapping[str, Any], places: Mapping[str, Any], signed: Mapping[str, Any], names: Mapping[str, int]
    ) -> Any:
        looked_up = replace(edition, prose=prose, places=places)
        if isinstance(looked_up, Pack):
            looked_up = replace(looked_up, signed=signed)
        ledger = Ledger(names)
        section = write(replace(context, edition=looked_up, ledger=ledger))
        return kept.ground(("section", edition.id, name), section), ledger

    signed = edition.signed if isinstance(edition, Pack) else {}
    mappings = (edition.prose, edition.places, signed, context.ledger.names)
    section: Section
    ledger: Ledger
    section, ledger = kept.traced(Step.COMPOSED, (Same(context.ground), name), mappings, written)
    context.ledger.absorb(ledger)
    return section
