"""The contents: one list a part, each row a link over its whole width; the key to symbols at the foot.

Rows are laid out before page numbers are known and look them up when they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from plangen.document.blocks import Contents, Section
from plangen.document.inlines import Text, plain
from plangen.document.theme import Page, Role
from plangen.document.typeface import Face
from plangen.render.pdf.layout.badges import chip
from plangen.render.pdf.layout.fragments import set_words
from plangen.render.pdf.layout.headings import Look, heading_pieces, heading_tag, number_block
from plangen.render.pdf.layout.inks import Group, Ink, Press, Rule, Style, Words
from plangen.render.pdf.layout.pieces import Anchor, Piece, Running
from plangen.render.pdf.layout.rhythm import Kind
from plangen.render.pdf.layout.setting import Place, Setting
from plangen.render.pdf.layout.typeset import Line, break_lines
from plangen.render.pdf.structure import Content, Element, ListNumbering, Tag

__all__ = ["contents_pieces"]

_ANCHOR = "contents"
_NUMBER, _TITLE = Page.column(4), Page.column(5)
_ROW, _SUB_ROW = 30.0, 24.0
_BASELINE, _SUB_BASELINE = 20.0, 15.4
_BETWEEN_PARTS = 28.0
_SUB_BLOCK, _SUB_TEXT = 16.0, 26.0
_PAGE_ROOM = 44.0
_KEY_BELOW = 23.4


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: what stands at its left, the lines of its title, and the page number, all in one link."""

    link: Element
    slot: Content
    target: str
    title: str
    left: tuple[tuple[float, float, Ink], ...]
    lines: tuple[Line, ...]
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
        Words(page, self.style, self.slot).paint(press, right, y + self.baseline)
        area = (x + _NUMBER, y, x + self.width, y + self.height)
        press.canvas.link_to(self.link, area, self.target, f"{self.title}, page {page}")


def contents_pieces(
    setting: Setting, contents: Contents, sections: Iterable[Section], place: Place
) -> list[Piece]:
    """Title, parts and key."""
    element = place.parent.add(Tag.SECT)
    inner = place.within(element)
    heading = heading_pieces(
        setting,
        element.add(heading_tag(place.depth)),
        (Text(contents.title),),
        Look.CHAPTER,
        place.width,
        anchor=Anchor(_ANCHOR, contents.title),
    )
    pieces = [replace(piece, running=Running(contents.title)) for piece in heading]
    chapters = [section for section in sections if section.in_contents]
    for number, (part, some) in enumerate(groupby(chapters, key=lambda section: section.part)):
        rows = _part(setting, part, list(some), inner)
        pieces += [replace(rows[0], pitch=_BETWEEN_PARTS if number else 36.0), *rows[1:]]
    return pieces + (_key(setting, contents, inner) if contents.key else [])


def _part(setting: Setting, part: str, chapters: list[Section], place: Place) -> list[Piece]:
    """The rows of one part under its rule, its name in the first three columns."""
    toc = place.parent.add(Tag.TOC)
    label = _part_label(setting, part, toc, place) if part else []
    pieces: list[Piece] = []
    for at, chapter in enumerate(chapters):
        item = toc.add(Tag.TOCI)
        rule = setting.theme.colours.navy if at == 0 else setting.theme.colours.hair
        line = Rule(place.width, rule, 1.5) if at == 0 else Rule(place.width - _NUMBER, rule, 0.5)
        row = _chapter(setting, chapter, item, place.width)
        parts: list[tuple[float, float, Ink]] = [(0.0 if at == 0 else _NUMBER, 0.0, line)]
        parts += label if at == 0 else []
        pieces.append(_piece(Group((*parts, (0.0, 0.0, row))), row.height))
        below = [_sub_row(setting, sub, number, item, place.width) for number, sub in _nested(chapter)]
        pieces += [_piece(sub, sub.height) for sub in below]
    short = 16.0 * len(label) + 14.0 - sum(piece.length for piece in pieces)
    pieces[-1] = replace(pieces[-1], length=pieces[-1].length + max(0.0, short))
    return [replace(piece, glued=at < len(pieces) - 1 and len(pieces) < 8) for at, piece in enumerate(pieces)]


def _piece(ink: Ink, height: float) -> Piece:
    return Piece(ink, Kind.TABLE, Kind.TABLE, height, pitch=0.0)


