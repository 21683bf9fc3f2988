"""What stands in a cell: lines, lists, chips and directions of travel, as marks at baselines.

A cell is a list of marks measured from the top of its row, so that a row that is taller than a page can be cut
between any two of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import NoteMark, Text
from plangen.document.tables import Cell, CellBlock, CellLine, CellList, Chip, PriorityLine, Tally, Tone, Travel
from plangen.document.theme import Role
from plangen.document.typeface import Face
from plangen.layout.badges import CHIP_HEIGHT, chip, status_symbol
from plangen.layout.columns import ColumnBox, Metrics
from plangen.layout.fragments import set_inlines
from plangen.layout.headings import number_block
from plangen.layout.inks import Ink, InkGroup, Style
from plangen.layout.lists import BULLET_INDENT, bullet
from plangen.layout.setting import Setting
from plangen.layout.structure import Element, ListNumbering, Tag
from plangen.layout.typeset import SetLine, break_lines, set_lines

__all__ = [
    "PRIORITY_INDENT",
    "SYMBOL_INDENT",
    "CellMark",
    "CellSetter",
    "SetCell",
    "beside_symbol",
    "has_entries",
    "line_style",
    "tally_rows",
    "tally_width",
]

_SECOND_LINE = 13.0
_CHIP_PITCH = 25.0
_SYMBOL, _SYMBOL_RISE = 13.0, 7.4  # its side, and how far it reaches above the baseline
SYMBOL_INDENT = _SYMBOL + 6.0
"""Where the words beside a symbol start, in points."""
_ASCENT = 0.8
_TALLY_X, _TALLY_GAP, _TALLY_SYMBOL = 14.0, 6.0, 12.5
_TALLY_RISE, _TALLY_PITCH = 10.4, 15.2  # above the baseline; from a symbol to the next, at its right or below it
PRIORITY_INDENT = 28.0
"""Where the words beside a priority's number start, in points."""
_BLOCK, _BLOCK_SIZE, _BLOCK_RISE = 18.0, 11.0, 12.6
_TURNED_OVER = 12.0  # the second line of an entry, such as an agency, where cells of a column hold several


class CellMark(Struct, frozen=True):
    """Ink of a row: its place, and the part of the row's height it needs (`top` to `bottom`)."""

    x: float
    y: float
    top: float
    bottom: float
    ink: Ink


def beside_symbol(box: ColumnBox, cell: Cell) -> ColumnBox:
    """The box of words that stand in a column of travel cells: level with the amounts beside the symbols."""
    if any(isinstance(block, Travel) for block in cell.blocks):
        return box
    return ColumnBox(box.x + SYMBOL_INDENT, max(box.width - SYMBOL_INDENT, 6.0), right=False)


def has_entries(cell: Cell) -> bool:
    """Whether a cell holds several entries, such as agencies, a line each."""
    return sum(isinstance(block, CellLine) and not block.second for block in cell.blocks) > 1


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
    return [InkGroup(tuple((at * _TALLY_PITCH, 0.0, symbol) for at in range(count))) for count in counts]


def _tally_start(count: float) -> float:
    """Where the symbols start beside a count of that width."""
    return max(_TALLY_X, count + _TALLY_GAP)


class SetCell(Struct, frozen=True):
    """A cell that has been set: its marks, and where its last line ends."""

    marks: tuple[CellMark, ...]
    bottom: float


class _Baseline(Struct, frozen=True):
    """What stands on a baseline, measured from it, and how far it is below the one before it in the cell."""

    pitch: float
    marks: tuple[CellMark, ...]


