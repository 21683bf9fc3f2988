"""The sentences of a passage, each with its place in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.editions.passages import Passage, Shown
from plangen.checks.numbers import TypedNumber, numbers_in
from plangen.checks.text import sentences

__all__ = ["Said", "sentences_of_passage"]


class Said(Struct, frozen=True, dict=True):
    """A sentence of a passage: its text, and where it begins in the passage."""

    passage: Passage
    text: str
    offset: int

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """The figures that expressions made, by their place in the sentence."""
        inside = self.passage.shown_in(self.offset, self.offset + len(self.text))
        return tuple(replace(f, start=f.start - self.offset, end=f.end - self.offset) for f in inside)

    @cached_property
    def literals(self) -> tuple[TypedNumber, ...]:
        """The figures that somebody typed, those exempt from a source too."""
        return tuple(n for n in numbers_in(self.text) if self.literal(n.start, n.end))

    def literal(self, start: int, end: int) -> bool:
        """Whether somebody typed the characters from `start` to `end`."""
        return self.passage.literal(self.offset + start, self.offset + end)


def sentences_of_passage(passage: Passage) -> Iterator[Said]:
    """The sentences of a passage, in order."""
    at = 0
    for sentence in sentences(passage.text):
        found = passage.text.find(sentence.text, at)
        at = max(found, at)
        yield Said(passage, sentence.text, at)
        at += len(sentence.text)
