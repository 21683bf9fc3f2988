"""Figures: headline, subtitle, drawing, key and source stay together; the numbers follow as a table."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import Figure, Picture
from plangen.document.drawing import Clip, Drawing, Glyphs, Shape
from plangen.document.paths import placed
from plangen.document.status import Badge
from plangen.document.tables import Table
from plangen.document.theme import Page, Role
from plangen.layout.badges import key_entry
from plangen.layout.canvas import Artifact, replay
from plangen.layout.headings import Heading, Look, heading_pieces
from plangen.layout.inks import InkGroup, Press, Slot
from plangen.layout.pieces import Anchor, Piece, floating, glued
from plangen.layout.prose import small_pieces, text_pieces
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting
from plangen.layout.structure import ListNumbering, Tag

__all__ = ["figure_ink", "figure_pieces"]

_TALLEST_PICTURE = 300.0
_TALLEST_DRAWING = 560.0
_MOST_ROWS = 12  # of a figure's table that moves with it
_KEY_BASELINE, _KEY_ROW = 19.0, 20.0


class _Art(Struct, frozen=True):
    """A drawing or a picture at its size on the page, in the content of its Figure element (or an artifact)."""

    art: Drawing | Picture
    width: float
    height: float
    slot: Slot

    def paint(self, press: Press, x: float, y: float) -> None:
        """Draw it from its top left corner."""
        slot, area = self.slot, (x, y, x + self.width, y + self.height)
        with press.open(slot) if isinstance(slot, Artifact) else press.canvas.mark(slot, area):
            if isinstance(self.art, Drawing):
                replay(press.canvas, self.art, x, y)
            else:
                press.canvas.picture(self.art, x, y, self.width, self.height)


def figure_pieces(
    setting: Setting, figure: Figure, place: Place, table: Callable[[Table, Place], list[Piece]]
) -> list[Piece]:
    """The figure from headline to source, all on one page, wherever that is near. `table` sets its data."""
    pieces: list[Piece] = []
    if figure.headline:
        pieces += heading_pieces(setting, Heading(figure.headline, Look.FIGURE), place)
    if figure.subtitle:
        pieces += text_pieces(setting, figure.subtitle, place, Role.SUBTITLE, Kind.SUBTITLE, place.width)
    art = figure_ink(setting, figure, place, place.width, _TALLEST_DRAWING)
    pieces.append(Piece(art, Kind.DRAWING, Kind.DRAWING, art.height, x=place.x))
    if figure.key:
        pieces.append(_key(setting, figure.key, place))
    if figure.source:
        pieces += small_pieces(setting, figure.source, place)
    pieces[0] = replace(pieces[0], anchors=(Anchor(figure.id),))
    data = [] if figure.data is None else table(figure.data, place)
    pieces = glued(pieces, after=bool(data)) + data
    return floating(pieces) if len(data) <= _MOST_ROWS and not any(piece.landscape for piece in data) else pieces


def figure_ink(setting: Setting, figure: Figure, place: Place, width: float, height: float) -> _Art:
    """The art alone, no larger than `width` x `height`, in a Figure element with its alternative text.

    What is decorative is an artifact (ISO 14289-1, 7.1).
    """
    slot = (
        Artifact.LAYOUT if figure.decorative else place.parent.add(Tag.FIGURE, alt=figure.alt).of(figure).content()
    )
    art = figure.art
    if isinstance(art, Drawing):
        for mark in art.marks:
            if isinstance(mark, Glyphs):
                setting.check(mark.text, mark.face)
        scale = min(1.0, width / art.width, height / art.height)
        drawing = art if scale == 1.0 else _scaled(art, scale)
        return _Art(drawing, drawing.width, drawing.height, slot)
    if isinstance(art, Picture):
        scale = min(width / art.width, min(height, _TALLEST_PICTURE) / art.height)
        return _Art(art, art.width * scale, art.height * scale, slot)
    raise ValueError(f"figure {figure.id} has not been drawn: the renderer takes drawings and pictures")


def _key(setting: Setting, badges: tuple[Badge, ...], place: Place) -> Piece:
    """Symbols and words in four columns below the drawing, read as a list."""
    element = place.parent.add(Tag.L, numbering=ListNumbering.NONE)
    columns = max(1, int((place.width + 12.0) // Page.span(3)))
    parts = []
    for at, badge in enumerate(badges):
        row, column = divmod(at, columns)
        slot = element.add(Tag.LI).add(Tag.LBODY).content()
        entry = key_entry(setting, badge, slot)
        parts.append((column * Page.column(4), _KEY_BASELINE + row * _KEY_ROW, entry))
    rows = (len(badges) + columns - 1) // columns
    length = _KEY_BASELINE + (rows - 1) * _KEY_ROW + 5.0
    return Piece(InkGroup(tuple(parts)), Kind.DRAWING, Kind.DRAWING, length, x=place.x, pitch=0.0)


def _scaled(drawing: Drawing, scale: float) -> Drawing:
    """The drawing made smaller: paths, text and clips alike."""
    marks = tuple(
        _scaled_glyphs(mark, scale) if isinstance(mark, Glyphs) else _scaled_shape(mark, scale)
        for mark in drawing.marks
    )
    return Drawing(drawing.width * scale, drawing.height * scale, marks)


def _scaled_glyphs(mark: Glyphs, scale: float) -> Glyphs:
    x, y, size = mark.x * scale, mark.y * scale, mark.size * scale
    return replace(mark, x=x, y=y, size=size, clip=_scaled_clip(mark.clip, scale))


def _scaled_shape(mark: Shape, scale: float) -> Shape:
    (shape,) = placed((mark,), 0.0, 0.0, scale)
    return replace(shape, clip=_scaled_clip(mark.clip, scale))


def _scaled_clip(clip: Clip | None, scale: float) -> Clip | None:
    if clip is None:
        return None
    return Clip(clip.x * scale, clip.y * scale, clip.width * scale, clip.height * scale)
