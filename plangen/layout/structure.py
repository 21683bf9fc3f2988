"""The structure tree under construction: what each piece of the page is, in reading order.

The layout builds the tree before anything is drawn. Where a piece lands, on one page or on several, is
recorded by the canvas; the tree itself says only what there is (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, field
from enum import Enum
from typing import TypedDict, Unpack

from msgspec import Struct

from plangen.document.blocks import Contents, Cover, Masthead, Section
from plangen.document.inlines import Inline

__all__ = ["Attributes", "Content", "Element", "ListNumbering", "NamedSection", "Scope", "Tag", "distinct_titles"]


class Tag(Enum):
    """Standard structure types (ISO 32000-1, 14.8.4), so that no role map is needed."""

    DOCUMENT = "Document"
    PART = "Part"
    SECT = "Sect"
    DIV = "Div"
    BLOCK_QUOTE = "BlockQuote"
    CAPTION = "Caption"
    TOC = "TOC"
    TOCI = "TOCI"
    INDEX = "Index"
    P = "P"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    THEAD = "THead"
    TBODY = "TBody"
    TFOOT = "TFoot"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    SPAN = "Span"
    QUOTE = "Quote"
    NOTE = "Note"
    REFERENCE = "Reference"
    LINK = "Link"
    FIGURE = "Figure"
    FORMULA = "Formula"


class Scope(Enum):
    """Which cells a header cell speaks for (ISO 32000-1, table 349)."""

    ROW = "Row"
    COLUMN = "Column"
    BOTH = "Both"


class ListNumbering(Enum):
    """How the items of a list are labelled (ISO 32000-1, table 347)."""

    NONE = "None"
    DISC = "Disc"
    CIRCLE = "Circle"
    SQUARE = "Square"
    DECIMAL = "Decimal"
    UPPER_ROMAN = "UpperRoman"
    LOWER_ROMAN = "LowerRoman"
    UPPER_ALPHA = "UpperAlpha"
    LOWER_ALPHA = "LowerAlpha"


class NamedSection(Struct, frozen=True):
    """A section that is named here and stands elsewhere, by its id: the chapter of a row of the contents."""

    section: str


@dataclass(eq=False, slots=True)
class Content:
    """A place among an element's kids that marked content goes to; it may be drawn in several runs or pages.

    `said` are the words that were set in it, in order, each with the inline that it is of.
    """

    owner: Element = field(repr=False)
    said: list[tuple[Inline, str]] = field(default_factory=list, init=False, repr=False)


class Attributes(TypedDict, total=False):
    """What an element may be given beside its tag; see `Element`."""

    alt: str | None
    actual_text: str | None
    expansion: str | None
    language: str | None
    id: str | None
    title: str | None
    scope: Scope | None
    column_span: int
    row_span: int
    numbering: ListNumbering | None
    summary: str | None


@dataclass(eq=False, slots=True)
class Element:
    """A structure element. Identity is its key; the order of its kids is the reading order.

    `alt` stands for what cannot be read (14.9.3), `actual_text` for what is read otherwise than it is drawn
    (14.9.4), `expansion` for an abbreviation (14.9.5); `language` is a BCP 47 tag and set only where it
    differs from the document's; `summary` says how a table is built (table 349). `id` is unique in the
    document; a `NOTE` must have one (ISO 14289-1, 7.9). `node` is what of the document it shows, and
    `around` the section that this stands in, or the front or the contents.
    """

    tag: Tag
    _options: KW_ONLY
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    language: str | None = None
    id: str | None = None
    title: str | None = None
    scope: Scope | None = None
    column_span: int = 1
    row_span: int = 1
    numbering: ListNumbering | None = None
    summary: str | None = None
    kids: list[Element | Content] = field(default_factory=list, init=False, repr=False)
    node: Struct | None = field(default=None, init=False, repr=False)
    around: Section | Cover | Masthead | Contents | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse elements that ISO 14289-1 refuses: 7.3 (figures), 7.5 (header cells) and 7.9 (notes)."""
        if self.tag in (Tag.FIGURE, Tag.FORMULA) and not (self.alt or self.actual_text):
            raise ValueError(f"a {self.tag.value} needs alt text")
        if self.tag is Tag.TH and self.scope is None:
            raise ValueError("a header cell needs a scope")
        if self.tag is Tag.NOTE and not self.id:
            raise ValueError("a note needs an id")

    def add(self, tag: Tag, **attributes: Unpack[Attributes]) -> Element:
        """A new child element after the kids there are; until `of` says otherwise it shows what this one does."""
        child = Element(tag, **attributes)
        child.node, child.around = self.node, self.around
        self.kids.append(child)
        return child

    def of(self, node: Struct) -> Element:
        """The same element, which shows `node`, and so do the kids that it gets from now on."""
        self.node = node
        if isinstance(node, Section | Cover | Masthead | Contents):
            self.around = node
        return self

    def aside(self) -> Element:
        """An element that is in no tree and shows what this one does: its kids are moved here, or given up."""
        holder = Element(Tag.SECT)
        holder.node, holder.around = self.node, self.around
        return holder

    def caption(self, table: Element) -> None:
        """Make the child before `table`, a heading or a line that stands over it, the table's caption."""
        words = self.kids.pop(self.kids.index(table) - 1)
        caption = Element(Tag.CAPTION)
        caption.kids.append(words)
        table.kids.insert(0, caption)

    def content(self) -> Content:
        """A new place for marked content after the kids there are."""
        content = Content(self)
        self.kids.append(content)
        return content


def distinct_titles(root: Element) -> dict[Element, str]:
    """The titles below `root`, those that an element shares with one before it numbered: "Rates by area (2)"."""
    times: dict[str, int] = {}
    found: dict[Element, str] = {}
    for element in _below(root):
        if element.title is not None:
            number = times[element.title] = times.get(element.title, 0) + 1
            found[element] = element.title if number == 1 else f"{element.title} ({number})"
    return found


def _below(element: Element) -> Iterator[Element]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield kid
            yield from _below(kid)
