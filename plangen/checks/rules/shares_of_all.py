"""PG811: shares that are all there is and do not make up 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.claims.parts import measured, sum_of
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["shares_of_all"]

_OPPOSITES = (
    ("male", "female"),
    ("males", "females"),
    ("men", "women"),
    ("boys", "girls"),
    ("yes", "no"),
    ("agree", "disagree"),
    ("urban", "rural"),
    ("full-time", "part-time"),
    ("household", "communal"),
    ("owned", "rented"),
    ("satisfied", "dissatisfied"),
    ("treatment", "control"),
    ("public", "private"),
    ("adults", "children"),
    ("domestic", "non-domestic"),
    ("repeat", "first-time"),
    ("under 18", "over 18"),
)
_REST = re.compile(r"(?<!of )(?<!of the )\b(?:the\s+)?(?:remaining|rest|remainder|others?)\b", re.I)
_NON = re.compile(r"\bnon-(\w+)|\bnot\s+(\w+)", re.I)
_MOVES = re.compile(r"\b(?:increas|decreas|r[io]se|fell|fallen|grew|up from|down from|from)\w*\b", re.I)
_DO_NOT = re.compile(r"\b(?:do|did|does|have|has|had|were|was|are|is|would|could) not\s*[.;,]?\s*$", re.I)
_SAME_VERB = re.compile(
    r"\b(?:was|were|is|are)\s+(?P<verb>\w+ed)\s+(?:to|in|by)\b.*\|.*\b(?:was|were|is|are)\s+(?P=verb)\s+(?:to|in|by)\b"
)
_NEAR = Decimal(20)
_MOST = 10


def shares_of_all(writing: Writing) -> Iterator[Finding]:
    """Shares of men and women, of what is and what is not, or with "the remaining", in one sentence or in two."""
    sentences = writing.sentences
    for index, sentence in enumerate(sentences):
        shares = _shares(sentence)
        rest = _REST.search(sentence.text)
        if len(shares) == 1 and rest and index and not _MOVES.search(sentence.text):
            both = [*_shares(sentences[index - 1]), *shares]
            text = f"{sentences[index - 1].text} {sentence.text}"
            if len(both) >= 2 and shares[0].start - rest.end() < 20:
                yield from _judged(sentence, both, text, 0.7)
        elif len(shares) >= 2 and not _MOVES.search(sentence.text):
            opposed = len(shares) == 2 and _opposed(sentence, shares)
            remaining = rest is not None and shares[-2].end <= rest.start() < shares[-1].start
            if opposed or remaining:
                yield from _judged(sentence, shares, sentence.text, 0.75)


def _shares(sentence: Sentence) -> list[TypedNumber]:
    return [n for n in measured(sentence) if n.unit is NumberUnit.PERCENT and not n.signed]


def _opposed(sentence: Sentence, shares: Sequence[TypedNumber]) -> bool:
    """Whether the words beside two shares are opposites: men and women, what is and what is not."""
    middle = (shares[0].end + shares[1].start) // 2
    between = sentence.text[shares[0].end : shares[1].start]
    turn = re.search(r"\band\b|,|;|\bwhile\b", between)
    middle = shares[0].end + turn.start() if turn else middle
    one, two = (
        set(re.findall(r"[a-z]+(?:-[a-z]+)*", part.lower()))
        for part in (sentence.text[:middle], sentence.text[middle:])
    )
    if _DO_NOT.search(sentence.text[middle:]):
        return True
    if _SAME_VERB.search(f"{sentence.text[:middle]} | {sentence.text[middle:]}"):
        return True
    if any((a in one and b in two) or (b in one and a in two) for a, b in _OPPOSITES):
        return True
    return any(
        word in other
        for text, other in ((sentence.text[:middle], two), (sentence.text[middle:], one))
        for word in _denied(text)
    )


def _denied(text: str) -> set[str]:
    return {(match[1] or match[2]).lower() for match in _NON.finditer(text)}


def _judged(sentence: Sentence, shares: Sequence[TypedNumber], quote: str, confidence: float) -> Iterator[Finding]:
    found = sum_of(shares)
    slack = sum((n.half for n in shares), Decimal(0))
    about = any(n.bound is not Exactness.EXACT for n in shares)
    slack = slack + 5 if about else max(slack, Decimal("0.5"))
    if len(shares) > _MOST or abs(found - 100) <= slack or abs(found - 100) > _NEAR:
        return
    added = " + ".join(n.text.strip() for n in shares)
    yield Finding(
        codes.PARTS_AND_TOTAL,
        confidence,
        quote,
        sentence.place,
        "100%",
        f"{shown(found, 2)}%",
        f"{added} is {shown(found, 2)}%, not 100%",
    )
