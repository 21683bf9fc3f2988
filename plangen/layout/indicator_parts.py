"""What stands under a measure's heading: what it counts and which way is better, and the judgement on it."""

from __future__ import annotations

from msgspec import Struct

from plangen.document.blocks import MetaLine, VerdictBox
from plangen.document.inlines import Strong, Text
from plangen.document.symbols import BOX, bare_arrow, judgement_colour
from plangen.document.theme import Page, Role
from plangen.document.typeface import Face
from plangen.layout.badges import status_symbol, status_tint
from plangen.layout.fragments import Fragment, set_inlines
from plangen.layout.inks import Ink, InkGroup, Panel, Vector
from plangen.layout.line_breaking import RightEdge
from plangen.layout.pieces import Piece, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag
from plangen.layout.typeset import SetLine, break_lines, set_lines

__all__ = ["assessment_pieces", "meta_pieces"]

_META_LEADING, _META_GAP, _LABEL_BELOW, _NO_OUTLINE = 13.5, 16.0, 15.0, 8.0
_LABEL, _LABEL_TOP, _LABEL_BASELINE = 22.0, -15.0, -0.6
_LABEL_BEFORE, _LABEL_GAP, _LABEL_AFTER = 6.0, 4.5, 8.0
_WIDEST_LABEL = Page.span(5)

_BAR, _TEXT_X, _EDGE, _SYMBOL_X, _SYMBOL = 3.0, 53.0, 12.0, 15.0, 26.0
_FIRST, _BELOW, _LEAST_HEIGHT, _SYMBOL_TOP = 24.0, 16.6, 50.0, 17.5
_USUAL_LINES = 2
_NARROW_TOP, _NARROW_FIRST, _NARROW_SAID, _NARROW_BELOW = 9.0, 27.0, 24.0, 11.0


def meta_pieces(setting: Setting, block: MetaLine, place: Place) -> list[Piece]:
    """What is counted, and the polarity label at its right, or below it in a half of the width."""
    label = _Label.of(setting, block)
    narrow = place.width <= Page.span(6)
    room = place.width if narrow else place.width - label.width - _META_GAP
    element = place.parent.add(Tag.P)
    lines = set_lines(
        setting, (Text(block.measure),), element, setting.style(Role.CHART_LABEL), room, RightEdge.BALANCED
    )
    measure = stack(line_pieces(lines, Kind.META, _META_LEADING))
    words_height, ink = label.ink(setting, block, place.parent.add(Tag.P), outlined=not narrow)
    x, y = (-_LABEL_BEFORE, measure.length + _LABEL_BELOW) if narrow else (place.width - label.width, 0.0)
    length = max(measure.length, y + words_height) - (_NO_OUTLINE if narrow else 0.0)
    parts = ((0.0, 0.0, measure.ink), (x, y, ink))
    return [Piece(InkGroup(parts), Kind.META, Kind.META, length, 7.0, place.x, glued=True)]


class _Label(Struct, frozen=True):
    """The polarity label: its width, where its words start, and how wide they may be."""

    width: float
    words_x: float
    room: float

    @classmethod
    def of(cls, setting: Setting, block: MetaLine) -> _Label:
        words_x = _LABEL_AFTER if block.arrow is None else _LABEL_BEFORE + BOX + _LABEL_GAP
        natural = words_x + setting.width(block.polarity, setting.style(Role.CHIP)) + _LABEL_AFTER
        width = min(natural, _WIDEST_LABEL)
        return cls(width, words_x, width - words_x - _LABEL_AFTER + 0.01)

    def ink(self, setting: Setting, block: MetaLine, element: Element, outlined: bool) -> tuple[float, Ink]:
        """Outline, bare arrow and words from the meta line's baseline, and how far down the last line stands."""
        grey = setting.theme.colours.grey
        lines = set_lines(setting, (Text(block.polarity),), element, setting.style(Role.CHIP), self.room)
        words = stack(line_pieces(lines, Kind.META, _META_LEADING))
        parts: list[tuple[float, float, Ink]] = [(self.words_x, _LABEL_BASELINE, words.ink)]
        if outlined:
            height = _LABEL + words.length
            outline = Panel(self.width, height, stroke=grey, radius=3.0, line_width=0.75)
            parts.insert(0, (0.0, _LABEL_TOP, outline))
        if block.arrow is not None:
            arrow = Vector(bare_arrow(block.arrow, grey))
            parts.append((_LABEL_BEFORE, _LABEL_TOP + (_LABEL - BOX) / 2, arrow))
        return words.length, InkGroup(tuple(parts))


