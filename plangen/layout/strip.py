"""The target strip: a target in words, with the figures it stands on."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.blocks import Strip, StripFigure
from plangen.document.inlines import Text
from plangen.document.theme import Page, Role
from plangen.document.typeface import Face
from plangen.layout.boxes import boxed, then
from plangen.layout.inks import Ink
from plangen.layout.pieces import Piece, Stack, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag
from plangen.layout.typeset import set_lines

__all__ = ["strip_pieces"]

_HEIGHT, _BELOW = 66.0, 16.0
_WORDS_X, _WORDS, _FIGURES = 15.0, 21.0, 34.0
_FIGURE_PITCH, _FIGURE_WIDTH = 94.0, 88.0
_SMALLEST_FIGURE = 10.0


def strip_pieces(setting: Setting, strip: Strip, place: Place) -> list[Piece]:
    """66 high, more where its words need it."""
    element = place.parent.add(Tag.DIV)
    room = Page.span(4) if strip.figures else place.width - 2 * _WORDS_X
    label, small = setting.style(Role.TILE_LABEL), setting.style(Role.SUBTITLE, colour="ink")
    heading = set_lines(setting, (Text(strip.heading),), element.add(Tag.P), label, room)
    words = set_lines(setting, strip.words, element.add(Tag.P), small, room)
    text = stack([*line_pieces(heading, Kind.BODY, 15.0), *then(line_pieces(words, Kind.BODY, 14.0), 15.2)])
    parts: list[tuple[float, float, Ink]] = [(_WORDS_X, _WORDS, text.ink)]
    lowest = _WORDS + text.length
    for at, figure in enumerate(strip.figures):
        column = _figure(setting, figure, element.add(Tag.P).of(figure), at == len(strip.figures) - 1)
        parts.append((Page.column(6) + _FIGURE_PITCH * at, _FIGURES, column.ink))
        lowest = max(lowest, _FIGURES + column.length)
    return [boxed(setting, place, max(_HEIGHT, lowest + _BELOW), parts)]


def _figure(setting: Setting, figure: StripFigure, element: Element, strong: bool) -> Stack:
    """A figure over its caption; the last one of a strip stands out."""
    style, caption = setting.style(Role.STRIP_FIGURE), setting.style(Role.CHART_LABEL)
    if strong:
        style = replace(style, face=Face.BOLD, colour=setting.theme.colours.navy)
        caption = replace(caption, face=Face.SEMIBOLD)
    width = setting.width(figure.figure.text, style)
    if width > _FIGURE_WIDTH:  # a figure is never broken
        style = replace(style, size=max(_SMALLEST_FIGURE, style.size * _FIGURE_WIDTH / width))
    upper = set_lines(setting, (figure.figure, Text(" ")), element, style, _FIGURE_WIDTH)
    lower = set_lines(setting, (Text(figure.caption),), element, caption, _FIGURE_WIDTH)
    return stack([*line_pieces(upper, Kind.BODY, 26.0), *then(line_pieces(lower, Kind.BODY, 13.0), 16.6)])
