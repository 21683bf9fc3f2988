"""What officers wrote, as a reader sees it: words with their figures shown, and which of them a result made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from plangen.diagnostics import Location, PlangenError
from plangen.language.english import ENGLISH
from plangen.measures.evaluate import evaluate
from plangen.measures.evidence import Evidence
from plangen.model.aspect import View
from plangen.model.prose import (
    Break,
    Directive,
    Emphasis,
    Expression,
    Foreign,
    Phrase,
    Prose,
    ProseHeading,
    ProseLink,
    ProseList,
    ProseParagraph,
    ProseTable,
    Words,
)
from plangen.model.result import AnyResult
from plangen.sources.prose_walk import blocks_in

__all__ = ["Passage", "Shown", "passages"]


class Shown(Struct, frozen=True):
    """A figure that an expression made: where it stands in the passage's text, and the result it shows."""

    start: int
    end: int
    result: AnyResult
    view: View


class Passage(Struct, frozen=True):
    """A paragraph, heading, table cell or line of a record with its figures shown.

    `about` names the indicators it stands under: those of its measure, its chart or its record. `hoped` says
    that it tells what is wanted and not what has happened: an outcome, an action. `items` is the length of the
    list that it leads to, 0 where there is none.
    """

    text: str
    shown: tuple[Shown, ...]
    location: Location
    about: tuple[str, ...] = ()
    hoped: bool = False
    items: int = 0
    heading: bool = False

    def literal(self, start: int, end: int) -> bool:
        """Whether no expression had a part in the characters from `start` to `end`."""
        return not any(figure.start < end and start < figure.end for figure in self.shown)

    def shown_in(self, start: int, end: int) -> tuple[Shown, ...]:
        """The figures that begin between `start` and `end`."""
        return tuple(figure for figure in self.shown if start <= figure.start < end)


class _Line(Struct):
    """A line that is being put together."""

    evidence: Evidence
    text: str = ""
    shown: list[Shown] = field(default_factory=list)

    def add(self, phrases: Iterable[Phrase]) -> None:
        for phrase in phrases:
            match phrase:
                case Words(text):
                    self.text += text.replace("\N{NO-BREAK SPACE}", " ")
                case Expression():
                    self.figure(phrase)
                case Emphasis(children) | Foreign(_, children) | ProseLink(_, children, _):
                    self.add(children)
                case Break():
                    self.text += " "

    def figure(self, expression: Expression) -> None:
        try:
            result, view = evaluate(self.evidence, expression)
        except PlangenError:  # told where the edition is composed
            self.text += "\N{HORIZONTAL ELLIPSIS}"
            return
        words = ENGLISH.show(result, view)
        self.shown.append(Shown(len(self.text), len(self.text) + len(words), result, view))
        self.text += words


def passages(
    evidence: Evidence, prose: Prose, about: tuple[str, ...] = (), hoped: bool = False
) -> Iterator[Passage]:
    """Every passage of a piece of Markdown, in reading order, its notes last."""
    for passage in _passages(evidence, prose, about):
        yield replace(passage, hoped=hoped)


def _passages(evidence: Evidence, prose: Prose, about: tuple[str, ...]) -> Iterator[Passage]:
    blocks = tuple(blocks_in(prose.blocks))
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        match block:
            case ProseParagraph(content, location) | ProseHeading(_, content, location):
                items = len(following.items) if isinstance(following, ProseList) else 0
                for passage in _passage(evidence, content, location, about):
                    yield replace(passage, items=items, heading=isinstance(block, ProseHeading))
            case ProseTable(header, rows, _, location):
                for row in (header, *rows):
                    for cell in row:
                        yield from _passage(evidence, cell, location, about)
            case Directive():
                yield from _of_directive(evidence, block, about)
    for note in prose.notes:
        yield from _passage(evidence, note.content, note.location, about)


def _of_directive(evidence: Evidence, block: Directive, about: tuple[str, ...]) -> Iterator[Passage]:
    asked = tuple(dict.fromkeys(e.root for e in block.asked if evidence.indicator(e.root)))
    yield from _passage(evidence, block.words, block.location, about)
    for _, words in block.options_as_words:
        yield from _passage(evidence, words, block.location, asked or about)


def _passage(
    evidence: Evidence,
    phrases: Iterable[Phrase],
    location: Location,
    about: tuple[str, ...],
) -> Iterator[Passage]:
    line = _Line(evidence)
    line.add(phrases)
    if line.text.strip():
        yield Passage(line.text, tuple(line.shown), location, about)
