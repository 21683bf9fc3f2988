"""Rows and header rows: cells side by side on one height, with the rule below.

Cells lend each other room where that keeps a line whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import plain
from plangen.document.tables import Cell, CellLine, PriorityLine, Row, RowRule, Table, Tally, Travel
from plangen.document.theme import Role
from plangen.layout.canvas import Artifact
from plangen.layout.cells import SYMBOL_INDENT, CellMark, CellSetter, SetCell, beside_symbol, line_style
from plangen.layout.columns import ColumnBox, Columns, Metrics
from plangen.layout.fragments import words_in
from plangen.layout.inks import Ink, InkGroup, Rule, Style
from plangen.layout.line_breaking import RightEdge
from plangen.layout.pieces import Piece
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Setting
from plangen.layout.structure import Element, Scope, Tag
from plangen.layout.typeset import SetLine, break_lines

__all__ = ["RowSetter", "header_piece"]

_HEADER_SIZE, _HEADER_LEADING = 10.0, 12.5
_HEADER_GUTTER = 8.0  # kept free at the right of words, beyond the gutter of their column
_COUNTS_PADDING = 5.7
_BETWEEN = 6.0
_OVERLAP = 3.0  # descenders and the next line's accents may share this much


def header_piece(setting: Setting, table: Table, columns: Columns, element: Element | None) -> Piece:
    """The header row: content under `element` (a THead) the first time, an artifact where it is repeated."""
    style = setting.style(Role.TABLE_HEADER)
    row = None if element is None else element.add(Tag.TR)
    cells = []
    first = 0
    for header in table.header:
        cell = None if row is None else _heading_cell(row, header.span).of(header)
        box = columns.box(first, header.span)
        cells.append((box, _header_lines(setting, header.words, style, cell, box)))
        first += header.span
    padding = _header_padding(table, columns.metrics.padding)
    most = max(len(lines) for _, lines in cells)
    height = 2 * padding + _HEADER_SIZE + (most - 1) * _HEADER_LEADING
    parts: list[tuple[float, float, Ink]] = [
        (box.start(line.width), height - padding - 2.0 - (len(lines) - 1 - at) * _HEADER_LEADING, line)
        for box, lines in cells
        for at, line in enumerate(lines)
    ]
    width, navy = columns.starts[-1], setting.theme.colours.navy
    parts += [(0.0, 0.0, Rule(width, navy, 1.5)), (0.0, height - 0.375, Rule(width, navy, 0.75))]
    after = Kind.PAGE if element is None else Kind.TABLE
    return Piece(InkGroup(tuple(parts)), Kind.TABLE, after, height, glued=True)


def _header_lines(
    setting: Setting, words: str, style: Style, cell: Element | None, box: ColumnBox
) -> list[SetLine]:
    """The lines of a header in `box`, in its `cell` or as an artifact.

    A line feed in `words` ends a line ("2016/17", "Q2"). A word that is too wide takes that room before it is
    broken.
    """
    room = _header_room(setting, words, style, box)
    parts = words.replace("\n", " \n").split("\n")
    slot = Artifact.PAGINATION if cell is None else cell.content()
    fragments = [words_in(setting, part, style, cell, slot) for part in parts]
    return [line for part in fragments for line in break_lines(setting, part, room, RightEdge.BALANCED)]


def _header_room(setting: Setting, words: str, style: Style, box: ColumnBox) -> float:
    if box.right:
        return box.width
    longest = max((setting.width(word, style) for word in words.split()), default=0.0)
    return max(box.width - _HEADER_GUTTER, min(longest, box.width))


def _header_padding(table: Table, padding: float) -> float:
    """A reading table of counts has the closer header of figures."""
    blocks = (block for group in table.groups for row in group.rows for cell in row.cells for block in cell.blocks)
    counts = any(isinstance(block, Tally) for block in blocks)
    return _COUNTS_PADDING if counts else padding


def _heading_cell(row: Element, span: int) -> Element:
    return row.add(Tag.TH, scope=Scope.COLUMN, column_span=span)


class RowSetter(Struct, frozen=True):
    """Sets the rows of one table.

    `notes` gives a note's id for its label; `tallest` is what a page can hold; `hanging` are the columns in which
    a line that is turned over is set in.
    """

    setting: Setting
    columns: Columns
    metrics: Metrics
    notes: Mapping[str, str]
    hair_from: float
    tallest: float
    hanging: frozenset[int]

    def pieces(self, row: Row, body: Element) -> list[Piece]:
        """The row as one piece; as several, cut between lines, where it is taller than a page."""
        element = body.add(Tag.TR).of(row)
        above, below = self._padding(row)
        marks: list[CellMark] = []
        bottom = 0.0
        boxes = _row_boxes(self.setting, self.columns, self.metrics, row)
        first = 0
        for at, (cell, box) in enumerate(zip(row.cells, boxes, strict=True)):
            made = self._cell(cell, box, element, at == row.header, first in self.hanging, above)
            marks += made.marks
            bottom = max(bottom, made.bottom)
            first += cell.span
        height = bottom + below
        if height <= self.tallest:
            return [self._piece(marks, 0.0, height, row.rule)]
        return self._cut(marks, height, row.rule)

    def _cell(
        self, cell: Cell, box: ColumnBox, row: Element, heads: bool, hanging: bool, padding: float
    ) -> SetCell:
        if cell.covered:
            return SetCell((), 0.0)
        tag, scope = (Tag.TH, Scope.ROW) if heads else (Tag.TD, None)
        element = row.add(tag, scope=scope, column_span=cell.span, row_span=cell.rows).of(cell)
        note_id = self.notes.get(cell.note, cell.note)
        return CellSetter(self.setting, self.metrics, box, element, note_id, hanging).set(cell, padding)

    def _padding(self, row: Row) -> tuple[float, float]:
        """A row that names what follows stands close to it; a row with travel cells is 32 high."""
        if row.rule is RowRule.NONE:
            return self.metrics.padding + 1.0, 2.0
        if self.hair_from and any(cell.span > 1 for cell in row.cells):
            return self.metrics.padding + 1.0, self.metrics.padding + 1.5
        if any(isinstance(block, Travel) for cell in row.cells for block in cell.blocks):
            return 4.0, 4.5
        if any(isinstance(block, PriorityLine) for cell in row.cells for block in cell.blocks):
            return self.metrics.padding + 1.5, self.metrics.padding + 1.5
        return self.metrics.padding, self.metrics.padding

    def _piece(self, marks: Sequence[CellMark], top: float, height: float, rule: RowRule | None) -> Piece:
        parts: list[tuple[float, float, Ink]] = [(mark.x, mark.y - top, mark.ink) for mark in marks]
        colours = self.setting.theme.colours
        width = self.columns.starts[-1]
        if rule is RowRule.STEEL:
            parts.append((0.0, height, Rule(width, colours.steel, 0.75)))
        elif rule is RowRule.HAIR:
            parts.append((self.hair_from, height, Rule(width - self.hair_from, colours.hair, 0.5)))
        return Piece(InkGroup(tuple(parts)), Kind.TABLE, Kind.TABLE, height, pitch=0.0)

    def _cut(self, marks: Sequence[CellMark], height: float, rule: RowRule) -> list[Piece]:
        """Slices between the lines of all cells, so that the row fills page after page; the rule comes last."""
        marks = sorted(marks, key=_top)
        starts = _line_starts(marks)
        slices = []
        for at, (first, top) in enumerate(starts):
            last, end = starts[at + 1] if at + 1 < len(starts) else (len(marks), height)
            begin = top if at else 0.0
            closes = rule if last == len(marks) else None
            slices.append(self._piece(marks[first:last], begin, end - begin, closes))
        ends = len(slices) - 2
        return [replace(piece, glued=at in (0, ends) and at <= ends) for at, piece in enumerate(slices)]


def _top(mark: CellMark) -> float:
    return mark.top


def _line_starts(marks: Sequence[CellMark]) -> list[tuple[int, float]]:
    """Where a row may be cut: the index of the first mark (from the top) of each line, and its height."""
    starts: list[tuple[int, float]] = []
    bottom = 0.0
    for index, mark in enumerate(marks):
        if not starts or mark.top >= bottom - _OVERLAP:
            starts.append((index, mark.top - 1.0))
        bottom = max(bottom, mark.bottom)
    return starts


def _row_boxes(setting: Setting, columns: Columns, metrics: Metrics, row: Row) -> list[ColumnBox]:
    """The box of each cell of `row`.

    A direction of travel reaches as far as the figure after it leaves room; words set to the right over several
    columns reach as far as the words before them do.
    """
    boxes: list[ColumnBox] = []
    first = 0
    for at, cell in enumerate(row.cells):
        box = columns.box(first, cell.span)
        if cell.span == 1 and columns.travel[first] and not box.right:
            box = beside_symbol(box, cell)
        if boxes and box.right:
            widths = _unbroken_width(setting, metrics, row.cells[at - 1]), _unbroken_width(setting, metrics, cell)
            if cell.span > 1:
                boxes[-1], box = _lent(boxes[-1], widths[0], box, widths[1])
            elif any(isinstance(block, Travel) for block in row.cells[at - 1].blocks):
                boxes[-1] = _reaching(boxes[-1], widths[0], box.end - widths[1] - _BETWEEN)
        boxes.append(box)
        first += cell.span
    return boxes


def _unbroken_width(setting: Setting, metrics: Metrics, cell: Cell) -> float:
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


def _lent(left: ColumnBox, taken: float, right: ColumnBox, needed: float) -> tuple[ColumnBox, ColumnBox]:
    """Both boxes, the right one widened to what it needs if the words `taken` by the left one leave that free."""
    more = needed - right.width
    if more <= 0.0 or more > left.width - taken:
        return left, right
    return ColumnBox(left.x, left.width - more, left.right), ColumnBox(
        right.x - more, right.width + more, right.right
    )


def _reaching(box: ColumnBox, needed: float, limit: float) -> ColumnBox:
    """The box as wide as its words need if that ends before `limit`."""
    return ColumnBox(box.x, max(box.width, needed), box.right) if box.x + needed <= limit else box
