"""PG812, PG825: "this is a reduction of 9%", where the levels stand in the sentence before, or in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.arithmetic import agrees, percent_change, range_of, shown, shown_percent
from plangen.checks.claims.parts import measured
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.pairs import pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import Code, codes

__all__ = ["changes_over_two"]

_THIS_IS = re.compile(
    r"\b(?:this|that|which)\s+(?:is|was|represents?|means|equates to|amounts to)\s+(?:an?\s+)?(?:overall\s+)?"
    r"(?:(?:increase|decrease|reduction|rise|fall|drop|change|growth)\s+of\s+)?(?:about\s+|around\s+|nearly\s+|over\s+)?$",
    re.I,
)
_MORE = re.compile(r"^\s*(?:more|fewer|less|higher|lower|increase|decrease|reduction|rise|fall|drop)\b", re.I)
_OF = re.compile(r"\b(?:increase|decrease|reduction|rise|fall|drop|change|growth)\s+of\s", re.I)


def changes_over_two(writing: Writing) -> Iterator[Finding]:
    """A change that points back, against the pair of the sentence before, or a level there and one here."""
    before: Sentence | None = None
    for sentence in writing.sentences:
        change = _change(sentence)
        levels = _levels(before, sentence, change) if before is not None and change is not None else None
        if before is not None and change is not None and levels is not None:
            yield from _judged(before, sentence, change, levels)
        before = sentence


def _change(sentence: Sentence) -> TypedNumber | None:
    for number in measured(sentence):
        lead = _THIS_IS.search(sentence.text[: number.start])
        if lead and (_OF.search(lead[0]) or _MORE.match(sentence.text[number.end :])):
            return number if number.bound is Exactness.EXACT else None
    return None


def _levels(before: Sentence, sentence: Sentence, change: TypedNumber) -> tuple[TypedNumber, TypedNumber] | None:
    """The earlier and the later level."""
    own = [
        n
        for n in measured(sentence)
        if n is not change and n.end <= change.start and n.unit is not NumberUnit.POINTS
    ]
    pairs = pairs_in(before)
    if not own and len(pairs) == 1:
        return pairs[0].before, pairs[0].after
    there = [n for n in measured(before) if own and n.unit is own[0].unit]
    if len(own) == 1 and there and not pairs and _alike(own[0], there[0]):
        return own[0], there[0]
    return None


def _alike(one: TypedNumber, two: TypedNumber) -> bool:
    low, high = sorted((abs(one.value), abs(two.value)))
    return low * 4 > high


def _judged(
    before: Sentence, sentence: Sentence, stated: TypedNumber, levels: tuple[TypedNumber, TypedNumber]
) -> Iterator[Finding]:
    earlier, later = levels
    quote = f"{before.text} {sentence.text}"
    if stated.unit is NumberUnit.PERCENT and earlier.unit is not NumberUnit.PERCENT:
        change = percent_change(range_of(earlier, exact=True), range_of(later, exact=True))
        if change and not agrees(stated, (min(map(abs, change)), max(map(abs, change)))):
            really = shown_percent(100 * (later.value - earlier.value) / earlier.value)
            yield _finding(codes.CHANGE_OF_FIGURES, quote, sentence, stated, levels, really)
    elif stated.unit is earlier.unit and stated.unit is not NumberUnit.PERCENT:
        gap = abs(later.value - earlier.value)
        if abs(gap - stated.value) > (Decimal(0) if stated.half == Decimal("0.5") else 3 * stated.half):
            yield _finding(codes.MORE_THAN_BEFORE, quote, sentence, stated, levels, shown(gap, 2))


def _finding(
    kind: Code,
    quote: str,
    sentence: Sentence,
    stated: TypedNumber,
    levels: tuple[TypedNumber, TypedNumber],
    really: str,
) -> Finding:
    said = stated.text.strip()
    why = f"{levels[0].text.strip()} to {levels[1].text.strip()} is {really}, not {said}"
    return Finding(kind, 0.7, quote, sentence.place, said, really, why)
