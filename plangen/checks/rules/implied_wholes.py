"""PG810: counts with their shares that are not shares of one whole, or not of the whole that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from plangen.checks.arithmetic import Range, agrees, range_of, share, shown, shown_percent
from plangen.checks.claims.counted_shares import CountedShare, counted_shares
from plangen.checks.claims.parts import measured, sum_of
from plangen.checks.columns import level_in
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["implied_wholes"]

_BEFORE = 2
_MOST = 30
"""More counts with shares than this are a table that lost its lines: each would be tried with all others."""
_LEAST = 3
"""Counts with shares that show what the whole is, so that one that does not fit is told."""


class _Placed(Struct, frozen=True):
    pair: CountedShare
    sentence: Sentence


def implied_wholes(writing: Writing) -> Iterator[Finding]:
    """Counts with shares in one sentence or in neighbouring ones."""
    sentences = writing.sentences
    groups: list[list[_Placed]] = []
    last = -10
    for index, sentence in enumerate(sentences):
        pairs = [_Placed(pair, sentence) for pair in counted_shares(sentence)]
        if not pairs:
            continue
        named = [*_named(sentence, pairs, sentences[max(0, index - _BEFORE) : index])]
        yield from named
        if named:
            continue
        if index - last > 2:
            groups.append([])
        groups[-1] += pairs
        last = index
    groups += [*_tabled(writing)]
    for group in groups:
        wholes = {each.pair.of for each in group if each.pair.of}
        for of in wholes or (frozenset[str](),):
            yield from _odd_one(
                [each for each in group if not each.pair.of or each.pair.of & of or each.pair.of == of]
            )


def _tabled(writing: Writing) -> Iterator[list[_Placed]]:
    """The rows of each table that give one count and one share, as sentences do."""
    for table in writing.tables:
        group = []
        for row in table.rows:
            levels = [level for cell in row.cells[1:] if (level := level_in(cell))]
            units = [level.unit for level in levels]
            if units == [NumberUnit.PLAIN, NumberUnit.PERCENT] and 0 < levels[1].value < 100:
                group.append(_Placed(CountedShare(levels[0], levels[1]), Sentence(row.text, row.place)))
        yield group


def _named(sentence: Sentence, placed: Sequence[_Placed], before: Sequence[Sentence]) -> Iterator[Finding]:
    """Against the whole that the counts add up to: then it is theirs for certain."""
    counts = [each.pair.count for each in placed]
    wholes = [n for s in (*before, sentence) for n in _counts(s) if n not in counts]
    whole = next((n for n in wholes if len(counts) > 1 and n.value == sum_of(counts)), None)
    whole = whole or _whole_of_another(sentence) or _of_these(sentence, before)
    if whole is None:
        return
    if _of_these(sentence, before) is whole:
        placed, counts = placed[:1], counts[:1]  # what follows may be of another year
    found = [share(range_of(count, exact=True), range_of(whole, exact=True)) for count in counts]
    wrong = [
        (each, part)
        for each, part in zip(placed, found, strict=True)
        if not agrees(each.pair.share, part) and not _loosely(each.pair.share, part)
    ]
    if 2 * len(wrong) <= len(placed) or (len(placed) == 1 and _of_these(sentence, before)):
        for each, part in wrong:
            yield _finding(each, part, f"{shown(each.pair.count.value)} of {shown(whole.value)}", 0.85)


_OF_THESE = re.compile(r"^\W*(?:of|among|from)\s+(?:these|those|them)\b", re.I)


def _of_these(sentence: Sentence, before: Sequence[Sentence]) -> TypedNumber | None:
    """The count that "of these" points back to, where the sentence before gives one first."""
    counts = _counts(before[-1]) if before and _OF_THESE.match(sentence.text) else []
    return counts[0] if counts else None


_OF_THE = re.compile(r"\d\s+of\s+(?:the|our|these|all)\s+$")


def _whole_of_another(sentence: Sentence) -> TypedNumber | None:
    """The whole that the sentence names for another of its parts: "45 of the 74 (61%), … for 22 (30%)"."""
    return next(
        (n for n in sentence.numbers if n.exempt is None and _OF_THE.search(sentence.text[: n.start])), None
    )


def _counts(sentence: Sentence) -> list[TypedNumber]:
    return [n for n in measured(sentence) if n.unit is NumberUnit.PLAIN and n.value >= 10 and not n.signed]


def _loosely(stated: TypedNumber, found: Range) -> bool:
    return stated.bound is not Exactness.EXACT and abs(found[0] - stated.value) <= 3


def _whole_of(pair: CountedShare) -> Range:
    """The wholes of which the count can be the share, as printed."""
    slack = (
        pair.share.half * Decimal("1.05")
        if pair.share.bound is Exactness.EXACT
        else max(pair.share.value / 20, pair.share.half)
    )
    low = pair.share.value - slack
    high = pair.share.value + slack
    most = Decimal("Infinity") if low <= 0 else 100 * pair.count.value / low
    return 100 * pair.count.value / high, most


def _odd_one(group: Sequence[_Placed]) -> Iterator[Finding]:
    """The one pair of several whose whole no other has, where all others can have one and the same."""
    if not _LEAST <= len(group) <= _MOST:
        return
    for index, each in enumerate(group):
        others = [_whole_of(other.pair) for other in (*group[:index], *group[index + 1 :])]
        low, high = max(o[0] for o in others), min(o[1] for o in others)
        if each.pair.of and not any(each.pair.of & other.pair.of for other in group if other is not each):
            continue  # it says what it is a share of, and none of the others is of that
        own = _whole_of(each.pair)
        if low <= high and (own[0] > high or own[1] < low) and high < low * Decimal("1.1"):
            whole = (low + high) / 2
            found = (100 * each.pair.count.value / high, 100 * each.pair.count.value / low)
            if not agrees(each.pair.share, found):
                yield _finding(
                    each,
                    found,
                    f"{shown(each.pair.count.value)} of the {shown(whole, 0)} that the other shares are of",
                    0.75,
                )
                return


def _finding(each: _Placed, found: Range, of: str, confidence: float) -> Finding:
    recomputed = shown_percent((found[0] + found[1]) / 2, 1 if each.pair.share.half >= Decimal("0.05") else 2)
    said = each.pair.share.text.strip()
    return Finding(
        codes.SHARE_OF_COUNTS,
        confidence,
        each.sentence.text,
        each.sentence.place,
        said,
        recomputed,
        f"{of} is {recomputed}, not {said}",
    )