def assessment_pieces(setting: Setting, block: VerdictBox, place: Place) -> list[Piece]:
    """The judgement on its tint, with a bar in its colour.

    The symbol stands level with the first two lines at their left; over them, beside the judgement, where the box
    has half of the width or less.
    """
    if place.width <= Page.span(6):
        return [_narrow_box(setting, block, place)]
    words = (Strong((Text(f"{block.word}."),)), Text(" "), *block.content)
    element = place.parent.add(Tag.DIV).add(Tag.P)
    lines = _judged(setting, set_inlines(setting, words, element, setting.style(Role.LEAD)), place.width)
    text = stack(line_pieces(lines, Kind.LEAD, setting.leading(Role.LEAD)))
    natural = _FIRST + text.length + _BELOW
    height = max(_LEAST_HEIGHT, natural)
    symbol = (_SYMBOL_X, min(_SYMBOL_TOP, (height - _SYMBOL) / 2), _symbol(setting, block))
    return [_box(setting, block, place, height, (symbol, (_TEXT_X, _FIRST + (height - natural) / 2, text.ink)))]


def _narrow_box(setting: Setting, block: VerdictBox, place: Place) -> Piece:
    """Symbol and judgement on one line, what is said of it below them."""
    group = place.parent.add(Tag.DIV)
    strong, plain = setting.style(Role.LEAD, face=Face.BOLD), setting.style(Role.LIST)
    head = set_lines(setting, (Text(f"{block.word}."),), group.add(Tag.P), strong, place.width - _TEXT_X - _EDGE)
    said = set_lines(setting, block.content, group.add(Tag.P), plain, place.width - _SYMBOL_X - _EDGE)
    words = stack(line_pieces(head, Kind.LEAD, setting.leading(Role.LEAD)))
    below = stack(line_pieces(said, Kind.LEAD, setting.leading(Role.LIST)))
    first = _NARROW_FIRST + words.length + _NARROW_SAID
    parts = (
        (_SYMBOL_X, _NARROW_TOP, _symbol(setting, block)),
        (_TEXT_X, _NARROW_FIRST, words.ink),
        (_SYMBOL_X, first, below.ink),
    )
    return _box(setting, block, place, first + below.length + _NARROW_BELOW, parts)


def _symbol(setting: Setting, block: VerdictBox) -> Ink:
    return status_symbol(setting, block.mark, _SYMBOL, status_tint(block.mark.judgement, setting))


def _box(
    setting: Setting, block: VerdictBox, place: Place, height: float, parts: tuple[tuple[float, float, Ink], ...]
) -> Piece:
    """The tint with the bar at its left, and `parts` on it."""
    bar = Panel(_BAR, height, fill=judgement_colour(block.mark.judgement, setting.theme))
    tint = Panel(place.width - _BAR, height, fill=status_tint(block.mark.judgement, setting))
    return Piece(InkGroup(((_BAR, 0.0, tint), (0.0, 0.0, bar), *parts)), Kind.EDGE, Kind.TABLE, height, x=place.x)


def _judged(setting: Setting, fragments: list[Fragment], width: float) -> list[SetLine]:
    """Ten columns wide as other leads are; as wide as the box where that saves a third line."""
    room = width - _TEXT_X - _EDGE
    usual = break_lines(setting, fragments, min(room, Page.span(10)), RightEdge.BALANCED)
    if len(usual) <= _USUAL_LINES:
        return usual
    wide = break_lines(setting, fragments, room, RightEdge.BALANCED)
    return wide if len(wide) < len(usual) else usual
