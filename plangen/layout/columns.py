"""The columns of a table on the page: where each starts, how wide its text may be, and how it stands."""

from __future__ import annotations

from itertools import accumulate
from types import MappingProxyType

from msgspec import Struct

from plangen.document.tables import Density, Table, Travel
from plangen.document.theme import Role
from plangen.layout.column_roles import stands_right
from plangen.layout.shares import Measure, share_out

__all__ = ["ColumnBox", "Columns", "Metrics", "metrics"]

_TRAVEL_GUTTER = 4.0
_NARROW, _NARROW_GUTTER = 36.0, 2.0


class Metrics(Struct, frozen=True):
    """How a table of a density is set, in points.

    `gutter` is what stays free after words, `before_figures` before a column that stands right.
    """

    role: Role
    size: float
    leading: float
    padding: float
    gutter: float
    before_figures: float
    first_item: float
    next_item: float


_OWN = MappingProxyType(
    {
        Density.READING: Metrics(Role.LIST, 12.0, 16.0, 7.0, 12.0, 10.0, 17.0, 15.5),
        Density.DATA: Metrics(Role.DATA, 10.5, 13.0, 5.0, 8.0, 4.0, 14.0, 13.5),
    }
)
_SMALL = MappingProxyType(
    {
        Density.READING: Metrics(Role.LIST, 10.0, 13.5, 5.5, 8.0, 8.0, 14.5, 13.5),
        Density.DATA: Metrics(Role.DATA, 10.0, 12.5, 5.0, 6.0, 4.0, 13.5, 13.0),
    }
)


def metrics(density: Density, small: bool = False) -> Metrics:
    """A reading table holds words, a data table figures (visual contract, "Tables").

    A `small` one is set in 10 pt, the least that there is, because its words have no room otherwise.
    """
    return (_SMALL if small else _OWN)[density]


class ColumnBox(Struct, frozen=True):
    """Where a cell's text stands: its left edge, its width, and whether it is set to the right."""

    x: float
    width: float
    right: bool

    def start(self, width: float) -> float:
        """Where a line of `width` starts."""
        return self.x + self.width - width if self.right else self.x

    @property
    def end(self) -> float:
        """The right edge of the text."""
        return self.x + self.width


class Columns(Struct, frozen=True):
    """The columns of one table. `starts` has one entry more than there are columns: the right edge."""

    starts: tuple[float, ...]
    right: tuple[bool, ...]
    mark_space: tuple[float, ...]
    travel: tuple[bool, ...]
    metrics: Metrics

    @classmethod
    def of(cls, table: Table, width: float, measure: Measure, metrics: Metrics) -> Columns:
        """Columns whose shares fill `width` points; `measure` gives the width of a cell's words."""
        shares, marks = share_out(table, width, measure, metrics.gutter)
        return cls(
            (0.0, *accumulate(shares)),
            tuple(stands_right(column.role) for column in table.columns),
            marks,
            _travel_columns(table),
            metrics,
        )

    def box(self, first: int, span: int = 1) -> ColumnBox:
        """The box of a cell over `span` columns from `first` on; it stands as the last of them does."""
        last = first + span - 1
        start, end = self.starts[first], self.starts[last + 1]
        if self.right[last]:
            start += self.metrics.before_figures if first else 0.0
            end -= self.mark_space[last]
        else:
            start += self._inset(first)
            gutter = _TRAVEL_GUTTER if self.travel[last] else self._gutter(start, end)
            end -= gutter if last + 1 < len(self.right) else 0.0
        return ColumnBox(start, max(end - start, 6.0), self.right[last])

    def around(self, at: int, width: float) -> float:
        """How wide column `at` is, in points, if its text may be `width` wide."""
        if self.right[at]:
            return width + (self.metrics.before_figures if at else 0.0) + self.mark_space[at]
        inner = width + self._inset(at)
        if at + 1 == len(self.right):
            return inner
        if self.travel[at]:
            return inner + _TRAVEL_GUTTER
        return inner + (_NARROW_GUTTER if inner + _NARROW_GUTTER <= _NARROW else self.metrics.gutter)

    def _gutter(self, start: float, end: float) -> float:
        """A column of references has little room: what is longest there may come near the next one.

        A wider column never leaves less room for its words than a narrower one.
        """
        return min(self.metrics.gutter, max(_NARROW_GUTTER, end - start - _NARROW + _NARROW_GUTTER))

    def _inset(self, column: int) -> float:
        """How far words stand in from their column's edge, to keep off the figures at its left."""
        if not column:
            return 0.0
        return 12.0 if self.right[column - 1] else 4.0 if self.travel[column] else 0.0


def _travel_columns(table: Table) -> tuple[bool, ...]:
    """Which columns hold directions of travel: words alone in them stand level with the amounts."""
    found = [False] * len(table.columns)
    for group in table.groups:
        for row in group.rows:
            column = 0
            for cell in row.cells:
                found[column] |= any(isinstance(block, Travel) for block in cell.blocks)
                column += cell.span
    return tuple(found)
