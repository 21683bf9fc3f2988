"""Phrases as officers write them become inlines: expressions become figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from plangen.compose.context import Context
from plangen.compose.tracing import about, computed, placed
from plangen.diagnostics import Location, PlangenError
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
    Directive,
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

__all__ = ["asked", "first_paragraph", "inlines", "note_label", "option_inlines", "quantity", "value"]

UNKNOWN = "?"
"""Stands for a figure that cannot be computed; a document with one is never written."""


def inlines(context: Context, phrases: Iterable[Phrase], location: Location, last: int = 0) -> tuple[Inline, ...]:
    """Finished words for `phrases`, which stand from `location` to line `last` of their file."""
    return placed(context, _inlines(context, phrases), location, last)


def option_inlines(context: Context, directive: Directive, name: str) -> tuple[Inline, ...]:
    """The words of an option that may hold expressions; the options follow the directive's first line."""
    names = [option for option, _ in directive.options]
    if name not in names:
        return ()
    line = directive.location.line + 1 + names.index(name)
    return inlines(context, directive.option_words(name), replace(directive.location, line=line))


def _inlines(context: Context, phrases: Iterable[Phrase]) -> tuple[Inline, ...]:
    return tuple(inline for phrase in phrases for inline in _inline(context, phrase))


def _inline(context: Context, phrase: Phrase) -> Iterator[Inline]:
    match phrase:
        case Words(text, exact):
            yield Text(text, exact)
        case Expression():
            yield value(context, phrase)
        case Emphasis(children):
            yield Strong(_inlines(context, children))
        case Foreign(language, children):
            yield InLanguage(language, _inlines(context, children))
        case ProseLink(address, children) if address.startswith("#"):
            number = context.chapters.get(address[1:], "")
            words = _inlines(context, children)
            if number:
                reference = Text(f" ({context.language.plan.section_reference(number)})")
                words = (*words, about(context, reference, "plan.yaml#parts"))
            yield CrossReference(address[1:], words)
        case ProseLink(address, children):
            yield Link(address, _inlines(context, children))
        case NoteReference(label):
            yield NoteMark(f"{context.note_scope}_note_{label}", context.marks.get(label, label))
        case Break():
            yield LineBreak()


def value(context: Context, expression: Expression) -> Value:
    """The figure an expression asks for; a problem goes into the ledger and `?` stands in its place."""
    found = _evaluated(context, expression)
    if found is None:
        missing = context.language.editions.figure_to_come() if context.awaits else UNKNOWN
        return computed(context, Value(missing, Provenance(expression.text)), (), expression.location)
    result, view = found
    return quantity(context, result, context.language.show(result, view), expression.location)


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


def quantity(context: Context, result: AnyResult, words: str, asked: Location | None = None) -> Value:
    """A figure: `words` with the source of `result`, which is thereby used. `asked`: by an expression there."""
    context.ledger.use(result)
    places = tuple(str(source.location) for source in result.inputs)
    shown = Value(words, Provenance(result.key, context.language.workings.working_of(result), places))
    return computed(context, shown, (result,), asked)


def first_paragraph(context: Context, prose: Prose) -> tuple[Inline, ...]:
    """The words of a one-line field."""
    for block in prose.blocks:
        if isinstance(block, ProseParagraph):
            return inlines(context, block.content, block.location, block.last)
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
