"""A readable text form of a document: one line a block, indented as it nests, every figure with its source.

It is what `--to native` prints and what golden tests compare. A figure stands as `{9% = all_crime.change}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.document.blocks import (
    Beside,
    Block,
    Callout,
    CountTiles,
    Cover,
    Document,
    Figure,
    ListBlock,
    Masthead,
    MetaLine,
    MoverList,
    Movers,
    Paragraph,
    Picture,
    PriorityItem,
    PriorityList,
    Quote,
    Section,
    SideBySide,
    Strip,
    Tile,
    Tiles,
    VerdictBox,
    WarningLine,
)
from plangen.document.charts import ChartSpec
from plangen.document.drawing import Drawing
from plangen.document.inlines import (
    CrossReference,
    InLanguage,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Strong,
    Text,
    Value,
)
from plangen.document.status import Badge, Mark
from plangen.document.tables import (
    Cell,
    CellBlock,
    CellLine,
    CellList,
    Chip,
    PriorityLine,
    Row,
    Table,
    Tally,
    Travel,
)

__all__ = ["dump"]


def dump(document: Document) -> str:
    """The document as text, in reading order."""
    return "\n".join(_document(document)) + "\n"


def _document(document: Document) -> Iterator[str]:
    data = document.metadata
    yield f"document {data.edition} {data.language} {data.date.isoformat()} version {data.version}"
    yield f"  title: {data.title}"
    yield f"  header: {document.header}"
    yield f"  footer: {document.footer}{' (draft)' if document.draft else ''}"
    if document.marking:
        yield f"  marking: {document.marking}"
    yield from (f"  {short}: {expansion}" for short, expansion in document.expansions.terms)
    yield from _front(document.front)
    if document.contents:
        yield f"contents: {document.contents.title}"
        yield from _indent(f"key: {_badge(badge)}" for badge in document.contents.key)
    for section in document.sections:
        yield from _section(section)
    for attachment in document.attachments:
        yield f"attachment {attachment.name} {attachment.media_type} {attachment.relationship.value}"


def _indent(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _front(front: Cover | Masthead) -> Iterator[str]:
    yield f"{type(front).__name__.lower()}: {front.partnership} / {front.title} / {front.period}"
    if isinstance(front, Cover):
        yield from _indent(f"logo: {logo.alt}" for logo in front.logos)
        yield from _indent(_priority(item) for item in front.priorities)


def _section(section: Section) -> Iterator[str]:
    tags = [f'part "{section.part}"'] if section.part else []
    if section.priority is not None:
        tags.append(f"priority {section.priority}")
    if section.chapter:
        tags.append("new page")
    number = f"{section.number} " if section.number else ""
    yield " ".join([f"section {section.id}: {number}{_words(section.heading)}", *(f"({tag})" for tag in tags)])
    for block in section.blocks:
        yield from _indent(_block(block))
    yield from _indent(map(_note, section.notes))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Section():
            yield from _section(block)
        case Paragraph(content, kind):
            yield f"{kind.value}: {_words(content)}"
        case ListBlock():
            yield from _list(block)
        case PriorityList(items):
            yield "priorities"
            yield from _indent(map(_priority, items))
        case Table():
            yield from _table(block)
        case Figure():
            yield from _figure(block)
        case _:
            yield from _part(block)


_PackPart = CountTiles | Movers | MetaLine | VerdictBox
_Part = Tiles | Strip | Callout | Quote | Beside | SideBySide | WarningLine | _PackPart


def _part(block: _Part) -> Iterator[str]:
    match block:
        case Tiles(tiles):
            yield "tiles"
            yield from _indent(map(_tile, tiles))
        case Strip(heading, words, figures):
            yield f"strip: {heading}: {_words(words)}"
            yield from _indent(f"{_words((f.figure,))} {f.caption}" for f in figures)
        case Callout(heading, blocks, figures):
            yield f"callout: {_words(heading)}"
            yield from _indent(f"{_words((f.figure,))} {_words(f.words)}" for f in figures)
            yield from _indent(line for b in blocks for line in _block(b))
        case Quote(blocks, attribution):
            yield f"quote: {_words(attribution)}"
            yield from _indent(line for b in blocks for line in _block(b))
        case SideBySide(left, right):
            yield "side by side"
            yield from _indent(line for block in (*left, *right) for line in _block(block))
        case Beside(main, aside):
            yield "beside"
            yield from _indent(line for b in main for line in _block(b))
            yield from _indent(_block(aside))
        case WarningLine(content):
            yield f"warning: {_words(content)}"
        case _:
            yield from _pack_part(block)


def _pack_part(block: _PackPart) -> Iterator[str]:
    match block:
        case CountTiles(tiles):
            yield "counts"
            yield from _indent(f"{_mark(t.mark)} {_words((t.count,))} {t.word}" for t in tiles)
        case Movers(better, worse):
            yield "movers"
            yield from _indent(line for movers in (better, worse) for line in _movers(movers))
        case MetaLine(measure, polarity):
            yield f"meta: {measure} / {polarity}"
        case VerdictBox(mark, word, content):
            yield f"assessment: {_mark(mark)} {word}. {_words(content)}"


def _movers(listed: MoverList) -> Iterator[str]:
    yield listed.heading
    for mover in listed.movers:
        yield f"  {_mark(mover.mark)} {mover.ref} {_words(mover.title)}: {_words(mover.words)}"
    if not listed.movers:
        yield f"  {listed.absent}"


def _list(block: ListBlock) -> Iterator[str]:
    yield f"list{' ordered' if block.ordered else ''}{f' in {block.columns} columns' if block.columns > 1 else ''}"
    for number, item in enumerate(block.items, start=block.start):
        lines = [line for b in item.blocks for line in _block(b)]
        mark = f"{number}." if block.ordered else "-"
        yield from _indent(f"{mark if i == 0 else ' '} {line}" for i, line in enumerate(lines))


def _figure(figure: Figure) -> Iterator[str]:
    yield f"figure {figure.id} ({_art(figure.art)}): {_words(figure.headline)}"
    if figure.subtitle:
        yield f"  subtitle: {_words(figure.subtitle)}"
    yield "  decorative" if figure.decorative else f"  alt: {figure.alt}"
    yield from _indent(f"key: {_badge(badge)}" for badge in figure.key)
    if figure.source:
        yield f"  source: {_words(figure.source)}"
    if figure.data:
        yield from _indent(_table(figure.data))


def _art(art: ChartSpec | Drawing | Picture) -> str:
    if isinstance(art, Picture):
        return f"picture {art.name} {art.width}x{art.height}"
    return type(art).__name__


def _table(table: Table) -> Iterator[str]:
    yield f"table{' landscape' if table.landscape else ''}: {table.summary}"
    yield "  | " + " | ".join(h.words + (f" ({h.span} columns)" if h.span > 1 else "") for h in table.header)
    for group in table.groups:
        if group.band:
            number = f"{group.band.priority} " if group.band.priority is not None else ""
            yield f"  = {number}{group.band.title}"
        yield from _indent(map(_row, group.rows))
    yield from _indent(map(_note, table.notes))
    if table.source:
        yield f"  source: {_words(table.source)}"


def _row(row: Row) -> str:
    cells = (f"*{_cell(c)}*" if i == row.header else _cell(c) for i, c in enumerate(row.cells))
    return "| " + " | ".join(cells)


def _cell(cell: Cell) -> str:
    words = " / ".join(map(_cell_block, cell.blocks))
    return f"{words} [{cell.note}]" if cell.note else words


def _cell_block(block: CellBlock) -> str:
    match block:
        case CellLine(content):
            return _words(content)
        case CellList(items):
            return "; ".join(f"- {_words(item)}" for item in items)
        case Chip(badge):
            return _badge(badge)
        case Travel(mark, amount, judgement):
            return f"{_mark(mark)} {amount}, {judgement}"
        case Tally(count):
            return _words((count,))
        case PriorityLine(priority, content):
            return f"[{priority}] {_words(content)}"


def _tile(tile: Tile) -> str:
    arrow = f"{tile.arrow.value} " if tile.arrow else ""
    parts = [f"{tile.label}: {arrow}{_words((tile.figure,))} {_words(tile.words)}"]
    if tile.target:
        parts.append(_words(tile.target))
    if tile.outcome:
        parts.append(_badge(tile.outcome))
    return " / ".join(parts)


def _priority(item: PriorityItem) -> str:
    return f"priority {item.number}: {_words(item.title)}"


def _badge(badge: Badge) -> str:
    return f"{_mark(badge.mark)} {badge.word}"


def _mark(mark: Mark) -> str:
    sign = mark.sign.value if mark.place is None else f"place {mark.place}"
    return f"({mark.judgement.value} {sign})"


def _note(note: Note) -> str:
    return f"[{note.label}] {_words(note.content)}"


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Value(text, source):
            return f"{{{text} = {source.key}}}"
        case Strong(children):
            return f"**{_words(children)}**"
        case InLanguage(language, children):
            return f"[{_words(children)}]{{lang={language}}}"
        case Link(address, children):
            return f"[{_words(children)}]({address})"
        case CrossReference(target, children):
            return f"[{_words(children)}](#{target})"
        case NoteMark(_, label):
            return f"[{label}]"
        case LineBreak():
            return " // "
