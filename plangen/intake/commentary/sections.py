"""A document in sections, one for each reference: begun by headings, by bold lines, or by the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.intake.commentary.content import (
    ControlMark,
    Lost,
    LostPart,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordTable,
    words_of,
)
from plangen.intake.commentary.references import PackReferences, WrittenReference, written_reference

__all__ = ["FoundSection", "Sections", "find_sections"]

_COMMENTARY = re.compile(r"\b(commentary|comments?|update|narrative|progress)\b", re.IGNORECASE)
_TAG = re.compile(r"c_([0-9]{1,2})_([0-9]{1,2})([a-z]?)")


class FoundSection(Struct):
    """What the document says about `ref`; "" is what belongs to no reference. `places` counts its beginnings."""

    ref: str
    blocks: list[WordParagraph | WordTable] = field(default_factory=list)
    places: int = 1


class Sections(Struct):
    """The sections in their order, references that the pack lacks with their headings, and what stands nowhere."""

    found: dict[str, FoundSection] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    disputed: dict[str, tuple[str, str]] = field(default_factory=dict)
    lost: list[tuple[str, LostPart]] = field(default_factory=list)

    def begin(self, ref: str) -> FoundSection:
        """The section of `ref`; one that was begun before goes on."""
        if ref in self.found:
            self.found[ref].places += 1
        return self.found.setdefault(ref, FoundSection(ref))


def find_sections(document: WordDocument, references: PackReferences) -> Sections:
    """The sections of a document. What stands before the first, or below an unknown reference, is `lost`."""
    finder = _Finder(references, Sections())
    for block in document.blocks:
        finder.take(block)
    return finder.sections


class _Finder(Struct):
    references: PackReferences
    sections: Sections
    current: FoundSection | None = None
    outside: Lost = Lost.BEFORE
    controlled: str = ""

    def take(self, block: WordBlock) -> None:
        match block:
            case ControlMark():
                self.control(block)
            case WordTable() if not self.controlled and (rows := _reference_rows(block)):
                self.rows(block, rows)
            case WordParagraph() if (
                not self.controlled and (block.heading or block.wholly_bold) and self.begins(block)
            ):
                for part in block.lost:
                    self.lose(part)
            case WordParagraph() | WordTable():
                self.put(block)

    def may_begin(self, block: WordParagraph) -> bool:
        """Whether a section could begin here: at a heading or a bold line, but in no control of a form."""
        return not self.controlled and (block.heading or block.wholly_bold)

    def control(self, mark: ControlMark) -> None:
        """A content control of a form of ours says itself what it is about."""
        found = _TAG.fullmatch(mark.tag)
        if not found:
            return
        ref = f"{found[1]}.{found[2]}{found[3]}"
        if ref in self.references.refs:
            self.controlled = ref if mark.opens else ""
            self.current = self.sections.begin(ref) if mark.opens else None
            self.outside = Lost.BETWEEN

    def begins(self, heading: WordParagraph) -> bool:
        """Whether a section begins here, of a reference that the pack has or lacks."""
        text = heading.text
        written = written_reference(text) or written_reference(f"{heading.label} {text}" if heading.label else "")
        ref = written.ref if written else self.references.named(text)
        if not ref:
            return False
        if written and self.is_disputed(written):
            self.sections.disputed[ref] = (words_of(text), self.references.named(written.rest))
        elif ref in self.references.refs:
            self.current = self.sections.begin(ref)
            return True
        else:
            self.sections.unknown.setdefault(ref, words_of(text))
        self.current, self.outside = None, Lost.BETWEEN
        return True

    def is_disputed(self, written: WrittenReference) -> bool:
        """Whether a heading has the reference of one measure and the name of another."""
        named = self.references.named(written.rest)
        own = self.references.indicators.get(written.ref, "")
        return bool(named and own and self.references.indicators.get(named) != own)

    def put(self, block: WordParagraph | WordTable) -> None:
        if self.current is not None:
            self.current.blocks.append(block)
            return
        words = block.text if isinstance(block, WordParagraph) else _text_of(block)
        if words.strip():
            self.lose(LostPart(self.outside, words_of(words)))
        for part in block.lost:
            self.lose(part)

    def lose(self, part: LostPart) -> None:
        self.sections.lost.append((self.current.ref if self.current else "", part))

    def rows(self, table: WordTable, rows: Sequence[tuple[WordCell, ...]]) -> None:
        """Each row a section, or a part of the one above."""
        header = table.rows[0] if rows[0] is not table.rows[0] else ()
        said = _commentary_column(header, rows)
        for part in table.lost:
            self.lose(part)
        self.name_other_columns(header, rows, said)
        for row in rows:
            first = _cell_at(row, 0)
            written = written_reference(first.text) if first else None
            if written and first is not None:
                self.begins(WordParagraph(tuple(p for block in first.blocks for p in block.pieces), heading=True))
            cell = _cell_at(row, said)
            if cell is None or cell is first:
                if not written and _row_text(row).strip():
                    self.sections.lost.append(("", LostPart(Lost.BETWEEN, words_of(_row_text(row)))))
                continue
            for block in cell.blocks:
                self.put(replace(block, heading=False, label=""))
        self.current, self.outside = None, Lost.BETWEEN

    def name_other_columns(
        self, header: Sequence[WordCell], rows: Sequence[Sequence[WordCell]], said: int
    ) -> None:
        """Columns beside the reference and the commentary are not read, but named."""
        for column in sorted({cell.column for row in rows for cell in row} - {0, said}):
            heading = _cell_at(header, column)
            text = heading.text if heading else ""
            filled = next((cell.text for row in rows if (cell := _cell_at(row, column)) and cell.text), "")
            if filled:
                self.sections.lost.append(("", LostPart(Lost.COLUMN, words_of(text or filled))))


def _reference_rows(table: WordTable) -> tuple[tuple[WordCell, ...], ...]:
    """The rows below the header of a table whose first column holds references; none for any other table."""
    rows = table.rows
    firsts = [cell.text if (cell := _cell_at(row, 0)) else "" for row in rows]
    begin = 0 if firsts and written_reference(firsts[0]) else 1
    filled = [text for text in firsts[begin:] if text.strip()]
    refs = [text for text in filled if written_reference(text)]
    if not refs or 2 * len(refs) < len(filled) or max((len(row) for row in rows), default=0) < 2:
        return ()
    return rows[begin:]


def _commentary_column(header: Sequence[WordCell], rows: Sequence[Sequence[WordCell]]) -> int:
    """The column headed Commentary, Update, Narrative or Progress, else the one with most words."""
    for cell in header:
        if cell.column and _COMMENTARY.search(cell.text):
            return cell.column
    counts: dict[int, int] = {}
    for row in rows:
        for cell in row:
            if cell.column:
                counts[cell.column] = counts.get(cell.column, 0) + len(cell.text.split())
    return max(counts, key=lambda column: (counts[column], -column), default=1)


def _cell_at(row: Sequence[WordCell], column: int) -> WordCell | None:
    return next((cell for cell in row if cell.column <= column < cell.column + cell.span), None)


def _row_text(row: Sequence[WordCell]) -> str:
    return " ".join(cell.text for cell in row)


def _text_of(table: WordTable) -> str:
    return " ".join(_row_text(row) for row in table.rows)
