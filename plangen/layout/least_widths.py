"""Whether columns hold their words: a word or figure is broken only where it is too long for half a page.

Where a column is too narrow for a word, the others give it what they do not need. A table in which they have not
enough to give cannot be read at that width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import Inline, NoteMark, Text, Value, plain
from plangen.document.lengths import total
from plangen.document.tables import Cell, CellLine, CellList, Chip, PriorityLine, Table, Tally, Tone, Travel
from plangen.document.theme import Role
from plangen.document.typeface import Face
from plangen.layout.badges import chip_width
from plangen.layout.cells import PRIORITY_INDENT, SYMBOL_INDENT, line_style, tally_width
from plangen.layout.column_roles import cells_by_column, headers_by_column
from plangen.layout.columns import Columns
from plangen.layout.inks import Style
from plangen.layout.lists import BULLET_INDENT
from plangen.layout.setting import Setting
from plangen.layout.words import kept_words, single_words

__all__ = ["divided", "least_widths", "relieved"]

_NO_BREAK = "\u00a0"
_ROUNDING = 0.01


def least_widths(setting: Setting, table: Table, columns: Columns, together: bool) -> tuple[float, ...]:
    """What each of `columns` needs so that none of its words and figures is broken, in points.

    `together` keeps what the language keeps on one line, "26,626 crimes", but for headers, which are often turned
    over ("Target", "2010/11").
    """
    least = _Least(setting, columns.metrics.role, together)
    head = replace(least, together=False)
    bearable = setting.theme.page.measure / 2
    needed = []
    for at, (header, cells) in enumerate(zip(headers_by_column(table), cells_by_column(table), strict=True)):
        widths = head.widths({header.words}, setting.style(Role.TABLE_HEADER)) if header.span == 1 else []
        indent = SYMBOL_INDENT if columns.travel[at] else 0.0
        widths += [indent + width for width in least.of_lines(cells)]
        widths += least.of_others(cells)
        widest = max((width for width in widths if width <= bearable), default=0.0)
        needed.append(columns.around(at, widest) + _ROUNDING)
    return tuple(needed)


def relieved(columns: Columns, least: tuple[float, ...]) -> Columns | None:
    """The columns with room for what each needs at `least`; None where all of them together have too little."""
    shares = [end - start for start, end in zip(columns.starts, columns.starts[1:], strict=False)]
    over = [share - need for share, need in zip(shares, least, strict=True)]
    if all(left >= -_ROUNDING for left in over):
        return columns
    spare, missing = total(left for left in over if left > 0), -total(left for left in over if left < 0)
    if missing > spare:
        return None
    given = missing / spare
    widths = (need + max(left, 0.0) * (1 - given) for need, left in zip(least, over, strict=True))
    return replace(columns, starts=(0.0, *accumulate(widths)))


def divided(columns: Columns, least: tuple[float, ...]) -> Columns:
    """The columns where all of them together have too little room for what each needs at `least`.

    Those that need least get it, and the others equal shares of the rest, so that as few as can be break words.
    """
    left, waiting = columns.starts[-1], sorted(least)
    share = left / len(waiting)
    while waiting and waiting[0] <= share:
        left -= waiting.pop(0)
        share = left / max(len(waiting), 1)
    return replace(columns, starts=(0.0, *accumulate(min(need, share) for need in least)))


class _Least(Struct, frozen=True):
    """Widths of the words of cells in a table whose words have `role`; see `least_widths` for `together`."""

    setting: Setting
    role: Role
    together: bool

    def of_lines(self, cells: Iterable[Cell]) -> list[float]:
        """Of all lines in `cells`; those that look alike are taken together, and no word is measured twice."""
        alike: dict[tuple[Tone, bool, bool], tuple[CellLine, set[str]]] = {}
        for line in (block for cell in cells for block in cell.blocks if isinstance(block, CellLine)):
            _, found = alike.setdefault((line.tone, line.second, _is_plain(line.content)), (line, set()))
            found.add(_words(line.content))
        return [
            width
            for line, found in alike.values()
            for width in self.widths(found, _widest(line_style(self.setting, line, self.role), line.content))
        ]

    def of_others(self, cells: Iterable[Cell]) -> Iterator[float]:
        """Of lists, chips, directions of travel, tallies and priorities in `cells`."""
        setting = self.setting
        for block in (block for cell in cells for block in cell.blocks if not isinstance(block, CellLine)):
            match block:
                case CellList(items):
                    for item in items:
                        yield from (BULLET_INDENT + width for width in self.of_inlines(item))
                case Chip(badge):
                    yield chip_width(setting, badge)
                case Travel(_, amount, judgement):
                    for words, own in ((amount, Role.CHIP), (judgement, Role.SMALL)):
                        yield from (SYMBOL_INDENT + width for width in self.widths({words}, setting.style(own)))
                case Tally():
                    yield tally_width(setting, block, self.role)
                case PriorityLine(_, content):
                    yield from (PRIORITY_INDENT + width for width in self.of_inlines(content))

    def of_inlines(self, content: tuple[Inline, ...]) -> list[float]:
        """Of running words."""
        return self.widths({_words(content)}, _widest(self.setting.style(self.role), content))

    def widths(self, texts: Iterable[str], style: Style) -> list[float]:
        """Of the words of `texts`."""
        words = kept_words(texts, self.setting.page_words) if self.together else single_words(texts)
        return [self.setting.width(word, style) for word in words]


def _is_plain(content: tuple[Inline, ...]) -> bool:
    return all(isinstance(inline, Text | Value) for inline in content)


def _widest(style: Style, content: tuple[Inline, ...]) -> Style:
    """The widest style there may be in `content`, where some words may be strong or links."""
    return style if _is_plain(content) else replace(style, face=Face.BOLD)


def _words(content: tuple[Inline, ...]) -> str:
    """The words of `content`, with the mark of a note as a part of the word before it."""
    if _is_plain(content):
        return plain(content)
    marked = tuple(Text(f"{_NO_BREAK}[{i.label}]") if isinstance(i, NoteMark) else i for i in content)
    return plain(marked).replace(f" {_NO_BREAK}[", f"{_NO_BREAK}[")
