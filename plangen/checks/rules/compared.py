"""PG815: "higher than", "below", "more than" between two levels that lie the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plangen.checks.claims.parts import measured
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["compared"]

_WORD = re.compile(
    r"\b(?P<up>higher|above|greater|more|larger|better|longer|older|exceed(?:s|ed))\b|\b(?P<down>lower|below|fewer|less|smaller"
    r"|worse|shorter|younger)\b",
    re.I,
)
_THAN = re.compile(
    r"^(?:\s+than)?\s+(?:(?:the|in|that|those|of|for|a|an|our|its|their)\s+)*(?:[\w'’/&-]+\s+){0,9}?", re.I
)
_BREAK = re.compile(
    r"[;:]|\b(?:and|but|while|whereas|although|or|if|aim|expected|by|than\s+(?:last|expected|usual))\b",
    re.I,
)
_ASIDE = re.compile(
    r"\b(?:not|no longer|neither|nor|if|should|would|could|more than|less than|fewer than)\s*$", re.I
)
_REACH = 110
_JUST_BEFORE = re.compile(
    r"^[\s,;(–-]*(?:per\s+[\d,]+(?:\s+\w+){0,2}|years?|days?|minutes?|in\s+[\w/]+|for\s+\w+)?[\s,)–-]*(?:which|that|this|it|and)?\s*"
    r"(?:(?:is|was|are|were|remains?|being|stands?|slightly|significantly|much|far|well|still"
    r"|just|also|a little|considerably"
    r"|somewhat|now|marginally)\s+)*$",
    re.I,
)
"""What may stand between a level and its word of comparison; anything else makes the second level a threshold."""


def compared(writing: Writing) -> Iterator[Finding]:
    """A level, a word of comparison, and the level it is compared with: in one sentence, or over two."""
    before: Sentence | None = None
    for sentence in writing.sentences:
        yield from _within(sentence)
        yield from _spoken_of(sentence)
        if before is not None:
            yield from _over_two(before, sentence)
        before = sentence


def _levels(sentence: Sentence) -> list[TypedNumber]:
    return [
        n
        for n in measured(sentence)
        if n.unit in (NumberUnit.PLAIN, NumberUnit.PERCENT, NumberUnit.POUNDS)
        and n.total is None
        and not n.signed
        and not n.spelled
        and n.bound is Exactness.EXACT
    ]


def _within(sentence: Sentence) -> Iterator[Finding]:
    """Forms like "at 3.8%, higher than England (4.2%)" and "4.1, which is below the average of 3.9"."""
    levels = _levels(sentence)
    for word in _WORD.finditer(sentence.text):
        earlier = [n for n in levels if n.end <= word.start()]
        later = [n for n in levels if n.start >= word.end()]
        if not earlier or not later or earlier[-1].unit is not later[0].unit:
            continue
        between = sentence.text[earlier[-1].end : word.start()]
        after = sentence.text[word.end() : later[0].start]
        if _BREAK.search(after) or not _JUST_BEFORE.match(between) or len(after) > _REACH:
            continue
        if _is_difference(sentence, earlier[-1], word) or _ASIDE.search(sentence.text[: word.start()]):
            continue
        than = (
            word[0].lower() in ("above", "below")
            or word[0].lower().startswith("exceed")
            or after.lstrip().startswith("than")
        )
        if than:
            yield from _judged(sentence, sentence.text, word, [(earlier[-1], later[0])], 0.75)


_IT = re.compile(
    r"\b(?:so|and|which means|meaning|but)\s+(?:that\s+)?(?:we are|ours is|it is|the \w+ is|we were|ours was)\s+"
    r"(?:well |far |just |still )?"
    r"(?P<word>above|below|higher|lower)\b(?:\s+than)?\s+(?:it|that|this|average)\b",
    re.I,
)
_COLON = re.compile(r"\b(?P<word>less|more|lower|higher|fewer)\b[^:.;<>\d]{0,50}\bthan\b[^:.;\d]{0,40}:\s*$", re.I)


def _spoken_of(sentence: Sentence) -> Iterator[Finding]:
    """Two levels, and what is said of them in other words.

    Forms: "ours is 11.2, the group's 12.9, so we are below it"; "women feel less safe than men: 49% against 63%".
    """
    levels = _levels(sentence)
    word = _IT.search(sentence.text)
    if word:
        pair = [n for n in levels if n.end <= word.start()]
        if (len(pair) == 2 and pair[0].unit is pair[1].unit) or (len(pair) > 2 and pair[-1].half == pair[-2].half):
            yield from _worded(sentence, word["word"], (pair[-2], pair[-1]))
    for one, two in pairwise(levels):
        told = _COLON.search(sentence.text[: one.start])
        joined = re.fullmatch(
            r"[^.;\d]{0,20}\b(?:against|compared with|to|versus|vs\.?|and)\s+", sentence.text[one.end : two.start]
        )
        if told and joined and one.unit is two.unit:
            yield from _worded(sentence, told["word"], (one, two))


def _worded(sentence: Sentence, word: str, pair: tuple[TypedNumber, TypedNumber]) -> Iterator[Finding]:
    found = _WORD.search(word)
    if found:
        yield from _judged(sentence, sentence.text, found, [pair], 0.7)


def _is_difference(sentence: Sentence, number: TypedNumber, word: re.Match[str]) -> bool:
    """Whether the figure before a word is how much more or fewer.

    "24 fewer", "0.2 years more", "4% fewer crimes".
    """
    return bool(
        re.fullmatch(r"\s*(?:[\w%-]+\s+){0,3}", sentence.text[number.end : word.start()])
    ) and not re.search(r"\b(?:which|is|was|are|were|that|at)\b|,", sentence.text[number.end : word.start()])


def _over_two(before: Sentence, sentence: Sentence) -> Iterator[Finding]:
    """Forms like "It was 83.7 for women. That is above England, which was 83.1": as many levels in both."""
    here = _levels(sentence)
    there = [n for n in _levels(before) if here and n.unit is here[0].unit]
    words = list(_WORD.finditer(sentence.text))
    if len(words) != 1 or not here or len(here) != len(there) or len(here) > 2:
        return
    if {n.unit for n in here} != {n.unit for n in there} or len({n.unit for n in here}) != 1:
        return
    (word,) = words
    if _ASIDE.search(sentence.text[: word.start()]) or re.search(
        r"\bthan\s+(?:last|usual|expected)\b", sentence.text
    ):
        return
    than = word[0].lower() in ("above", "below") or re.match(r"\s+than\b", sentence.text[word.end() :])
    if not than:
        return
    if here[0].start > word.end():  # "this is above England, which was 83.1": ours is the one before
        pairs = list(zip(there, here, strict=True))
    elif re.search(r"\b(?:which is|that is|this is|is|was)\b", sentence.text[here[-1].end : word.start()]):
        pairs = list(zip(here, there, strict=True))
    else:
        return
    yield from _judged(sentence, f"{before.text} {sentence.text}", word, pairs, 0.65)


def _judged(
    sentence: Sentence,
    quote: str,
    word: re.Match[str],
    pairs: Sequence[tuple[TypedNumber, TypedNumber]],
    confidence: float,
) -> Iterator[Finding]:
    up = word["up"] is not None
    if word[0].lower() in ("better", "worse") or any(one.value == two.value for one, two in pairs):
        return
    if all((one.value < two.value) is up for one, two in pairs) and all(
        _comparable(one, two) for one, two in pairs
    ):
        one, two = pairs[0]
        really = "lower" if up else "higher"
        yield Finding(
            codes.DIRECTION_DENIED,
            confidence,
            quote,
            sentence.place,
            word[0],
            really,
            f"“{word[0]}”, but {one.text.strip()} is {really} than {two.text.strip()}",
        )


def _comparable(one: TypedNumber, two: TypedNumber) -> bool:
    """Whether two levels can be of one kind: neither is ten times the other."""
    low, high = sorted((abs(one.value), abs(two.value)))
    return low * 10 > high
