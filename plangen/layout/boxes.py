"""Boxes in the text: the callout, and text with a callout beside it."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.blocks import Beside, Callout, CalloutFigure
from plangen.document.inlines import Text
from plangen.document.theme import Page, Role
from plangen.layout.headings import heading_tag
from plangen.layout.inks import Ink, InkGroup, Panel
from plangen.layout.line_breaking import RightEdge
from plangen.layout.lists import Flow
from plangen.layout.pieces import Piece, distance, line_pieces, stack
from plangen.layout.rhythm import Kind, gap
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Tag
from plangen.layout.typeset import set_lines

__all__ = ["beside_pieces", "boxed", "callout_pieces", "then"]

_BAR = 3.0
_INSET, _ABOVE, _BELOW = 12.0, 13.0, 18.0
_TO_BASELINE = 10.0
_FIGURE_WORDS = 62.0
_TALLEST = 640.0


def callout_pieces(setting: Setting, callout: Callout, place: Place, flow: Flow) -> list[Piece]:
    """One box; line by line on the same ground where it is taller than a page."""
    pieces = _inner(setting, callout, place, flow)
    if not pieces:
        return []
    words = stack(pieces)
    above = _ABOVE + (0.0 if words.before is Kind.EDGE else _TO_BASELINE)
    below = _ABOVE if words.after is Kind.EDGE else _BELOW
    height = above + words.length + below
    if height > _TALLEST:
        return _sliced(setting, pieces, place, above, below)
    box = boxed(setting, place, height, [(_BAR + _INSET, above, words.ink)])
    return [replace(box, anchors=words.anchors)]


def _inner(setting: Setting, callout: Callout, place: Place, flow: Flow) -> list[Piece]:
    """Heading, blocks and figures, from the left edge of the text inside the box."""
    element = place.parent.add(Tag.SECT)
    width = place.width - _BAR - 2 * _INSET
    inside = replace(place.within(element), x=0.0, width=width, text_width=width, role=Role.LIST)
    pieces: list[Piece] = []
    if callout.heading:
        style = setting.style(Role.CALLOUT_HEADING)
        heading = element.add(heading_tag(place.depth))
        lines = set_lines(setting, callout.heading, heading, style, width, RightEdge.BALANCED)
        pieces += line_pieces(lines, Kind.BODY, 18.0)
        inside = replace(inside, depth=place.depth + 1)
    blocks = flow(callout.blocks, inside)
    pieces += then(blocks, 22.0) if pieces else blocks
    for at, figure in enumerate(callout.figures):
        piece = _figure(setting, figure, inside)
        pieces.append(replace(piece, pitch=36.0 if at else 37.0 if pieces else None))
    return pieces


def _figure(setting: Setting, figure: CalloutFigure, place: Place) -> Piece:
    """The figure, its words level with it at its right."""
    element = place.parent.add(Tag.P)
    style = setting.style(Role.CALLOUT_FIGURE)
    number = set_lines(setting, (figure.figure, Text(" ")), element, style, place.width)
    x = max(_FIGURE_WORDS, number[0].width + 10.0 if number else 0.0)
    words = set_lines(setting, figure.words, element, setting.style(Role.LIST), max(place.width - x, 40.0))
    text = stack(line_pieces(words, Kind.BODY, 16.0))
    left = stack(line_pieces(number, Kind.BODY, 32.0))
    shift = -12.0 if len(words) > 1 else 0.0
    ink = InkGroup(((0.0, 0.0, left.ink), (x, shift, text.ink)))
    return Piece(ink, Kind.BODY, Kind.BODY, max(left.length, text.length + shift))


def beside_pieces(setting: Setting, beside: Beside, place: Place, flow: Flow) -> list[Piece]:
    """Text in seven columns and the callout in five; the text goes on by itself below the callout's foot.

    The callout stands below the text where it is too tall for a page.
    """
    narrow, wide = Page.span(7), Page.span(5)
    main = flow(beside.main, replace(place, x=0.0, width=narrow, text_width=narrow))
    aside = callout_pieces(setting, beside.aside, replace(place, x=0.0, width=wide, text_width=wide), flow)
    if not main or len(aside) != 1:
        return [replace(piece, x=piece.x + place.x) for piece in (*main, *aside)]
    box = aside[0]
    top = gap(Kind.H2, Kind.EDGE) - gap(Kind.H2, main[0].before)
    level = _level(main, top + box.length)
    text, rest = stack(main[:level]), main[level:]
    if text.length > _TALLEST:
        return [replace(piece, x=piece.x + place.x) for piece in (*main, *aside)]
    foot = max(text.length, top + box.length)
    joint = distance(main[level - 1], rest[0]) - (foot - text.length) if rest else 0.0
    after = text.after if rest or text.length + 4.0 >= top + box.length else Kind.EDGE
    ink = InkGroup(((0.0, 0.0, text.ink), (Page.column(8), top, box.ink)))
    anchors = text.anchors + box.anchors
    first = Piece(ink, text.before, after, foot, text.drop, place.x, glued=bool(rest) and main[level - 1].glued)
    moved = [replace(piece, x=piece.x + place.x) for piece in rest]
    return [replace(first, anchors=anchors), *then(moved, joint)]


def _level(main: list[Piece], foot: float) -> int:
    """How many pieces stand beside a box that ends at `foot`: what begins above that, and what is held."""
    y = 0.0
    for at, piece in enumerate(main):
        y += distance(main[at - 1], piece) + main[at - 1].length if at else 0.0
        if y > foot and not main[at - 1].glued:
            return at
    return len(main)


def boxed(setting: Setting, place: Place, height: float, parts: list[tuple[float, float, Ink]]) -> Piece:
    """Mist with a navy bar at the left, and `parts` on it."""
    colours = setting.theme.colours
    ground = (0.0, 0.0, Panel(place.width, height, fill=colours.mist))
    bar = (0.0, 0.0, Panel(_BAR, height, fill=colours.navy))
    return Piece(InkGroup((ground, bar, *parts)), Kind.EDGE, Kind.EDGE, height, x=place.x)


def _sliced(setting: Setting, pieces: list[Piece], place: Place, above: float, below: float) -> list[Piece]:
    """Each piece on its own stretch of the ground, so that the box can go over a page."""
    slices = []
    previous: Piece | None = None
    for piece in pieces:
        room = above if previous is None else distance(previous, piece)
        end = below if piece is pieces[-1] else 0.0
        parts = [(_BAR + _INSET + piece.x, room, piece.ink)]
        box = boxed(setting, place, room + piece.length + end, parts)
        pitch = None if previous is None else 0.0
        slices.append(replace(box, pitch=pitch, glued=piece.glued, anchors=piece.anchors))
        previous = piece
    return slices


def then(pieces: list[Piece], pitch: float) -> list[Piece]:
    """The pieces, the first one `pitch` below what stands above."""
    return [replace(pieces[0], pitch=pitch), *pieces[1:]] if pieces else []
