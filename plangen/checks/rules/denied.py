"""PG815: a word of direction that the two figures beside it deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.directions import Way
from plangen.checks.finding import Finding
from plangen.checks.pairs import Pair, pairs_in
from plangen.checks.rules.moves import change_word, nearest, with_remark
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["denied"]

_LOWER = re.compile(r"decreas|reduc|fall|fell|drop|declin|down|cut", re.I)
_HIGHER = re.compile(r"increas|rise|rose|growth|grew|grown|up|uplift", re.I)
_BREAK = re.compile(r"[.;,]|\band\b|\b(?:range|rang\w+|vary|varied)\b", re.I)
_PACE = re.compile(
    r"\b(?:slow(?:ed|s|ing)?|eas(?:ed|es|ing)|weaken\w*|cool(?:ed|ing)|moderat\w+|decelerat\w+|accelerat\w+|quicken\w*"
    r"|narrow\w*|widen\w*|revis\w+|improv\w+|worsen\w*|went|moved|changed|strengthen\w*)\b",
    re.I,
)
_NOUN = re.compile(r"^(?:increases?|decreases?|reductions?|rises?|falls?|drops?|growth|declines?)$", re.I)


def denied(writing: Writing) -> Iterator[Finding]:
    """Forms like "rose from 30 to 25" and "from 40 to 52, a reduction of 30%"."""
    for position in range(len(writing.sentences)):
        sentence = with_remark(writing.sentences, position)
        pairs = pairs_in(sentence)
        for pair in pairs:
            yield from _verb(sentence, pair)
            for number in sentence.numbers:
                word = change_word(sentence, number)
                if word and nearest(sentence, number, pair, pairs):
                    yield from _judged(sentence, pair, word)


def _verb(sentence: Sentence, pair: Pair) -> Iterator[Finding]:
    """The last word of direction before the pair, with no figure and no other clause between."""
    words = [word for word in sentence.directions if word.end <= pair.start and word.way is not Way.SAME]
    if not words:
        return
    word = words[-1]
    between = re.sub(r"^\s+\w+ly,(?=\s+from\b)", "", sentence.text[word.end : pair.start])
    if (
        len(between) > 40
        or not re.search(r"\b(?:from|to)\b|\((?:to\s+)?$", between)
        or _BREAK.search(between)
        or _PACE.search(between)
    ):
        return
    if any(word.end <= n.start < pair.start for n in sentence.numbers):
        return
    bracket = between.endswith("(") and between.startswith((" on", " ("))
    if word.text[:1].isupper() or (
        not bracket and not between.startswith((" from", " to", " by", " steadily")) and not _NOUN.match(word.text)
    ):
        return
    yield from _judged(sentence, pair, word.text)


def _judged(sentence: Sentence, pair: Pair, word: str) -> Iterator[Finding]:
    gap = pair.after.value - pair.before.value
    if not ((gap > 0 and _LOWER.match(word)) or (gap < 0 and _HIGHER.match(word))):
        return
    really = "up" if gap > Decimal(0) else "down"
    yield Finding(
        codes.DIRECTION_DENIED,
        0.85,
        sentence.text,
        sentence.place,
        word,
        really,
        f"“{word}”, but {pair.before.text} to {pair.after.text} is {really}",
    )
