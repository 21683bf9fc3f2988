"""Notes: each a Note with its label, found from its mark by a link, at the foot of the page with the mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plangen.document.inlines import Note
from plangen.document.lengths import total
from plangen.document.theme import Page, Role
from plangen.layout.fragments import set_inlines, set_words
from plangen.layout.inks import Ink, InkGroup, Rule
from plangen.layout.pieces import Anchor, Piece, line_pieces
from plangen.layout.rhythm import Kind
from plangen.layout.setting import Place, Setting, note_name
from plangen.layout.structure import Tag
from plangen.layout.typeset import SetLine, break_lines

__all__ = ["note_pieces", "with_notes"]

_RULE_WIDTH = Page.span(3)
_RULE_TO_BASELINE = 15.0  # a gap of 7, then the height of the line
_MOST_AT_FOOT = 200.0  # points of notes that one line or row may bring with it
_MOST_WITH_NOTES = 400.0  # points, its notes with it, so that any page holds them together


def note_pieces(setting: Setting, notes: Sequence[Note], place: Place) -> list[Piece]:
    """Notes one below another, each with its label in square brackets."""
    return [piece for note in notes for piece in _note(setting, note, place)]


def _note(setting: Setting, note: Note, place: Place) -> list[Piece]:
    style = setting.style(Role.SMALL)
    element = place.parent.add(Tag.NOTE, id=note_name(note.id)).of(note)
    label = set_words(setting, f"[{note.label}] ", style, element.add(Tag.LBL).content())
    body = set_inlines(setting, note.content, element.add(Tag.P), style)
    lines = break_lines(setting, [*label, *body], place.width)
    some = line_pieces(lines, Kind.NOTE, setting.leading(Role.SMALL), place.x)
    return [replace(some[0], anchors=(Anchor(note_name(note.id)),)), *some[1:]]


def with_notes(setting: Setting, notes: Sequence[Note], pieces: list[Piece], place: Place) -> list[Piece]:
    """The pieces of a section, the first that bears the mark of a note together with the note.

    Notes that have no mark, and those of a line or row that has more of them than the foot of a page should hold,
    stand at the end of the section.
    """
    if not notes:
        return pieces
    rule = Piece(Rule(_RULE_WIDTH, setting.theme.colours.grey, 0.5), Kind.EDGE, Kind.PAGE, _RULE_TO_BASELINE)
    waiting = {note_name(note.id): _at_foot(setting, note, place, rule) for note in notes}
    found = []
    for piece in pieces:
        called = {name: waiting[name] for name in _marks(piece.ink) if name in waiting}
        lines = tuple(line for note in called.values() for line in note)
        height = total(line.pitch or 0.0 for line in lines)
        if called and height <= _MOST_AT_FOOT and piece.length + height <= _MOST_WITH_NOTES:
            piece = replace(piece, notes=piece.notes + lines)
            for name in called:
                del waiting[name]
        found.append(piece)
    return found + _at_end([line for note in waiting.values() for line in note], rule)


def _at_foot(setting: Setting, note: Note, place: Place, rule: Piece) -> list[Piece]:
    """The lines of a note, each as far below the one above it; the rule stands above the first note of a page."""
    leading = setting.leading(Role.SMALL)
    first, *rest = (replace(piece, pitch=leading) for piece in _note(setting, note, place))
    return [replace(first, head=(rule,)), *rest]


def _at_end(lines: list[Piece], rule: Piece) -> list[Piece]:
    """Notes that follow the text, under a rule."""
    if not lines:
        return []
    rule = replace(rule, after=Kind.NOTE, length=0.0)
    first, *rest = (replace(line, head=()) for line in lines)
    return [replace(rule, glued=True), replace(first, pitch=_RULE_TO_BASELINE), *rest]


def _marks(ink: Ink) -> Iterator[str]:
    """The names that the links of `ink` lead to."""
    match ink:
        case InkGroup(parts):
            for _, _, part in parts:
                yield from _marks(part)
        case SetLine(fragments):
            yield from (fragment.link.target for fragment in fragments if fragment.link is not None)
