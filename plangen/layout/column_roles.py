"""What the roles of columns mean on the page: on which side words stand, and how the width is shared."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from types import MappingProxyType

from plangen.document.inlines import plain
from plangen.document.tables import Cell, CellLine, ColumnHeader, ColumnRole, Table

__all__ = ["cells_by_column", "headers_by_column", "stands_right", "usual_widths"]

_REFERENCE, _NAME, _WORDS = ColumnRole.REFERENCE, ColumnRole.NAME, ColumnRole.WORDS
_RESULT, _OUTCOME, _PERIOD = ColumnRole.RESULT, ColumnRole.OUTCOME, ColumnRole.PERIOD
_FIGURE, _TARGET, _CHANGE = ColumnRole.FIGURE, ColumnRole.TARGET, ColumnRole.CHANGE
_TRAVEL, _BENCHMARK, _TALLY = ColumnRole.TRAVEL, ColumnRole.BENCHMARK, ColumnRole.TALLY

_RIGHT = frozenset({_FIGURE, _TARGET, _CHANGE, _BENCHMARK})

# The visual contract, for an upright page: each row adds up to 480.
_WIDTHS: Mapping[tuple[ColumnRole, ...], tuple[float, ...]] = MappingProxyType(
    {
        (_NAME, _WORDS): (152, 328),
        (_WORDS, _RESULT): (287, 193),
        (_WORDS, _RESULT, _OUTCOME): (246, 123, 111),
        (_REFERENCE, _WORDS, _NAME): (29, 299, 152),
        (_NAME, _PERIOD, _FIGURE): (275, 111, 94),
        (_NAME, _TALLY, _TALLY, _TALLY): (204, 80, 92, 104),
        (_NAME, _TALLY, _TALLY, _TALLY, _TALLY): (204, 62, 62, 84, 68),
        (_NAME, _FIGURE, _TARGET, _CHANGE): (262, 62, 68, 88),
        (_NAME, _FIGURE, _TARGET, _TARGET, _CHANGE): (192, 62, 68, 70, 88),
        (_NAME, _FIGURE, _TARGET, _TARGET, _TARGET, _CHANGE): (148, 62, 60, 60, 62, 88),
        (_REFERENCE, _NAME, _FIGURE, _FIGURE, _TRAVEL, _TRAVEL, _BENCHMARK): (28, 116, 46, 46, 114, 94, 36),
    }
)
_UPRIGHT = 480.0
_LEAST_NAME, _FIVE_FIGURES = 152.0, 328.0
_SHORTEST, _LONGEST = 8, 40


def stands_right(role: ColumnRole) -> bool:
    """Whether the words of such a column stand at its right: figures do, so that their units are in line."""
    return role in _RIGHT


def usual_widths(table: Table) -> tuple[float, ...]:
    """The widths of the columns to each other.

    A series of columns that the visual contract knows has its widths; any other takes them from its longest cells.
    """
    roles = tuple(column.role for column in table.columns)
    if roles in _WIDTHS:
        return _WIDTHS[roles]
    others = len(roles) - 1
    if roles == (_NAME,) + (_FIGURE,) * others and others:
        figure = _FIVE_FIGURES / max(others, 5)
        return (max(_UPRIGHT - figure * others, _LEAST_NAME), *(figure,) * others)
    return tuple(map(_longest, headers_by_column(table), cells_by_column(table)))


def cells_by_column(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """For each column, the cells that stand in it alone."""
    found: tuple[list[Cell], ...] = tuple([] for _ in table.columns)
    for row in (row for group in table.groups for row in group.rows):
        for cell, end in zip(row.cells, accumulate(cell.span for cell in row.cells), strict=True):
            if cell.span == 1:
                found[end - 1].append(cell)
    return tuple(map(tuple, found))


def headers_by_column(table: Table) -> tuple[ColumnHeader, ...]:
    """For each column, the header over it."""
    return tuple(header for header in table.header for _ in range(header.span))


def _longest(header: ColumnHeader, cells: tuple[Cell, ...]) -> float:
    """The characters of the longest line of a column, held between 8 and 40 so that none starves."""
    lines = (block for cell in cells for block in cell.blocks if isinstance(block, CellLine))
    longest = max([len(header.words), *(len(plain(line.content)) for line in lines)])
    return float(min(max(longest, _SHORTEST), _LONGEST))
