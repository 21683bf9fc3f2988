"""What a pack begins with: how many measures share a judgement, and the measures that moved most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import CountTile, CountTiles, Mover, MoverList, Movers
from plangen.document.inlines import Text
from plangen.document.theme import Page, Role
from plangen.layout.badges import status_symbol
from plangen.layout.headings import heading_tag
from plangen.layout.inks import Ink, InkGroup, Panel, Rule, Style
from plangen.layout.pieces import Piece, Stack, glued, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, ListNumbering, Tag
from plangen.layout.typeset import set_lines

__all__ = ["count_pieces", "mover_pieces"]

_SYMBOL, _INSET, _WORD_EDGE = 26.0, 12.0, 6.0
_WORD_SIZES, _SMALL_FIGURE, _SMALLEST_FIGURE = (12.0, 10.5, 10.0), 18.0, 10.0
_FIGURE_X, _FIGURE_GAP, _WORD_LEADING = 50.0, 8.0, 15.0
_FIGURE_RISE = 0.325  # half the height of a digit, as a share of its size
_FEW = 3

_MOVER_SYMBOL, _MOVER_TOP, _MOVER_X = 22.0, 9.0, 34.0
_TITLE, _TITLE_LEADING, _SAID, _SAID_LEADING, _BELOW_SAID = 16.0, 16.0, 16.0, 14.0, 18.0
_HEADING_TO_RULE = 10.4
_AFTER_MOVERS = 4.0  # what follows keeps a little more distance than from a table


class _Tile(Struct, frozen=True):
    """Where the parts of a count tile stand: the word beside the figure, or below it in a narrow tile."""

    span: int
    height: float
    symbol: float
    figure: float
    word: float
    beside: bool

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return Page.span(self.span)


_WIDE = _Tile(span=4, height=66.0, symbol=21.0, figure=47.0, word=38.2, beside=True)
_NARROW = _Tile(span=3, height=84.0, symbol=16.0, figure=42.0, word=68.0, beside=False)
_WORD_X = 75.4


class _CountLook(Struct, frozen=True):
    """How the figures and words of a block of count tiles are set."""

    tile: _Tile
    figure: Style
    word: Style

    @classmethod
    def of(cls, setting: Setting, tiles: Sequence[CountTile]) -> _CountLook:
        """Up to three wide tiles, else four narrow ones to a row.

        Figures of 36; smaller where they would not leave every word its room, and then smaller words too.
        """
        tile = _WIDE if len(tiles) <= _FEW else _NARROW
        figure, word = setting.style(Role.TILE_FIGURE), setting.style(Role.TILE_LABEL)
        size = 0.0
        for word_size in _WORD_SIZES:
            word = replace(word, size=word_size)
            size = min(_figure_size(setting, tile, one, figure, word) for one in tiles)
            if size >= _SMALL_FIGURE:
                break
        return cls(tile, replace(figure, size=max(size, _SMALLEST_FIGURE)), word)

    def word_x(self, setting: Setting, tile: CountTile) -> float:
        """Where the word of `tile` starts."""
        if not self.tile.beside:
            return _INSET
        return max(_WORD_X, _FIGURE_X + setting.width(tile.count.text, self.figure) + _FIGURE_GAP)


def _figure_size(setting: Setting, look: _Tile, tile: CountTile, figure: Style, word: Style) -> float:
    longest = max((setting.width(part, word) for part in tile.word.split()), default=0.0)
    room = look.width - _FIGURE_X - _WORD_EDGE - (_FIGURE_GAP + longest if look.beside else 0.0)
    if not look.beside and longest > look.width - _INSET - _WORD_EDGE:
        return 0.0
    return min(figure.size, figure.size * room / max(setting.width(tile.count.text, figure), 1.0))


def count_pieces(setting: Setting, block: CountTiles, place: Place) -> list[Piece]:
    """Three or four tiles to a row; all figures of a block have one size, at which words keep their room."""
    if not block.tiles:
        return []
    look = _CountLook.of(setting, block.tiles)
    pieces = []
    per_row = 12 // look.tile.span
    for at in range(0, len(block.tiles), per_row):
        tiles = block.tiles[at : at + per_row]
        some = [_words(setting, tile, place, look) for tile in tiles]
        lines = 2 if look.tile.beside else 1
        height = look.tile.height + max(0.0, max(word.length for _, word in some) - lines * _WORD_LEADING)
        parts = tuple(
            (Page.column(1 + column * look.tile.span), 0.0, _tile(setting, tile, figure, word, look, height))
            for column, (tile, (figure, word)) in enumerate(zip(tiles, some, strict=True))
        )
        pieces.append(Piece(InkGroup(parts), Kind.EDGE, Kind.EDGE, height, x=place.x))
    return pieces


def _words(setting: Setting, tile: CountTile, place: Place, look: _CountLook) -> tuple[Stack, Stack]:
    """Figure and word, read as one paragraph ("4 Improved")."""
    element = place.parent.add(Tag.P).of(tile)
    figure = set_lines(setting, (tile.count, Text(" ")), element, look.figure, look.tile.width)
    room = look.tile.width - look.word_x(setting, tile) - _WORD_EDGE + 0.01
    word = set_lines(setting, (Text(tile.word),), element, look.word, room)
    leading = _WORD_LEADING if look.word.size > 11.0 else _SAID_LEADING
    return stack(line_pieces(figure, Kind.BODY, look.figure.size)), stack(line_pieces(word, Kind.BODY, leading))


def _tile(setting: Setting, tile: CountTile, figure: Stack, word: Stack, look: _CountLook, height: float) -> Ink:
    """Mist under a navy rule; the figure stands level with the middle of the symbol, and so do words beside it."""
    colours, at = setting.theme.colours, look.tile
    down = (height - at.height) / 2 if at.beside else 0.0
    smaller = _FIGURE_RISE * (setting.style(Role.TILE_FIGURE).size - look.figure.size)
    raised = word.length / 2 if at.beside else 0.0
    parts: tuple[tuple[float, float, Ink], ...] = (
        (0.0, 0.0, Panel(at.width, height, fill=colours.mist)),
        (0.0, 0.0, Panel(at.width, 3.0, fill=colours.navy)),
        (_INSET, at.symbol + down, status_symbol(setting, tile.mark, _SYMBOL, colours.mist)),
        (_FIGURE_X, at.figure + down - smaller, figure.ink),
        (look.word_x(setting, tile), at.word + down - raised, word.ink),
    )
    return InkGroup(parts)


def mover_pieces(setting: Setting, block: Movers, place: Place) -> list[Piece]:
    """Two lists side by side, each read from its heading to its end; their rows stand level."""
    width = (place.width - 12.0) / 2
    starts = (0.0, width + 12.0)
    left, right = (_column(setting, movers, place, width) for movers in (block.better, block.worse))
    pieces = [
        _level(setting, some, starts, width, navy=at == 0) for at, some in enumerate(zip_longest(left, right))
    ]
    pieces[-1] = replace(pieces[-1], length=pieces[-1].length + _AFTER_MOVERS)
    return glued([replace(piece, x=place.x) for piece in pieces], after=False)


def _column(setting: Setting, movers: MoverList, place: Place, width: float) -> list[Stack]:
    """The heading, then one stack for each mover, or the words that there is none."""
    element = place.parent.add(Tag.SECT).of(movers)
    style = setting.style(Role.FIGURE_HEADLINE)
    words = set_lines(setting, (Text(movers.heading),), element.add(heading_tag(place.depth)), style, width)
    heading = stack(line_pieces(words, Kind.HEADLINE, setting.leading(Role.FIGURE_HEADLINE)))
    if not movers.movers:
        muted = setting.style(Role.LIST, colour="grey")
        absent = set_lines(setting, (Text(movers.absent),), element.add(Tag.P), muted, width)
        return [heading, _row(stack(line_pieces(absent, Kind.BODY, _TITLE_LEADING)), None)]
    listing = element.add(Tag.L, numbering=ListNumbering.NONE)
    return [
        heading,
        *(_mover(setting, mover, listing.add(Tag.LI).of(mover).add(Tag.LBODY), width) for mover in movers.movers),
    ]


def _mover(setting: Setting, mover: Mover, element: Element, width: float) -> Stack:
    """Symbol; reference and name; how it moved."""
    strong = setting.style(Role.TILE_LABEL)
    small = setting.style(Role.SUBTITLE, colour="ink")
    room = width - _MOVER_X
    ref = (Text(f"{mover.ref}\u00a0 "),) if mover.ref else ()
    title = set_lines(setting, (*ref, *mover.title), element.add(Tag.P), strong, room)
    said = set_lines(setting, mover.words, element.add(Tag.P), small, room)
    lines = line_pieces(title, Kind.BODY, _TITLE_LEADING)
    below = line_pieces(said, Kind.BODY, _SAID_LEADING)
    if lines and below:
        below[0] = replace(below[0], pitch=_SAID)
    return _row(stack([*lines, *below]), status_symbol(setting, mover.mark, _MOVER_SYMBOL))


def _row(words: Stack, symbol: Ink | None) -> Stack:
    """The words at their place below the rule above, with the symbol at their left."""
    x = 0.0 if symbol is None else _MOVER_X
    parts: tuple[tuple[float, float, Ink], ...] = ((x, _TITLE, words.ink),)
    if symbol is not None:
        parts += ((0.0, _MOVER_TOP, symbol),)
    least = _TITLE + _SAID if symbol is not None else _TITLE
    return replace(words, ink=InkGroup(parts), length=max(_TITLE + words.length, least) + _BELOW_SAID)


def _level(
    setting: Setting,
    some: tuple[Stack | None, Stack | None],
    starts: tuple[float, float],
    width: float,
    navy: bool,
) -> Piece:
    """A row of both lists on one height, each with the rule below it."""
    colours = setting.theme.colours
    height = max(one.length for one in some if one is not None) + (_HEADING_TO_RULE if navy else 0.0)
    rule = Rule(width, colours.navy, 1.5) if navy else Rule(width, colours.hair, 0.5)
    parts: list[tuple[float, float, Ink]] = []
    for x, one in zip(starts, some, strict=True):
        if one is not None:
            parts += [(x, 0.0, one.ink), (x, height, rule)]
    kind = Kind.HEADLINE if navy else Kind.EDGE
    return Piece(InkGroup(tuple(parts)), kind, Kind.EDGE, height, pitch=None if navy else 0.0)
