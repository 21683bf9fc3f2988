"""A stated change against the two figures it lies between.

PG812: "from A to B (an increase of C%)" where A to B is another change. PG813: a difference of percentages given
in percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from plangen.checks.arithmetic import Range, agrees, percent_change, range_of, shown, shown_percent
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.pairs import Pair, pairs_in
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import Code, codes

__all__ = ["change_word", "moves", "nearest", "with_remark"]

_CLAUSE_END = re.compile(
    r"\b(?:while|whereas|but|although|whilst|followed by|preceded by|after|before|then|due to|because|owing to"
    r"|driven by|caused by|as a result of|result of|reflecting|despite|in spite of|offset by|including"
    r"|of which)\b|;",
    re.I,
)

_ANOTHER_SHARE = re.compile(r",\s*(?:and|with)\b", re.I)


def moves(writing: Writing) -> Iterator[Finding]:
    """Stated changes that the two figures beside them do not give."""
    for position in range(len(writing.sentences)):
        sentence = with_remark(writing.sentences, position)
        pairs = pairs_in(sentence)
        for pair in pairs:
            for number in sentence.numbers:
                if change_word(sentence, number) and nearest(sentence, number, pair, pairs):
                    yield from _judged(sentence, pair, number)


def with_remark(sentences: Sequence[Sentence], position: int) -> Sentence:
    """A sentence, with the remark in brackets that follows it as a sentence of its own."""
    sentence = sentences[position]
    if position + 1 < len(sentences):
        after = sentences[position + 1]
        if after.text.startswith("(") and len(after.text) < 80 and after.paragraph == sentence.paragraph:
            return Sentence(f"{sentence.text} {after.text}", sentence.place)
    return sentence


_CHANGE = r"increase|decrease|reduction|rise|fall|drop|growth|decline|improvement|change|uplift|cut"
_NAMED_AFTER = re.compile(rf"^\s*(?:percentage\s+points?\s+)?(?:[a-z]+\s+)?(?P<word>{_CHANGE})\b", re.I)
_NAMED_BEFORE = re.compile(
    rf"(?:\b(?P<word>{_CHANGE})\s+(?:of|by)|\b(?P<verb>up|down|increas\w+|decreas\w+|reduc\w+|r[io]se\w*|fallen"
    rf"|fell|grew"
    r"|grown|dropp?ed|improved)(?:\s+by)?)\s+(?:just\s+)?(?:a\s+|an\s+)?(?:further\s+)?"
    r"(?:over|about|around|nearly|almost|more than|less than|approximately|under|exactly)?\s*$",
    re.I,
)


_ALSO = re.compile(
    r"\d[^.;]{0,40}(?:\bi\.e\.,?|\bthat is,?|\bor|=)\s+(?:by\s+)?(?:about\s+|around\s+|nearly\s+)?$|,\s+by\s+$",
    re.I,
)
"""A change told a second time, or behind the levels it lies between: "from 82 to 86, i.e. by 4 or 5%"."""


def change_word(sentence: Sentence, number: TypedNumber) -> str:
    """The word that makes `number` a change ("an increase of", "down"), "change" for a signed one, else blank."""
    after = _NAMED_AFTER.match(sentence.text[number.end :])
    if after:
        return after["word"]
    if _ALSO.search(sentence.text[: number.start]) and pairs_in(sentence):
        return "change"
    before = _NAMED_BEFORE.search(sentence.text[: number.start])
    if before is None:
        return "change" if number.signed and sentence.text[: number.start].rstrip().endswith("(") else ""
    return before["word"] or before["verb"]


def nearest(sentence: Sentence, number: TypedNumber, pair: Pair, pairs: Sequence[Pair]) -> bool:
    """Whether `number` is no part of a pair, no other pair is nearer, and no clause or figure lies between."""
    if any(number in (each.before, each.after) for each in pairs):
        return False
    if pair.start <= number.start and number.end <= pair.end:
        return True

    def distance(other: Pair) -> int:
        return max(other.start - number.end, number.start - other.end)

    if min(pairs, key=distance) is not pair or not -1 <= distance(pair) <= 60:
        return False
    low, high = (number.end, pair.start) if number.end <= pair.start else (pair.end, number.start)
    percents = number.unit is NumberUnit.PERCENT and pair.before.unit is NumberUnit.PERCENT
    if percents and _ANOTHER_SHARE.search(sentence.text[low:high]):
        return False
    figures = [
        n for n in sentence.numbers if n.exempt is None and low <= n.start < high and not change_word(sentence, n)
    ]
    return not figures and not _CLAUSE_END.search(sentence.text[low:high])


def _judged(sentence: Sentence, pair: Pair, stated: TypedNumber) -> Iterator[Finding]:
    if pair.before.bound is not Exactness.EXACT or pair.after.bound is not Exactness.EXACT:
        return
    if stated.unit is NumberUnit.POINTS:
        yield from _points(sentence, pair, stated)
    elif stated.unit is NumberUnit.PERCENT:
        yield from _percent(sentence, pair, stated)
    elif stated.unit is pair.before.unit and stated.exempt is None:
        yield from _amount(sentence, pair, stated)


def _points(sentence: Sentence, pair: Pair, stated: TypedNumber) -> Iterator[Finding]:
    if pair.before.unit is NumberUnit.PERCENT and not agrees(stated, _gap(pair)):
        yield _finding(codes.CHANGE_OF_FIGURES, 0.9, sentence, pair, stated, f"{_shown_gap(pair)} points")


def _percent(sentence: Sentence, pair: Pair, stated: TypedNumber) -> Iterator[Finding]:
    change = percent_change(_range(pair.before), _range(pair.after))
    percents = pair.before.unit is NumberUnit.PERCENT
    if change is None or agrees(stated, _size(change)):
        if change is not None and percents and _is_gap(pair, stated):
            yield _finding(
                codes.POINTS_CALLED_PERCENT,
                0.7,
                sentence,
                pair,
                stated,
                f"{_shown_gap(pair)} percentage points",
                f", or {_middle(pair)}",
            )
        return
    if percents and agrees(stated, _gap(pair)):
        yield _finding(
            codes.POINTS_CALLED_PERCENT,
            0.85,
            sentence,
            pair,
            stated,
            f"{_shown_gap(pair)} percentage points",
            f", or {_middle(pair)}",
        )
        return
    near = min(abs(abs(stated.value) - bound) for bound in _size(change))
    also = f", or {_shown_gap(pair)} percentage points" if percents else ""
    yield _finding(
        codes.CHANGE_OF_FIGURES, 0.9 if near > Decimal("0.6") else 0.6, sentence, pair, stated, _middle(pair), also
    )


def _is_gap(pair: Pair, stated: TypedNumber) -> bool:
    """Whether a change is just the difference of two percentages as printed.

    And not what it is in percent of the first.
    """
    gap = abs(pair.after.value - pair.before.value)
    relative = 100 * gap / pair.before.value if pair.before.value else gap
    return gap == abs(stated.value) and abs(relative - gap) > 2 * stated.half


def _amount(sentence: Sentence, pair: Pair, stated: TypedNumber) -> Iterator[Finding]:
    if pair.before.unit is not NumberUnit.PERCENT and not agrees(stated, _gap(pair)):
        yield _finding(codes.CHANGE_OF_FIGURES, 0.8, sentence, pair, stated, _shown_gap(pair))


def _range(number: TypedNumber) -> Range:
    """A whole count stands for itself; a percentage, a rate or thousands were rounded."""
    return range_of(number, number.unit is not NumberUnit.PERCENT and number.half == Decimal("0.5"))


def _gap(pair: Pair) -> Range:
    before, after = _range(pair.before), _range(pair.after)
    return _size((after[0] - before[1], after[1] - before[0]))


def _size(found: Range) -> Range:
    low, high = found
    if low <= 0 <= high:
        return Decimal(0), max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def _shown_gap(pair: Pair) -> str:
    return shown(abs(pair.after.value - pair.before.value), 2)


def _middle(pair: Pair) -> str:
    change = 100 * (pair.after.value - pair.before.value) / pair.before.value
    return ("+" if change > 0 else "") + shown_percent(change)


def _finding(
    kind: Code,
    confidence: float,
    sentence: Sentence,
    pair: Pair,
    stated: TypedNumber,
    recomputed: str,
    also: str = "",
) -> Finding:
    said = stated.text.strip()
    why = f"{pair.before.text} to {pair.after.text} is {recomputed}{also}, not {said}"
    return Finding(kind, confidence, sentence.text, sentence.place, said, recomputed, why)