class CellSetter(Struct, frozen=True):
    """Sets one cell in its box, under its structure element. `note` is the note that its mark leads to.

    `hanging` sets lines in that are turned over, where cells of the column hold several entries.
    """

    setting: Setting
    metrics: Metrics
    box: ColumnBox
    element: Element
    note: str
    hanging: bool = False

    def set(self, cell: Cell, padding: float) -> SetCell:
        """All of `cell` from top to bottom, `padding` below the upper edge of its row."""
        marks: list[CellMark] = []
        baseline, bottom = padding + _ASCENT * self.metrics.size, padding + self.metrics.size
        for at, line in enumerate(self._baselines(cell)):
            if at:
                baseline += line.pitch
                bottom += line.pitch
            marks += (
                CellMark(mark.x, baseline + mark.y, baseline + mark.top, baseline + mark.bottom, mark.ink)
                for mark in line.marks
            )
        return SetCell(tuple(marks), bottom)

    def _baselines(self, cell: Cell) -> Iterator[_Baseline]:
        if cell.note and not cell.blocks:
            yield _Baseline(0.0, (self._note_mark(cell.note, self.element, self.box.x),))
        several = sum(isinstance(block, CellLine | CellList) for block in cell.blocks) > 1
        indent = _TURNED_OVER if self.hanging and not self.box.right else 0.0
        for at, block in enumerate(cell.blocks):
            own = self.element.add(Tag.P) if several and isinstance(block, CellLine) else self.element
            yield from self._block(block, own, indent, "" if at else cell.note)

    def _block(self, block: CellBlock, element: Element, indent: float, note: str) -> Iterator[_Baseline]:
        match block:
            case CellLine():
                return self._line(block, element, indent, note)
            case CellList():
                return self._list(block)
            case Chip():
                return self._chip(block)
            case Travel():
                return self._travel(block)
            case Tally():
                return self._tally(block)
            case PriorityLine():
                return self._priority(block)

    def _line(self, block: CellLine, element: Element, indent: float, note: str) -> Iterator[_Baseline]:
        """The lines of an entry, those that are turned over set in by `indent`, and the mark of its note."""
        style = line_style(self.setting, block, self.metrics.role)
        fragments = set_inlines(self.setting, block.content, element, style)
        lines = break_lines(self.setting, fragments, self.box.width)
        if indent and len(lines) > 1:
            lines = break_lines(self.setting, fragments, max(self.box.width - indent, 6.0))
        pitch = _SECOND_LINE if block.second else self.metrics.leading
        for at, line in enumerate(lines):
            x = self.box.start(line.width) + (indent if at else 0.0)
            marks = [_on_baseline(x, style, line)]
            if note and at == len(lines) - 1:
                marks.append(self._note_mark(note, element, x + line.width))
            yield _Baseline(pitch, tuple(marks))

    def _note_mark(self, label: str, element: Element, x: float) -> CellMark:
        """The mark hangs in the space kept free at the right of a figure."""
        style = self.setting.style(Role.SMALL)
        fragments = set_inlines(self.setting, (NoteMark(self.note, label),), element, style)
        return _on_baseline(x, style, SetLine(tuple(fragments), 0.0, self.setting))

    def _list(self, block: CellList) -> Iterator[_Baseline]:
        setting, metrics = self.setting, self.metrics
        element = self.element.add(Tag.L, numbering=ListNumbering.DISC)
        width = max(self.box.width - BULLET_INDENT, 6.0)
        style = setting.style(metrics.role)
        for number, item in enumerate(block.items):
            li = element.add(Tag.LI)
            dot = bullet(setting, li)
            lines = set_lines(setting, item, li.add(Tag.LBODY), style, width)
            for at, line in enumerate(lines):
                pitch = metrics.first_item if number == 0 and at == 0 else metrics.next_item
                marks = (_on_baseline(self.box.x + BULLET_INDENT, style, line),)
                yield _Baseline(pitch, marks if at else (_on_baseline(self.box.x, style, dot), *marks))

    def _chip(self, block: Chip) -> Iterator[_Baseline]:
        top = -(_ASCENT - 0.5) * self.metrics.size - CHIP_HEIGHT / 2
        ink = chip(self.setting, block.badge, self.element.content())
        yield _Baseline(_CHIP_PITCH, (CellMark(self.box.x, top, top, top + CHIP_HEIGHT, ink),))

    def _travel(self, block: Travel) -> Iterator[_Baseline]:
        """Symbol and amount on one line, and the judgement below."""
        setting, ink = self.setting, self.setting.theme.colours.ink
        x = self.box.x + SYMBOL_INDENT
        symbol = status_symbol(setting, block.mark, _SYMBOL)
        beside = (CellMark(self.box.x, -_SYMBOL_RISE, -_SYMBOL_RISE, _SYMBOL - _SYMBOL_RISE, symbol),)
        amount, judgement = setting.style(Role.CHIP), replace(setting.style(Role.SMALL), colour=ink)
        words = [
            _on_baseline(x, style, line)
            for text, style in ((block.amount, amount), (block.judgement, judgement))
            for line in self._words(text, style)
        ]
        yield _Baseline(self.metrics.leading, (*beside, *words[:1]))
        yield from (_Baseline(_SECOND_LINE, (mark,)) for mark in words[1:])

    def _tally(self, block: Tally) -> Iterator[_Baseline]:
        """The count, then its symbols, in as many rows as they need."""
        style = self.setting.style(self.metrics.role, face=Face.SEMIBOLD)
        count = SetLine(
            tuple(set_inlines(self.setting, (block.count,), self.element, style)),
            self.setting.width(block.count.text, style),
            self.setting,
        )
        x = _tally_start(count.width)
        rows = [
            CellMark(self.box.x + x, -_TALLY_RISE, -_TALLY_RISE, _TALLY_SYMBOL - _TALLY_RISE, row)
            for row in tally_rows(self.setting, block, self.box.width - x)
        ]
        yield _Baseline(self.metrics.leading, (_on_baseline(self.box.x, style, count), *rows[:1]))
        yield from (_Baseline(_TALLY_PITCH, (row,)) for row in rows[1:])

    def _priority(self, block: PriorityLine) -> Iterator[_Baseline]:
        """The number in its block, then the name."""
        style = self.setting.style(self.metrics.role)
        number = number_block(self.setting, block.priority, _BLOCK, _BLOCK_SIZE, self.element.content())
        before = CellMark(self.box.x, -_BLOCK_RISE, -_BLOCK_RISE, _BLOCK - _BLOCK_RISE, number)
        fragments = set_inlines(self.setting, block.content, self.element, style)
        lines = break_lines(self.setting, fragments, max(self.box.width - PRIORITY_INDENT, 6.0))
        for at, line in enumerate(lines):
            mark = _on_baseline(self.box.x + PRIORITY_INDENT, style, line)
            yield _Baseline(self.metrics.leading, (mark,) if at else (before, mark))

    def _words(self, text: str, style: Style) -> list[SetLine]:
        width = max(self.box.width - SYMBOL_INDENT, 6.0)
        fragments = set_inlines(self.setting, (Text(text),), self.element.add(Tag.P), style)
        return break_lines(self.setting, fragments, width)


def _on_baseline(x: float, style: Style, ink: Ink) -> CellMark:
    return CellMark(x, 0.0, -style.size, 0.3 * style.size, ink)
