"""Blocks of a Word document -> Markdown that prints the same words in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.intake.commentary.content import (
    Lost,
    LostPart,
    WordNote,
    WordParagraph,
    WordPiece,
    WordTable,
    words_of,
)
from plangen.intake.commentary.escaping import escaped, folded, safe_address, without_beginning

__all__ = ["WrittenMarkdown", "as_markdown"]

_FIGURE = re.compile(r"[-+\u2212\u2013]?\s?£?\s?[0-9][0-9,. ]*(?:%|k|m|bn)?|\*|-|\u2013|n/a", re.IGNORECASE)
_HAS_DIGIT = re.compile(r"[0-9]")


class WrittenMarkdown(Struct, frozen=True):
    """Markdown that ends in one newline ("" for nothing), and what of the blocks it does not hold."""

    markdown: str
    lost: tuple[LostPart, ...] = ()


def as_markdown(blocks: Sequence[WordParagraph | WordTable], notes: Mapping[str, WordNote]) -> WrittenMarkdown:
    """The blocks of one section in CommonMark, a paragraph on a line, blocks parted by one empty line."""
    writer = _Writer(notes)
    for is_item, group in groupby(blocks, key=lambda block: isinstance(block, WordParagraph) and bool(block.item)):
        if is_item:
            writer.list_of([block for block in group if isinstance(block, WordParagraph)])
        else:
            for block in group:
                writer.block(block)
    writer.called_notes()
    found = [text for text in writer.written if text]
    return WrittenMarkdown("\n\n".join(found) + "\n" if found else "", tuple(writer.lost))


class _Writer(Struct):
    notes: Mapping[str, WordNote]
    written: list[str] = field(default_factory=list)
    lost: list[LostPart] = field(default_factory=list)
    labels: dict[str, int] = field(default_factory=dict)

    def block(self, block: WordParagraph | WordTable) -> None:
        self.lost += block.lost
        match block:
            case WordParagraph():
                pieces = _all_bold(block.pieces) if block.heading else block.pieces
                self.written.append(without_beginning(self.line(pieces)))
            case WordTable():
                self.table(block)

    def list_of(self, items: Sequence[WordParagraph]) -> None:
        """Items of neighbouring lists; an item stands as far in as the words of the one above it."""
        lines, indents = list[str](), list[int]()
        counted: dict[int, tuple[int | None, str]] = {}
        for item in items:
            self.lost += item.lost
            text = self.line(item.pieces)
            if not text or item.item is None:
                continue
            level = min(item.item.level, len(indents))
            del indents[level:]
            counted = {depth: one for depth, one in counted.items() if depth <= level}
            marker = _marker(item.item.number, *counted.get(level, (None, "")))
            counted[level] = item.item.number, marker[-1]
            lines.append(f"{' ' * sum(indents)}{marker} {without_beginning(text)}")
            indents.append(len(marker) + 1)
        self.written.append("\n".join(lines))

    def table(self, table: WordTable) -> None:
        """A table whose first row is its heading; one of a single row is no table but its words."""
        if table.merged:
            self.lose_table(table)
        elif len(table.rows) < 2:
            for cell in (cell for row in table.rows for cell in row):
                self.written += [without_beginning(self.line(one.pieces)) for one in cell.blocks]
                self.lost += [part for one in cell.blocks for part in one.lost]
        elif not all(cell.text.strip() for cell in table.rows[0][1:]) or len(table.rows[0]) < 2:
            self.lose_table(table)
        else:
            self.written.append("\n".join(self.rows(table)))

    def lose_table(self, table: WordTable) -> None:
        cells = [cell for row in table.rows for cell in row]
        self.lost.append(LostPart(Lost.MERGED_TABLE, words_of(" ".join(cell.text for cell in cells))))
        self.lost += [part for cell in cells for one in cell.blocks for part in one.lost]

    def rows(self, table: WordTable) -> Iterator[str]:
        head, *body = [[self.cell(cell.blocks) for cell in row] for row in table.rows]
        right = [_is_of_figures([row[column].text for row in table.rows[1:]]) for column in range(len(head))]
        yield _row(head)
        yield f"|{'|'.join('--:' if figures else '---' for figures in right)}|"
        yield from map(_row, body)

    def cell(self, paragraphs: Iterable[WordParagraph]) -> str:
        found = []
        for one in paragraphs:
            self.lost += one.lost
            found.append(self.line(one.pieces, in_table=True))
        return " ".join(text for text in found if text)

    def called_notes(self) -> None:
        """The notes in the order of their calls; a note that calls another one is read to its end too."""
        done = 0
        while done < len(self.labels):
            id = list(self.labels)[done]
            done += 1
            note = self.notes[id]
            self.lost += note.lost
            text = self.line(tuple(piece for piece in note.pieces if not piece.note))
            self.written.append(f"[^{done}]: {without_beginning(text) or '-'}")

    def line(self, pieces: Sequence[WordPiece], in_table: bool = False) -> str:
        """The words of a paragraph on one line; emphasis that Markdown would not read there is left out."""
        tidy = _tidied(pieces)
        for simpler in (lambda piece: piece, _without_italics, _without_emphasis):
            text = self.set_out([simpler(piece) for piece in tidy], in_table)
            if _reads_as(text, tidy):
                break
        return text

    def set_out(self, pieces: Sequence[WordPiece], in_table: bool) -> str:
        found = list[str]()
        for link, linked in groupby(_merged(pieces), key=lambda piece: piece.link):
            inner = "".join(self.phrase(piece, bool(link), in_table) for piece in linked)
            if link and inner.strip():
                if found and found[-1].endswith("!"):
                    found[-1] = f"{found[-1][:-1]}\\!"
                inner = f"[{inner}]({safe_address(link)})"
            found.append(inner)
        return "".join(found)

    def phrase(self, piece: WordPiece, linked: bool, in_table: bool) -> str:
        if piece.note:
            return f"[^{self.labels.setdefault(piece.note, len(self.labels) + 1)}]"
        text = escaped(piece.text, linked, in_table)
        signs = ("**" if piece.bold else "") + ("*" if piece.italic else "")
        if not signs or not text.strip():
            return text
        return f"{signs}{text}{signs[::-1]}"


def _marker(number: int | None, before: int | None, sign: str) -> str:
    """The sign of an item. A list that counts anew after another one has another sign, or Markdown would go on."""
    if number is None:
        return "-"
    if before is None or not sign:
        return f"{number}."
    return f"{number}{sign}" if number > before else f"{number}{'.' if sign == ')' else ')'}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_of_figures(texts: Sequence[str]) -> bool:
    filled = [text.strip() for text in texts if text.strip()]
    return bool(filled) and all(map(_FIGURE.fullmatch, filled)) and any(map(_HAS_DIGIT.search, filled))


def _all_bold(pieces: Iterable[WordPiece]) -> tuple[WordPiece, ...]:
    """A heading within a section becomes a paragraph in bold."""
    return tuple(replace(piece, bold=True) for piece in pieces)


def _without_italics(piece: WordPiece) -> WordPiece:
    return replace(piece, italic=False)


def _without_emphasis(piece: WordPiece) -> WordPiece:
    return replace(piece, bold=False, italic=False)


def _tidied(pieces: Sequence[WordPiece]) -> list[WordPiece]:
    """Plain characters; one space where there were several, none at the ends, and none at the edge of emphasis."""
    found: list[WordPiece] = []
    spaced = True
    for piece in pieces:
        text = re.sub(r" +", " ", folded(piece.text))
        if spaced:
            text = text.lstrip(" ")
        if text or piece.note:
            spaced = text.endswith(" ") if text else False
            found += _edges_apart(replace(piece, text=text))
    while found and not found[-1].note and not found[-1].text.rstrip(" "):
        found.pop()
    if found and not found[-1].note:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return found


def _edges_apart(piece: WordPiece) -> list[WordPiece]:
    """Spaces at the edges of emphasised or linked words as words of their own."""
    if not (piece.bold or piece.italic or piece.link) or piece.note:
        return [piece]
    inner = piece.text.strip(" ")
    before, _, after = piece.text.partition(inner) if inner else (piece.text, "", "")
    parts = [replace(piece, text=before), replace(piece, text=inner), replace(piece, text=after)]
    return [part for part in parts if part.text]


def _merged(pieces: Iterable[WordPiece]) -> list[WordPiece]:
    """Neighbours in one way of writing as one; a space between two of them is of their way."""
    ordered = list(pieces)
    for number, piece in enumerate(ordered):
        if piece.text.isspace() and not piece.note:
            around = [
                one for one in (*ordered[number - 1 : number], *ordered[number + 1 : number + 2]) if one.text
            ]
            same = len(around) == 2 and _looks(around[0]) == _looks(around[1])
            ordered[number] = replace(around[0], text=piece.text) if same else WordPiece(piece.text)
    found: list[WordPiece] = []
    for piece in ordered:
        if found and not piece.note and not found[-1].note and _looks(piece) == _looks(found[-1]):
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return found


def _looks(piece: WordPiece) -> tuple[bool, bool, str]:
    return piece.bold, piece.italic, piece.link


def _reads_as(text: str, pieces: Sequence[WordPiece]) -> bool:
    """Whether Markdown that is set out of `pieces` shows their words and nothing else."""
    if "*" not in text.replace("\\*", ""):
        return True
    from plangen.sources.markdown_parser import parser

    tokens = parser().parseInline(text.replace("\\|", "|"))
    shown = "".join(token.content for token in tokens[0].children or [] if token.type in ("text", "text_special"))
    return shown == "".join(piece.text for piece in pieces)
