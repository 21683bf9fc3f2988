"""What stands under a measure's heading: what it counts and who leads, and the judgement on it."""

from __future__ import annotations

from msgspec import Struct

from plangen.document.blocks import MetaLine, VerdictBox
from plangen.document.inlines import Strong, Text
from plangen.document.symbols import BOX, bare_arrow, judgement_colour
from plangen.document.theme import Page, Role
from plangen.layout.badges import status_symbol, status_tint
from plangen.layout.fragments import Fragment, set_inlines
from plangen.layout.inks import Ink, InkGroup, Panel, Style, Vector
from plangen.layout.line_breaking import RightEdge
from plangen.layout.pieces import Piece, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag
from plangen.layout.typeset import SetLine, break_lines, set_lines

__all__ = ["assessment_pieces", "meta_pieces"]

_META_LEADING, _META_GAP, _NARROWEST_LEAD = 13.5, 16.0, 110.0
_LEAD_X = Page.column(6)
_LABEL, _LABEL_TOP, _LABEL_BASELINE = 22.0, -15.0, -0.6
_LABEL_BEFORE, _LABEL_GAP, _LABEL_AFTER = 6.0, 4.5, 8.0
_WIDEST_LABEL = Page.span(5)

_BAR, _TEXT_X, _EDGE, _SYMBOL_X, _SYMBOL = 3.0, 53.0, 12.0, 15.0, 26.0
_FIRST, _BELOW, _LEAST_HEIGHT, _SYMBOL_TOP = 24.0, 16.6, 50.0, 17.5
_USUAL_LINES = 2


def meta_pieces(setting: Setting, block: MetaLine, place: Place) -> list[Piece]:
    """Measure and lead on one line with the polarity label at its right; they wrap where they are long."""
    style = setting.style(Role.CHART_LABEL)
    label = _Label.of(setting, block)
    room = place.width - label.width - _META_GAP
    lead_x, measure_width = _shares(setting, block, style, room)
    parts: list[tuple[float, float, Ink]] = []
    length = 0.0
    for words, x, width in ((block.measure, 0.0, measure_width), (block.lead, lead_x, room - lead_x)):
        lines = set_lines(setting, (Text(words),), place.parent.add(Tag.P), style, width, RightEdge.BALANCED)
        column = stack(line_pieces(lines, Kind.META, _META_LEADING))
        parts.append((x, 0.0, column.ink))
        length = max(length, column.length)
    words_height, ink = label.ink(setting, block, place.parent.add(Tag.P))
    parts.append((place.width - label.width, 0.0, ink))
    return [
        Piece(InkGroup(tuple(parts)), Kind.META, Kind.META, max(length, words_height), 7.0, place.x, glued=True)
    ]


def _shares(setting: Setting, block: MetaLine, style: Style, room: float) -> tuple[float, float]:
    """Where the lead starts and how wide the measure may be: at column 6, or where both fit on the line."""
    measure = setting.width(block.measure, style) + _META_GAP
    lead = setting.width(block.lead, style)
    if measure + lead <= room:
        x = min(max(_LEAD_X, measure), room - lead)
        return x, x - _META_GAP
    x = _LEAD_X if room - _LEAD_X >= _NARROWEST_LEAD else (room + _META_GAP) / 2
    return x, x - _META_GAP


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

    def ink(self, setting: Setting, block: MetaLine, element: Element) -> tuple[float, Ink]:
        """Outline, bare arrow and words from the meta line's baseline, and how far down the last line stands."""
        grey = setting.theme.colours.grey
        lines = set_lines(setting, (Text(block.polarity),), element, setting.style(Role.CHIP), self.room)
        words = stack(line_pieces(lines, Kind.META, _META_LEADING))
        outline = Panel(self.width, _LABEL + words.length, stroke=grey, radius=3.0, line_width=0.75)
        parts: list[tuple[float, float, Ink]] = [
            (0.0, _LABEL_TOP, outline),
            (self.words_x, _LABEL_BASELINE, words.ink),
        ]
        if block.arrow is not None:
            arrow = Vector(bare_arrow(block.arrow, grey))
            parts.append((_LABEL_BEFORE, _LABEL_TOP + (_LABEL - BOX) / 2, arrow))
        return words.length, InkGroup(tuple(parts))


def assessment_pieces(setting: Setting, block: VerdictBox, place: Place) -> list[Piece]:
    """The judgement on its tint, with a bar in its colour; the symbol stands level with the first two lines."""
    colour = judgement_colour(block.mark.judgement, setting.theme)
    tint = status_tint(block.mark.judgement, setting)
    words = (Strong((Text(f"{block.word}."),)), Text(" "), *block.content)
    element = place.parent.add(Tag.DIV).add(Tag.P)
    lines = _judged(setting, set_inlines(setting, words, element, setting.style(Role.LEAD)), place.width)
    text = stack(line_pieces(lines, Kind.LEAD, setting.leading(Role.LEAD)))
    natural = _FIRST + text.length + _BELOW
    height = max(_LEAST_HEIGHT, natural)
    parts: tuple[tuple[float, float, Ink], ...] = (
        (_BAR, 0.0, Panel(place.width - _BAR, height, fill=tint)),
        (0.0, 0.0, Panel(_BAR, height, fill=colour)),
        (_SYMBOL_X, min(_SYMBOL_TOP, (height - _SYMBOL) / 2), status_symbol(setting, block.mark, _SYMBOL, tint)),
        (_TEXT_X, _FIRST + (height - natural) / 2, text.ink),
    )
    return [Piece(InkGroup(parts), Kind.EDGE, Kind.TABLE, height, x=place.x)]


def _judged(setting: Setting, fragments: list[Fragment], width: float) -> list[SetLine]:
    """Ten columns wide as other leads are; as wide as the box where that saves a third line."""
    room = width - _TEXT_X - _EDGE
    usual = break_lines(setting, fragments, min(room, Page.span(10)), RightEdge.BALANCED)
    if len(usual) <= _USUAL_LINES:
        return usual
    wide = break_lines(setting, fragments, room, RightEdge.BALANCED)
    return wide if len(wide) < len(usual) else usual
