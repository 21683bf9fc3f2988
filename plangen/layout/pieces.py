"""A piece is what cannot be broken over a page: a line, a row, a drawing. Everything on a page is pieces.

A piece is placed by its reference point: the baseline of its first line, or the upper edge of a box. It ends
`length` below that, on its last baseline or lower edge; what hangs below (descenders) is its `drop`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from plangen.layout.inks import Ink, InkGroup
from plangen.layout.rhythm import Kind, gap
from plangen.layout.typeset import SetLine

__all__ = [
    "Anchor",
    "Piece",
    "Running",
    "Stack",
    "distance",
    "floating",
    "glued",
    "line_pieces",
    "stack",
    "staying",
]


class Running(Struct, frozen=True):
    """What the page's furniture says from here on: the right end of the header, and the priority of the tab."""

    words: str = ""
    priority: int | None = None


class Anchor(Struct, frozen=True):
    """A destination, and the line of the outline that leads to it where `title` is not empty (level from 0)."""

    name: str
    title: str = ""
    level: int = 0


class Piece(Struct, frozen=True):
    """See the module. `pitch` replaces the rhythm's distance from the piece above, within a paragraph or table.

    `closer`: how much nearer than the rhythm has it a block stands to the one above (see `closing_up`).
    `glued`: no page break after it. `head`: what is repeated above it if a page begins with it. `tail`: what is
    set below the piece before it in that case. `sinks`: it belongs at the foot of the last page of its section.
    `notes` are lines for the foot of the page it comes to; the head of the first one there stands above them.
    `floats`: how many pieces, from this one on, may stand elsewhere in their section if they do not fit here.
    """

    ink: Ink
    before: Kind
    after: Kind
    length: float = 0.0
    drop: float = 0.0
    x: float = 0.0
    pitch: float | None = None
    closer: float = 0.0
    glued: bool = False
    anchors: tuple[Anchor, ...] = ()
    running: Running | None = None
    new_page: bool = False
    landscape: bool = False
    sinks: bool = False
    floats: int = 0
    notes: tuple[Piece, ...] = ()
    head: tuple[Piece, ...] = ()
    tail: Piece | None = None


def distance(above: Piece, below: Piece) -> float:
    """From the end of `above` to the reference point of `below`."""
    return gap(above.after, below.before) - below.closer if below.pitch is None else below.pitch


def glued(pieces: Sequence[Piece], after: bool = True) -> list[Piece]:
    """The pieces held together, and to the one that follows if `after`."""
    if not pieces:
        return []
    return [*(replace(piece, glued=True) for piece in pieces[:-1]), replace(pieces[-1], glued=after)]


def floating(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as a group that may stand elsewhere in its section."""
    return [replace(pieces[0], floats=len(pieces)), *pieces[1:]]


def staying(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, at the place where they were written."""
    return [replace(piece, floats=0) for piece in pieces]


def line_pieces(
    lines: Sequence[SetLine], kind: Kind, leading: float, x: float = 0.0, *, before: Kind | None = None
) -> list[Piece]:
    """A paragraph's lines. Neither its first nor its last line stands alone on a page."""
    last = len(lines) - 1
    return [
        Piece(
            line,
            kind if at else before or kind,
            kind,
            drop=0.25 * line.fragments[0].style.size if line.fragments else 0.0,
            x=x,
            pitch=leading if at else None,
            glued=at != last and at in (0, last - 1),
        )
        for at, line in enumerate(lines)
    ]


class Stack(Struct, frozen=True):
    """Pieces that have been put one below another and are now one: `length` is from first to last reference."""

    ink: InkGroup
    length: float
    before: Kind
    after: Kind
    drop: float
    anchors: tuple[Anchor, ...]
    notes: tuple[Piece, ...]


def stack(pieces: Sequence[Piece]) -> Stack:
    """Put pieces one below another from the first one's reference point. No pieces make an empty stack."""
    if not pieces:
        return Stack(InkGroup(()), 0.0, Kind.EDGE, Kind.EDGE, 0.0, (), ())
    parts = []
    y = 0.0
    above: Piece | None = None
    for piece in pieces:
        if above is not None:
            y += above.length + distance(above, piece)
        parts.append((piece.x, y, piece.ink))
        above = piece
    assert above is not None
    anchors = tuple(anchor for piece in pieces for anchor in piece.anchors)
    notes = tuple(note for piece in pieces for note in piece.notes)
    ink, length = InkGroup(tuple(parts)), y + above.length
    return Stack(ink, length, pieces[0].before, above.after, above.drop, anchors, notes)
