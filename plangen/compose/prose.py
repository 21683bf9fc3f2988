"""Markdown blocks become blocks of the document: headings become nested sections, directives what they ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.words import inlines
from plangen.document.blocks import (
    Block,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphKind,
    Quote,
    Section,
)
from plangen.document.inlines import Inline, Note, plain
from plangen.document.tables import Cell, CellLine, Column, ColumnHeader, ColumnRole, Row, RowGroup, Table
from plangen.model.prose import (
    Directive,
    Prose,
    ProseBlock,
    ProseHeading,
    ProseList,
    ProseParagraph,
    ProseQuote,
    ProseTable,
)

__all__ = ["blocks", "notes", "paragraphs"]


def blocks(context: Context, prose: Sequence[ProseBlock]) -> tuple[Block, ...]:
    """The blocks of a chapter, with a section for every heading around what follows it."""
    return tuple(_nested(context, prose))


def notes(context: Context, prose: Prose) -> tuple[Note, ...]:
    """The footnotes of a piece of prose, with the labels their marks show."""
    numbered = sorted(prose.notes, key=lambda note: int(context.marks[note.label]))
    return tuple(
        Note(f"{context.note_scope}_note_{note.label}", context.marks[note.label], inlines(context, note.content))
        for note in numbered
    )


def paragraphs(context: Context, prose: Sequence[ProseBlock], kind: ParagraphKind) -> tuple[Paragraph, ...]:
    """The paragraphs among `prose`, all of one kind."""
    return tuple(Paragraph(inlines(context, b.content), kind) for b in prose if isinstance(b, ProseParagraph))


def _nested(context: Context, prose: Sequence[ProseBlock]) -> Iterator[Block]:
    headings = [i for i, block in enumerate(prose) if isinstance(block, ProseHeading)]
    first = headings[0] if headings else len(prose)
    given: Counter[str] = Counter()
    for block in prose[:first]:
        yield from _block(context, block)
    while first < len(prose):
        heading = prose[first]
        assert isinstance(heading, ProseHeading)
        end = next((i for i in headings if i > first and _level(prose[i]) <= heading.level), len(prose))
        words = inlines(context, heading.content)
        slug = _slug(words)
        given[slug] += 1  # a chapter may have one heading twice
        inner = context.deeper(slug if given[slug] == 1 else f"{slug}_{given[slug]}")
        yield Section(inner.scope, words, blocks(inner, prose[first + 1 : end]))
        first = end


def _level(block: ProseBlock) -> int:
    assert isinstance(block, ProseHeading)
    return block.level


def _slug(words: tuple[Inline, ...]) -> str:
    return re.sub(r"[^a-z0-9]+", "_", plain(words).lower()).strip("_")[:40]


def _block(context: Context, block: ProseBlock) -> Iterator[Block]:
    match block:
        case ProseParagraph(content):
            yield Paragraph(inlines(context, content))
        case ProseList():
            yield _list(context, block)
        case ProseTable():
            yield _table(context, block)
        case ProseQuote(inner):
            yield Quote(paragraphs(context, inner, ParagraphKind.BODY))
        case Directive():
            made = context.makers[block.name](context, block)
            yield from map(_turned, made) if block.option("landscape") else made


def _turned(block: Block) -> Block:
    """A table that its writer wants on a page turned sideways."""
    return replace(block, landscape=True) if isinstance(block, Table) else block


def _list(context: Context, block: ProseList) -> ListBlock:
    items = tuple(ListItem(blocks(context, item.blocks)) for item in block.items)
    return ListBlock(items, block.ordered, block.start)


def _table(context: Context, block: ProseTable) -> Table:
    header = tuple(plain(inlines(context, cell)) for cell in block.header)
    rows = tuple(Row(tuple(Cell((CellLine(inlines(context, cell)),)) for cell in row)) for row in block.rows)
    columns = tuple(Column(ColumnRole.FIGURE if right else ColumnRole.WORDS) for right in block.right)
    return Table(
        context.language.plan.prose_table_summary(header),
        columns,
        tuple(map(ColumnHeader, header)),
        (RowGroup(rows),),
        captioned=False,
    )
