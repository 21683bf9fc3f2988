"""What stands in a cell: lines, lists, chips and directions of travel, as marks at baselines.

A cell is a list of marks measured from the top of its row, so that a row that is taller than a page can be cut
between any two of them.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import NoteMark, Text
from plangen.document.tables import Cell, CellBlock, CellLine, CellList, Chip, PriorityLine, Tally, Tone, Travel
from plangen.document.theme import Role
from plangen.document.typeface import Face
from plangen.render.pdf.layout.badges import CHIP_HEIGHT, chip, status_symbol
from plangen.render.pdf.layout.columns import Box, Metrics
from plangen.render.pdf.layout.fragments import set_inlines
from plangen.render.pdf.layout.headings import number_block
from plangen.render.pdf.layout.inks import Group, Ink, Style
from plangen.render.pdf.layout.lists import BULLET_INDENT, bullet
from plangen.render.pdf.layout.setting import Setting
from plangen.render.pdf.layout.typeset import Line, break_lines, set_lines
from plangen.render.pdf.structure import Element, ListNumbering, Tag

__all__ = [
    "PRIORITY_INDENT",
    "SYMBOL_INDENT",
    "CellSetter",
    "Mark",
    "beside_symbol",
    "line_style",
    "tally_rows",
    "tally_width",
]

_SECOND_LINE = 13.0
_CHIP_PITCH = 25.0
_SYMBOL = 13.0
SYMBOL_INDENT = _SYMBOL + 6.0
"""Where the words beside a symbol start, in points."""
_ASCENT = 0.8
_TALLY_X, _TALLY_GAP, _TALLY_SYMBOL = 14.0, 6.0, 12.5
_TALLY_RISE, _TALLY_PITCH = 10.4, 15.2  # above the baseline; from a symbol to the next, at its right or below it
PRIORITY_INDENT = 28.0
"""Where the words beside a priority's number start, in points."""
_BLOCK, _BLOCK_SIZE, _BLOCK_RISE = 18.0, 11.0, 12.6
_TURNED_OVER = 12.0  # the second line of one entry among several in a cell, such as an agency


class Mark(Struct, frozen=True):
    """Ink of a row: its place, and the part of the row's height it needs (`top` to `bottom`)."""

    x: float
    y: float
    top: float
    bottom: float
    ink: Ink


def beside_symbol(box: Box, cell: Cell) -> Box:
    """The box of words that stand in a column of travel cells: level with the amounts beside the symbols."""
    if any(isinstance(block, Travel) for block in cell.blocks):
        return box
    return Box(box.x + SYMBOL_INDENT, max(box.width - SYMBOL_INDENT, 6.0), right=False)


def line_style(setting: Setting, line: CellLine, role: Role) -> Style:
    """How a line of a cell is set in a table whose words have `role`."""
    if line.second:
        return setting.style(Role.SMALL)
    match line.tone:
        case Tone.PLAIN:
            return setting.style(role)
        case Tone.STRONG:
            return setting.style(role, face=Face.SEMIBOLD)
        case Tone.MUTED:
            return setting.style(role, colour="grey")


def tally_width(setting: Setting, tally: Tally, role: Role) -> float:
    """The width of a count and one of its symbols in a table whose words have `role`."""
    return _tally_start(setting.width(tally.count.text, setting.style(role, face=Face.SEMIBOLD))) + _TALLY_SYMBOL


