"""What a page is made of: sections, paragraphs, lists, tables, figures and the parts of the look.

A `Document` is complete: words are finished, figures computed, notes numbered. A renderer only lays it out.
Levels of headings follow from nesting, so a level cannot be skipped (ISO 14289-1, 7.4.2).
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct

from plangen.document.charts import ChartSpec
from plangen.document.drawing import Drawing
from plangen.document.expansions import Expansions
from plangen.document.inlines import Inline, Note, Value
from plangen.document.pack_blocks import CountTile, CountTiles, MetaLine, Mover, MoverList, Movers, VerdictBox
from plangen.document.page_words import PageWords
from plangen.document.status import Badge, Sign
from plangen.document.tables import Table

__all__ = [
    "Attachment",
    "Beside",
    "Block",
    "Callout",
    "CalloutFigure",
    "Contents",
    "CountTile",
    "CountTiles",
    "Cover",
    "Document",
    "Figure",
    "ListBlock",
    "ListItem",
    "Masthead",
    "MetaLine",
    "Metadata",
    "Mover",
    "MoverList",
    "Movers",
    "Paragraph",
    "ParagraphKind",
    "Picture",
    "PriorityItem",
    "PriorityList",
    "Quote",
    "Relationship",
    "Section",
    "Strip",
    "StripFigure",
    "Tile",
    "Tiles",
    "VerdictBox",
    "WarningLine",
]


class ParagraphKind(Enum):
    """What a paragraph is for: a section's lead, running text, or a small grey line (source, remark)."""

    LEAD = "lead"
    BODY = "body"
    SMALL = "small"


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    content: tuple[Inline, ...]
    kind: ParagraphKind = ParagraphKind.BODY


class ListItem(Struct, frozen=True):
    """An item: its own blocks, which may hold a nested list."""

    blocks: tuple[Block, ...]


class ListBlock(Struct, frozen=True):
    """A bulleted or numbered list; short items may stand in two columns."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    columns: int = 1


class PriorityItem(Struct, frozen=True):
    """A priority with its number block."""

    number: int
    title: tuple[Inline, ...]


class PriorityList(Struct, frozen=True):
    """The priorities of the year, each with its coloured number."""

    items: tuple[PriorityItem, ...]


class Picture(Struct, frozen=True):
    """A picture that sources have checked and cleaned: RGB or grey, PNG or JPEG, no metadata."""

    data: bytes
    width: int
    height: int
    media_type: str
    name: str


class Figure(Struct, frozen=True):
    """A chart, drawing or picture. `alt` is what a person who cannot see it is told; it cannot be empty.

    Only a picture that is `decorative` says nothing: it has no alt text and is left out of what is read aloud.
    `art` is a `ChartSpec` as compose makes it; the pipeline has it drawn before the document is rendered.
    """

    id: str
    art: ChartSpec | Drawing | Picture
    alt: str
    headline: tuple[Inline, ...] = ()
    subtitle: tuple[Inline, ...] = ()
    source: tuple[Inline, ...] = ()
    key: tuple[Badge, ...] = ()
    data: Table | None = None
    decorative: bool = False

    def __post_init__(self) -> None:
        if self.decorative and not isinstance(self.art, Picture):
            raise ValueError(f"figure {self.id} is not a picture: it cannot be decorative")
        if not self.decorative and not self.alt.strip():
            raise ValueError(f"figure {self.id} has no alt text")


class Tile(Struct, frozen=True):
    """A headline figure: label, figure (with an arrow where it is a change), words, target and outcome."""

    label: str
    figure: Value
    words: tuple[Inline, ...]
    arrow: Sign | None = None
    target: tuple[Inline, ...] = ()
    outcome: Badge | None = None


class Tiles(Struct, frozen=True):
    """Up to three tiles side by side."""

    tiles: tuple[Tile, ...]


class StripFigure(Struct, frozen=True):
    """A figure of a target strip and what it is. The last one of a strip stands out."""

    figure: Value
    caption: str


class Strip(Struct, frozen=True):
    """A target with the figures it stands on: heading, words, and at most three figures."""

    heading: str
    words: tuple[Inline, ...]
    figures: tuple[StripFigure, ...]


class CalloutFigure(Struct, frozen=True):
    """A large figure and the words beside it."""

    figure: Value
    words: tuple[Inline, ...]


class Callout(Struct, frozen=True):
    """A box beside or between the text."""

    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    figures: tuple[CalloutFigure, ...] = ()


class Quote(Struct, frozen=True):
    """Somebody's own words, or ours drawn out of the text; `attribution` says whose."""

    blocks: tuple[Paragraph, ...]
    attribution: tuple[Inline, ...] = ()


