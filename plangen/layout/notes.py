"""Notes: each a Note with its label, found from its mark by a link."""

from __future__ import annotations

from msgspec.structs import replace

from plangen.document.inlines import Note
from plangen.document.theme import Page, Role
from plangen.layout.fragments import set_inlines, set_words
from plangen.layout.inks import Rule
from plangen.layout.pieces import Anchor, Piece, glued, line_pieces
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting, note_name
from plangen.layout.structure import Tag
from plangen.layout.typeset import break_lines

__all__ = ["note_pieces", "section_notes"]

_RULE_WIDTH = Page.span(3)
_RULE_TO_BASELINE = 15.0  # a gap of 7, then the height of the line


def note_pieces(setting: Setting, notes: tuple[Note, ...], place: Place) -> list[Piece]:
    """Notes one below another, each with its label in square brackets."""
    pieces: list[Piece] = []
    style = setting.style(Role.SMALL)
    for note in notes:
        element = place.parent.add(Tag.NOTE, id=note_name(note.id))
        label = set_words(setting, f"[{note.label}] ", style, element.add(Tag.LBL).content())
        body = set_inlines(setting, note.content, element.add(Tag.P), style)
        lines = break_lines(setting, [*label, *body], place.width)
        some = line_pieces(lines, Kind.NOTE, setting.leading(Role.SMALL), place.x)
        pieces += [replace(some[0], anchors=(Anchor(note_name(note.id)),)), *some[1:]]
    return pieces


def section_notes(setting: Setting, notes: tuple[Note, ...], place: Place) -> list[Piece]:
    """The notes of a section under a short rule; at the foot of its last page if a new page follows."""
    pieces = note_pieces(setting, notes, place)
    if not pieces:
        return []
    rule = Piece(Rule(_RULE_WIDTH, setting.theme.colours.grey, 0.5), Kind.EDGE, Kind.EDGE, x=place.x)
    first = replace(pieces[0], pitch=_RULE_TO_BASELINE)
    return [replace(piece, sinks=True) for piece in glued([rule, first, *pieces[1:]], after=False)]
