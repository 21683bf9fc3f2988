"""Headings: number or priority block before them, their level from nesting, and the outline."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.inlines import Inline, plain
from plangen.document.theme import Colour, Role
from plangen.document.typeface import Face
from plangen.layout.fragments import set_inlines
from plangen.layout.inks import DrawnWords, Ink, InkGroup, Panel, Slot, Style
from plangen.layout.line_breaking import RightEdge
from plangen.layout.pieces import Anchor, Piece, glued, line_pieces
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Content, Tag
from plangen.layout.typeset import break_lines

__all__ = [
    "HEADINGS",
    "Heading",
    "Look",
    "PriorityColours",
    "heading_pieces",
    "heading_tag",
    "number_block",
    "outline_title",
    "priority_colours",
]

HEADINGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6)

_BLOCK = 29.0
_OUTLINE = 0.75
_NUMBER_GAP = 10.0


class Look(Enum):
    """How a heading looks, which follows from nesting but starts again where a page does."""

    CHAPTER = (Role.H1, Kind.H1)
    SENTENCE = (Role.H1_SENTENCE, Kind.SENTENCE)
    SECTION = (Role.H2, Kind.H2)
    SUBSECTION = (Role.H3, Kind.H3)
    FIGURE = (Role.FIGURE_HEADLINE, Kind.HEADLINE)

    @property
    def role(self) -> Role:
        """The type it is set in."""
        return self.value[0]

    @property
    def kind(self) -> Kind:
        """What it is in the vertical rhythm."""
        return self.value[1]


class PriorityColours(Struct, frozen=True):
    """A priority's colour names: block, tint behind its band, and the number in the block."""

    block: str
    tint: str
    number: str


_PRIORITIES = (
    PriorityColours("navy", "haze", "white"),
    PriorityColours("purple", "purple_tint", "ink"),
    PriorityColours("orange", "orange_tint", "ink"),
    PriorityColours("grey", "grey_tint", "white"),
)


def priority_colours(number: int) -> PriorityColours:
    """The colours of priority `number`: four that can be told apart, then grey for every further one."""
    return _PRIORITIES[min(max(number, 1), len(_PRIORITIES)) - 1]


def heading_tag(depth: int) -> Tag:
    """The tag of a heading `depth` levels down (1 is H1). There are six; deeper ones stay H6."""
    return HEADINGS[min(depth, len(HEADINGS)) - 1]


def number_block(
    setting: Setting, number: int, side: float, size: float, slot: Slot, ground: Colour | None = None
) -> Ink:
    """The solid square with a priority's number in its middle, on `ground` (white if none)."""
    theme, colours = setting.theme, priority_colours(number)
    style = Style(Face.BOLD, size, setting.theme.colour(colours.number))
    text = str(number)
    setting.check(text, Face.BOLD)
    x = (side - setting.width(text, style)) / 2
    fill = theme.colour(colours.block)
    outline = theme.outline(fill, ground or theme.colours.white)
    inner = _OUTLINE / 2 if outline else 0.0
    panel = Panel(side - 2 * inner, side - 2 * inner, fill=fill, stroke=outline, line_width=_OUTLINE)
    return InkGroup(((inner, inner, panel), (x, side / 2 + 0.33 * size, DrawnWords(f"{text} ", style, slot))))


class _Before(Struct, frozen=True):
    """What stands before a heading, and how far it pushes the heading to the right."""

    ink: Ink | None
    width: float


class Heading(Struct, frozen=True):
    """A heading: its words and look, the number or priority before it, and the place that it makes."""

    words: tuple[Inline, ...]
    look: Look
    number: str = ""
    priority: int | None = None
    anchor: Anchor | None = None


def heading_pieces(setting: Setting, heading: Heading, place: Place) -> list[Piece]:
    """The heading as pieces that stay together and with what follows."""
    element, look = place.parent.add(heading_tag(place.depth)), heading.look
    slot = element.content()
    before = _before(setting, heading, slot)
    style = setting.style(look.role)
    fragments = set_inlines(setting, heading.words, element, style, slot)
    lines = break_lines(setting, fragments, place.width - before.width, RightEdge.BALANCED)
    pieces = glued(line_pieces(lines, look.kind, setting.leading(look.role), place.x + before.width))
    if not pieces:
        return []
    first = pieces[0]
    ink = first.ink if before.ink is None else InkGroup(((-before.width, 0.0, before.ink), (0.0, 0.0, first.ink)))
    anchors = () if heading.anchor is None else (heading.anchor,)
    return [replace(first, ink=ink, anchors=anchors), *pieces[1:]]


def _before(setting: Setting, heading: Heading, slot: Content) -> _Before:
    number, look = heading.number, heading.look
    if heading.priority is not None and not number and look is Look.CHAPTER:
        block = number_block(setting, heading.priority, _BLOCK, 18.0, slot)
        return _Before(InkGroup(((0.0, -22.8, block),)), setting.theme.page.column(2))
    if number:
        style = setting.style(Role.H1_NUMBER)
        if look is not Look.CHAPTER:
            style = Style(style.face, setting.theme.style(look.role).size, style.colour)
        setting.check(number, style.face)
        gap = _NUMBER_GAP * style.size / 30.0
        return _Before(DrawnWords(f"{number} ", style, slot), setting.width(number, style) + gap)
    return _Before(None, 0.0)


def outline_title(number: str, words: tuple[Inline, ...]) -> str:
    """How a heading reads in the outline and in the contents."""
    return f"{number} {plain(words)}".strip()