class Beside(Struct, frozen=True):
    """Text and a callout that belongs beside it."""

    main: tuple[Block, ...]
    aside: Callout


class SideBySide(Struct, frozen=True):
    """Short blocks beside others, read from left to right; `columns` of the twelve are for those at the left."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    columns: int = 6


class WarningLine(Struct, frozen=True):
    """A line that must not be missed."""

    content: tuple[Inline, ...]


class Section(Struct, frozen=True):
    """A heading and what stands under it. Sections nest; the outermost are the chapters of the contents.

    `priority` gives the number block and its colour; `running` is the right end of the page header; `part`
    groups chapters in the contents; `notes` stand at the foot of the pages with their marks. `chapter`: a new
    chapter begins, also within another one (a priority among the headline actions). `close`: the lines of its
    running text, and of all sections in it, are longer and closer: a report to be consulted, not a plan to be read
    through.
    """

    id: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    number: str = ""
    priority: int | None = None
    part: str = ""
    running: str = ""
    chapter: bool = False
    in_contents: bool = False
    close: bool = False
    notes: tuple[Note, ...] = ()


Block = (
    Section
    | Paragraph
    | ListBlock
    | PriorityList
    | Table
    | Figure
    | Tiles
    | Strip
    | Callout
    | Quote
    | Beside
    | SideBySide
    | WarningLine
    | CountTiles
    | Movers
    | MetaLine
    | VerdictBox
)


class Cover(Struct, frozen=True):
    """The first page of a plan. `logos` stand in place of the white tab, each with alt text."""

    partnership: str
    title: str
    period: str
    priorities_heading: str = ""
    priorities: tuple[PriorityItem, ...] = ()
    logos: tuple[Figure, ...] = ()


class Masthead(Struct, frozen=True):
    """The band at the head of a pack's first page, in place of a cover."""

    partnership: str
    title: str
    period: str


class Contents(Struct, frozen=True):
    """Where the list of chapters stands, with the key to symbols at its foot."""

    title: str
    key_heading: str = ""
    key: tuple[Badge, ...] = ()


class Relationship(Enum):
    """How an attached file relates to the document (ISO 19005-3, annex E)."""

    DATA = "Data"
    SOURCE = "Source"


class Attachment(Struct, frozen=True):
    """A file carried inside the document."""

    name: str
    media_type: str
    description: str
    relationship: Relationship
    data: bytes


class Metadata(Struct, frozen=True):
    """What the file says of itself. `date` is the edition's own, or its approval's: the only date there is.

    `digest` is the SHA-256 of everything the document was made from; `language` a BCP 47 tag.
    """

    title: str
    subject: str
    author: str
    date: date
    edition: str
    version: str
    digest: str
    language: str


class Document(Struct, frozen=True):
    """A complete document, ready to be laid out.

    `header` stands at the left of every page's head, `footer` at the left of its foot (version, date and
    approver, or that it is not approved). `draft` marks every page; `marking` is a protective marking;
    `page_words` are those that the page adds; `expansions` are told to screen readers wherever an abbreviation
    stands (ISO 32000-1, 14.9.5).
    """

    metadata: Metadata
    front: Cover | Masthead
    contents: Contents | None
    sections: tuple[Section, ...]
    header: str
    footer: str
    page_words: PageWords
    draft: bool = True
    marking: str = ""
    attachments: tuple[Attachment, ...] = ()
    expansions: Expansions = Expansions()