def tally_rows(setting: Setting, tally: Tally, width: float) -> list[Ink]:
    """The symbols, row by row, from the top left corner of each; at least one to a row."""
    symbol = status_symbol(setting, tally.mark, _TALLY_SYMBOL)
    most = max(1, int((width + _TALLY_PITCH - _TALLY_SYMBOL) // _TALLY_PITCH))
    counts = [min(most, tally.symbols - at) for at in range(0, tally.symbols, most)]
    return [Group(tuple((at * _TALLY_PITCH, 0.0, symbol) for at in range(count))) for count in counts]


def _tally_start(count: float) -> float:
    """Where the symbols start beside a count of that width."""
    return max(_TALLY_X, count + _TALLY_GAP)


class CellSetter:
    """Sets one cell from top to bottom. `bottom` is where its last line ends."""

    def __init__(
        self, setting: Setting, metrics: Metrics, box: Box, element: Element, padding: float, note_id: str
    ) -> None:
        self.marks: list[Mark] = []
        self.bottom = padding + metrics.size
        self._setting = setting
        self._metrics = metrics
        self._box = box
        self._element = element
        self._padding = padding
        self._note_id = note_id
        self._baseline = padding + _ASCENT * metrics.size
        self._started = False
        self._several = False

    def cell(self, cell: Cell) -> None:
        """Set all of `cell`."""
        parts = sum(isinstance(block, CellLine | CellList) for block in cell.blocks)
        self._several = sum(isinstance(block, CellLine) and not block.second for block in cell.blocks) > 1
        for at, block in enumerate(cell.blocks):
            own = self._element.add(Tag.P) if parts > 1 and isinstance(block, CellLine) else self._element
            self._block(block, own, cell.note if at == 0 else "")
        if cell.note and not cell.blocks:
            self._note(cell.note, self._element, self._baseline, self._box.x)

    def _block(self, block: CellBlock, element: Element, note: str) -> None:
        match block:
            case CellLine():
                self._line(block, element, note)
            case CellList():
                self._list(block)
            case Chip():
                self._chip(block, element)
            case Travel():
                self._travel(block, element)
            case Tally():
                self._tally(block, element)
            case PriorityLine():
                self._priority(block, element)

    def _advance(self, pitch: float) -> float:
        """The next baseline: the first one where it is, every other `pitch` further down."""
        if self._started:
            self._baseline += pitch
            self.bottom += pitch
        self._started = True
        return self._baseline

    def _put(self, x: float, baseline: float, size: float, ink: Ink) -> None:
        self.marks.append(Mark(x, baseline, baseline - size, baseline + 0.3 * size, ink))

    def _line(self, block: CellLine, element: Element, note: str) -> None:
        style = line_style(self._setting, block, self._metrics.role)
        fragments = set_inlines(self._setting, block.content, element, style)
        lines = break_lines(self._setting, fragments, self._box.width)
        indent = _TURNED_OVER if self._several and not self._box.right else 0.0
        if indent and len(lines) > 1:
            lines = break_lines(self._setting, fragments, max(self._box.width - indent, 6.0))
        pitch = _SECOND_LINE if block.second else self._metrics.leading
        for at, line in enumerate(lines):
            baseline = self._advance(pitch)
            x = self._box.start(line.width) + (indent if at else 0.0)
            self._put(x, baseline, style.size, line)
            if note and at == len(lines) - 1:
                self._note(note, element, baseline, x + line.width)

    def _note(self, label: str, element: Element, baseline: float, x: float) -> None:
        """The mark hangs in the space kept free at the right of a figure."""
        mark = NoteMark(self._note_id, label)
        style = self._setting.style(Role.SMALL)
        line = Line(tuple(set_inlines(self._setting, (mark,), element, style)), 0.0, self._setting)
        self._put(x, baseline, style.size, line)

    def _list(self, block: CellList) -> None:
        setting, metrics = self._setting, self._metrics
        element = self._element.add(Tag.L, numbering=ListNumbering.DISC)
        width = max(self._box.width - BULLET_INDENT, 6.0)
        style = setting.style(metrics.role)
        for number, item in enumerate(block.items):
            li = element.add(Tag.LI)
            dot = bullet(setting, li)
            lines = set_lines(setting, item, li.add(Tag.LBODY), style, width)
            for at, line in enumerate(lines):
                pitch = metrics.first_item if number == 0 and at == 0 else metrics.next_item
                baseline = self._advance(pitch)
                if at == 0:
                    self._put(self._box.x, baseline, style.size, dot)
                self._put(self._box.x + BULLET_INDENT, baseline, style.size, line)

    def _chip(self, block: Chip, element: Element) -> None:
        baseline = self._advance(_CHIP_PITCH)
        middle = baseline - (_ASCENT - 0.5) * self._metrics.size
        top = middle - CHIP_HEIGHT / 2
        ink = chip(self._setting, block.badge, element.content())
        self.marks.append(Mark(self._box.x, top, top, top + CHIP_HEIGHT, ink))

    def _travel(self, block: Travel, element: Element) -> None:
        """Symbol, amount and, below, the judgement."""
        setting, ink = self._setting, self._setting.theme.colours.ink
        x = self._box.x + SYMBOL_INDENT
        top = self._advance(self._metrics.leading) - 7.4
        symbol = status_symbol(setting, block.mark, _SYMBOL)
        self.marks.append(Mark(self._box.x, top, top, top + _SYMBOL, symbol))
        self._started = False  # the amount stands on the symbol's own line
        amount, judgement = setting.style(Role.CHIP), replace(setting.style(Role.SMALL), colour=ink)
        for text, style in ((block.amount, amount), (block.judgement, judgement)):
            for line in self._words(text, style, element):
                self._put(x, self._advance(_SECOND_LINE), style.size, line)

    def _tally(self, block: Tally, element: Element) -> None:
        """The count, then its symbols, in as many rows as they need."""
        style = self._setting.style(self._metrics.role, face=Face.SEMIBOLD)
        count = Line(
            tuple(set_inlines(self._setting, (block.count,), element, style)),
            self._setting.width(block.count.text, style),
            self._setting,
        )
        x = _tally_start(count.width)
        rows = tally_rows(self._setting, block, self._box.width - x)
        self._put(self._box.x, self._advance(self._metrics.leading), style.size, count)
        for at, row in enumerate(rows):
            top = (self._advance(_TALLY_PITCH) if at else self._baseline) - _TALLY_RISE
            self.marks.append(Mark(self._box.x + x, top, top, top + _TALLY_SYMBOL, row))

    def _priority(self, block: PriorityLine, element: Element) -> None:
        """The number in its block, then the name."""
        style = self._setting.style(self._metrics.role)
        number = number_block(self._setting, block.priority, _BLOCK, _BLOCK_SIZE, element.content())
        fragments = set_inlines(self._setting, block.content, element, style)
        lines = break_lines(self._setting, fragments, max(self._box.width - PRIORITY_INDENT, 6.0))
        for at, line in enumerate(lines):
            baseline = self._advance(self._metrics.leading)
            if at == 0:
                top = baseline - _BLOCK_RISE
                self.marks.append(Mark(self._box.x, top, top, top + _BLOCK, number))
            self._put(self._box.x + PRIORITY_INDENT, baseline, style.size, line)

    def _words(self, text: str, style: Style, element: Element) -> list[Line]:
        width = max(self._box.width - SYMBOL_INDENT, 6.0)
        fragments = set_inlines(self._setting, (Text(text),), element.add(Tag.P), style)
        return break_lines(self._setting, fragments, width)
