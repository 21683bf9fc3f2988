"""Where the nodes of a document come from, noted while it is composed and settled when it is whole.

Most documents are composed without a trace, and then nothing here does anything. A trace knows a node by the
object it is; when the document is whole every object has its path, and the objects are forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plangen.diagnostics import Location
from plangen.document.blocks import Document
from plangen.document.inlines import Value
from plangen.document.nodes import NodePath, children
from plangen.document.origins import NodeOrigin, OriginKind, Origins, Stretch

__all__ = ["Trace", "TraceNote"]

N = TypeVar("N", bound=Struct)


class TraceNote(Struct, frozen=True):
    """What is known of a node: the `record` that it is or speaks of, or else its `stretch`, and its `rows`.

    `others` are more records that its words speak of.

    Where `kind` is None, or there is no place, the node around it knows.
    """

    kind: OriginKind | None = None
    record: str = ""
    stretch: Stretch | None = None
    rows: tuple[Location, ...] = ()
    others: tuple[str, ...] = ()


_Notes = dict[tuple[int, str], TraceNote]


class Trace:
    """Notes by node, and by field of a node."""

    def __init__(self) -> None:
        self.origins = Origins({})
        self._notes: _Notes = {}
        self._nodes: list[Struct] = []  # what is noted has to live, or another object could take its number

    def note(self, node: Struct, note: TraceNote, field: str = "") -> None:
        """Note where a node, or the words in one of its fields, come from; a later note adds to an earlier."""
        key = (id(node), field)
        self._notes[key] = _added(self._notes[key], note) if key in self._notes else note
        self._nodes.append(node)

    def follow(self, before: Struct, after: Struct) -> None:
        """What is noted of `before` holds for `after`, which takes its place."""
        if found := self._notes.get((id(before), "")):
            self.note(after, found)

    def knows(self, node: Struct) -> bool:
        """Whether something is noted of a node."""
        return (id(node), "") in self._notes

    def settle(self, document: Document, stretches: Sequence[Mapping[str, Stretch]]) -> None:
        """The document is whole: find the path of every noted node. `stretches` has the lines of every record."""
        settler = _Settler(self._notes, stretches)
        settler.settle(document, (), None)
        self.origins = Origins(settler.table)
        self._notes, self._nodes = {}, []


def _added(before: TraceNote, note: TraceNote) -> TraceNote:
    """What was noted first stays; the place of another note counts where there was none."""
    place = before if before.record or before.stretch else note
    return TraceNote(
        before.kind or note.kind,
        place.record,
        place.stretch,
        (*before.rows, *note.rows),
        (*before.others, *note.others),
    )


class _Settler:
    """Walks the tree, handing down what a node around knows to those that know only a part."""

    def __init__(
        self, notes: Mapping[tuple[int, str], TraceNote], stretches: Sequence[Mapping[str, Stretch]]
    ) -> None:
        self.table: dict[NodePath, NodeOrigin] = {}
        self._notes = notes
        self._stretches = stretches

    def settle(self, node: Struct, path: NodePath, around: NodeOrigin | None) -> None:
        note = self._notes.get((id(node), ""))
        own = self._origin(note, around) if note else around
        if isinstance(node, Value) and own is not None and own.kind is not OriginKind.COMPUTED:
            own = replace(own, kind=OriginKind.COMPUTED)
        if own is not None and own is not around:
            self.table[path] = own
        for field in node.__struct_fields__:
            if (said := self._notes.get((id(node), field))) and (origin := self._origin(said, own)):
                self.table[(*path, field)] = origin
        for steps, child in children(node):
            self.settle(child, (*path, *steps), self.table.get((*path, str(steps[0])), own))

    def _origin(self, note: TraceNote, around: NodeOrigin | None) -> NodeOrigin | None:
        stretch = note.stretch or self._lines(note.record)
        record = note.record
        if stretch is None and around is not None:
            stretch, record = around.stretch, around.record
        if stretch is None:
            return around
        others = (found.location for key in note.others if (found := self._lines(key)))
        rows = tuple(dict.fromkeys((*note.rows, *others)))
        return NodeOrigin(note.kind or OriginKind.ABOUT, stretch, record, rows)

    def _lines(self, record: str) -> Stretch | None:
        return next((known[record] for known in self._stretches if record in known), None)
