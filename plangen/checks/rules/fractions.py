"""PG814: a fraction in words, and a multiple, that the figures beside it deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.arithmetic import shown
from plangen.checks.claims.parts import measured
from plangen.checks.claims.words import stems
from plangen.checks.finding import Finding
from plangen.checks.numbers import NumberUnit, TypedNumber, word_value
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["fractions"]

_BOUND = (
    r"(?:(?P<over>more than|over|just over|slightly more than|well over|at least)"
    r"|(?P<under>less than|fewer than|under|just under"
    r"|nearly|almost|just below|not quite)|(?P<about>about|around|approximately|roughly|some))"
)
_NAMES = {
    "half": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}
_FRACTION = re.compile(
    rf"\b(?:{_BOUND}\s+)?(?:(?P<count>one|two|three|four|a|nine|seven)[\s-]+)?(?P<name>half|thirds?|quarters?|fifths?|tenths?)\b",
    re.I,
)
_ONE_IN = re.compile(
    rf"\b(?:{_BOUND}\s+)?(?P<count>one|two|three|four|\d)\s+in\s+(?:every\s+)?(?P<of>\w+)\b", re.I
)
_NOT = re.compile(
    r"^\s+(?:year|term|of (?:the )?(?:year|20|19)|an hour|quarter)|\b(?:first|second|last|other|this|next)\s*$",
    re.I,
)
_TIMES = re.compile(
    rf"\b(?:{_BOUND}\s+)?(?P<word>twice|double|three times|four times|five times|ten times|half)\s+"
    r"(?:as (?:many|much|high|large|likely|often|big|long)\b|(?:the|that|those|higher|more|of the)\b)",
    re.I,
)
_FACTORS = {"twice": 2, "double": 2, "three times": 3, "four times": 4, "five times": 5, "ten times": 10}
_REACH = 70


def fractions(writing: Writing) -> Iterator[Finding]:
    """Forms like "just under half (58%)", "one in five (12%)" and "4.4 against 2.2, three times as many"."""
    before: Sentence | None = None
    for sentence in writing.sentences:
        if "%" in sentence.text or "cent" in sentence.text:
            yield from _shares(sentence)
        yield from _multiples(sentence, before)
        before = sentence


def _shares(sentence: Sentence) -> Iterator[Finding]:
    for match in (*_FRACTION.finditer(sentence.text), *_ONE_IN.finditer(sentence.text)):
        stated = _value(match)
        if (
            stated is None
            or _NOT.search(sentence.text[match.end() :][:12])
            or _NOT.search(sentence.text[: match.start()][-10:])
        ):
            continue
        near = [
            n
            for n in sentence.numbers
            if n.unit is NumberUnit.PERCENT and match.end() <= n.start <= match.end() + _REACH and not n.signed
        ]
        if near and _in_bracket(sentence, match.end(), near[0]):
            yield from _judged(sentence, match, stated, near[0])


def _in_bracket(sentence: Sentence, end: int, number: TypedNumber) -> bool:
    """Whether a percentage stands in brackets or between dashes just behind the words.

    With no other figure between.
    """
    between = sentence.text[end : number.start]
    return bool(re.fullmatch(r"[^()\d;.]*[(–-]\s*(?:or\s+|about\s+|approximately\s+)?", between))


def _value(match: re.Match[str]) -> Decimal | None:
    """The percentage that a fraction in words is."""
    groups = match.groupdict()
    if "of" in groups:
        count, of = word_value(match["count"]), word_value(groups["of"])
        count = Decimal(match["count"]) if match["count"].isdigit() else count
        of = Decimal(groups["of"]) if groups["of"].isdigit() and len(groups["of"]) < 3 else of
        return 100 * count / of if count and of and of > count else None
    count = word_value(match["count"]) if match["count"] and match["count"].lower() != "a" else Decimal(1)
    return 100 * (count or Decimal(1)) / _NAMES[match["name"].lower()]


def _judged(sentence: Sentence, match: re.Match[str], stated: Decimal, number: TypedNumber) -> Iterator[Finding]:
    low, high = number.value - number.half, number.value + number.half
    loose = max(Decimal(3), stated / 10)
    fits = (
        high >= stated - Decimal("0.5") and low <= stated + max(Decimal(9), stated / 4)
        if match["over"]
        else low <= stated + Decimal("0.5") and high >= stated - max(Decimal(8), stated / 5)
        if match["under"]
        else low - loose <= stated <= high + loose
    )
    if fits:
        return
    said = match[0].strip()
    yield Finding(
        codes.FACTOR_IN_WORDS,
        0.75,
        sentence.text,
        sentence.place,
        said,
        number.text.strip(),
        f"“{said}” is {shown(stated)}%, but the text gives {number.text.strip()}",
    )


def _multiples(sentence: Sentence, before: Sentence | None) -> Iterator[Finding]:
    for match in _TIMES.finditer(sentence.text):
        factor = Decimal("0.5") if match["word"].lower() == "half" else Decimal(_FACTORS[match["word"].lower()])
        here = _levels(sentence)
        pair = here if len(here) == 2 else None
        if len(here) == 1 and before is not None:
            there = [n for n in _levels(before) if n.unit is here[0].unit]
            pair = [here[0], there[0]] if len(there) == 1 else None
        if not here and before is not None:
            there = _levels(before)
            named = all(stems(_beside(before, n)) & stems(sentence.text) for n in there)
            pair = (
                there
                if len(there) == 2 and named and {"that", "of"} <= set(sentence.text.lower().split())
                else None
            )
        if pair is None or pair[0].unit is not pair[1].unit or not all(n.value > 0 for n in pair):
            continue
        low, high = sorted(n.value for n in pair)
        times = high / low
        wanted = factor if factor > 1 else 1 / factor
        slack = Decimal("0.25") if not match["over"] else Decimal("0.6")
        below = Decimal("0.2") if match["under"] or match["about"] else Decimal("0.12")
        if match["over"]:
            below = Decimal("0.01")
        if not wanted * (1 - below) <= times <= wanted * (1 + slack):
            found = f"{shown(times, 2)} times"
            yield Finding(
                codes.FACTOR_IN_WORDS,
                0.65,
                sentence.text,
                sentence.place,
                match[0].strip(),
                found,
                f"{pair[0].text.strip()} and {pair[1].text.strip()} are {found} apart, which is "
                f"not “{match['word']}”",
            )


def _beside(sentence: Sentence, number: TypedNumber) -> str:
    return sentence.text[max(0, number.start - _REACH) : number.start]


def _levels(sentence: Sentence) -> list[TypedNumber]:
    units = (NumberUnit.PLAIN, NumberUnit.PERCENT, NumberUnit.POUNDS)
    inside = [
        n for n in sentence.numbers if n.exempt is None and n.unit in units and not n.spelled and not n.signed
    ]
    return [n for n in inside if n.total is None] if len(inside) <= 2 else measured(sentence)
