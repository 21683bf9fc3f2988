"""Boxes in the text: tiles, target strip, callout, and text with a callout beside it."""

from __future__ import annotations

from dataclasses import replace

from plangen.document.blocks import Beside, Callout, CalloutFigure, Strip, StripFigure
from plangen.document.inlines import Inline, Text
from plangen.document.theme import Page, Role
from plangen.document.typeface import Face
from plangen.render.pdf.layout.headings import heading_tag
from plangen.render.pdf.layout.inks import Group, Ink, Panel, Style
from plangen.render.pdf.layout.lists import Flow
from plangen.render.pdf.layout.pieces import Piece, Stack, line_pieces, stack
from plangen.render.pdf.layout.rhythm import Kind, gap
from plangen.render.pdf.layout.setting import Place, Setting
from plangen.render.pdf.layout.typeset import Line, break_lines, set_inlines
from plangen.render.pdf.structure import Element, Tag

__all__ = ["beside_pieces", "callout_pieces", "strip_pieces"]

_BAR = 3.0
_INSET, _ABOVE, _BELOW = 12.0, 13.0, 18.0
_FIGURE_WORDS = 62.0


def strip_pieces(setting: Setting, strip: Strip, place: Place) -> list[Piece]:
    """A target and the figures it stands on; 66 high, more where its words need it."""
    element = place.parent.add(Tag.DIV)
    first = Page.column(6)
    room = Page.span(4) if strip.figures else place.width - 30.0
    heading = _lines(setting, (Text(strip.heading),), element.add(Tag.P), setting.style(Role.TILE_LABEL), room)
    words = _lines(setting, strip.words, element.add(Tag.P), setting.style(Role.SUBTITLE, colour="ink"), room)
    text = stack([*line_pieces(heading, Kind.BODY, 15.0), *_after(line_pieces(words, Kind.BODY, 14.0), 15.2)])
    parts: list[tuple[float, float, Ink]] = [(15.0, 21.0, text.ink)]
    lowest = 21.0 + text.length
    for at, figure in enumerate(strip.figures):
        strong = at == len(strip.figures) - 1
        column = _strip_figure(setting, figure, element.add(Tag.P), strong)
        parts.append((first + 94.0 * at, 34.0, column.ink))
        lowest = max(lowest, 34.0 + column.length)
    height = max(66.0, lowest + 16.0)
    return [_boxed(setting, place, height, parts)]


def _strip_figure(setting: Setting, figure: StripFigure, element: Element, strong: bool) -> Stack:
    style = setting.style(Role.STRIP_FIGURE)
    caption = setting.style(Role.CHART_LABEL)
    if strong:
        style = replace(style, face=Face.BOLD, colour=setting.theme.colours.navy)
        caption = replace(caption, face=Face.SEMIBOLD)
    upper = _lines(setting, (figure.figure, Text(" ")), element, style, 90.0)
    lower = _lines(setting, (Text(figure.caption),), element, caption, 88.0)
    return stack([*line_pieces(upper, Kind.BODY, 26.0), *_after(line_pieces(lower, Kind.BODY, 13.0), 16.6)])


def callout_pieces(setting: Setting, callout: Callout, place: Place, flow: Flow) -> list[Piece]:
    """The callout as one box."""
    return [_callout(setting, callout, place, flow)]


def _callout(setting: Setting, callout: Callout, place: Place, flow: Flow) -> Piece:
    element = place.parent.add(Tag.SECT)
    inner_width = place.width - _BAR - 2 * _INSET
    inner = replace(
        place.within(element),
        x=0.0,
        width=inner_width,
        text_width=inner_width,
        depth=place.depth + 1,
        role=Role.LIST,
    )
    pieces: list[Piece] = []
    if callout.heading:
        tag = heading_tag(place.depth)
        style = setting.style(Role.CALLOUT_HEADING)
        lines = _lines(setting, callout.heading, element.add(tag), style, inner_width)
        pieces += line_pieces(lines, Kind.BODY, 18.0)
    blocks = flow(callout.blocks, inner)
    pieces += _after(blocks, 22.0) if pieces else blocks
    for at, figure in enumerate(callout.figures):
        figure_piece = _callout_figure(setting, figure, inner)
        pieces.append(replace(figure_piece, pitch=36.0 if at else 37.0 if pieces else None))
    words = stack(pieces)
    above = _ABOVE + (10.0 if words.before is not Kind.EDGE else 0.0)
    height = above + words.length + (_BELOW if words.after is not Kind.EDGE else _ABOVE)
    return replace(_boxed(setting, place, height, [(_BAR + _INSET, above, words.ink)]), anchors=words.anchors)


def _callout_figure(setting: Setting, figure: CalloutFigure, place: Place) -> Piece:
    """The figure, its words level with it at its right."""
    element = place.parent.add(Tag.P)
    style = setting.style(Role.CALLOUT_FIGURE)
    number = _lines(setting, (figure.figure, Text(" ")), element, style, place.width)
    x = max(_FIGURE_WORDS, number[0].width + 10.0 if number else 0.0)
    words = _lines(setting, figure.words, element, setting.style(Role.LIST), max(place.width - x, 40.0))
    text = stack(line_pieces(words, Kind.BODY, 16.0))
    shift = -12.0 if len(words) > 1 else 0.0
    left = stack(line_pieces(number, Kind.BODY, 32.0))
    length = max(left.length, text.length + shift, 4.0 if len(words) > 1 else 0.0)
    return Piece(Group(((0.0, 0.0, left.ink), (x, shift, text.ink))), Kind.BODY, Kind.BODY, length)


def beside_pieces(setting: Setting, beside: Beside, place: Place, flow: Flow) -> list[Piece]:
    """Text in seven columns and the callout in five; one below the other if they are too tall for a page."""
    narrow, wide = Page.span(7), Page.span(5)
    main = flow(beside.main, replace(place, x=0.0, width=narrow, text_width=narrow))
    aside = _callout(setting, beside.aside, replace(place, x=0.0, width=wide, text_width=wide), flow)
    text = stack(main)
    if text.length > setting.theme.page.bottom - setting.theme.page.top - 40.0 or not main:
        return [*(replace(piece, x=piece.x + place.x) for piece in main), replace(aside, x=place.x)]
    top = gap(Kind.H2, Kind.EDGE) - gap(Kind.H2, text.before)
    end = max(text.length, top + aside.length)
    after = text.after if text.length + 4.0 >= top + aside.length else Kind.EDGE
    ink = Group(((0.0, 0.0, text.ink), (Page.column(8), top, aside.ink)))
    anchors = text.anchors + aside.anchors
    return [Piece(ink, text.before, after, end, text.drop, place.x, anchors=anchors)]


def _boxed(setting: Setting, place: Place, height: float, parts: list[tuple[float, float, Ink]]) -> Piece:
    """Mist with a navy bar at the left, and `parts` on it."""
    colours = setting.theme.colours
    ground = (0.0, 0.0, Panel(place.width, height, fill=colours.mist))
    bar = (0.0, 0.0, Panel(_BAR, height, fill=colours.navy))
    return Piece(Group((ground, bar, *parts)), Kind.EDGE, Kind.EDGE, height, x=place.x)


def _lines(
    setting: Setting, words: tuple[Inline, ...], element: Element, style: Style, width: float
) -> list[Line]:
    return break_lines(setting, set_inlines(setting, words, element, style), width)


def _after(pieces: list[Piece], pitch: float) -> list[Piece]:
    """The pieces, the first one `pitch` below what stands above."""
    return [replace(pieces[0], pitch=pitch), *pieces[1:]] if pieces else []
