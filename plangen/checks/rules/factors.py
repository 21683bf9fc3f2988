"""PG814: "doubled", "halved" and the like where the two figures beside the word say otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.arithmetic import range_of, ratio, shown
from plangen.checks.directions import DirectionWord
from plangen.checks.finding import Finding
from plangen.checks.rules.moves import Pair, pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing

__all__ = ["factors"]


def factors(writing: Writing) -> Iterator[Finding]:
    """Words that name a factor, against "from A to B" in the same sentence."""
    for sentence in writing.sentences:
        words = [word for word in sentence.directions if word.factor is not None]
        pairs = tuple(pairs_in(sentence))
        if len(words) == len(pairs) == 1:
            yield from _judged(sentence, words[0], pairs[0])


def _judged(sentence: Sentence, word: DirectionWord, pair: Pair) -> Iterator[Finding]:
    times = ratio(range_of(pair.after), range_of(pair.before))
    if times is None or word.factor is None or _fits(word, word.factor, times):
        return
    found = shown(pair.after.value / pair.before.value, 2)
    yield Finding(
        "PG814",
        0.85,
        sentence.text,
        sentence.place,
        f"{word.bound} {word.text}".strip(),
        f"{found} times",
        f"{pair.before.text} to {pair.after.text} is {found} times, which is not “{word.text}”",
    )


def _fits(word: DirectionWord, factor: Decimal, times: tuple[Decimal, Decimal]) -> bool:
    """A tenth either way for the bare word; a fifth short of it for "nearly"; at least as far for "more than"."""
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
