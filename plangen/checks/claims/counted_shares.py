"""Counts that a sentence gives together with their share.

"2,629 (60%)", "58.5% (154)", "A and B, which is x% and y%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.claims.words import stems
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.text import Sentence

__all__ = ["CountedShare", "counted_shares"]

_BRACKET = re.compile(
    r"^(?:\s+[a-z][\w'’-]*){0,3}\s*\((?:or|about|around|approximately|approx\.?|just over"
    r"|just under|n\s?=|=|,|\s)*$",
    re.I,
)
_IS = re.compile(
    r"^(?:\s+[\w'’,-]+){0,9}?\s+(?:(?:which\s+)?represent(?:s|ed|ing)|equat(?:es|ing) to"
    r"|equivalent to|account(?:s|ed|ing) for"
    r"|mak(?:es|ing) up)\s+(?:about|around|just over|just under|approximately|some|nearly|over)?\s*$",
    re.I,
)
_ASIDE = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|growth|change|up|down|compared|target|from|per)\b", re.I
)


class CountedShare(Struct, frozen=True):
    """A count and the percentage that it is of something.

    `of` are the stems that name it, none where it is not named.
    """

    count: TypedNumber
    share: TypedNumber
    of: frozenset[str] = frozenset()


def counted_shares(sentence: Sentence) -> Iterator[CountedShare]:
    """The pairs of a sentence, those told "respectively" too."""
    figures = [
        n for n in sentence.numbers if n.exempt is None and n.total is None and n.unit is not NumberUnit.ORDINAL
    ]
    for one, two in pairwise(figures):
        between = sentence.text[one.end : two.start]
        if {one.unit, two.unit} != {NumberUnit.PLAIN, NumberUnit.PERCENT} or _ASIDE.search(between):
            continue
        if _BRACKET.match(between) or (one.unit is NumberUnit.PLAIN and _IS.match(between)):
            pair = CountedShare(one, two) if one.unit is NumberUnit.PLAIN else CountedShare(two, one)
            if _is_pair(pair) and not _changes(sentence, pair) and not _is_whole(sentence, pair):
                yield replace(pair, of=_whole_named(sentence, pair))
    yield from _respectively(sentence, figures)


def _respectively(sentence: Sentence, figures: list[TypedNumber]) -> Iterator[CountedShare]:
    if "respectively" not in sentence.text.lower():
        return
    counts = [n for n in figures if n.unit is NumberUnit.PLAIN]
    shares = [n for n in figures if n.unit is NumberUnit.PERCENT]
    if len(counts) == len(shares) >= 2 and counts[-1].end <= shares[0].start:
        for count, share in zip(counts, shares, strict=True):
            if _is_pair(CountedShare(count, share)):
                yield CountedShare(count, share, _whole_named(sentence, CountedShare(counts[-1], shares[-1])))


_OF = re.compile(r"^[\s)]*(?:respectively\s*)?of\s+(?:the\s+|all\s+|our\s+)?(?P<whole>[a-z][\w' -]{2,40})", re.I)


def _whole_named(sentence: Sentence, pair: CountedShare) -> frozenset[str]:
    """The words that say what a share is of, where they follow it: "5.3% (5,093) of the households"."""
    match = _OF.match(sentence.text[max(pair.count.end, pair.share.end) :])
    return stems(match["whole"]) if match else frozenset()


def _is_whole(sentence: Sentence, pair: CountedShare) -> bool:
    """Whether the count is the whole of another: "86 out of 120 (72%)"."""
    return bool(re.search(r"\d\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?$", sentence.text[: pair.count.start]))


def _is_pair(pair: CountedShare) -> bool:
    whole = pair.count.value == pair.count.value.to_integral() and pair.count.value > 0 and not pair.count.signed
    return whole and 0 < pair.share.value <= 100 and not pair.share.signed and pair.count.bound is Exactness.EXACT


_CHANGED = re.compile(
    r"\b(?:increas|decreas|reduc|r[io]se|risen|fell|fall|fallen|grew|grow|growth|drop|up|down|more|fewer|less)\w*\b",
    re.I,
)


def _changes(sentence: Sentence, pair: CountedShare) -> bool:
    """Whether the percentage is a change: "an increase of 8% (17,304)"."""
    start = min(pair.count.start, pair.share.start)
    end = max(pair.count.end, pair.share.end)
    before = re.split(r"[,;)]", sentence.text[max(0, start - 30) : start])[-1].replace("made up", "")
    return bool(_CHANGED.search(before) or _CHANGED.match(sentence.text[end:].lstrip(" )")))
