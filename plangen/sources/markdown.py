"""Markdown -> prose: a narrative file, or a field of a record."""

from __future__ import annotations

from plangen.diagnostics import Diagnostic, codes, finding
from plangen.diagnostics.nearest import hint_for
from plangen.model.prose import Footnote, NoteReference, Phrase, Prose, ProseParagraph
from plangen.sources.blocks import read_blocks
from plangen.sources.markdown_parser import parser
from plangen.sources.pasted import fold_bullets
from plangen.sources.phrases import Spots, phrases_of
from plangen.sources.places import Origin
from plangen.sources.prose_walk import phrases_in

__all__ = ["parse_line", "parse_markdown", "read_line"]


def parse_markdown(text: str, origin: Origin, chapter: bool = True) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """Read Markdown that begins at `origin`, and everything wrong with it (PG401 to PG462).

    Headings are for chapters: elsewhere (`chapter=False`) they are refused.
    """
    folded = fold_bullets(text)
    blocks, notes, faults = read_blocks(parser().parse(folded), folded, origin, chapter)
    prose = Prose(tuple(blocks), tuple(notes), origin.file)
    return prose, (*faults, *_note_faults(prose))


def parse_line(text: str, origin: Origin) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """Read one paragraph of words, without lists or directives: a title, a promise, a step."""
    phrases, faults = read_line(text, origin)
    last = origin.line_of(text.rstrip().count("\n"))
    blocks = (ProseParagraph(phrases, origin.at(), last),) if phrases else ()
    prose = Prose(blocks, (), origin.file)
    return prose, (*faults, *_note_faults(prose))


def read_line(text: str, origin: Origin) -> tuple[tuple[Phrase, ...], list[Diagnostic]]:
    """The phrases of a line of words, and what is wrong with them."""
    tokens = parser().parseInline(text)
    starts, start = [], 0
    for number, line in enumerate(text.split("\n")):
        starts.append((start, number, 0))
        start += len(line) + 1
    return phrases_of(text, tokens[0].children or [], Spots(origin, starts))


def _note_faults(prose: Prose) -> list[Diagnostic]:
    """Footnotes that are called but not written, and written but not called or twice."""
    found = []
    calls = [phrase for phrase in phrases_in(prose) if isinstance(phrase, NoteReference)]
    defined = {note.label for note in prose.notes}
    for call in calls:
        if call.label not in defined:
            otherwise = f"write the note in a paragraph of its own: [^{call.label}]: text"
            hint = hint_for(call.label, defined, otherwise)
            found.append(
                finding(codes.FOOTNOTE_NOT_WRITTEN, f"there is no footnote [^{call.label}]", call.location, hint)
            )
    called = {call.label for call in calls}
    seen: set[str] = set()
    for note in prose.notes:
        found += _one_note(note, note.label in called, note.label in seen)
        seen.add(note.label)
    return found


def _one_note(note: Footnote, called: bool, twice: bool) -> list[Diagnostic]:
    if twice:
        message = f"the footnote [^{note.label}] is written twice"
        return [finding(codes.FOOTNOTE_NOT_CALLED, message, note.location, "give one of the two another label")]
    if not called:
        hint = f"write [^{note.label}] where its mark should stand, or delete the note"
        return [
            finding(
                codes.FOOTNOTE_NOT_CALLED, f"the footnote [^{note.label}] is never called", note.location, hint
            )
        ]
    return []
