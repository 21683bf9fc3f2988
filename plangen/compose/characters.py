"""The last step of composing: every word of a document that a reader sees, in the characters of its language.

Everything in the tree is words unless it is named here, so that nothing new is forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import is_
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from plangen.document.blocks import Attachment, Document, Figure, Metadata, Picture, Section
from plangen.document.charts import FigureMarks
from plangen.document.drawing import Drawing
from plangen.document.inlines import (
    CrossReference,
    InLanguage,
    Inline,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Provenance,
    Strong,
    Text,
    Value,
    plain,
)
from plangen.kept import NOTHING_KEPT, KeptResults, Same, Step
from plangen.language.characters import Characters, typeset

__all__ = ["in_characters"]

_NAMES: dict[type[Struct], tuple[str, ...]] = {
    CrossReference: ("target",),
    Figure: ("id",),
    InLanguage: ("language",),
    Link: ("address",),
    Metadata: ("edition", "version", "digest", "language"),
    Note: ("id",),
    Section: ("id", "number"),
}
"""The fields of each kind of node that name something, and are no words."""

_WITHOUT_WORDS = (Attachment, Drawing, FigureMarks, NoteMark, Picture, Provenance)
"""Kinds of nodes that stay as they are."""

_NODES = (str, tuple, Struct)
"""What a field holds that has words in it."""


def in_characters(document: Document, characters: Characters, kept: KeptResults = NOTHING_KEPT) -> Document:
    """`document` with the quotation marks and dashes of its language; `kept` may have sections of it."""
    made: Document = _node(document, characters, kept)
    return made


def _node(value: Any, characters: Characters, kept: KeptResults) -> Any:
    match value:
        case str():
            return typeset(value, characters)
        case tuple() if value and isinstance(value[0], Inline):
            return _same(value, _line(value, characters, ""))
        case tuple():
            return _same(value, tuple([_node(part, characters, kept) for part in value]))
        case Text(_, True):
            return value
        case Section():
            name = (Same(value), Same(characters))
            return kept.take(Step.CHARACTERS, name, lambda: _with_words(value, characters, kept))
        case Struct():
            return _with_words(value, characters, kept)
        case _:
            return value


def _with_words(node: Struct, characters: Characters, kept: KeptResults) -> Struct:
    """A node with all of its words in characters."""
    fields = [(name, getattr(node, name)) for name in _fields(type(node))]
    made = [(name, field, _node(field, characters, kept)) for name, field in fields if isinstance(field, _NODES)]
    changed = {name: new for name, field, new in made if new is not field}
    return replace(node, **changed) if changed else node


@cache
def _fields(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a kind of node that hold words, or nodes that have some."""
    names = _NAMES.get(kind, ())
    return () if issubclass(kind, _WITHOUT_WORDS) else tuple(n for n in kind.__struct_fields__ if n not in names)


def _same(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """What was before where nothing has changed, so that most of a tree stays as it is."""
    return before if all(map(is_, before, after)) else after


def _line(inlines: Sequence[Inline], characters: Characters, before: str) -> tuple[Inline, ...]:
    """The inlines of a line: whether a quotation mark opens, what stands before it in the line decides."""
    made: list[Inline] = []
    for inline in inlines:
        made.append(_inline(inline, characters, before))
        before = _last(inline, before)
    return tuple(made)


def _inline(inline: Inline, characters: Characters, before: str) -> Inline:
    match inline:
        case Text(text, False) | Value(text, _):
            new = typeset(text, characters, before)
            return inline if new is text else replace(inline, text=new)
        case Strong(children) | InLanguage(_, children) | Link(_, children) | CrossReference(_, children):
            line = _same(children, _line(children, characters, before))
            return inline if line is children else replace(inline, children=line)
        case Text() | NoteMark() | LineBreak():
            return inline


def _last(inline: Inline, before: str) -> str:
    """The last character of the line so far."""
    match inline:
        case NoteMark():
            return "]"
        case LineBreak():
            return ""
        case _:
            return plain((inline,))[-1:] or before
