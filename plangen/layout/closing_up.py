"""A chapter that needs a page more for little: what separates its parts gives way, all over the chapter alike.

Only the space above headings and around figures, tables and boxes does. Paragraphs and list items keep their one
distance, and so does what follows a heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from plangen.layout.pieces import Piece
from plangen.layout.rhythm import Kind, gap

__all__ = ["SHARES", "closed_up"]

SHARES = (0.1, 0.2, 0.3)
"""Which part of the space may be taken away: the first that saves a page."""

_LEAST = 18.0  # points: less is left as it is
_HEADINGS = frozenset({Kind.H1, Kind.SENTENCE, Kind.H2, Kind.H3, Kind.HEADLINE})
_BOXES = frozenset({Kind.EDGE, Kind.TABLE, Kind.DRAWING, Kind.QUOTE})


def closed_up(pieces: Sequence[Piece], share: float) -> list[Piece]:
    """`pieces` with `share` of the space that separates parts taken away."""
    closer = (_closer(above, below, share) for above, below in pairwise(pieces))
    return [pieces[0], *(replace(p, closer=c) if c else p for p, c in zip(pieces[1:], closer, strict=True))]


def _closer(above: Piece, below: Piece, share: float) -> float:
    parts = below.before in _HEADINGS or below.before in _BOXES or above.after in _BOXES
    if below.pitch is not None or not parts or above.after in _HEADINGS or above.after is Kind.PAGE:
        return 0.0
    space = gap(above.after, below.before)
    return max(0.0, min(share * space, space - _LEAST))
