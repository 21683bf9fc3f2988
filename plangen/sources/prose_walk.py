"""Walking through prose: every block, phrase and expression in it, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.model.prose import (
    Directive,
    Emphasis,
    Expression,
    Foreign,
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

__all__ = ["blocks_in", "directives_in", "expressions_in", "inner_phrases", "phrases_in"]


def blocks_in(blocks: Iterable[ProseBlock]) -> Iterator[ProseBlock]:
    """Every block, and those inside it after it."""
    for block in blocks:
        yield block
        match block:
            case ProseList():
                for item in block.items:
                    yield from blocks_in(item.blocks)
            case ProseQuote(inner, _):
                yield from blocks_in(inner)
            case Directive():
                yield from blocks_in(block.body)


def directives_in(prose: Prose) -> Iterator[Directive]:
    """Every directive."""
    return (block for block in blocks_in(prose.blocks) if isinstance(block, Directive))


def phrases_in(prose: Prose) -> Iterator[Phrase]:
    """Every phrase, those inside emphasis and links too, and those of the notes."""
    for block in blocks_in(prose.blocks):
        yield from inner_phrases(_own(block))
    for note in prose.notes:
        yield from inner_phrases(note.content)


def expressions_in(prose: Prose) -> Iterator[Expression]:
    """Every expression in words and in directives, except the target ids of `figures`."""
    for phrase in phrases_in(prose):
        if isinstance(phrase, Expression):
            yield phrase
    for directive in directives_in(prose):
        if directive.name != "figures":
            yield from directive.asked


def _own(block: ProseBlock) -> Iterator[Phrase]:
    match block:
        case ProseParagraph(content, _) | ProseHeading(_, content, _):
            yield from content
        case ProseTable(header, rows, _, _):
            for row in (header, *rows):
                for cell in row:
                    yield from cell
        case Directive():
            yield from block.words
            for _, words in block.options_as_words:
                yield from words


def inner_phrases(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Every phrase, and those inside it after it."""
    for phrase in phrases:
        yield phrase
        match phrase:
            case Emphasis(children) | Foreign(_, children) | ProseLink(_, children, _):
                yield from inner_phrases(children)
