"""Sections and the blocks in them: the one place that knows every kind of block."""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from plangen.document.blocks import (
    Beside,
    Block,
    Callout,
    CountTiles,
    Figure,
    ListBlock,
    MetaLine,
    Movers,
    Paragraph,
    ParagraphKind,
    PriorityList,
    Quote,
    Section,
    SideBySide,
    Strip,
    Tiles,
    VerdictBox,
    WarningLine,
)
from plangen.document.inlines import plain
from plangen.document.tables import Table
from plangen.document.theme import Page
from plangen.layout.beside import beside_pieces
from plangen.layout.boxes import callout_pieces
from plangen.layout.figures import figure_pieces
from plangen.layout.glance_parts import count_pieces, mover_pieces
from plangen.layout.headings import Heading, Look, heading_pieces, outline_title
from plangen.layout.indicator_parts import assessment_pieces, meta_pieces
from plangen.layout.kept_parts import kept_part
from plangen.layout.lists import Flow, list_pieces, priority_pieces
from plangen.layout.notes import with_notes
from plangen.layout.pieces import Anchor, Piece, Running, floating, staying
from plangen.layout.prose import held_together, leads_to_a_table, paragraph_pieces, quote_pieces, warning_pieces
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.side_by_side import side_by_side_pieces
from plangen.layout.strip import strip_pieces
from plangen.layout.structure import Tag
from plangen.layout.tables import table_pieces
from plangen.layout.tiles import tiles_pieces

__all__ = ["section_pieces"]

_CHAPTER_DEPTH = 2  # H1 is the title of the document
_SHORT_NOTE, _BRIEF_CHAPTER = 2, 4
_LINES = frozenset({Kind.META, Kind.LEAD, Kind.BODY, Kind.CLOSE, Kind.ITEM, Kind.NESTED, Kind.SMALL})


def section_pieces(
    setting: Setting, section: Section, place: Place, running: Running, sentence: bool = False
) -> list[Piece]:
    """A section with everything in it. `running` is what the furniture said before; it is inherited.

    `sentence` sets its heading as the sentence at the head of a pack.
    """

    def lay_out(setting: Setting, place: Place) -> list[Piece]:
        return _laid_out(setting, section, place, running, sentence)

    return list(kept_part(setting, place, (section.id, running, sentence), section, lay_out))


def _laid_out(setting: Setting, section: Section, place: Place, running: Running, sentence: bool) -> list[Piece]:
    element = place.parent.add(Tag.SECT).of(section)
    look = Look.SENTENCE if sentence else _look(section, place)
    said = _running(section, running)
    anchor = Anchor(section.id, outline_title(section.number, section.heading), place.depth - _CHAPTER_DEPTH)
    words = Heading(section.heading, look, section.number, section.priority, anchor)
    heading = heading_pieces(setting, words, place.within(element))
    if heading:
        heading[0] = replace(heading[0], new_page=section.chapter, running=said)
    brief = _is_brief(section) if look in (Look.CHAPTER, Look.SENTENCE) else place.brief
    inner = replace(
        place.within(element),
        depth=place.depth + 1,
        look=3 if look in (Look.SECTION, Look.SUBSECTION) else 2,
        text_width=min(place.width, _text_width(section, look, brief or section.close or place.close)),
        brief=brief,
        close=section.close or place.close,
        notes=section.notes or place.notes,
    )
    titled = bool(heading) and look in (Look.SECTION, Look.SUBSECTION) and len(section.blocks) == 1
    body = _blocks(setting, section.blocks, inner, said, titled)
    return with_notes(setting, section.notes, _turned_with(heading, body) + _begun(body), inner)


def _begun(body: list[Piece]) -> list[Piece]:
    """The body as it stands under its heading.

    A paragraph of one line is held to the next block: one line is too little. A chapter that begins with a chapter
    in it begins on the same page, or its heading would have a page to itself.
    """
    if body and body[0].new_page:
        return [replace(body[0], new_page=False), *body[1:]]
    if len(body) > 1 and body[0].after in _LINES and not body[1].new_page:
        return [replace(body[0], glued=True), *body[1:]]
    return body


