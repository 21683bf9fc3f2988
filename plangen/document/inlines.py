"""What a line of text is made of. A `Value` is a figure that knows where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

__all__ = [
    "CrossReference",
    "InLanguage",
    "Inline",
    "LineBreak",
    "Link",
    "Note",
    "NoteMark",
    "Provenance",
    "Strong",
    "Text",
    "Value",
    "plain",
]


class Provenance(Struct, frozen=True):
    """Where a figure comes from: the result or fact it shows, how it was made, and the rows it was made of.

    `key` names the result (`all_crime.change 2010/11 Q1-Q2`) or the fact (`facts.yellow_cards`); `inputs` are
    places in the workspace (`content/data/plan.csv:4`), in the order the formula uses them.
    """

    key: str
    formula: str = ""
    inputs: tuple[str, ...] = ()


class Text(Struct, frozen=True):
    """Plain characters; `exact` where they stay as they were typed, as in a code span."""

    text: str
    exact: bool = False


class Value(Struct, frozen=True):
    """A figure as it is shown, with its source. Compose makes it; nobody types one."""

    text: str
    source: Provenance


class Strong(Struct, frozen=True):
    """Words that matter more."""

    children: tuple[Inline, ...]


class InLanguage(Struct, frozen=True):
    """A passage in another language than the document's; `language` is its BCP 47 tag (ISO 32000-1, 14.9.2)."""

    language: str
    children: tuple[Inline, ...]


class Link(Struct, frozen=True):
    """A link to an address (https, http or mailto; sources refuse every other scheme)."""

    address: str
    children: tuple[Inline, ...]


class CrossReference(Struct, frozen=True):
    """A link to the section or figure with the id `target`; its words are written out ("section 3")."""

    target: str
    children: tuple[Inline, ...]


class NoteMark(Struct, frozen=True):
    """The mark of the note `note`, shown as `[1]` on the baseline."""

    note: str
    label: str


class LineBreak(Struct, frozen=True):
    """A break that the writer asked for."""


Inline = Text | Value | Strong | InLanguage | Link | CrossReference | NoteMark | LineBreak


class Note(Struct, frozen=True):
    """A note: `label` is what its mark shows ("1" for [1]); `id` is unique in the document."""

    id: str
    label: str
    content: tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """The words of `inlines` without marks, links or emphasis, as for bookmarks and running heads."""
    words = []
    for inline in inlines:
        match inline:
            case Text(text) | Value(text, _):
                words.append(text)
            case Strong(children) | InLanguage(_, children) | Link(_, children) | CrossReference(_, children):
                words.append(plain(children))
            case LineBreak():
                words.append(" ")
            case NoteMark():
                pass
    return "".join(words)
