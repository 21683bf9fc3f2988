"""A stated change against the two figures it lies between.

PG812: "from A to B (an increase of C%)" where A to B is another change. PG813: a difference of percentages given
in percent. PG815: a word of direction that the two figures contradict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plangen.checks.arithmetic import agrees, percent_change, range_of, shown, shown_percent
from plangen.checks.directions import DirectionWord, Way
from plangen.checks.finding import Finding
from plangen.checks.numbers import Bound, Number, NumberUnit
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing

__all__ = ["Pair", "moves", "pairs_in"]

_FROM = re.compile(
    r"\bfrom(?:\s+(?:just|only|a|an|about|around|over|under|nearly|almost|more|less|than|some|the|high|low|of|figure|total|baseline|rate|position))*\s*$",
    re.I,
)
_OTHER_FROM = re.compile(r"\b(?:compared\s+(?:with|to)|against|previously|was)\s+(?:a\s+|the\s+)?$", re.I)
_TO = re.compile(
    r"^(?!.*\bfrom\b)(?:(?!\b(?:and|but|while|whereas)\b)[^.;])*?\bto(?:\s+(?:just|only|a|about|around|over|under|nearly|almost|more|less|than|some|the|total|of|now|stand|at))*\s*$",
    re.I,
)
_CLAUSE_END = re.compile(r"\b(?:while|whereas|but|although|whilst)\b|;", re.I)
_SPAN = 70


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that a sentence gives as before and after."""

    before: Number
    after: Number


def pairs_in(sentence: Sentence) -> Iterator[Pair]:
    """ "from A to B" and "to B from A", both of the same unit and no years or ages."""
    numbers = [n for n in sentence.numbers if n.exempt is None]
    for one, two in zip(numbers, numbers[1:], strict=False):
        between = sentence.text[one.end : two.start]
        if len(between) > _SPAN or not _comparable(one, two):
            continue
        before = sentence.text[: one.start]
        if _FROM.search(before) and _TO.search(between):
            yield Pair(one, two)
        elif re.search(r"\bto\s+$", before) and re.fullmatch(
            r"[^.;,]{0,40}?[\s,(]+from\s+(?:just\s+|only\s+|a\s+)?", between
        ):
            yield Pair(two, one)


def _comparable(one: Number, two: Number) -> bool:
    units = {one.unit, two.unit}
    if NumberUnit.ORDINAL in units or one.total or two.total:
        return False
    return len(units) == 1 and units <= {NumberUnit.PLAIN, NumberUnit.PERCENT, NumberUnit.POUNDS}


def moves(writing: Writing) -> Iterator[Finding]:
    """Stated changes that the two figures beside them do not give."""
    for position, sentence in enumerate(writing.sentences):
        follower = _bracket_after(writing.sentences, position)
        joined = Sentence(f"{sentence.text} {follower.text}", sentence.place) if follower else sentence
        pairs = tuple(pairs_in(joined))
        for pair in pairs:
            yield from _stated(joined, pair, pairs)
            yield from _worded(joined, pair)


def _bracket_after(sentences: Sequence[Sentence], position: int) -> Sentence | None:
    """A sentence that is only a remark in brackets belongs to the one before."""
    if position + 1 < len(sentences):
        after = sentences[position + 1]
        if (
            after.text.startswith("(")
            and len(after.text) < 80
            and after.paragraph == sentences[position].paragraph
        ):
            return after
    return None


_CHANGE = r"increase|decrease|reduction|rise|fall|drop|growth|decline|improvement|change|uplift|cut"
_NAMED_AFTER = re.compile(rf"^\s*(?:percentage\s+points?\s+)?(?:[a-z]+\s+)?(?P<word>{_CHANGE})\b", re.I)
_NAMED_BEFORE = re.compile(
    rf"(?:\b(?P<word>{_CHANGE})\s+(?:of|by)|\b(?P<verb>up|down|increas\w+|decreas\w+|reduc\w+|r[io]se\w*|fallen|fell|grew|grown|dropp?ed|improved)(?:\s+by)?)"
    r"\s+(?:just\s+)?(?:a\s+|an\s+)?(?:further\s+)?(?:over|about|around|nearly|almost|more than|less than|approximately|under|exactly)?\s*$",
    re.I,
)
_LOWER = re.compile(r"decreas|reduc|fall|fell|drop|declin|down|cut", re.I)
_HIGHER = re.compile(r"increas|rise|rose|growth|grew|grown|up|uplift", re.I)


def _stated(sentence: Sentence, pair: Pair, pairs: Sequence[Pair]) -> Iterator[Finding]:
    for number in sentence.numbers:
        word = _change_word(sentence, number)
        if word is None or number in (pair.before, pair.after) or not _nearest(sentence, number, pair, pairs):
            continue
        if number.unit in (NumberUnit.PERCENT, NumberUnit.POINTS):
            yield from _percent(sentence, pair, number)
        elif number.unit is pair.before.unit and number.exempt is None:
            yield from _amount(sentence, pair, number)
        yield from _sign(sentence, pair, number, word)


def _change_word(sentence: Sentence, number: Number) -> str | None:
    after = _NAMED_AFTER.match(sentence.text[number.end :])
    if after:
        return after["word"]
    before = _NAMED_BEFORE.search(sentence.text[: number.start])
    if before is None:
        if number.signed and sentence.text[: number.start].rstrip().endswith("("):
            return "change"
        return None
    return before["word"] or before["verb"]


