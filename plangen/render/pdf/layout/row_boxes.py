"""Where the cells of a row stand, and what they lend each other so that lines stay whole."""

from __future__ import annotations

from plangen.document.inlines import plain
from plangen.document.tables import Cell, CellLine, Row, Travel
from plangen.document.theme import Role
from plangen.render.pdf.layout.cells import SYMBOL_INDENT, beside_symbol, line_style
from plangen.render.pdf.layout.columns import Box, Columns, Metrics
from plangen.render.pdf.layout.setting import Setting

__all__ = ["row_boxes"]

_BETWEEN = 6.0


def row_boxes(setting: Setting, columns: Columns, metrics: Metrics, row: Row) -> list[Box]:
    """The box of each cell of `row`.

    A direction of travel reaches as far as the figure after it leaves room; words set to the right over several
    columns reach as far as the words before them do.
    """
    boxes: list[Box] = []
    first = 0
    for at, cell in enumerate(row.cells):
        box = columns.box(first, cell.span)
        if cell.span == 1 and columns.travel[first] and not box.right:
            box = beside_symbol(box, cell)
        if boxes and box.right:
            widths = _width(setting, metrics, row.cells[at - 1]), _width(setting, metrics, cell)
            if cell.span > 1:
                boxes[-1], box = _lent(boxes[-1], widths[0], box, widths[1])
            elif any(isinstance(block, Travel) for block in row.cells[at - 1].blocks):
                boxes[-1] = _reaching(boxes[-1], widths[0], box.end - widths[1] - _BETWEEN)
        boxes.append(box)
        first += cell.span
    return boxes


def _width(setting: Setting, metrics: Metrics, cell: Cell) -> float:
    """The width of the cell's lines if none is broken."""
    width = 0.0
    for block in cell.blocks:
        match block:
            case CellLine():
                style = line_style(setting, block, metrics.role)
                width = max(width, setting.width(plain(block.content), style))
            case Travel():
                amount = setting.width(block.amount, setting.style(Role.CHIP))
                judgement = setting.width(block.judgement, setting.style(Role.SMALL))
                width = max(width, SYMBOL_INDENT + amount, SYMBOL_INDENT + judgement)
    return width


def _lent(left: Box, taken: float, right: Box, needed: float) -> tuple[Box, Box]:
    """Both boxes, the right one widened to what it needs if the words `taken` by the left one leave that free."""
    more = needed - right.width
    if more <= 0.0 or more > left.width - taken:
        return left, right
    return Box(left.x, left.width - more, left.right), Box(right.x - more, right.width + more, right.right)


def _reaching(box: Box, needed: float, limit: float) -> Box:
    """The box as wide as its words need if that ends before `limit`."""
    return Box(box.x, max(box.width, needed), box.right) if box.x + needed <= limit else box
