"""PG814: "doubled", "halved" and the like where the two figures beside the word say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.arithmetic import range_of, ratio, shown
from plangen.checks.directions import DirectionWord
from plangen.checks.finding import Finding
from plangen.checks.pairs import Pair, pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["factors"]

_BEFORE = re.compile(
    r"^(?:\s+(?:in|over|since)\s[^,.;<]{0,30})?,?\s*(?:\(|from\b|to\b|[a-z ]{0,20}from\b).{0,20}$|^\s*$", re.I
)
_BEHIND = re.compile(
    r"^[\s,–(-]*(?:(?:more than|nearly|almost|effectively|over|about|around|a|it has|which is|has)\s+)*$", re.I
)


def factors(writing: Writing) -> Iterator[Finding]:
    """Words that name a factor, against the two levels just behind or before them."""
    for sentence in writing.sentences:
        words = [word for word in sentence.directions if word.factor is not None]
        pairs = pairs_in(sentence) if words else ()
        for word in words:
            for pair in pairs:
                if len(pairs) == 1 and _belongs(sentence, word, pair):
                    yield from _judged(sentence, word, pair)


def _belongs(sentence: Sentence, word: DirectionWord, pair: Pair) -> bool:
    if pair.start <= word.start < pair.end:
        return True
    if word.end <= pair.start:
        return bool(_BEFORE.match(sentence.text[word.end : pair.start]))
    return bool(_BEHIND.match(sentence.text[pair.end : word.start]))


def _judged(sentence: Sentence, word: DirectionWord, pair: Pair) -> Iterator[Finding]:
    times = ratio(range_of(pair.after), range_of(pair.before))
    if times is None or word.factor is None or _fits(word, word.factor, times):
        return
    found = shown(pair.after.value / pair.before.value, 2)
    yield Finding(
        codes.FACTOR_IN_WORDS,
        0.85,
        sentence.text,
        sentence.place,
        f"{word.bound} {word.text}".strip(),
        f"{found} times",
        f"{pair.before.text} to {pair.after.text} is {found} times, which is not “{word.text}”",
    )


def _fits(word: DirectionWord, factor: Decimal, times: tuple[Decimal, Decimal]) -> bool:
    """A tenth short or a quarter over for the word; a fifth short for "nearly"; beyond it for "more than"."""
    low, high = times
    if factor > 1:
        if word.bound == "more":
            return high > factor
        return high >= factor * Decimal("0.8" if word.bound == "nearly" else "0.9") and low <= factor * Decimal(
            "1.25"
        )
    if word.bound == "more":
        return low < factor
    return low <= factor * Decimal("1.2" if word.bound == "nearly" else "1.1") and high >= factor * Decimal("0.75")
