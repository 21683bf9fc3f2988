"""Every rule over the words of an edition, and how many of its figures are backed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from plangen.checks.editions.benchmark_words import words_of_benchmarks
from plangen.checks.editions.exempt import needs_source
from plangen.checks.editions.figures import typed_figures
from plangen.checks.editions.movement_words import words_of_movement
from plangen.checks.editions.names import Names
from plangen.checks.editions.passages import Passage
from plangen.checks.editions.remarks import Remark
from plangen.checks.editions.sentences import Said, sentences_of_passage
from plangen.checks.editions.streaks import words_of_runs
from plangen.checks.editions.subjects import Subject
from plangen.checks.editions.typed_records import typed_records
from plangen.checks.numbers import numbers_in
from plangen.measures.evidence import Evidence

__all__ = ["Coverage", "coverage_of", "prose_remarks"]


class Coverage(Struct, frozen=True):
    """How many of the figures in words an expression made."""

    backed: int
    figures: int

    @property
    def share(self) -> float:
        """Backed figures as a share of all, 1 where there are none."""
        return self.backed / self.figures if self.figures else 1.0

    def __str__(self) -> str:
        return f"{self.backed} of {self.figures} figures backed"


def coverage_of(passages: Iterable[Passage]) -> Coverage:
    """The coverage of the words of an edition: every figure an expression shows, and every typed measurement."""
    backed = typed = 0
    for passage in passages:
        backed += sum(bool(numbers_in(passage.text[f.start : f.end])) for f in passage.shown)
        for said in sentences_of_passage(passage) if numbers_in(passage.text) else ():
            typed += sum(needs_source(said, number) for number in said.literals)
    return Coverage(backed, backed + typed)


def prose_remarks(evidence: Evidence, passages: Iterable[Passage], names: Names) -> Iterator[Remark]:
    """What every rule says of the words of an edition."""
    for passage in passages:
        before: tuple[Subject, ...] = ()
        for said in sentences_of_passage(passage):
            named = _named(said, names)
            subjects = named or _about(passage)
            yield from typed_figures(evidence, said, subjects or before, sure=len(subjects) == 1)
            subjects = subjects or before
            if not passage.hoped:
                yield from words_of_movement(evidence, said, names, before)
                yield from words_of_benchmarks(evidence, said, subjects)
                yield from words_of_runs(evidence, said, subjects)
            yield from typed_records(evidence, said, subjects)
            before = named or before


def _named(said: Said, names: Names) -> tuple[Subject, ...]:
    return tuple(dict.fromkeys(Subject(mention.indicators) for mention in names.mentions(said.text)))


def _about(passage: Passage) -> tuple[Subject, ...]:
    return (Subject(passage.about),) if len(passage.about) == 1 else ()
