"""Headline tiles: label, figure with its direction, words, target and outcome."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import Tile, Tiles
from plangen.document.inlines import Inline, Text, plain
from plangen.document.status import Sign
from plangen.document.symbols import arrow
from plangen.document.theme import Page, Role
from plangen.layout.badges import CHIP, CHIP_HEIGHT, CLOSE_CHIP, ChipInsets, chip, chip_width
from plangen.layout.inks import Ink, InkGroup, Panel, Rule, Style, Vector
from plangen.layout.pieces import Piece, Stack, line_pieces, stack
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import Element, Tag
from plangen.layout.typeset import set_lines

__all__ = ["tiles_pieces"]

_WIDTH, _HEIGHT, _INSET = 152.0, 156.0, 12.0
_INNER = _WIDTH - 2 * _INSET
_LABEL, _FIGURE, _WORDS, _RULE, _TARGET = 24.0, 68.0, 88.0, 125.0, 144.0
_AFTER_ARROW = 26.0
_LABEL_LEADING, _WORDS_LEADING = 15.0, 14.0
_SMALLEST_FIGURE = 10.0


class _Foot(Struct, frozen=True):
    """How the foot of a tile is set: the chip, its distance from the edge, the gap and the type before it."""

    chip: ChipInsets
    edge: float
    gap: float
    size: float


_FEET = (
    _Foot(CHIP, _INSET, 8.0, 10.5),
    _Foot(CHIP, 5.0, 8.0, 10.5),
    _Foot(CLOSE_CHIP, 5.0, 6.0, 10.5),
    _Foot(CLOSE_CHIP, 5.0, 5.0, 10.0),
)
"""Loosest first: a block of tiles takes the first that keeps every target on one line."""


class _SetTile(Struct, frozen=True):
    """A tile's parts before it is known how tall its row is."""

    label: Stack
    figure: Ink
    words: Stack
    target: Stack | None
    outcome: tuple[float, Ink] | None
    extra_label: float
    extra_words: float
    extra_target: float


def tiles_pieces(setting: Setting, block: Tiles, place: Place) -> list[Piece]:
    """Three tiles to a row, all of a row as tall as its fullest one."""
    foot = next((foot for foot in _FEET if all(_holds(setting, tile, foot) for tile in block.tiles)), _FEET[-1])
    tiles = [_set(setting, tile, place.parent.add(Tag.DIV).of(tile), foot) for tile in block.tiles]
    rows = [tiles[at : at + 3] for at in range(0, len(tiles), 3)]
    return [_row(setting, row, place.x) for row in rows]


def _target_room(setting: Setting, tile: Tile, foot: _Foot) -> float:
    if tile.outcome is None:
        return _INNER
    return _WIDTH - _INSET - foot.gap - chip_width(setting, tile.outcome, foot.chip) - foot.edge


def _holds(setting: Setting, tile: Tile, foot: _Foot) -> bool:
    """Whether the target stands on one line beside the chip."""
    style = replace(setting.style(Role.SUBTITLE), size=foot.size)
    return setting.width(plain(tile.target), style) <= _target_room(setting, tile, foot)


def _set(setting: Setting, tile: Tile, element: Element, foot: _Foot) -> _SetTile:
    label = _stack(setting, (Text(tile.label),), element, setting.style(Role.TILE_LABEL), _INNER, _LABEL_LEADING)
    figure = _figure(setting, tile, element.add(Tag.P))
    small = setting.style(Role.SUBTITLE, colour="ink")
    words = _stack(setting, tile.words, element, small, _INNER, _WORDS_LEADING)
    room, style = _target_room(setting, tile, foot), replace(small, size=foot.size)
    target = _stack(setting, tile.target, element, style, room, _WORDS_LEADING) if tile.target else None
    outcome = None
    if tile.outcome is not None:
        slot = element.add(Tag.P).content()
        white = setting.theme.colours.white
        x = _WIDTH - foot.edge - chip_width(setting, tile.outcome, foot.chip)
        outcome = x, chip(setting, tile.outcome, slot, white, foot.chip)
    return _SetTile(
        label,
        figure,
        words,
        target,
        outcome,
        label.length,
        max(0.0, words.length - 2 * _WORDS_LEADING),
        target.length if target else 0.0,
    )


def _stack(
    setting: Setting, words: tuple[Inline, ...], element: Element, style: Style, width: float, leading: float
) -> Stack:
    lines = set_lines(setting, words, element.add(Tag.P), style, width)
    return stack(line_pieces(lines, Kind.BODY, leading))


def _figure(setting: Setting, tile: Tile, element: Element) -> Ink:
    """The figure, with an arrow where it is a change; the arrow is read as its word."""
    style = setting.style(Role.TILE_FIGURE)
    parts: list[tuple[float, float, Ink]] = []
    x = 0.0
    words = setting.page_words
    spoken = {Sign.UP: words.up(), Sign.DOWN: words.down(), Sign.SAME: words.same()}
    if tile.arrow is not None and tile.arrow in spoken:
        span = element.add(Tag.SPAN, actual_text=f"{spoken[tile.arrow]} ")
        shapes = arrow(tile.arrow, style.colour)
        parts.append((0.0, -26.0, Vector(shapes, slot=span.content())))
        x = _AFTER_ARROW
    width = setting.width(tile.figure.text, style)
    room = _INNER - x
    if width > room:
        style = replace(style, size=max(_SMALLEST_FIGURE, style.size * room / width))
    lines = set_lines(setting, (tile.figure,), element, style, room)
    parts += [(x, (at - len(lines) + 1) * style.size, line) for at, line in enumerate(lines)]
    return InkGroup(tuple(parts))


def _row(setting: Setting, tiles: list[_SetTile], x: float) -> Piece:
    label = max(tile.extra_label for tile in tiles)
    words = max(tile.extra_words for tile in tiles)
    target = max(tile.extra_target for tile in tiles)
    height = _HEIGHT + label + words + target
    parts: list[tuple[float, float, Ink]] = []
    for at, tile in enumerate(tiles):
        left = at * Page.column(5)
        parts.append((left, 0.0, _tile(setting, tile, height, label, words)))
    return Piece(InkGroup(tuple(parts)), Kind.EDGE, Kind.EDGE, height, x=x)


def _tile(setting: Setting, tile: _SetTile, height: float, label: float, words: float) -> Ink:
    colours = setting.theme.colours
    parts: list[tuple[float, float, Ink]] = [
        (0.0, 0.0, Panel(_WIDTH, height, fill=colours.mist)),
        (0.0, 0.0, Panel(_WIDTH, 3.0, fill=colours.navy)),
        (_INSET, _LABEL, tile.label.ink),
        (_INSET, _FIGURE + label, tile.figure),
        (_INSET, _WORDS + label, tile.words.ink),
    ]
    down = label + words
    if tile.target is not None or tile.outcome is not None:
        parts.append((_INSET, _RULE + down, Rule(_INNER, colours.hair, 0.75)))
    if tile.target is not None:
        parts.append((_INSET, _TARGET + down, tile.target.ink))
    if tile.outcome is not None:
        at, ink = tile.outcome
        parts.append((at, height - 5.0 - CHIP_HEIGHT, ink))
    return InkGroup(tuple(parts))
