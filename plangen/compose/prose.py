"""Markdown blocks become blocks of the document: headings become nested sections, directives what they ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.tracing import altered, asked_at, placed
from plangen.compose.words import inlines
from plangen.diagnostics import Location
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
    Phrase,
    Prose,
    ProseBlock,
    ProseHeading,
    ProseList,
    ProseParagraph,
    ProseQuote,
    ProseTable,
)

__all__ = ["blocks", "notes", "paragraphs"]

_HEAD_LINES = 2  # of a table in Markdown: its header, and the line under that


def blocks(context: Context, prose: Sequence[ProseBlock]) -> tuple[Block, ...]:
    """The blocks of a chapter, with a section for every heading around what follows it."""
    return tuple(_nested(context, prose))


def notes(context: Context, prose: Prose) -> tuple[Note, ...]:
    """The footnotes of a piece of prose, with the labels their marks show."""
    numbered = sorted(prose.notes, key=lambda note: int(context.marks[note.label]))
    return tuple(
        Note(
            f"{context.note_scope}_note_{note.label}",
            context.marks[note.label],
            inlines(context, note.content, note.location, note.last),
        )
        for note in numbered
    )


def paragraphs(context: Context, prose: Sequence[ProseBlock], kind: ParagraphKind) -> tuple[Paragraph, ...]:
    """The paragraphs among `prose`, all of one kind."""
    return tuple(_paragraph(context, block, kind) for block in prose if isinstance(block, ProseParagraph))


def _paragraph(context: Context, block: ProseParagraph, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    words = inlines(context, block.content, block.location, block.last)
    (made,) = placed(context, (Paragraph(words, kind),), block.location, block.last)
    return made


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
        words = inlines(context, heading.content, heading.location)
        slug = _slug(words)
        given[slug] += 1  # a chapter may have one heading twice
        inner = context.deeper(slug if given[slug] == 1 else f"{slug}_{given[slug]}")
        section = Section(inner.scope, words, blocks(inner, prose[first + 1 : end]))
        yield asked_at(context, section, heading.location)
        first = end


def _level(block: ProseBlock) -> int:
    assert isinstance(block, ProseHeading)
    return block.level


def _slug(words: tuple[Inline, ...]) -> str:
    return re.sub(r"[^a-z0-9]+", "_", plain(words).lower()).strip("_")[:40]


def _block(context: Context, block: ProseBlock) -> Iterator[Block]:
    match block:
        case ProseParagraph():
            yield _paragraph(context, block)
        case ProseList():
            yield _list(context, block)
        case ProseTable():
            yield _table(context, block)
        case ProseQuote(inner):
            quote = Quote(paragraphs(context, inner, ParagraphKind.BODY))
            yield asked_at(context, quote, block.location)
        case Directive():
            made = context.makers[block.name](context, block)
            for one in made:
                turned = altered(context, one, _turned(one)) if block.option("landscape") else one
                yield asked_at(context, turned, block.location)


def _turned(block: Block) -> Block:
    """A table that its writer wants on a page turned sideways."""
    return replace(block, landscape=True) if isinstance(block, Table) else block


def _list(context: Context, block: ProseList) -> ListBlock:
    items = tuple(ListItem(blocks(context, item.blocks)) for item in block.items)
    return asked_at(context, ListBlock(items, block.ordered, block.start), block.location)


def _table(context: Context, block: ProseTable) -> Table:
    where = block.location
    header = tuple(plain(inlines(context, cell, where)) for cell in block.header)
    lines = (replace(where, line=line) for line in range(where.line + _HEAD_LINES, 10**9))
    rows = tuple(_row(context, row, line) for row, line in zip(block.rows, lines, strict=False))
    columns = tuple(Column(ColumnRole.FIGURE if right else ColumnRole.WORDS) for right in block.right)
    table = Table(
        context.language.plan.prose_table_summary(header),
        columns,
        placed(context, map(ColumnHeader, header), where),
        (RowGroup(rows),),
        captioned=False,
    )
    return asked_at(context, table, where)


def _row(context: Context, row: Sequence[Sequence[Phrase]], line: Location) -> Row:
    return Row(tuple(Cell((CellLine(inlines(context, cell, line)),)) for cell in row))