def _turned_with(heading: list[Piece], body: list[Piece]) -> list[Piece]:
    """The heading, on the turned page of a table that follows it at once."""
    turned = bool(body) and body[0].landscape
    return [replace(piece, landscape=True) for piece in heading] if turned else heading


def _look(section: Section, place: Place) -> Look:
    if place.look == 1 or section.chapter:
        return Look.CHAPTER
    return Look.SECTION if place.look == 2 else Look.SUBSECTION


def _running(section: Section, before: Running) -> Running:
    words = section.running or before.words or section.part or plain(section.heading)
    return Running(words, before.priority if section.priority is None else section.priority)


def _text_width(section: Section, look: Look, brief: bool) -> float:
    """Nine columns for running text; ten for short notes: before a table, or under headings of a brief chapter."""
    introduces = len(section.blocks) > 1 and isinstance(section.blocks[1], Table)
    short = introduces and _body_count(section) <= _SHORT_NOTE
    return Page.span(10 if short or (brief and look is not Look.CHAPTER) else 9)


def _is_brief(chapter: Section) -> bool:
    """Whether a chapter is notes between lists and tables under headings, which all have one measure."""
    inner = (b for b in chapter.blocks if isinstance(b, Section) and not b.chapter)
    return not _body_count(chapter) and sum(map(_body_count, inner)) <= _BRIEF_CHAPTER


def _body_count(section: Section) -> int:
    return sum(isinstance(b, Paragraph) and b.kind is ParagraphKind.BODY for b in section.blocks)


def _blocks(
    setting: Setting, blocks: tuple[Block, ...], place: Place, running: Running, titled: bool = False
) -> list[Piece]:
    """The blocks one after another. `titled`: they stand under a heading that is of nothing else."""

    def flow(inner: tuple[Block, ...], where: Place) -> list[Piece]:
        return _blocks(setting, inner, where, running)

    pieces: list[Piece] = []
    around = place.parent.node
    for before, block in zip((None, *blocks), blocks, strict=False):
        place.parent.node = block
        held = before is not None and held_together(before, block)
        if held and pieces:
            pieces[-1] = replace(pieces[-1], glued=True)
        if isinstance(block, Table):
            led = titled if before is None else leads_to_a_table(before)
            some = table_pieces(setting, block, place, led)
        else:
            some = _block(setting, block, place, running, flow)
        pieces += staying(some) if held else some
    place.parent.node = around
    return pieces


def _block(setting: Setting, block: _Holder | _Leaf, place: Place, running: Running, flow: Flow) -> list[Piece]:
    match block:
        case Section():
            return section_pieces(setting, block, place, running)
        case ListBlock():
            return list_pieces(setting, block, place, flow)
        case Callout():
            box = callout_pieces(setting, block, place, flow)
            return floating(box) if len(box) == 1 else box
        case Beside():
            return beside_pieces(setting, block, place, flow)
        case SideBySide():
            return side_by_side_pieces(setting, block, place, flow)
        case _:
            return _leaf(setting, block, place)


_Holder = Section | ListBlock | Callout | Beside | SideBySide
_PackPart = CountTiles | Movers | MetaLine | VerdictBox
_Leaf = Paragraph | PriorityList | Figure | Tiles | Strip | Quote | WarningLine | _PackPart


def _leaf(setting: Setting, block: _Leaf, place: Place) -> list[Piece]:
    """A block that holds no other blocks."""
    match block:
        case Paragraph():
            return paragraph_pieces(setting, block, place)
        case PriorityList():
            return priority_pieces(setting, block, place)
        case Figure():
            return figure_pieces(setting, block, place, lambda table, where: table_pieces(setting, table, where))
        case Tiles():
            return tiles_pieces(setting, block, place)
        case Strip():
            return strip_pieces(setting, block, place)
        case Quote():
            return quote_pieces(setting, block, place)
        case WarningLine():
            return warning_pieces(setting, block, place)
        case _:
            return _pack_part(setting, block, place)


def _pack_part(setting: Setting, block: _PackPart, place: Place) -> list[Piece]:
    """A block that only packs have."""
    match block:
        case CountTiles():
            return count_pieces(setting, block, place)
        case Movers():
            return mover_pieces(setting, block, place)
        case MetaLine():
            return meta_pieces(setting, block, place)
        case VerdictBox():
            return assessment_pieces(setting, block, place)
    assert_never(block)
