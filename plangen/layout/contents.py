"""The contents, after a cover or the first page of a pack: one list a part, each row a link over its whole width.

The key to symbols stands at the foot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from plangen.document.blocks import Contents, Section
from plangen.document.inlines import Text
from plangen.document.lengths import total
from plangen.document.theme import Page, Role
from plangen.layout.badges import chip
from plangen.layout.contents_rows import NUMBER_X, SPACINGS, RowSpacing, chapter_row, section_row
from plangen.layout.fragments import set_words
from plangen.layout.headings import Heading, Look, heading_pieces, heading_tag
from plangen.layout.inks import Ink, InkGroup, Rule
from plangen.layout.kept_parts import kept_part
from plangen.layout.pieces import Anchor, Piece, Running, stack
from plangen.layout.rhythm import Kind, gap
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, ListNumbering, Tag
from plangen.layout.typeset import break_lines

__all__ = ["contents_pieces"]

_ANCHOR = "contents"
_KEY_BELOW = 23.4
_TITLE_BASELINE = 24.0


def contents_pieces(
    setting: Setting, contents: Contents, sections: Iterable[Section], place: Place
) -> list[Piece]:
    """Title, parts and key, as loose as one page allows; a second page only where the tightest needs it."""
    listed = tuple(_outline(section) for section in sections if section.in_contents)

    def lay_out(setting: Setting, place: Place) -> list[Piece]:
        return _spaced(setting, contents, list(listed), place)

    return kept_part(setting, place, _ANCHOR, (contents, listed), lay_out)


def _outline(section: Section) -> Section:
    """The section as the contents need it, with nothing in it but sections that they list."""
    inner = (block for block in section.blocks if isinstance(block, Section) and _is_listed(block))
    return replace(section, blocks=tuple(map(_outline, inner)), notes=())


def _is_listed(section: Section) -> bool:
    """Whether the contents list the section, or one in it."""
    return section.in_contents or any(_is_listed(block) for block in section.blocks if isinstance(block, Section))


def _spaced(setting: Setting, contents: Contents, chapters: list[Section], place: Place) -> list[Piece]:
    room = setting.theme.page.bottom - setting.theme.page.top - gap(Kind.PAGE, Kind.H1)
    for rows in SPACINGS:
        trial = stack(_set(setting, contents, chapters, place.within(Element(Tag.SECT)), rows))
        if trial.length + trial.drop <= room:
            return _set(setting, contents, chapters, place, rows)
    return _set(setting, contents, chapters, place, SPACINGS[0])


def _set(
    setting: Setting, contents: Contents, chapters: list[Section], place: Place, rows: RowSpacing
) -> list[Piece]:
    element = place.parent.add(Tag.SECT).of(contents)
    inner = place.within(element)
    if not any(chapter.part for chapter in chapters):
        return _titled_beside(setting, contents, chapters, inner, rows)
    words = Heading((Text(contents.title),), Look.CHAPTER, anchor=Anchor(_ANCHOR, contents.title))
    heading = heading_pieces(setting, words, inner)
    pieces = [replace(piece, running=Running(contents.title), new_page=piece is heading[0]) for piece in heading]
    for number, (part, some) in enumerate(groupby(chapters, key=lambda section: section.part)):
        found = _part(setting, part, list(some), inner, rows)
        pieces += [replace(found[0], pitch=rows.between_parts if number else 36.0), *found[1:]]
    return pieces + (_key(setting, contents, inner) if contents.key else [])


def _titled_beside(
    setting: Setting, contents: Contents, chapters: list[Section], place: Place, rows: RowSpacing
) -> list[Piece]:
    """The rows of contents without parts, with their title where a part has its name."""
    words = Heading((Text(contents.title),), Look.SECTION, anchor=Anchor(_ANCHOR, contents.title))
    title = stack(heading_pieces(setting, words, replace(place, width=Page.span(3))))
    first, *others = _part(setting, "", chapters, place, rows)
    ink = InkGroup(((0.0, 0.0, first.ink), (0.0, _TITLE_BASELINE, title.ink)))
    running = Running(contents.title)
    pieces = [replace(first, ink=ink, anchors=title.anchors, running=running, new_page=True, pitch=None), *others]
    return pieces + (_key(setting, contents, place) if contents.key else [])


def _part(setting: Setting, part: str, chapters: list[Section], place: Place, rows: RowSpacing) -> list[Piece]:
    """The rows of one part under its rule, its name in the first three columns."""
    toc = place.parent.add(Tag.TOC)
    label = _part_label(setting, part, toc, rows) if part else []
    pieces: list[Piece] = []
    for at, chapter in enumerate(chapters):
        item = toc.add(Tag.TOCI)
        rule = setting.theme.colours.navy if at == 0 else setting.theme.colours.hair
        line = Rule(place.width, rule, 1.5) if at == 0 else Rule(place.width - NUMBER_X, rule, 0.5)
        row = chapter_row(setting, chapter, item, place.width, rows)
        parts: list[tuple[float, float, Ink]] = [(0.0 if at == 0 else NUMBER_X, 0.0, line)]
        parts += label if at == 0 else []
        pieces.append(_piece(InkGroup((*parts, (0.0, 0.0, row))), row.height))
        below = [section_row(setting, sub, number, item, place.width, rows) for number, sub in _nested(chapter)]
        pieces += [_piece(sub, sub.height) for sub in below]
    short = 16.0 * len(label) + 14.0 - total(piece.length for piece in pieces)
    pieces[-1] = replace(pieces[-1], length=pieces[-1].length + max(0.0, short))
    return [replace(piece, glued=at < len(pieces) - 1 and len(pieces) < 8) for at, piece in enumerate(pieces)]


def _piece(ink: Ink, height: float) -> Piece:
    return Piece(ink, Kind.TABLE, Kind.TABLE, height, pitch=0.0)


def _part_label(setting: Setting, part: str, toc: Element, rows: RowSpacing) -> list[tuple[float, float, Ink]]:
    style = setting.style(Role.TILE_LABEL, colour="navy")
    slot = toc.add(Tag.CAPTION).content()
    lines = break_lines(setting, set_words(setting, part, style, slot), Page.span(3))
    return [(0.0, rows.baseline + 16.0 * at, line) for at, line in enumerate(lines)]


def _nested(section: Section) -> Iterator[tuple[int | None, Section]]:
    """The sections inside that the contents list, with the priority each shows as its number block."""
    for block in section.blocks:
        if isinstance(block, Section):
            if block.in_contents:
                yield block.priority, block
            yield from _nested(block)


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
    return [Piece(InkGroup(tuple(parts)), Kind.EDGE, Kind.EDGE, length, _KEY_BELOW, sinks=True)]
