"""Boxes in the text: the callout."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from plangen.document.blocks import Callout, CalloutFigure
from plangen.document.inlines import Text
from plangen.document.theme import Role
from plangen.layout.headings import heading_tag
from plangen.layout.inks import Ink, InkGroup, Panel
from plangen.layout.line_breaking import RightEdge
from plangen.layout.lists import Flow
from plangen.layout.pieces import Piece, Stack, distance, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Tag
from plangen.layout.typeset import set_lines

__all__ = ["boxed", "callout_pieces", "then"]

_BAR = 3.0
_INSET, _ABOVE, _BELOW = 12.0, 13.0, 18.0
_TO_BASELINE = 10.0
_FIGURE_WORDS, _LEAST_WORDS, _UNDER_FIGURE = 62.0, 80.0, 18.0
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
    return [replace(box, anchors=words.anchors, notes=words.notes)]


def _inner(setting: Setting, callout: Callout, place: Place, flow: Flow) -> list[Piece]:
    """Heading, blocks and figures, from the left edge of the text inside the box."""
    element = place.parent.add(Tag.SECT).of(callout)
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
    for at, piece in enumerate(_figures(setting, callout.figures, inside)):
        pieces.append(replace(piece, pitch=36.0 if at else 37.0 if pieces else None))
    return pieces


def _figures(setting: Setting, figures: Sequence[CalloutFigure], place: Place) -> list[Piece]:
    """Each figure with its words at its right, on its baseline, or from above it if any need two lines.

    Where a figure leaves its words too little room, they stand below it.
    """
    some = [_figure(setting, figure, place) for figure in figures]
    raised = -12.0 if any(words.length for _, x, words in some if x) else 0.0
    pieces = []
    for number, x, words in some:
        shift = raised if x else _UNDER_FIGURE
        ink = InkGroup(((0.0, 0.0, number.ink), (x, shift, words.ink)))
        pieces.append(Piece(ink, Kind.BODY, Kind.BODY, max(number.length, words.length + shift)))
    return pieces


def _figure(setting: Setting, figure: CalloutFigure, place: Place) -> tuple[Stack, float, Stack]:
    """The figure, where its words start, and its words; those that stand below it start at its left edge."""
    element = place.parent.add(Tag.P).of(figure)
    style = setting.style(Role.CALLOUT_FIGURE)
    width = setting.width(figure.figure.text, style)
    if width > place.width:  # a figure is never broken
        style = replace(style, size=style.size * place.width / width)
    number = set_lines(setting, (figure.figure, Text(" ")), element, style, place.width + 0.1)
    x = max(_FIGURE_WORDS, number[0].width + 10.0 if number else 0.0)
    room = place.width - x
    if room < _LEAST_WORDS:
        x, room = 0.0, place.width
    words = set_lines(setting, figure.words, element, setting.style(Role.LIST), room)
    return stack(line_pieces(number, Kind.BODY, 32.0)), x, stack(line_pieces(words, Kind.BODY, 16.0))


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
        slices.append(replace(box, pitch=pitch, glued=piece.glued, anchors=piece.anchors, notes=piece.notes))
        previous = piece
    return slices


def then(pieces: list[Piece], pitch: float) -> list[Piece]:
    """The pieces, the first one `pitch` below what stands above."""
    return [replace(pieces[0], pitch=pitch), *pieces[1:]] if pieces else []
