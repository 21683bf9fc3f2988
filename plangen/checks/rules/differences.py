"""PG825: a difference in words that the two figures beside it do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from plangen.checks.arithmetic import shown
from plangen.checks.claims.parts import measured
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["differences"]

_NET = re.compile(
    r"\b(?:net|surplus|excess|difference|gap|deficit|shortfall|balance)\b(?:\s+\w+){0,6}?\s+(?:of|was|is)\s+(?:about\s+|just\s+)?$",
    re.I,
)
_MORE = re.compile(
    r"^\s*(?:(?:percentage\s+)?points?\s+|%\s*)?(?:[a-z]+\s+){0,2}?(?P<word>more|fewer|less|higher|lower|above|below|greater)"
    r"(?:\s+[a-z]+){0,3}?\s+(?:than|the|in)\b",
    re.I,
)
_LESS = frozenset(("fewer", "less", "lower", "below"))
_REACH = 90
"""Characters between a difference and the figures it lies between."""


class _Difference(Struct, frozen=True):
    number: TypedNumber
    word: str
    levels: tuple[TypedNumber, TypedNumber]


def differences(writing: Writing) -> Iterator[Finding]:
    """Differences, each with the two figures that it lies between.

    Forms: "an inflow of 120 and an outflow of 90, a net gain of 40"; "48, 20 fewer than the 72 of last year".
    """
    before: Sentence | None = None
    for sentence in writing.sentences:
        for each in (*_net(sentence), *_more(sentence, before)):
            yield from _judged(sentence, each)
        before = sentence


def _figures(sentence: Sentence) -> list[TypedNumber]:
    return [n for n in measured(sentence) if n.unit is not NumberUnit.TIMES and n.total is None]


def _net(sentence: Sentence) -> Iterator[_Difference]:
    figures = _figures(sentence)
    for index, number in enumerate(figures):
        if index < 2 or not _NET.search(sentence.text[: number.start]):
            continue
        one, two = figures[index - 2 : index]
        alike = one.unit is two.unit and number.unit in (one.unit, NumberUnit.POINTS)
        if alike and not one.signed and not two.signed and number.start - two.end < _REACH:
            yield _Difference(number, "", (one, two))


def _more(sentence: Sentence, before: Sentence | None) -> Iterator[_Difference]:
    """A difference, the level behind "than", and the one level told before."""
    figures = _figures(sentence)
    for index, number in enumerate(figures):
        after = _MORE.match(sentence.text[number.end :])
        later = [n for n in sentence.numbers if n.exempt is None and n.start > number.end and n.total is None]
        if after is None or not later or later[0].start - number.end > _REACH:
            continue
        if re.search(r"[.;]|\band\b|\bor\b", sentence.text[number.end : later[0].start]):
            continue
        earlier = [
            n for n in figures[:index] if _one_unit(n, later[0]) and not _MORE.match(sentence.text[n.end :])
        ]
        if not earlier:
            earlier = [
                n
                for n in sentence.numbers
                if n.exempt is None and n.end <= number.start and _one_unit(n, later[0])
            ]
        if not earlier and before is not None:
            earlier = [n for n in _figures(before) if _one_unit(n, later[0])]
            earlier = earlier if len(earlier) == 1 else []
        points = bool(re.match(r"\s*(?:percentage\s+)?points?\b", sentence.text[number.end :]))
        if earlier and (points or _one_unit(number, later[0])) and not later[0].signed:
            ours = earlier[0] if any(_MORE.match(sentence.text[n.end :]) for n in figures[:index]) else earlier[-1]
            yield _Difference(number, after["word"].lower(), (ours, later[0]))


def _one_unit(one: TypedNumber, two: TypedNumber) -> bool:
    points = {one.unit, two.unit} <= {NumberUnit.PERCENT, NumberUnit.POINTS}
    return one.unit is two.unit or points


def _judged(sentence: Sentence, each: _Difference) -> Iterator[Finding]:
    one, two = each.levels
    if any(n.bound is not Exactness.EXACT for n in (each.number, one, two)) or one.spelled or two.spelled:
        return
    gap = one.value - two.value
    slack = each.number.half + sum((n.half for n in (one, two) if n.half != Decimal("0.5")), Decimal(0))
    slack = (
        Decimal(0)
        if each.number.half == one.half == two.half == Decimal("0.5") and one.unit is NumberUnit.PLAIN
        else slack
    )
    size_fits = abs(abs(gap) - abs(each.number.value)) <= slack
    percent = each.number.unit is NumberUnit.PERCENT and one.unit is NumberUnit.PERCENT
    if size_fits and percent and two.value:
        relative = 100 * abs(gap) / abs(two.value)
        if abs(relative - abs(each.number.value)) > each.number.half + 1:
            yield _points(sentence, each, gap)
        return
    wrong_way = bool(each.word) and gap != 0 and (gap < 0) is not (each.word in _LESS)
    if size_fits and not wrong_way:
        return
    if (
        not size_fits
        and percent
        and two.value
        and abs(100 * abs(gap) / abs(two.value) - abs(each.number.value)) <= 1
    ):
        return
    far = abs(gap) > 4 * abs(each.number.value) or abs(each.number.value) > 4 * abs(gap)
    confidence = 0.4 if far and not each.word else 0.6 if far else 0.8
    said = f"{each.number.text.strip()} {each.word}".strip()
    found = shown(abs(gap), 2)
    really = (
        f"{found} {'more' if gap > 0 else 'fewer'}"
        if each.word
        else shown(gap if each.number.signed else abs(gap), 2)
    )
    yield Finding(
        codes.MORE_THAN_BEFORE,
        confidence,
        sentence.text,
        sentence.place,
        said,
        really,
        f"{one.text.strip()} against {two.text.strip()} is {really}, not {said}",
    )


def _points(sentence: Sentence, each: _Difference, gap: Decimal) -> Finding:
    points = f"{shown(abs(gap), 2)} percentage points"
    return Finding(
        codes.POINTS_CALLED_PERCENT,
        0.7,
        sentence.text,
        sentence.place,
        each.number.text.strip(),
        points,
        f"{each.levels[0].text.strip()} against {each.levels[1].text.strip()} is {points}, not "
        f"{each.number.text.strip()}",
    )
