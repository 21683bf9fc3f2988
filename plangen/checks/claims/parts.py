"""Sentences that divide a whole: the whole, and the parts that are all there is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.pairs import MOST_FIGURES, pairs_in
from plangen.checks.text import Sentence

__all__ = ["Division", "divisions", "measured", "sum_of"]

_OF_THESE = re.compile(
    r"\b(?:of|from|among)\s+(?:these|those|which|whom|them)\b|\bof (?:the|these|our|its|all) (?=\d)|^of (?=\d)"
    r"|\bthis (?:number|total|figure) includes\b|\btogether\b|\bin (?:all|total)\b"
    r"|\baltogether\b|\bof the (?:\w+ )?total\b",
    re.I,
)
_SUM_TOLD = re.compile(r"\b(?:a total of|in (?:all|total),?|altogether,?|making|giving)\s+$", re.I)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_PARTS = 8


class Division(Struct, frozen=True):
    """A whole and its parts. `said` is set where words say that the parts make it up."""

    whole: TypedNumber
    parts: tuple[TypedNumber, ...]
    said: bool


def measured(sentence: Sentence) -> list[TypedNumber]:
    """The figures of a sentence that count or measure something, without remarks in brackets.

    None of a sentence with more figures than can be told apart.
    """
    if len(sentence.numbers) > MOST_FIGURES:
        return []
    remarks = [match.span() for match in _IN_BRACKETS.finditer(sentence.text)]
    return [
        n
        for n in sentence.numbers
        if n.exempt is None
        and n.unit is not NumberUnit.ORDINAL
        and not any(start < n.start < end for start, end in remarks)
    ]


def divisions(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Division]:
    """The wholes that the counts or amounts of `sentence` may divide, the nearest first.

    The whole stands first in the same sentence, or as a figure of one of the sentences `before`.
    """
    figures = [n for n in measured(sentence) if n.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS) and not n.signed]
    if pairs_in(sentence):
        return
    said = bool(_OF_THESE.search(sentence.text))
    if 3 <= len(figures) <= _MOST_PARTS + 1 and _alike(figures):
        yield Division(figures[0], tuple(figures[1:]), said)
        yield Division(
            figures[-1], tuple(figures[:-1]), bool(_SUM_TOLD.search(sentence.text[: figures[-1].start]))
        )
    if 2 <= len(figures) <= _MOST_PARTS and _alike(figures):
        for sentence_before in reversed(before):
            wholes = [n for n in measured(sentence_before) if n.unit is figures[0].unit and not n.signed]
            for whole in reversed(wholes):
                yield Division(whole, tuple(figures), said and whole is wholes[-1])


def sum_of(numbers: Sequence[TypedNumber]) -> Decimal:
    """The sum of what is printed."""
    return sum((number.value for number in numbers), Decimal(0))


def _alike(numbers: Sequence[TypedNumber]) -> bool:
    return len({n.unit for n in numbers}) == 1 and all(n.bound is Exactness.EXACT for n in numbers)
