"""How the columns of a table share its width: as usual, unless names or figures would not fit on their lines."""

from __future__ import annotations

from collections.abc import Callable

from plangen.document.inlines import Text
from plangen.document.lengths import total
from plangen.document.tables import Cell, CellLine, Column, Density, Table, Tone
from plangen.layout.column_roles import cells_by_column, headers_by_column, stands_right, usual_widths

__all__ = ["Measure", "share_out"]

_MARK_SPACE, _MARK_DIGIT = 14.0, 5.0
_BETWEEN_FIGURES = 12.0
_GUTTER = 4.0

Cells = tuple[Cell, ...]
Measure = Callable[[CellLine], float]
"""How wide a line of a cell is on one line, in points."""


def share_out(
    table: Table, width: float, measure: Measure, gutter: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The width of each column and the room it keeps for note marks, in points; the widths fill `width`.

    A column that can carry a note mark keeps room for one. In a data table where names in the first column
    (with `gutter` after them) or figures would wrap, only columns that do carry one keep it, and figures give
    the names what they do not need.
    """
    usual = usual_widths(table)
    given = total(usual)
    shares = tuple(share * width / given for share in usual)
    cells = cells_by_column(table)
    marks = tuple(map(_mark_space, table.columns, cells))
    if table.density is not Density.DATA or stands_right(table.columns[0].role):
        return shares, marks
    needs = [_needed(table, at, cells[at], measure) for at in range(len(shares))]
    names = [name + gutter for name in _widths(cells[0], measure)]
    crowded = any(need + mark + _GUTTER > share for need, mark, share in zip(needs, marks, shares, strict=True))
    if max(names, default=0.0) <= shares[0] and not crowded:
        return shares, marks
    carried = tuple(mark if _carries(some) else 0.0 for some, mark in zip(cells, marks, strict=True))
    spare = [_spare(table, at, shares[at] - needs[at] - carried[at]) for at in range(len(shares))]
    room = shares[0] + total(spare)
    wanted = max((name for name in names if name <= room), default=0.0) - shares[0]
    if wanted <= 0.0:
        return shares, carried if crowded else marks
    part = wanted / total(spare)
    figures = (share - part * s for share, s in zip(shares[1:], spare[1:], strict=True))
    return (shares[0] + wanted, *figures), carried


def _widths(cells: Cells, measure: Measure) -> list[float]:
    lines = (block for cell in cells for block in cell.blocks if isinstance(block, CellLine))
    return [measure(line) for line in lines]


def _carries(cells: Cells) -> bool:
    return any(cell.note for cell in cells)


def _mark_space(column: Column, cells: Cells) -> float:
    """Room for a mark of one digit, or of as many as the longest label has."""
    if not column.noted:
        return 0.0
    digits = max((len(cell.note) for cell in cells), default=1)
    return _MARK_SPACE + _MARK_DIGIT * max(0, digits - 1)


def _needed(table: Table, at: int, cells: Cells, measure: Measure) -> float:
    """The width of the widest figure, or of the longest word of the header. Words may wrap: they need nothing."""
    if not stands_right(table.columns[at].role):
        return 0.0
    header = headers_by_column(table)[at]
    words = [CellLine((Text(word),), Tone.STRONG) for word in header.words.split()]
    return max([*_widths(cells, measure), *(measure(word) for word in words)])


def _spare(table: Table, at: int, left: float) -> float:
    """What a column of figures could give away, if `left` is what it does not need."""
    return max(0.0, left - _BETWEEN_FIGURES) if at and stands_right(table.columns[at].role) else 0.0
