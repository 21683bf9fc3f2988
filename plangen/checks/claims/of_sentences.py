"""Sentences as claims: a claim for each figure that is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.checks.claims.claim import Claim, ClaimRole, Source
from plangen.checks.claims.of_cells import per_in
from plangen.checks.claims.times import times_in
from plangen.checks.claims.words import stems
from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.checks.pairs import MOST_FIGURES
from plangen.checks.text import Sentence

__all__ = ["claims_of_sentence", "clause_of"]

_CLAUSE = re.compile(r";|\b(?:while|whilst|whereas|but|although)\b|,\s+(?:and|with|compared)\b|\.\s")
_CHANGE_BEFORE = re.compile(
    r"\b(?:by|up|down|increase|decrease|reduction|rise|fall|drop|growth|decline|change|difference|gap)\b"
    r"(?:\s+(?:of|by|was|is|just|a|an|about|around|over|nearly|almost|some|further|only))*\s*$",
    re.I,
)
_CHANGE_AFTER = re.compile(
    r"^\s*(?:percentage points?\s+)?(?:\w+\s+){0,2}?(?:more|fewer|less|higher|lower|increase"
    r"|decrease|reduction|rise|fall"
    r"|drop|up|down|greater|growth|decline|change)\b",
    re.I,
)
_TARGET = re.compile(r"\b(?:target|aim|goal|ambition|by 20\d\d)\b", re.I)


def claims_of_sentence(sentence: Sentence) -> Iterator[Claim]:
    """The figures of a sentence, each with the words of its clause."""
    for number in sentence.numbers if len(sentence.numbers) <= MOST_FIGURES else ():
        if number.exempt is not None or number.unit is NumberUnit.ORDINAL or number.total is not None:
            continue
        clause = clause_of(sentence, number)
        times = times_in(clause) or times_in(sentence.text)
        yield Claim(
            Source.SENTENCE,
            _role(sentence, number, clause),
            number,
            stems(clause),
            stems(_between_figures(sentence, number)),
            times,
            per_in(sentence.text[number.end : number.end + 60]),
            sentence.place,
            sentence.text,
            before=sentence.text[max(0, number.start - 60) : number.start],
        )


def clause_of(sentence: Sentence, number: TypedNumber) -> str:
    """The clause that holds `number`: what lies between two breaks of the sentence."""
    start, end = 0, len(sentence.text)
    for match in _CLAUSE.finditer(sentence.text):
        if match.end() <= number.start:
            start = match.end()
        elif match.start() >= number.end:
            end = match.start()
            break
    return sentence.text[start:end]


def _between_figures(sentence: Sentence, number: TypedNumber) -> str:
    """The words from the figure before `number` to the one after it."""
    others = [n for n in sentence.numbers if n.exempt is None and n is not number]
    start = max((n.end for n in others if n.end <= number.start), default=0)
    end = min((n.start for n in others if n.start >= number.end), default=len(sentence.text))
    return sentence.text[start:end]


def _role(sentence: Sentence, number: TypedNumber, clause: str) -> ClaimRole:
    before, after = sentence.text[: number.start], sentence.text[number.end :]
    if number.signed or number.unit is NumberUnit.POINTS:
        return ClaimRole.CHANGE
    if _CHANGE_BEFORE.search(before[-60:]) or _CHANGE_AFTER.match(after):
        return ClaimRole.CHANGE
    if _TARGET.search(clause):
        return ClaimRole.TARGET
    return ClaimRole.SHARE if number.unit is NumberUnit.PERCENT else ClaimRole.LEVEL