def _part_label(setting: Setting, part: str, toc: Element, place: Place) -> list[tuple[float, float, Ink]]:
    style = setting.style(Role.TILE_LABEL, colour="navy")
    slot = toc.add(Tag.CAPTION).content()
    lines = break_lines(setting, set_words(setting, part, style, slot), Page.span(3))
    return [(0.0, _BASELINE + 16.0 * at, line) for at, line in enumerate(lines)]


def _nested(section: Section) -> Iterator[tuple[int | None, Section]]:
    """The sections inside that the contents list, with the priority each shows as its number block."""
    for block in section.blocks:
        if isinstance(block, Section):
            if block.in_contents:
                yield block.priority, block
            yield from _nested(block)


def _chapter(setting: Setting, chapter: Section, item: Element, width: float) -> _Row:
    style = setting.style(Role.CONTENTS_TITLE)
    number = setting.style(Role.CONTENTS_TITLE, colour="navy", face=Face.REGULAR)
    link = item.add(Tag.REFERENCE).add(Tag.LINK)
    slot = link.content()
    left: tuple[tuple[float, float, Ink], ...] = ()
    if chapter.number:
        setting.check(chapter.number, number.face)
        left = ((_NUMBER, _BASELINE, Words(f"{chapter.number} ", number, slot)),)
    row = _row(setting, chapter, link, slot, left, _TITLE, style, width)
    return replace(row, style=replace(style, face=Face.REGULAR), height=_ROW + 18.0 * (len(row.lines) - 1))


def _sub_row(setting: Setting, section: Section, priority: int | None, item: Element, width: float) -> _Row:
    """A row of 24 for a section inside a chapter, as a list inside the chapter's item."""
    toc = next((kid for kid in item.kids if isinstance(kid, Element) and kid.tag is Tag.TOC), None)
    link = (toc or item.add(Tag.TOC)).add(Tag.TOCI).add(Tag.REFERENCE).add(Tag.LINK)
    slot = link.content()
    left: tuple[tuple[float, float, Ink], ...] = ()
    if priority is not None:
        left = ((_TITLE, 3.0, number_block(setting, priority, _SUB_BLOCK, 10.0, slot)),)
    style = setting.style(Role.LIST)
    text_x = _TITLE + (_SUB_TEXT if priority is not None else 0.0)
    row = _row(setting, section, link, slot, left, text_x, style, width)
    height = _SUB_ROW + 16.0 * (len(row.lines) - 1)
    return replace(row, baseline=_SUB_BASELINE, leading=16.0, height=height)


def _row(
    setting: Setting,
    section: Section,
    link: Element,
    slot: Content,
    left: tuple[tuple[float, float, Ink], ...],
    text_x: float,
    style: Style,
    width: float,
) -> _Row:
    title = plain(section.heading)
    lines = break_lines(setting, set_words(setting, f"{title} ", style, slot), width - text_x - _PAGE_ROOM)
    setting.links.setdefault(section.id, title)
    return _Row(
        link, slot, section.id, title, left, tuple(lines), text_x, _BASELINE, 18.0, style, width, _ROW, setting
    )


def _key(setting: Setting, contents: Contents, place: Place) -> list[Piece]:
    """The key to symbols: three columns of chips under a rule, at the foot of the page."""
    theme = setting.theme
    style = setting.style(Role.TILE_LABEL, colour="navy")
    heading = place.parent.add(heading_tag(place.depth + 1)).content()
    lines = break_lines(setting, set_words(setting, contents.key_heading, style, heading), Page.span(3))
    listing = place.parent.add(Tag.L, numbering=ListNumbering.NONE)
    parts: list[tuple[float, float, Ink]] = [(0.0, 0.0, Rule(place.width, theme.colours.navy, 1.5))]
    parts += [(0.0, 20.6 + 16.0 * at, line) for at, line in enumerate(lines)]
    for at, badge in enumerate(contents.key):
        row, column = divmod(at, 3)
        slot = listing.add(Tag.LI).add(Tag.LBODY).content()
        parts.append((Page.column(4 + 3 * column), 10.4 + 30.0 * row, chip(setting, badge, slot)))
    rows = (len(contents.key) + 2) // 3
    length = 10.4 + 30.0 * (rows - 1) + 21.0
    return [Piece(Group(tuple(parts)), Kind.EDGE, Kind.EDGE, length, _KEY_BELOW, sinks=True)]