def _nearest(sentence: Sentence, number: Number, pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether no other pair is nearer and no new clause lies between."""

    def distance(other: Pair) -> int:
        start, end = min(other.before.start, other.after.start), max(other.before.end, other.after.end)
        return max(start - number.end, number.start - end)

    if min(pairs, key=distance) is not pair or not -1 <= distance(pair) <= 60:
        return False
    start, end = min(pair.before.start, pair.after.start), max(pair.before.end, pair.after.end)
    between = sentence.text[number.end : start] if number.end <= start else sentence.text[end : number.start]
    figures = [
        n
        for n in sentence.numbers
        if n.exempt is None and (number.end <= n.start < start or end <= n.start < number.start)
    ]
    return not figures and not _CLAUSE_END.search(between)


def _percent(sentence: Sentence, pair: Pair, stated: Number) -> Iterator[Finding]:
    before, after = range_of(pair.before, _exact(pair.before)), range_of(pair.after, _exact(pair.after))
    if pair.before.bound is not Bound.EXACT or pair.after.bound is not Bound.EXACT:
        return
    change = percent_change(before, after)
    size = _size(change) if change else None
    percents = pair.before.unit is NumberUnit.PERCENT
    points = _size((after[0] - before[1], after[1] - before[0])) if percents else None
    middle = _middle(pair)
    if stated.unit is NumberUnit.POINTS:
        if points and not agrees(stated, points):
            yield _wrong(
                sentence, pair, stated, "PG812", 0.9, f"{shown(abs(pair.after.value - pair.before.value))} points"
            )
        return
    if size and agrees(stated, size):
        return
    if points and agrees(stated, points):
        gap = shown(abs(pair.after.value - pair.before.value), 2)
        percent = f", or {middle}" if middle else ""
        yield _wrong(sentence, pair, stated, "PG813", 0.85, f"{gap} percentage points{percent}")
    elif middle and size:
        near = min(abs(abs(stated.value) - bound) for bound in size)
        confidence = 0.9 if near > Decimal("0.6") else 0.6
        also = f"{shown(abs(pair.after.value - pair.before.value), 2)} percentage points, or " if percents else ""
        yield _wrong(sentence, pair, stated, "PG812", confidence, f"{also}{middle}")


def _exact(number: Number) -> bool:
    """A whole count stands for itself; a percentage, a rate or thousands were rounded."""
    return number.unit is not NumberUnit.PERCENT and number.half == Decimal("0.5")


def _size(found: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    low, high = found
    if low <= 0 <= high:
        return Decimal(0), max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def _middle(pair: Pair) -> str:
    if pair.before.value <= 0:
        return ""
    change = 100 * (pair.after.value - pair.before.value) / pair.before.value
    return ("+" if change > 0 else "") + shown_percent(change)


def _amount(sentence: Sentence, pair: Pair, stated: Number) -> Iterator[Finding]:
    gap = abs(pair.after.value - pair.before.value)
    slack = pair.before.half + pair.after.half if not (_exact(pair.before) and _exact(pair.after)) else Decimal(0)
    exact = all(n.bound is Bound.EXACT for n in (pair.before, pair.after))
    if exact and pair.before.unit is not NumberUnit.PERCENT and not agrees(stated, (gap - slack, gap + slack)):
        yield _wrong(sentence, pair, stated, "PG812", 0.8, shown(gap, 2))


def _wrong(
    sentence: Sentence, pair: Pair, stated: Number, code: str, confidence: float, recomputed: str
) -> Finding:
    said = stated.text.strip()
    return Finding(
        code,
        confidence,
        sentence.text,
        sentence.place,
        said,
        recomputed,
        f"{pair.before.text} to {pair.after.text} is {recomputed}, not {said}",
    )


def _sign(sentence: Sentence, pair: Pair, stated: Number, word: str) -> Iterator[Finding]:
    gap = pair.after.value - pair.before.value
    if (gap > 0 and _LOWER.match(word)) or (gap < 0 and _HIGHER.match(word)):
        yield _contradicted(sentence, pair, word, gap)


def _contradicted(sentence: Sentence, pair: Pair, word: str, gap: Decimal) -> Finding:
    really = "up" if gap > 0 else "down"
    return Finding(
        "PG815",
        0.85,
        sentence.text,
        sentence.place,
        word,
        really,
        f"“{word}”, but {pair.before.text} to {pair.after.text} is {really}",
    )


def _worded(sentence: Sentence, pair: Pair) -> Iterator[Finding]:
    """ "rose from 30 to 25": the word just before "from", with no figure and no other verb between."""
    start = min(pair.before.start, pair.after.start)
    words = [w for w in sentence.directions if w.end <= start and start - w.end <= 30]
    if not words:
        return
    word, gap = words[-1], pair.after.value - pair.before.value
    between = sentence.text[word.end : start]
    if any(word.end <= n.start < start for n in sentence.numbers) or re.search(r"[.;]|\b(?:in|and)\b", between):
        return
    if _against(word, gap):
        yield _contradicted(sentence, pair, word.text, gap)


def _against(word: DirectionWord, gap: Decimal) -> bool:
    return (word.way is Way.UP and gap < 0) or (word.way is Way.DOWN and gap > 0)
