"""Phrases as officers write them become inlines: expressions become figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.compose.context import Context
from plangen.diagnostics import PlangenError
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
)
from plangen.measures.evaluate import evaluate
from plangen.model.aspect import View
from plangen.model.prose import (
    Break,
    Emphasis,
    Expression,
    Foreign,
    NoteReference,
    Phrase,
    Prose,
    ProseLink,
    ProseParagraph,
    Words,
)
from plangen.model.result import AnyResult

__all__ = ["asked", "first_paragraph", "inlines", "note_label", "quantity", "value"]

UNKNOWN = "?"
"""Stands for a figure that cannot be computed; a document with one is never written."""


def inlines(context: Context, phrases: Iterable[Phrase]) -> tuple[Inline, ...]:
    """Finished words for `phrases`."""
    return tuple(inline for phrase in phrases for inline in _inline(context, phrase))


def _inline(context: Context, phrase: Phrase) -> Iterator[Inline]:
    match phrase:
        case Words(text, exact):
            yield Text(text, exact)
        case Expression():
            yield value(context, phrase)
        case Emphasis(children):
            yield Strong(inlines(context, children))
        case Foreign(language, children):
            yield InLanguage(language, inlines(context, children))
        case ProseLink(address, children) if address.startswith("#"):
            number = context.chapters.get(address[1:], "")
            words = inlines(context, children)
            if number:
                words = (*words, Text(f" ({context.language.plan.section_reference(number)})"))
            yield CrossReference(address[1:], words)
        case ProseLink(address, children):
            yield Link(address, inlines(context, children))
        case NoteReference(label):
            yield NoteMark(f"{context.note_scope}_note_{label}", context.marks.get(label, label))
        case Break():
            yield LineBreak()


def value(context: Context, expression: Expression) -> Value:
    """The figure an expression asks for; a problem goes into the ledger and `?` stands in its place."""
    found = _evaluated(context, expression)
    if found is None:
        return Value(UNKNOWN, Provenance(expression.text))
    result, view = found
    return quantity(context, result, context.language.show(result, view))


def asked(context: Context, expression: Expression) -> AnyResult | None:
    """The result an expression asks for, or None with its problem in the ledger."""
    found = _evaluated(context, expression)
    return found[0] if found else None


def _evaluated(context: Context, expression: Expression) -> tuple[AnyResult, View] | None:
    try:
        return evaluate(context.evidence, expression)
    except PlangenError as problem:
        context.ledger.report(problem.diagnostics)
        return None


def quantity(context: Context, result: AnyResult, words: str) -> Value:
    """A figure: `words` with the source of `result`, which is thereby used."""
    context.ledger.use(result)
    places = tuple(str(source.location) for source in result.inputs)
    return Value(words, Provenance(result.key, context.language.workings.working_of(result), places))


def first_paragraph(context: Context, prose: Prose) -> tuple[Inline, ...]:
    """The words of a one-line field."""
    for block in prose.blocks:
        if isinstance(block, ProseParagraph):
            return inlines(context, block.content)
    return ()


def note_label(notes: list[Note], note: str, words: tuple[Inline, ...]) -> str:
    """The label of the note under a table that says `words`: one note, however many rows have its mark.

    A note that is not among `notes` yet is added to them, with the id `note`.
    """
    label = next((known.label for known in notes if known.content == words), "")
    if not label:
        label = str(len(notes) + 1)
        notes.append(Note(note, label, words))
    return label
