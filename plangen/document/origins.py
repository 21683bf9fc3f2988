"""Where the nodes of a document come from: a table beside its tree, by the path of each node.

The tree itself knows nothing of files, so that a line that moves changes neither a node nor a byte of a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from plangen.diagnostics import Location
from plangen.document.nodes import NodePath

__all__ = ["NodeOrigin", "OriginKind", "Origins", "Stretch"]


class OriginKind(Enum):
    """What a place in a file is to the words on a page.

    WRITTEN: these words stand there. COMPUTED: a figure is asked for there. ABOUT: the words are plangen's own,
    and speak of what stands there.
    """

    WRITTEN = "written"
    COMPUTED = "computed"
    ABOUT = "about"


class Stretch(Struct, frozen=True, order=True):
    """Lines of a file of the workspace: from `line` and `column` to the end of line `last`, all counted from 1.

    A `column` of 0 is the whole line, a `line` of 0 the whole file.
    """

    file: str
    line: int = 0
    column: int = 0
    last: int = 0

    @classmethod
    def of(cls, location: Location, last: int = 0) -> Stretch:
        """From `location` to the end of line `last`, or of its own."""
        return cls(location.file, location.line, location.column, max(last, location.line))

    def holds(self, file: str, line: int) -> bool:
        """Whether a line of a file is one of these; every line of a whole file is."""
        return file == self.file and (not self.line or self.line <= line <= self.last)

    @property
    def location(self) -> Location:
        """Where it begins."""
        return Location(self.file, self.line, self.column)


class NodeOrigin(Struct, frozen=True):
    """Where a node comes from.

    `record` names the value of a record that it is or speaks of (`priorities.yaml#priorities.0.actions.2.action`);
    it is empty for Markdown. `rows` are the places of everything that a figure was computed from, in the order in
    which its formula uses them: rows of data, targets, facts; then those of other records that the words name.
    """

    kind: OriginKind
    stretch: Stretch
    record: str = ""
    rows: tuple[Location, ...] = ()

    def concerns(self, file: str, line: int) -> bool:
        """Whether a line of a file says this, asks for it, or is one of its rows."""
        return self.stretch.holds(file, line) or any(row.file == file and row.line == line for row in self.rows)


class Origins:
    """The origins of one document. Small by what it holds: only nodes that have an origin of their own."""

    def __init__(self, table: Mapping[NodePath, NodeOrigin]) -> None:
        self._table = dict(table)
        self._by_file: dict[str, list[NodePath]] = defaultdict(list)
        for path, origin in self._table.items():
            for file in {origin.stretch.file, *(row.file for row in origin.rows)}:
                self._by_file[file].append(path)

    def of(self, path: NodePath) -> NodeOrigin | None:
        """Where the node at `path` comes from: its own origin, or that of the nearest node around it."""
        for end in range(len(path), -1, -1):
            if (origin := self._table.get(path[:end])) is not None:
                return origin
        return None

    def at(self, file: str, line: int, *, about: bool = False) -> tuple[NodePath, ...]:
        """The nodes that come from a line of a file, in reading order.

        Those whose words stand there, that are asked for there, or that were computed from it; where there are
        none, those that speak of the smallest stretch of lines around it. With `about`, all that speak of it too.
        """
        known = [(path, self._table[path]) for path in self._by_file.get(file, ())]
        found = [(path, origin) for path, origin in known if origin.concerns(file, line)]
        if about:
            return tuple(path for path, _ in found)
        own = [path for path, origin in found if origin.kind is not OriginKind.ABOUT]
        return tuple(own) or tuple(_closest(found))

    def __iter__(self) -> Iterator[tuple[NodePath, NodeOrigin]]:
        """Every node that has an origin of its own, with it, in reading order."""
        return iter(self._table.items())

    def __len__(self) -> int:
        return len(self._table)


def _closest(found: list[tuple[NodePath, NodeOrigin]]) -> Iterable[NodePath]:
    least = min((_lines(origin) for _, origin in found), default=0)
    return (path for path, origin in found if _lines(origin) == least)


def _lines(origin: NodeOrigin) -> int:
    return origin.stretch.last - origin.stretch.line + 1 if origin.stretch.line else 10**9
