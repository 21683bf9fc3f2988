"""What a Word document holds, as far as a commentary can: paragraphs, items of lists, tables, and what is lost."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

__all__ = [
    "ControlMark",
    "ItemPlace",
    "Lost",
    "LostPart",
    "WordBlock",
    "WordCell",
    "WordDocument",
    "WordNote",
    "WordParagraph",
    "WordPiece",
    "WordTable",
    "words_of",
]


class Lost(Enum):
    """What a commentary cannot keep; the value is the word for it in the report."""

    PICTURE = "picture"
    COMMENT = "comment"
    TEXT_BOX = "text box"
    MERGED_TABLE = "merged table"
    NESTED_TABLE = "nested table"
    EQUATION = "equation"
    CHART = "chart"
    HEADER = "header"
    FOOTER = "footer"
    FIELD = "field"
    LINK = "link"
    COLOUR = "colour"
    HIDDEN = "hidden text"
    COLUMN = "column"
    BEFORE = "before"
    BETWEEN = "between sections"
    NOTHING_WRITTEN = "nothing written"


class LostPart(Struct, frozen=True):
    """Something that is not kept, with its first words (a picture's alt text)."""

    kind: Lost
    words: str = ""


class WordPiece(Struct, frozen=True):
    """Words in one way of writing; `link` is an address, `note` the id of a footnote called here."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""


class ItemPlace(Struct, frozen=True):
    """Where an item stands in a list: its level from 0, and its number where it has one."""

    level: int
    number: int | None = None


class WordParagraph(Struct, frozen=True):
    """A paragraph; `label` is the number that Word sets before it by itself, `marked` its highlighted words."""

    pieces: tuple[WordPiece, ...]
    heading: bool = False
    item: ItemPlace | None = None
    label: str = ""
    lost: tuple[LostPart, ...] = ()
    marked: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def wholly_bold(self) -> bool:
        """Whether there are words and all of them are bold."""
        written = [piece for piece in self.pieces if piece.text.strip()]
        return bool(written) and all(piece.bold for piece in written)


class WordCell(Struct, frozen=True):
    """A cell: its paragraphs, the column it begins in (from 0), how many it spans, whether it goes on upwards."""

    blocks: tuple[WordParagraph, ...]
    column: int
    span: int = 1
    goes_on: bool = False

    @property
    def text(self) -> str:
        """Its words, paragraphs parted by a space."""
        return " ".join(text for block in self.blocks if (text := block.text.strip()))


class WordTable(Struct, frozen=True):
    """A table; `lost` are the things in it that are not kept whatever becomes of it."""

    rows: tuple[tuple[WordCell, ...], ...]
    lost: tuple[LostPart, ...] = ()

    @property
    def merged(self) -> bool:
        """Whether a cell spans columns or rows, or rows differ in length."""
        cells = [cell for row in self.rows for cell in row]
        return any(cell.span > 1 or cell.goes_on for cell in cells) or len({len(row) for row in self.rows}) > 1


class ControlMark(Struct, frozen=True):
    """Where a content control with a tag begins or ends (`opens`)."""

    tag: str
    opens: bool


WordBlock = WordParagraph | WordTable | ControlMark


class WordNote(Struct, frozen=True):
    """A footnote or endnote."""

    pieces: tuple[WordPiece, ...]
    lost: tuple[LostPart, ...] = ()


class WordDocument(Struct, frozen=True):
    """A document in reading order; `lost` belongs to no place in it. `changes` are tracked and undecided."""

    blocks: tuple[WordBlock, ...]
    notes: dict[str, WordNote]
    lost: tuple[LostPart, ...] = ()
    changes: int = 0
    controls: dict[str, str] = {}


def words_of(text: str, most: int = 60) -> str:
    """The first words of a text, on one line, for a report."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rsplit(' ', 1)[0]}…"
