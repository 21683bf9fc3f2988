"""The figures of a sentence: digits and number words, with unit, printed precision and bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.exemptions import Exemption, exempt_spans

__all__ = ["Exactness", "NumberUnit", "TypedNumber", "numbers_in", "word_value"]


class NumberUnit(Enum):
    """What a figure counts, as far as its own letters say."""

    PLAIN = "plain"
    PERCENT = "percent"
    POINTS = "percentage points"
    POUNDS = "pounds"
    ORDINAL = "ordinal"
    RANK = "rank"
    TIMES = "times"


class Exactness(Enum):
    """How exactly a figure is meant, by the words before it."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


class TypedNumber(Struct, frozen=True):
    """A figure in a sentence.

    `value` is in whole units (£15K is 15000); `half` is half a unit of its last printed digit; `total` is m of
    "n of m" for ranks, otherwise None. `start` and `end` delimit the figure with its sign and unit.
    """

    text: str
    value: Decimal
    unit: NumberUnit
    half: Decimal
    start: int
    end: int
    bound: Exactness = Exactness.EXACT
    signed: bool = False
    total: Decimal | None = None
    exempt: Exemption | None = None
    spelled: bool = False


_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_WORDS = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)} | {"none": 0}
_LONGEST_FIRST = "|".join(sorted(_ONES, key=len, reverse=True))
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{_LONGEST_FIRST})"
_UNIT = (
    r"(?P<points>\s?(?:%|per-?\s?cent(?:age)?|percentage)[\s-]?points?\b|\s?(?:ppts?|p\.p\.|pps?|pts)\b)"
    r"|(?P<percent>\s?%|\s?per-?\s?cent\b|\s?percent\b|\s?pc\b)"
    r"|(?P<ordinal>(?:st|nd|rd|th)\b)"
    r"|(?P<times>[\s-]?(?:times|fold)\b)"
)
_DIGITS = re.compile(
    r"(?<![\w.,/£$€])(?P<sign>[-−+](?=[\d£]))?(?P<pounds>£\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|(?<![)\]”’\"])\.\d+)(?!\d|,\d)"
    rf"(?:(?P<scale>\s?(?:million|billion|thousand|bn)\b|[KkMm](?![\w'’])|(?<=\d)mn?\b))?(?:{_UNIT})?"
)
_SPELLED = re.compile(
    rf"\b(?P<word>{_WORD})\b(?:(?P<percent>\s+per\s?cent\b)|(?P<points>\s+percentage\s+points?\b))?", re.I
)
_SCALES = {"million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "thousand": 1000, "k": 1000}
_BOUND = re.compile(
    r"(?:(?P<over>more than|over|above|at least|greater than|exceed(?:s|ed|ing)|in excess of|no fewer than"
    r"|[>≥]|upwards of)"
    r"|(?P<under>less than|fewer than|under|below|nearly|almost|up to|just short of|not quite|at most|[<≤])"
    r"|(?P<about>about|around|approximately|approx\.?|roughly|circa|c\.|some|~|≈|close to"
    r"|in the region of|just under|just over))"
    r"\s*(?:a\s+|the\s+)?$",
    re.I,
)


def word_value(word: str) -> Decimal | None:
    """The value of a number word up to ninety-nine ("twenty-one" is 21), None for any other word."""
    parts = re.split(r"[- ]", word.lower())
    if not all(part in _WORDS for part in parts) or len(parts) > 2:
        return None
    return Decimal(sum(_WORDS[part] for part in parts))


@lru_cache(1 << 12)  # several rules read the same sentence
def numbers_in(text: str) -> tuple[TypedNumber, ...]:
    """Every figure of `text` in order, exempt ones marked with the reason."""
    found = sorted((*_digits(text), *_spelled(text)), key=lambda n: n.start)
    spans = tuple(exempt_spans(text)) if found else ()
    return tuple(_exempted(number, text, spans) for number in found)


def _digits(text: str) -> Iterator[TypedNumber]:
    for match in _DIGITS.finditer(text):
        if _part_of_a_word(text, match):
            continue
        digits = match["digits"].replace(",", "")
        scale = _SCALES[(match["scale"] or "").strip().lower()] if match["scale"] else 1
        places = len(digits.partition(".")[2])
        sign = -1 if match["sign"] in ("-", "−") and not _joins(text, match.start()) else 1
        yield TypedNumber(
            text=match[0],
            value=sign * Decimal(digits) * scale,
            unit=_unit_of(match) or NumberUnit.PLAIN,
            half=Decimal(scale) / (2 * Decimal(10) ** places),
            start=match.start(),
            end=match.end(),
            bound=_bound(text, match.start()),
            signed=bool(match["sign"]),
            total=_rank_total(text, match),
        )


def _part_of_a_word(text: str, match: re.Match[str]) -> bool:
    """Whether letters follow without a space ("4x4"), other than words that lost theirs ("20of 30")."""
    after = text[match.end() :]
    bare = not match["scale"] and _unit_of(match) is None
    return bare and after[:1].isalpha() and not after.startswith(("who", "of", "and", "in"))


def _unit_of(match: re.Match[str]) -> NumberUnit | None:
    for name, unit in (
        ("points", NumberUnit.POINTS),
        ("percent", NumberUnit.PERCENT),
        ("ordinal", NumberUnit.ORDINAL),
        ("times", NumberUnit.TIMES),
        ("pounds", NumberUnit.POUNDS),
    ):
        if match[name]:
            return unit
    return None


def _joins(text: str, start: int) -> bool:
    """Whether a hyphen at `start` joins two figures or words rather than marking a negative."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in ")%")


_RANK = re.compile(r"\s?/\s?(\d{1,3})(?![\d/,.%]*\d)|\s+(?:out\s+)?of\s+(\d{1,3})\b(?![\d,.]*\d|\s?%)")


def _rank_total(text: str, match: re.Match[str]) -> Decimal | None:
    after = _RANK.match(text, match.end())
    if after is None or match["percent"] or match["points"] or match["pounds"]:
        return None
    return Decimal(after[1] or after[2])


def _spelled(text: str) -> Iterator[TypedNumber]:
    for match in _SPELLED.finditer(text):
        value = word_value(match["word"])
        if value is None:
            continue
        unit = (
            NumberUnit.PERCENT if match["percent"] else NumberUnit.POINTS if match["points"] else NumberUnit.PLAIN
        )
        after = _RANK.match(text, match.end())
        yield TypedNumber(
            match[0],
            value,
            unit,
            Decimal("0.5"),
            match.start(),
            match.end(),
            _bound(text, match.start()),
            total=Decimal(after[1] or after[2]) if after and unit is NumberUnit.PLAIN else None,
            spelled=True,
        )


_DIFFERENCE = re.compile(r"\d%?\s+(?:[a-z]+\s+)?$", re.I)
"""A figure just before "fewer than".

Then the words compare two figures, and do not say how exact the second is.
"""


def _bound(text: str, start: int) -> Exactness:
    before = text[max(0, start - 24) : start]
    match = _BOUND.search(before)
    if match is None or _DIFFERENCE.search(text[max(0, start - 48) : start - len(before) + match.start()]):
        return Exactness.EXACT
    return next(bound for bound in (Exactness.ABOUT, Exactness.OVER, Exactness.UNDER) if match[bound.value])


def _exempted(number: TypedNumber, text: str, spans: tuple[tuple[int, int, Exemption], ...]) -> TypedNumber:
    for start, end, kind in spans:
        if start <= number.start < end and number.unit in (NumberUnit.PLAIN, NumberUnit.ORDINAL):
            return replace(number, exempt=kind)
    return number
