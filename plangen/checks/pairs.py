"""Two figures that a sentence gives as before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.checks.template import template_of
from plangen.checks.text import Sentence

__all__ = ["MOST_FIGURES", "Pair", "pairs_in"]


class Pair(Struct, frozen=True):
    """A level before and a level after, of one unit."""

    before: TypedNumber
    after: TypedNumber

    @property
    def start(self) -> int:
        """Where the pair begins in its sentence."""
        return min(self.before.start, self.after.start)

    @property
    def end(self) -> int:
        """Where the pair ends in its sentence."""
        return max(self.before.end, self.after.end)


MOST_FIGURES = 40
"""A sentence with more figures is a table or a list that lost its lines.

To relate all of them would take for ever.
"""

_ABOUT = (
    r"(?:(?:just|only|an?|about|around|over|under|nearly|almost|more than|less than|some|the|its?|(?:a )?(?:high"
    r"|low) of|total of|no more than|at most|no fewer than|at least|below|above"
    r"|figure of|baseline(?: figure)? of|baseline|rate of|previous|position of)\s+)*"
)
_BEFORE, _AFTER = r"<(?P<kind>[NPL])(?P<before>\d+)>", r"<(?P<kind2>[NPL])(?P<after>\d+)>"
_NO_FIGURE = r"(?:(?!\b(?:from|and|but|while|whereas|although)\b)[^<.;]|<X\d+>)"
_FORMS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<!\brange )(?<!\branges )(?<!\branged )(?<!\branging )(?<!\bvaried )(?<!\bvarying )(?<!\bvary"
        rf" )(?<!\bages )"
        rf"\bfrom\s+{_ABOUT}{_BEFORE}{_NO_FIGURE}{{0,70}}?\bto\s+(?:now\s+|stand at\s+)?{_ABOUT}{_AFTER}",
        rf"\bto\s+{_ABOUT}{_AFTER}(?:[^<.;,]|<X\d+>){{0,40}}?[\s,(]+(?:up |down )?from\s+{_ABOUT}{_BEFORE}",
        rf"{_AFTER}{_NO_FIGURE}{{0,50}}?[,(]?\s*(?:compared|compares)\s+(?:with|to)\s+{_ABOUT}{_BEFORE}",
        rf"\bwas\s+{_ABOUT}{_BEFORE}{_NO_FIGURE}{{0,30}},\s+ha(?:s|ve)\s+(?:\w+\s+){{1,3}}to\s+{_ABOUT}{_AFTER}",
    )
)
_BRACKETED = re.compile(
    rf"{_AFTER}{_NO_FIGURE}{{0,30}}\s\((?:[^<)]|<X\d+>){{0,30}}{_BEFORE}(?:[^<)]|<X\d+>){{0,20}}\),?\s+"
    r"(?:which (?:is|was) )?(?:an?\s+)?"
    r"(?:up|down|increase|decrease|reduction|rise|fall|drop)\b",
    re.I,
)
_AGAINST = re.compile(rf"{_AFTER}{_NO_FIGURE}{{0,20}}\s+(?:against|versus|vs\.?)\s+{_ABOUT}{_BEFORE}", re.I)
_MORE_THAN = re.compile(
    rf"{_AFTER}{_NO_FIGURE}{{0,60}},\s*(?:which (?:is|was)\s+)?<[NPLQ]\d+>\s+(?:more|fewer|less"
    rf"|higher|lower)\s+than\s+{_ABOUT}{_BEFORE}",
    re.I,
)
_ON = re.compile(
    rf"{_AFTER}{_NO_FIGURE}{{0,50}},\s*(?:an?\s+)?(?:increase|decrease|reduction|rise|fall|drop"
    rf"|growth)\s+of\s+(?:\w+\s+){{0,2}}"
    rf"<[PQ]\d+>\s+(?:on|from|over|against)\s+{_ABOUT}{_BEFORE}",
    re.I,
)


@lru_cache(maxsize=20_000)
def pairs_in(sentence: Sentence) -> tuple[Pair, ...]:
    """The pairs of a sentence.

    Forms: "from A to B", "to B from A", "B compared with A", "B, an increase of C% on the A", "was A, has doubled
    to B".
    """
    return tuple(dict.fromkeys(_pairs(sentence)))


def _pairs(sentence: Sentence) -> Iterator[Pair]:
    if not 2 <= len(sentence.numbers) <= MOST_FIGURES:
        return
    template = template_of(sentence)
    for pattern in (*_FORMS, _ON, _MORE_THAN, _AGAINST, _BRACKETED):
        for match in pattern.finditer(template.text):
            before, after = _in_one_scale(template.figure(match, "before"), template.figure(match, "after"))
            if (
                match["kind"] == match["kind2"]
                and before.total is None
                and after.total is None
                and _levels(before, after)
            ):
                yield Pair(before, after)


def _in_one_scale(before: TypedNumber, after: TypedNumber) -> tuple[TypedNumber, TypedNumber]:
    """Both as meant: in "from 7.2 to 6.6 million" the scale behind the second goes for the first too."""
    scale = after.value and after.value / _printed(after)
    if not after.value or scale < 1000 or before.value != _printed(before):
        return before, after
    if abs(before.value) * 50 > abs(after.value):
        return before, after
    return replace(before, value=before.value * scale, half=before.half * scale), after


def _printed(number: TypedNumber) -> Decimal:
    """The digits of a figure as they stand, without the scale behind them."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?|\.\d+", number.text)
    return Decimal(digits[0].replace(",", "")) if digits else number.value


def _levels(before: TypedNumber, after: TypedNumber) -> bool:
    """Whether both are levels: not signed changes, and not "one to one"."""
    return not (before.signed or after.signed) and not (
        before.spelled and after.spelled and before.unit is NumberUnit.PLAIN
    )
