"""Lists: bulleted, numbered, nested, in two columns, and the priorities with their number blocks."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from plangen.document.blocks import Block, ListBlock, ListItem, PriorityList
from plangen.document.drawing import Shape
from plangen.document.paths import circle
from plangen.document.theme import Page, Role
from plangen.layout.fragments import set_inlines
from plangen.layout.headings import number_block
from plangen.layout.inks import DrawnWords, Ink, InkGroup, Vector
from plangen.layout.pieces import Piece, glued, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, ListNumbering, Tag
from plangen.layout.typeset import break_lines

__all__ = ["BULLET_INDENT", "Flow", "bullet", "list_pieces", "priority_pieces"]

Flow = Callable[[tuple[Block, ...], Place], list[Piece]]
"""Sets blocks at a place; lists and boxes call it for what stands inside them."""

BULLET_INDENT = 12.0
_NARROWEST = 60.0
_TALLEST_COLUMNS = 480.0
_BLOCK = 24.0


def bullet(setting: Setting, item: Element) -> Ink:
    """The navy dot of an item, from the baseline of its first line; read as a bullet."""
    label = item.add(Tag.LBL, actual_text="•")
    dot = Shape(circle(2.7, -3.0, 1.7), fill=setting.theme.colours.navy)
    return Vector((dot,), slot=label.content())


def list_pieces(setting: Setting, block: ListBlock, place: Place, flow: Flow) -> list[Piece]:
    """The list as pieces; in two columns as one piece, if it is not too tall for that."""
    numbering = ListNumbering.DECIMAL if block.ordered else ListNumbering.DISC
    element = place.parent.add(Tag.L, numbering=numbering)
    if block.columns == 1 or len(block.items) < 2:
        return _items(setting, block, block.items, place.within(element), flow)
    return _in_columns(setting, block, place, element, flow)


def _in_columns(setting: Setting, block: ListBlock, place: Place, element: Element, flow: Flow) -> list[Piece]:
    column = (place.width - 12.0) / 2
    width = column - 12.0
    half = (len(block.items) + 1) // 2
    columns = [replace(place.within(element), x=x, width=width, text_width=width) for x in (0.0, column + 12.0)]
    left = _items(setting, block, block.items[:half], columns[0], flow)
    right = _items(setting, replace(block, start=block.start + half), block.items[half:], columns[1], flow)
    first, second = stack(left), stack(right)
    length = max(first.length, second.length)
    if length > _TALLEST_COLUMNS:
        back = place.x - column - 12.0
        return [replace(p, x=p.x + place.x) for p in left] + [replace(p, x=p.x + back) for p in right]
    ink = InkGroup(((0.0, 0.0, first.ink), (0.0, 0.0, second.ink)))
    anchors, notes = first.anchors + second.anchors, first.notes + second.notes
    drop = max(first.drop, second.drop)
    return [Piece(ink, Kind.ITEM, Kind.ITEM, length, drop, place.x, anchors=anchors, notes=notes)]


def _items(
    setting: Setting, block: ListBlock, items: tuple[ListItem, ...], place: Place, flow: Flow
) -> list[Piece]:
    indent = _indent(setting, block)
    nested = Kind.NESTED if place.list_depth else Kind.ITEM
    width = max(place.width - indent, _NARROWEST)
    found: list[list[Piece]] = []
    for number, item in enumerate(items, block.start):
        li = place.parent.add(Tag.LI)
        label = _number(setting, number, li) if block.ordered else bullet(setting, li)
        inner = replace(
            place.within(li.add(Tag.LBODY)),
            x=place.x + indent,
            width=width,
            text_width=min(max(place.text_width - indent, _NARROWEST), width),
            role=Role.LIST,
            list_depth=place.list_depth + 1,
        )
        some = flow(item.blocks, inner) or [Piece(InkGroup(()), nested, Kind.ITEM, x=inner.x)]
        first = some[0]
        ink = InkGroup(((place.x - first.x, 0.0, label), (0.0, 0.0, first.ink)))
        found.append([replace(first, ink=ink, before=nested), *some[1:]])
    return _held(found)


def _held(items: list[list[Piece]]) -> list[Piece]:
    """The items in order; neither the first nor the last one stands alone on a page if it is a single line."""
    pieces: list[Piece] = []
    for at, item in enumerate(items):
        lonely_first = at == 0 and len(item) == 1
        lonely_last = at == len(items) - 2 and len(items[-1]) == 1
        keep = at < len(items) - 1 and (lonely_first or lonely_last)
        pieces += [*item[:-1], replace(item[-1], glued=keep or item[-1].glued)]
    return pieces


def _indent(setting: Setting, block: ListBlock) -> float:
    if not block.ordered:
        return BULLET_INDENT
    last = block.start + len(block.items) - 1
    return max(18.0, setting.width(f"{last}.", setting.style(Role.LIST)) + 6.0)


def _number(setting: Setting, number: int, item: Element) -> Ink:
    style = setting.style(Role.LIST, colour="navy")
    return DrawnWords(f"{number}. ", style, item.add(Tag.LBL).content())


def priority_pieces(setting: Setting, block: PriorityList, place: Place) -> list[Piece]:
    """Each priority with its coloured number, 30 apart."""
    element = place.parent.add(Tag.L, numbering=ListNumbering.DECIMAL)
    style = setting.style(Role.LIST)
    pieces = []
    for at, item in enumerate(block.items):
        li = element.add(Tag.LI).of(item)
        number = number_block(setting, item.number, _BLOCK, 14.0, li.add(Tag.LBL).content())
        fragments = set_inlines(setting, item.title, li.add(Tag.LBODY), style)
        lines = break_lines(setting, fragments, min(place.width, Page.span(12)) - 36.0)
        words = stack(line_pieces(lines, Kind.ITEM, setting.leading(Role.LIST)))
        ink = InkGroup(((0.0, 0.0, number), (36.0, 16.2, words.ink)))
        length = max(_BLOCK, words.length + 20.0)
        pieces.append(Piece(ink, Kind.EDGE, Kind.EDGE, length, x=place.x, pitch=6.0 if at else None))
    return glued(pieces, after=False)
