"""How the columns of a table share its width: as given, unless names or figures would not fit on their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from plangen.document.inlines import Text
from plangen.document.lengths import total
from plangen.document.tables import Align, Cell, CellLine, Column, Density, Table, Tone

__all__ = ["Measure", "share_out"]

_MARK_SPACE, _MARK_DIGIT = 14.0, 5.0
_BETWEEN_FIGURES = 12.0
_GUTTER = 4.0

Measure = Callable[[CellLine, Density], float]
"""How wide a line of a cell is on one line, in points."""


def share_out(
    table: Table, width: float, measure: Measure, gutter: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The width of each column and the room it keeps for note marks, in points; the widths fill `width`.

    A column that can carry a note mark keeps room for one. In a data table where names in the first column
    (with `gutter` after them) or figures would wrap, only columns that do carry one keep it, and figures give
    the names what they do not need.
    """
    given = total(column.width for column in table.columns)
    shares = tuple(column.width * width / given for column in table.columns)
    marks = tuple(_mark_space(table, at, column) for at, column in enumerate(table.columns))
    if table.density is not Density.DATA or table.columns[0].align is Align.RIGHT:
        return shares, marks
    needs = [_needed(table, at, measure) for at in range(len(shares))]
    names = [name + gutter for name in _widths(table, 0, measure)]
    crowded = any(need + mark + _GUTTER > share for need, mark, share in zip(needs, marks, shares, strict=True))
    if max(names, default=0.0) <= shares[0] and not crowded:
        return shares, marks
    carried = tuple(mark if _carries(table, at) else 0.0 for at, mark in enumerate(marks))
    spare = [_spare(table, at, shares[at] - needs[at] - carried[at]) for at in range(len(shares))]
    room = shares[0] + total(spare)
    wanted = max((name for name in names if name <= room), default=0.0) - shares[0]
    if wanted <= 0.0:
        return shares, carried if crowded else marks
    part = wanted / total(spare)
    figures = (share - part * s for share, s in zip(shares[1:], spare[1:], strict=True))
    return (shares[0] + wanted, *figures), carried


def _cells(table: Table, column: int) -> Iterator[Cell]:
    """The cells that stand in `column` alone."""
    for row in (row for group in table.groups for row in group.rows):
        ends = accumulate(cell.span for cell in row.cells)
        yield from (c for c, end in zip(row.cells, ends, strict=True) if c.span == 1 and end == column + 1)


def _widths(table: Table, column: int, measure: Measure) -> list[float]:
    lines = (block for cell in _cells(table, column) for block in cell.blocks if isinstance(block, CellLine))
    return [measure(line, table.density) for line in lines]


def _carries(table: Table, column: int) -> bool:
    return any(cell.note for cell in _cells(table, column))


def _mark_space(table: Table, at: int, column: Column) -> float:
    """Room for a mark of one digit, or of as many as the longest label has."""
    if not column.mark_space:
        return 0.0
    digits = max((len(cell.note) for cell in _cells(table, at)), default=1)
    return _MARK_SPACE + _MARK_DIGIT * max(0, digits - 1)


def _needed(table: Table, at: int, measure: Measure) -> float:
    """The width of the widest figure, or of the longest word of the header. Words may wrap: they need nothing."""
    if table.columns[at].align is not Align.RIGHT:
        return 0.0
    headers = [header for header in table.header for _ in range(header.span)]
    words = [CellLine((Text(word),), Tone.STRONG) for word in headers[at].words.split()]
    return max([*_widths(table, at, measure), *(measure(word, table.density) for word in words)])


def _spare(table: Table, at: int, left: float) -> float:
    """What a column of figures could give away, if `left` is what it does not need."""
    return max(0.0, left - _BETWEEN_FIGURES) if at and table.columns[at].align is Align.RIGHT else 0.0
