"""How compose says where what it makes comes from: each function gives its node back, noted in a trace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from plangen.compose.context import Context
from plangen.compose.trace import TraceNote
from plangen.diagnostics import Location
from plangen.document.inlines import Text
from plangen.document.origins import OriginKind, Stretch
from plangen.model.indicator import Indicator
from plangen.model.result import AnyResult

__all__ = ["about", "altered", "asked_at", "computed", "label_key", "named", "placed", "written"]

N = TypeVar("N", bound=Struct)


def written(context: Context, node: N, record: str, field: str = "") -> N:
    """`node`, whose words (or those of its `field`) stand in the value `record` of a file."""
    return _noted(context, node, TraceNote(OriginKind.WRITTEN, record), field)


def named(context: Context, text: str, record: str) -> Text:
    """Plain words that stand in the value `record` of a file."""
    return written(context, Text(text), record)


def label_key(id: str, indicator: Indicator) -> str:
    """Where the label of an indicator stands: its short name, or its name."""
    return f"indicators.yaml#{id}.{'short' if indicator.short else 'name'}"


def about(context: Context, node: N, record: str, *others: str) -> N:
    """`node`, which says in words of plangen's own what the record is about, and names others."""
    return _noted(context, node, TraceNote(OriginKind.ABOUT, record, others=others))


def placed(context: Context, nodes: Iterable[N], location: Location, last: int = 0) -> tuple[N, ...]:
    """Nodes whose words stand from `location` to line `last`; those that are noted already keep their place."""
    made = tuple(nodes)
    if context.trace is not None:
        note = TraceNote(OriginKind.WRITTEN, stretch=Stretch.of(location, last))
        for node in made:
            if not context.trace.knows(node):
                context.trace.note(node, note)
    return made


def asked_at(context: Context, node: N, location: Location, record: str = "", others: Iterable[str] = ()) -> N:
    """`node`, which somebody asked for at `location`, and which speaks of `record` and names others."""
    return _noted(context, node, TraceNote(OriginKind.ABOUT, record, Stretch.of(location), others=tuple(others)))


def computed(
    context: Context, node: N, results: Iterable[AnyResult], asked: Location | None = None, field: str = ""
) -> N:
    """`node`, which shows what was made of the rows of `results`; asked for at `asked`, or by what is around.

    `field`: it shows that in the words of a field.
    """
    if context.trace is None:
        return node
    rows = tuple(dict.fromkeys(source.location for result in results for source in result.inputs))
    kind = OriginKind.COMPUTED if field else None
    return _noted(context, node, TraceNote(kind, stretch=Stretch.of(asked) if asked else None, rows=rows), field)


def altered(context: Context, before: Struct, after: N) -> N:
    """`after`, which was made of `before` and comes from where that came from."""
    if context.trace is not None and after is not before:
        context.trace.follow(before, after)
    return after


def _noted(context: Context, node: N, note: TraceNote, field: str = "") -> N:
    if context.trace is not None:
        context.trace.note(node, note, field)
    return node
