"""A Word document -> blocks in reading order: paragraphs, items of lists, tables, and what is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.intake.commentary.content import (
    ControlMark,
    ItemPlace,
    Lost,
    LostPart,
    WordBlock,
    WordCell,
    WordDocument,
    WordNote,
    WordParagraph,
    WordPiece,
    WordTable,
    words_of,
)
from plangen.intake.commentary.package import WordPackage, open_word, plain_words
from plangen.intake.commentary.runs import RunReader, Tracked
from plangen.intake.commentary.styles import is_on, value_of
from plangen.intake.commentary.typed_items import as_typed_item

__all__ = ["read_document"]

_GROUPS = ("w.customXml", "w.smartTag", "w.ins", "w.moveTo")
_GONE = ("w.del", "w.moveFrom")
_EDGES = {"header": Lost.HEADER, "footer": Lost.FOOTER}


def read_document(data: bytes, tracked: Tracked | None = None) -> WordDocument:
    """Read a .docx. Tracked changes are counted, and taken as accepted where `tracked` does not say otherwise.

    Raises OfficeFileError for a file that is not opened.
    """
    package = open_word(data)
    reader = _Reader(package, RunReader(package, tracked))
    blocks = tuple(reader.blocks(package.body))
    notes = {id: reader.note(element) for id, element in package.notes.items()}
    lost = tuple(LostPart(_EDGES[kind], words_of(words)) for kind, words in package.edges)
    return WordDocument(blocks, notes, lost, reader.runs.changes, reader.runs.controls)


class _Reader(Struct):
    package: WordPackage
    runs: RunReader
    waiting: list[WordParagraph] = field(default_factory=list)
    depth: int = 0

    @property
    def rejects(self) -> bool:
        return self.runs.tracked is Tracked.REJECT

    def blocks(self, container: Element) -> Iterator[WordBlock]:
        """The blocks of a body, cell or content control."""
        for child in container:
            match child.tag:
                case "w.p":
                    yield from self.joined(self.paragraph(child), child)
                case "w.tbl":
                    yield from self.flushed()
                    yield self.table(child)
                case "w.sdt":
                    yield from self.control(child)
                case tag if tag in _GROUPS or tag in _GONE:
                    yield from self.group(child)
                case "mc.AlternateContent":
                    for inner in child.findall("mc.Choice")[:1]:
                        yield from self.blocks(inner)
                case "m.oMathPara" | "m.oMath":
                    yield WordParagraph((), lost=(LostPart(Lost.EQUATION, words_of(plain_words(child))),))
                case "w.altChunk":
                    yield WordParagraph((), lost=(LostPart(Lost.FIELD, "a document within the document"),))
        yield from self.flushed()

    def group(self, element: Element) -> Iterator[WordBlock]:
        """What only holds blocks together; a tracked change among them."""
        tracked = element.tag in _GONE or element.tag in ("w.ins", "w.moveTo")
        self.runs.changes += tracked
        if not tracked or (element.tag in _GONE) is self.rejects:
            yield from self.blocks(element)

    def control(self, element: Element) -> Iterator[WordBlock]:
        """A content control, its tag kept as a mark around its blocks; one that shows its prompt says nothing."""
        tag = value_of(element, "w.sdtPr/w.tag") or ""
        content = element.find("w.sdtContent")
        prompts = bool(is_on(element.find("w.sdtPr/w.showingPlcHdr")))
        if tag and content is not None:
            self.runs.controls[tag] = "" if prompts else plain_words(content)
        if content is None:
            return
        if tag:
            yield ControlMark(tag, opens=True)
        if not prompts:
            yield from self.blocks(content)
        if tag:
            yield ControlMark(tag, opens=False)

    def joined(self, paragraph: WordParagraph, element: Element) -> Iterator[WordBlock]:
        """A paragraph whose mark a tracked change takes away goes on in the next one."""
        mark = element.find("w.pPr/w.rPr")
        gone = ("w.ins", "w.moveTo") if self.rejects else _GONE
        if mark is not None and any(mark.find(tag) is not None for tag in ("w.ins", "w.moveTo", *_GONE)):
            self.runs.changes += 1
            if any(mark.find(tag) is not None for tag in gone):
                self.waiting.append(paragraph)
                return
        if self.waiting:
            before, self.waiting = self.waiting, []
            paragraph = replace(
                paragraph,
                pieces=tuple(piece for one in (*before, paragraph) for piece in one.pieces),
                lost=tuple(part for one in (*before, paragraph) for part in one.lost),
                marked=tuple(words for one in (*before, paragraph) for words in one.marked),
            )
        yield paragraph

    def flushed(self) -> Iterator[WordBlock]:
        """Paragraphs that waited for one to go on in, where none came."""
        waiting, self.waiting = self.waiting, []
        yield from (one for one in waiting if one.text.strip() or one.lost)

    def paragraph(self, element: Element) -> WordParagraph:
        properties = element.find("w.pPr")
        if properties is not None:
            properties = self.settled(properties)
        style = (value_of(properties, "w.pStyle") or "") if properties is not None else ""
        heading = self.is_heading(style, properties)
        item, label = self.item(style, properties)
        runs = self.runs
        runs.pieces, runs.lost, runs.marked, runs.style = [], [], [], style
        runs.take(element)
        made = WordParagraph(
            tuple(runs.pieces), heading, None if heading else item, label, tuple(runs.lost), tuple(runs.marked)
        )
        return made if heading or item else as_typed_item(made)

    def settled(self, properties: Element) -> Element:
        change = properties.find("w.pPrChange")
        if change is None:
            return properties
        self.runs.changes += 1
        former = change.find("w.pPr")
        return former if self.rejects and former is not None else properties

    def is_heading(self, style: str, properties: Element | None) -> bool:
        outline = value_of(properties, "w.outlineLvl") if properties is not None else None
        if outline is not None:
            return outline in tuple("012345678")
        return bool(style) and self.package.styles.is_heading(style)

    def item(self, style: str, properties: Element | None) -> tuple[ItemPlace | None, str]:
        """The place in a list that a paragraph has by its style or its own numbering, and its label there."""
        id, level = self.package.styles.numbering(style) if style else ("", 0)
        if properties is not None and properties.find("w.numPr") is not None:
            own = value_of(properties, "w.numPr/w.numId")
            id = own if own is not None else id
            depth = value_of(properties, "w.numPr/w.ilvl") or ""
            level = int(depth) if depth.isascii() and depth.isdigit() and len(depth) == 1 else level
        if not self.package.numbering.knows(id):
            return None, ""
        number, label = self.package.numbering.next_item(id, level)
        return ItemPlace(level, number), label

    def table(self, element: Element) -> WordTable:
        rows, lost = list[tuple[WordCell, ...]](), list[LostPart]()
        for row in _rows(element):
            if self.is_gone(row):
                continue
            cells = tuple(self.cells(row, lost))
            if cells:
                rows.append(cells)
        return WordTable(tuple(rows), tuple(lost))

    def is_gone(self, row: Element) -> bool:
        """Whether a tracked change takes the whole row away."""
        put_in, taken = row.find("w.trPr/w.ins") is not None, row.find("w.trPr/w.del") is not None
        self.runs.changes += put_in + taken
        return put_in if self.rejects else taken

    def cells(self, row: Element, lost: list[LostPart]) -> Iterator[WordCell]:
        column = _small(value_of(row, "w.trPr/w.gridBefore"))
        for cell in _inner(row, "w.tc"):
            properties = cell.find("w.tcPr")
            span = _small(value_of(properties, "w.gridSpan")) if properties is not None else 1
            merge = properties.find("w.vMerge") if properties is not None else None
            goes_on = merge is not None and merge.get("w.val", "continue") != "restart"
            yield WordCell(tuple(self.in_cell(cell, lost)), column, max(span, 1), goes_on)
            column += max(span, 1)

    def in_cell(self, cell: Element, lost: list[LostPart]) -> Iterator[WordParagraph]:
        for block in self.blocks(cell):
            match block:
                case WordTable():
                    words = " ".join(one.text for row in block.rows for one in row)
                    lost.append(LostPart(Lost.NESTED_TABLE, words_of(words)))
                    lost.extend(block.lost)
                case WordParagraph():
                    yield block

    def note(self, element: Element) -> WordNote:
        """A footnote: its paragraphs as one."""
        pieces, lost = list[WordPiece](), list[LostPart]()
        for block in self.in_cell(element, lost):
            pieces += block.pieces
            lost += block.lost
        return WordNote(tuple(pieces), tuple(lost))


def _rows(table: Element) -> Iterator[Element]:
    yield from _inner(table, "w.tr")


def _inner(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, those in content controls and other groups too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == "w.sdt":
            content = child.find("w.sdtContent")
            if content is not None:
                yield from _inner(content, tag)
        elif child.tag in _GROUPS:
            yield from _inner(child, tag)


def _small(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 3 else 0
