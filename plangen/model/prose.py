"""Narrative as officers write it: blocks of the document tree, with expressions and directives still in them.

Sources read Markdown into `Prose`; compose replaces every `Expression` by a `Value` and every `Directive` by
the blocks it asks for.
"""

from __future__ import annotations

from msgspec import Struct, field

from plangen.diagnostics import Location

__all__ = [
    "Break",
    "Directive",
    "Emphasis",
    "Expression",
    "Footnote",
    "Foreign",
    "NoteReference",
    "Part",
    "Phrase",
    "Prose",
    "ProseBlock",
    "ProseHeading",
    "ProseItem",
    "ProseLink",
    "ProseList",
    "ProseParagraph",
    "ProseQuote",
    "ProseTable",
    "Words",
]


class Words(Struct, frozen=True):
    """Plain words; `exact` where they stay as they were typed, as in a code span."""

    text: str
    exact: bool = False


class Part(Struct, frozen=True):
    """A step of an expression: `.change`, or `.at("2009/10")` with its literal arguments."""

    name: str
    arguments: tuple[str, ...] = ()


class Expression(Struct, frozen=True):
    """A figure asked for by name: `all_crime.at("2009/10")` is the root `all_crime` and one part."""

    root: str
    parts: tuple[Part, ...]
    text: str
    location: Location


class Emphasis(Struct, frozen=True):
    """Words that matter more."""

    children: tuple[Phrase, ...]


class Foreign(Struct, frozen=True):
    """A passage in another language than the document's; `language` is its BCP 47 tag."""

    language: str
    children: tuple[Phrase, ...]


class ProseLink(Struct, frozen=True):
    """A link: an https, http or mailto address, or `#id` of a chapter or figure of the same edition."""

    address: str
    children: tuple[Phrase, ...]
    location: Location


class NoteReference(Struct, frozen=True):
    """Where a footnote is called, by its own label."""

    label: str
    location: Location


class Break(Struct, frozen=True):
    """A break that the writer asked for."""


Phrase = Words | Expression | Emphasis | Foreign | ProseLink | NoteReference | Break


class ProseParagraph(Struct, frozen=True):
    """A paragraph; `last` is the line of the file that it ends in."""

    content: tuple[Phrase, ...]
    location: Location
    last: int = 0


class ProseHeading(Struct, frozen=True):
    """A heading inside a chapter: level 2 is the highest, because the chapter's title is level 1."""

    level: int
    content: tuple[Phrase, ...]
    location: Location


class ProseItem(Struct, frozen=True):
    """An item of a list."""

    blocks: tuple[ProseBlock, ...]


class ProseList(Struct, frozen=True):
    """A list."""

    items: tuple[ProseItem, ...]
    ordered: bool
    start: int
    location: Location


class ProseTable(Struct, frozen=True):
    """A table: its header cells, its rows, and for each column whether it is set right."""

    header: tuple[tuple[Phrase, ...], ...]
    rows: tuple[tuple[tuple[Phrase, ...], ...], ...]
    right: tuple[bool, ...]
    location: Location


class ProseQuote(Struct, frozen=True):
    """A block quotation."""

    blocks: tuple[ProseBlock, ...]
    location: Location


class Directive(Struct, frozen=True):
    """`:::{name} argument`, `:option: value` lines, and a body of Markdown.

    `asked` are the ids and expressions of the argument, in order (an id is an expression without parts);
    `words` is the argument of a callout or quote; `negated` is the `not` of a `when`.
    """

    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    body: tuple[ProseBlock, ...]
    location: Location
    asked: tuple[Expression, ...] = ()
    words: tuple[Phrase, ...] = ()
    options_as_words: tuple[tuple[str, tuple[Phrase, ...]], ...] = ()
    negated: bool = False

    def option(self, name: str) -> str:
        """The option's value as written, or nothing."""
        return dict(self.options).get(name, "")

    def option_words(self, name: str) -> tuple[Phrase, ...]:
        """The words of an option that may hold expressions (headline, subtitle, source, caption, alt)."""
        return dict(self.options_as_words).get(name, ())


ProseBlock = ProseParagraph | ProseHeading | ProseList | ProseTable | ProseQuote | Directive


class Footnote(Struct, frozen=True):
    """A footnote's text; `last` is the line of the file that it ends in."""

    label: str
    content: tuple[Phrase, ...]
    location: Location
    last: int = 0


class Prose(Struct, frozen=True):
    """A Markdown file, or a Markdown field of a record."""

    blocks: tuple[ProseBlock, ...]
    notes: tuple[Footnote, ...] = field(default=())
    file: str = ""
