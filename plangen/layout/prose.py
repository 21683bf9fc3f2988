"""Paragraphs, small lines, quotes and warnings: running text and what stands out of it."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.blocks import Block, Paragraph, ParagraphKind, Quote, WarningLine
from plangen.document.inlines import Inline, plain
from plangen.document.status import Judgement, Mark, Sign
from plangen.document.symbols import symbol
from plangen.document.tables import Table
from plangen.document.theme import Page, Role
from plangen.layout.fragments import set_inlines
from plangen.layout.inks import Ink, InkGroup, Panel, Vector
from plangen.layout.line_breaking import RightEdge
from plangen.layout.pieces import Piece, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Tag
from plangen.layout.typeset import break_lines

__all__ = [
    "held_together",
    "leads_to_a_table",
    "paragraph_pieces",
    "quote_pieces",
    "small_pieces",
    "text_pieces",
    "warning_pieces",
]

_QUOTE_TEXT = 15.0
_JOINT = 0.5  # stretches of a bar overlap, so that no seam shows between them
_TALLEST_WARNING = 400.0
_QUOTE_ABOVE, _QUOTE_BELOW, _ATTRIBUTION = 17.0, 8.0, 21.5


def held_together(before: Block, block: Block) -> bool:
    """Whether no page ends between two blocks.

    Words that end in a colon are held to what they introduce, a source line or remark to what it is about, and a
    caption to its table.
    """
    remarks = isinstance(block, Paragraph) and block.kind is ParagraphKind.SMALL
    return remarks or _introduces(before) or (isinstance(block, Table) and leads_to_a_table(before))


def leads_to_a_table(before: Block) -> bool:
    """Whether the words of a block are those of the table under it: a small line, or one that ends in a colon."""
    return _introduces(before) or (isinstance(before, Paragraph) and before.kind is ParagraphKind.SMALL)


def _introduces(block: Block) -> bool:
    return isinstance(block, Paragraph) and plain(block.content).rstrip().endswith(":")


def paragraph_pieces(setting: Setting, paragraph: Paragraph, place: Place) -> list[Piece]:
    """A lead or a small line goes as wide as it may; running text keeps to its measure."""
    match paragraph.kind:
        case ParagraphKind.LEAD:
            width = min(place.width, Page.span(10))
            return text_pieces(setting, paragraph.content, place, Role.LEAD, Kind.LEAD, width)
        case ParagraphKind.SMALL:
            return small_pieces(setting, paragraph.content, place)
        case ParagraphKind.BODY:
            return _running_text(setting, paragraph, place)


def _running_text(setting: Setting, paragraph: Paragraph, place: Place) -> list[Piece]:
    """A paragraph at its measure: within a list, in a chapter of close lines, or in any other."""
    if place.role is not Role.BODY:
        return text_pieces(setting, paragraph.content, place, place.role, Kind.ITEM, place.text_width)
    role, kind = (Role.LIST, Kind.CLOSE) if place.close else (Role.BODY, Kind.BODY)
    return text_pieces(setting, paragraph.content, place, role, kind, place.text_width)


def small_pieces(setting: Setting, content: tuple[Inline, ...], place: Place) -> list[Piece]:
    """A small grey line: a source, a remark."""
    return text_pieces(setting, content, place, Role.SMALL, Kind.SMALL, place.width)


def text_pieces(
    setting: Setting, content: tuple[Inline, ...], place: Place, role: Role, kind: Kind, width: float
) -> list[Piece]:
    """A paragraph of its own (a P) in the style of `role`; the lines of a lead are about as long as each other."""
    edge = RightEdge.BALANCED if kind is Kind.LEAD else RightEdge.RAGGED
    fragments = set_inlines(setting, content, place.parent.add(Tag.P), setting.style(role))
    return line_pieces(break_lines(setting, fragments, width, edge), kind, setting.leading(role), place.x)


def quote_pieces(setting: Setting, quote: Quote, place: Place) -> list[Piece]:
    """A bar at the left; line by line, so that a long quotation goes over the page."""
    inner = replace(place.within(place.parent.add(Tag.BLOCK_QUOTE)), x=_QUOTE_TEXT)
    width = min(place.width, Page.span(10)) - _QUOTE_TEXT
    pieces: list[Piece] = []
    for paragraph in quote.blocks:
        some = text_pieces(setting, paragraph.content, inner, Role.QUOTE, Kind.QUOTE, width)
        pieces += [replace(some[0], pitch=34.0), *some[1:]] if pieces and some else some
    if quote.attribution and pieces:
        pieces[-1] = replace(pieces[-1], glued=True)
        some = text_pieces(setting, quote.attribution, inner, Role.SUBTITLE, Kind.QUOTE, width)
        pieces += [replace(piece, pitch=14.0 if at else _ATTRIBUTION) for at, piece in enumerate(some)]
    return _barred(setting, pieces, place.x)


def _barred(setting: Setting, pieces: list[Piece], x: float) -> list[Piece]:
    """Each line as a box with its stretch of the bar, so that the bar is whole wherever a page ends."""
    barred = []
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        above = _QUOTE_ABOVE if at == 0 else piece.pitch or 0.0
        below = _QUOTE_BELOW if at == last else 0.0
        joint = _JOINT if at else 0.0
        bar = Panel(3.0, above + below + joint, fill=setting.theme.colours.navy)
        ink = InkGroup(((0.0, -joint, bar), (piece.x, above, piece.ink)))
        barred.append(replace(piece, ink=ink, x=x, length=above + below, drop=0.0, pitch=0.0 if at else None))
    return barred


def warning_pieces(setting: Setting, warning: WarningLine, place: Place) -> list[Piece]:
    """A box with the orange triangle; 26 high, more where its words need more lines."""
    colours = setting.theme.colours
    element = place.parent.add(Tag.P)
    fragments = set_inlines(setting, warning.content, element, setting.style(Role.LIST))
    lines = break_lines(setting, fragments, place.width - 44.0)
    words = stack(line_pieces(lines, Kind.BODY, setting.leading(Role.LIST)))
    height = 26.0 + words.length
    if height > _TALLEST_WARNING:
        return line_pieces(lines, Kind.BODY, setting.leading(Role.LIST), place.x)
    box = Panel(place.width, height, fill=colours.white, stroke=colours.ink)
    triangle = Vector(symbol(Mark(Judgement.CLOSE, Sign.EXCLAMATION), setting.theme))
    parts: tuple[tuple[float, float, Ink], ...] = (
        (0.0, 0.0, box),
        (10.0, 6.0, triangle),
        (32.0, 17.2, words.ink),
    )
    return [Piece(InkGroup(parts), Kind.EDGE, Kind.EDGE, height, x=place.x)]
