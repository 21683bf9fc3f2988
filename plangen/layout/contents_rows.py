"""The rows of the contents: chapters with their numbers, sections below them with their priorities.

Rows are laid out before page numbers are known and look them up when they are drawn.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import Section
from plangen.document.inlines import plain
from plangen.document.theme import Page, Role
from plangen.document.typeface import Face
from plangen.layout.fragments import set_words
from plangen.layout.headings import number_block
from plangen.layout.inks import DrawnWords, Ink, Press, Style
from plangen.layout.line_breaking import RightEdge
from plangen.layout.setting import Setting
from plangen.layout.structure import Content, Element, NamedSection, Tag
from plangen.layout.typeset import SetLine, break_lines

__all__ = ["NUMBER_X", "SPACINGS", "ContentsRow", "RowSpacing", "chapter_row", "section_row"]

NUMBER_X = Page.column(4)
"""Where the number of a chapter stands, and its row begins."""

_TITLE = Page.column(5)
_BASELINE, _SUB_BASELINE = 20.0, 15.4
_BLOCK, _BLOCK_UP = 20.0, 14.6
_SUB_BLOCK, _SUB_TEXT = 16.0, 26.0
_PAGE_ROOM = 44.0


class RowSpacing(Struct, frozen=True):
    """How far apart rows stand."""

    row: float
    sub_row: float
    between_parts: float

    @property
    def baseline(self) -> float:
        """Where the words of a chapter's row stand: in its middle."""
        return _BASELINE - self.up

    @property
    def up(self) -> float:
        """How much higher a row's words stand than in the loosest setting, to stay in its middle."""
        return (_LOOSEST.row - self.row) / 2

    @property
    def sub_up(self) -> float:
        """The same for the rows below a chapter's."""
        return (_LOOSEST.sub_row - self.sub_row) / 2


_LOOSEST = RowSpacing(30.0, 24.0, 28.0)
SPACINGS = (
    _LOOSEST,
    RowSpacing(29.0, 23.0, 24.0),
    RowSpacing(28.0, 22.5, 20.0),
    RowSpacing(27.0, 22.0, 16.0),
    RowSpacing(26.0, 21.0, 12.0),
)
"""Loosest first: the contents take the first that leaves room for the key on their page."""


class ContentsRow(Struct, frozen=True):
    """A row: what stands at its left, the lines of its title, and the page number, all in one link."""

    link: Element
    slot: Content
    target: str
    title: str
    left: tuple[tuple[float, float, Ink], ...]
    lines: tuple[SetLine, ...]
    text_x: float
    baseline: float
    leading: float
    style: Style
    width: float
    height: float
    setting: Setting

    def paint(self, press: Press, x: float, y: float) -> None:
        """Paint the row with the page number that its target has come to."""
        page = str(press.pages.get(self.target, ""))
        for dx, dy, ink in self.left:
            ink.paint(press, x + dx, y + dy)
        for at, line in enumerate(self.lines):
            line.paint(press, x + self.text_x, y + self.baseline + at * self.leading)
        right = x + self.width - self.setting.width(page, self.style)
        DrawnWords(page, self.style, self.slot).paint(press, right, y + self.baseline)
        area = (x + NUMBER_X, y, x + self.width, y + self.height)
        words = self.setting.page_words.contents_row(self.title, page)
        press.canvas.link_to(self.link, area, self.target, words)


def chapter_row(setting: Setting, chapter: Section, item: Element, width: float, rows: RowSpacing) -> ContentsRow:
    """The row of a chapter, under `item`: number or the block of its priority, title, page."""
    style = setting.style(Role.CONTENTS_TITLE)
    number = setting.style(Role.CONTENTS_TITLE, colour="navy", face=Face.REGULAR)
    link = item.add(Tag.REFERENCE).add(Tag.LINK).of(NamedSection(chapter.id))
    slot = link.content()
    left: tuple[tuple[float, float, Ink], ...] = ()
    if chapter.priority is not None:
        block = number_block(setting, chapter.priority, _BLOCK, 12.0, slot)
        left = ((NUMBER_X, rows.baseline - _BLOCK_UP, block),)
    elif chapter.number:
        setting.check(chapter.number, number.face)
        left = ((NUMBER_X, rows.baseline, DrawnWords(f"{chapter.number} ", number, slot)),)
    row = _row(setting, chapter, link, slot, left, _TITLE, style, width)
    height = rows.row + 18.0 * (len(row.lines) - 1)
    return replace(row, style=replace(style, face=Face.REGULAR), baseline=rows.baseline, height=height)


def section_row(
    setting: Setting, section: Section, priority: int | None, item: Element, width: float, rows: RowSpacing
) -> ContentsRow:
    """A row of 24 for a section inside a chapter, as a list inside the chapter's item."""
    toc = next((kid for kid in item.kids if isinstance(kid, Element) and kid.tag is Tag.TOC), None)
    link = (toc or item.add(Tag.TOC)).add(Tag.TOCI).add(Tag.REFERENCE).add(Tag.LINK).of(NamedSection(section.id))
    slot = link.content()
    left: tuple[tuple[float, float, Ink], ...] = ()
    if priority is not None:
        left = ((_TITLE, 3.0 - rows.sub_up, number_block(setting, priority, _SUB_BLOCK, 10.0, slot)),)
    style = setting.style(Role.LIST)
    text_x = _TITLE + (_SUB_TEXT if priority is not None else 0.0)
    row = _row(setting, section, link, slot, left, text_x, style, width)
    height = rows.sub_row + 16.0 * (len(row.lines) - 1)
    return replace(row, baseline=_SUB_BASELINE - rows.sub_up, leading=16.0, height=height)


def _row(
    setting: Setting,
    section: Section,
    link: Element,
    slot: Content,
    left: tuple[tuple[float, float, Ink], ...],
    text_x: float,
    style: Style,
    width: float,
) -> ContentsRow:
    title = plain(section.heading)
    fragments = set_words(setting, f"{title} ", style, slot)
    lines = break_lines(setting, fragments, width - text_x - _PAGE_ROOM, RightEdge.BALANCED)
    setting.found.links.setdefault(section.id, title)
    baseline, height = _BASELINE, _LOOSEST.row
    return ContentsRow(
        link, slot, section.id, title, left, tuple(lines), text_x, baseline, 18.0, style, width, height, setting
    )
