"""Footnotes in the order in which a reader meets their calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.model.prose import (
    Directive,
    Emphasis,
    NoteReference,
    Phrase,
    Prose,
    ProseBlock,
    ProseHeading,
    ProseLink,
    ProseList,
    ProseParagraph,
    ProseQuote,
    ProseTable,
)

__all__ = ["called_notes"]


def called_notes(prose: Prose) -> tuple[str, ...]:
    """The labels of the notes of `prose`, by first call; notes that nothing calls come last."""
    called = _in_blocks(prose.blocks)
    return tuple(dict.fromkeys((*called, *(note.label for note in prose.notes))))


def _in_blocks(blocks: Iterable[ProseBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case ProseParagraph(content) | ProseHeading(_, content):
                yield from _in_phrases(content)
            case ProseList(items):
                for item in items:
                    yield from _in_blocks(item.blocks)
            case ProseTable(header, rows):
                for cell in (*header, *(cell for row in rows for cell in row)):
                    yield from _in_phrases(cell)
            case ProseQuote(inner) | Directive(body=inner):
                yield from _in_blocks(inner)


def _in_phrases(phrases: Iterable[Phrase]) -> Iterator[str]:
    for phrase in phrases:
        match phrase:
            case NoteReference(label):
                yield label
            case Emphasis(children) | ProseLink(_, children):
                yield from _in_phrases(children)
            case _:
                pass
