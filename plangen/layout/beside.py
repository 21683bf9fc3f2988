"""Text with a callout beside it: narrow down to the foot of the callout, then at full measure again."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.blocks import Beside
from plangen.document.theme import Page
from plangen.layout.boxes import callout_pieces
from plangen.layout.inks import InkGroup
from plangen.layout.lists import Flow
from plangen.layout.narrowed import continued, narrowed
from plangen.layout.pieces import Piece, stack
from plangen.layout.rhythm import Kind, gap
from plangen.layout.setting import Place, Setting

__all__ = ["beside_pieces"]

_TALLEST = 640.0


def beside_pieces(setting: Setting, beside: Beside, place: Place, flow: Flow) -> list[Piece]:
    """Text in seven columns and the callout in five, as one piece; then what follows below the callout's foot.

    The callout is read after the block that reaches its foot. It stands below the text where it is too tall for a
    page.
    """
    holder, width = place.parent.aside(), Page.span(5)
    where = replace(place.within(holder), x=0.0, width=width, text_width=width)
    aside = callout_pieces(setting, beside.aside, where, flow)
    if not beside.main or len(aside) != 1 or aside[0].length > _TALLEST:
        return [*flow(beside.main, place), *callout_pieces(setting, beside.aside, place, flow)]
    box = aside[0]

    def foot(first: Piece) -> float:
        """Both begin level: the box at the height of capitals."""
        return gap(Kind.H2, Kind.EDGE) - gap(Kind.H2, first.before) + box.length

    narrow = replace(place, x=0.0, width=Page.span(7), text_width=Page.span(7))
    text = narrowed(setting, beside.main, foot, narrow, place, flow)
    place.parent.kids += holder.kids
    rest = [*text.below, *flow(text.blocks, place)]
    level, down = text.level, foot(text.level[0])
    return [_side_by_side(level, box, down, place, followed=bool(rest)), *continued(level, down, rest)]


def _side_by_side(level: list[Piece], box: Piece, foot: float, place: Place, followed: bool) -> Piece:
    """The text and the callout as one piece."""
    text = stack(level)
    after = text.after if followed or text.length + 4.0 >= foot else Kind.EDGE
    ink = InkGroup(((0.0, 0.0, text.ink), (Page.column(8), foot - box.length, box.ink)))
    return Piece(
        ink,
        text.before,
        after,
        max(text.length, foot),
        text.drop,
        place.x,
        glued=followed and level[-1].glued,
        anchors=text.anchors + box.anchors,
        notes=text.notes + box.notes,
    )
