"""Words of movement that claim that something moved: "fell", "has been rising", "a fall of", "lower than in 2009".

What is wanted, promised, feared or asked is no claim: "we will reduce", "have to fall", "whether crime is rising".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.checks.directions import DirectionWord, Way, directions_in

__all__ = ["Judged", "MovementClaim", "claims_in"]


class Judged(Enum):
    """What a word says of a movement: that it was for the better or the worse."""

    BETTER = "better"
    WORSE = "worse"


class MovementClaim(Struct, frozen=True):
    """A claim in a sentence; `noun` is set for "a fall", "the rise"."""

    text: str
    start: int
    end: int
    way: Way | Judged
    noun: bool = False
    factor: Decimal | None = None
    slight: bool = False
    bound: str = ""


_DOUBTS = re.compile(
    r"\b(?:would|should|could|might|may|must|cannot|if|until|unless|whether|hoped?|expect\w*|believes?|thinks?"
    r"|thought|fear(?:s|ed)?|feel|will have|asks?|asked)\b(?:\W+[\w'-]+){0,6}\W*$"
    r"|\b(?:not|never)(?: yet)?\s+$",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:to|will|shall|can|when|aims?|wants?|hopes?|let|helps?|helped|promis\w+|targets?|goals?"
    r"|like(?:ly)?|towards)"
    r"\b(?:\W+[\w'-]+){0,6}\W*$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:fell|rose|grew|went up|went down|fallen|risen|grown|improved|worsened"
    r"|doubled|halved|trebled|tripled|dropped|increased|decreased|declined|climbed|jumped)$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[;:.()]|,\s+(?:but|while|and|yet|though)\b|\s(?:but|while|although|whereas)\s")
_BASE_FORMS = re.compile(
    r"(?:fall|rise|increase|decrease|decline|drop|reduction|reductions|grow|growth|gain|uplift|cut by)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:an?|the|this|that|these|its|their|another|further|of|sharp|slight|marginal|small|smaller|large|larger"
    r"|consecutive|successive|first|second|third|fourth|fifth|sixth|no)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:fell|fall) (?:ill|short|asleep|within)|rises? (?:to the|from the)|dropped (?:in|off)\b", re.IGNORECASE
)
_ASKS = re.compile(r"(?:what|who|which|where|why|how)\s+$", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s+than\s+(?:in|at|on|the|last|ever|any|a year|[\w-]+\s+(?:year|quarter|month))\b", re.IGNORECASE
)
_UP_AND_DOWN = re.compile(r" and (?:up|down)\b")
_FINITE = re.compile(
    r"\b(?:has|have|had|is|are|was|were|been|also|all|both|now|then)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_JUDGED = re.compile(
    r"(?<![\w-])(?:(?P<better>improved|improving|improves)|(?P<worse>worsened|worsening|deteriorated))(?![\w-])",
    re.IGNORECASE,
)
_TREND = re.compile(r"\b(?:(?P<up>upward)|(?P<down>downward))s?\s+(?:trend|path|direction|turn)\b", re.IGNORECASE)
_WENT = re.compile(r"\bwent (?:(?P<up>up)|(?P<down>down))\b(?! and\b)", re.IGNORECASE)


def claims_in(text: str) -> tuple[MovementClaim, ...]:
    """The claims of a sentence, in order."""
    found = [*_moved(text), *_judged(text), *_phrases(text)]
    starts: dict[int, MovementClaim] = {}
    for claim in found:
        before = _clause_before(text, claim.start)
        wished = not _PAST.match(claim.text) and _WISHES.search(before)
        if not wished and not _DOUBTS.search(before):
            starts.setdefault(claim.start, claim)
    return tuple(starts[start] for start in sorted(starts))


def clause_start(text: str, at: int) -> int:
    """Where the clause that holds the character `at` begins."""
    return max((m.end() for m in _BOUNDARY.finditer(text, 0, at)), default=0)


def _clause_before(text: str, at: int) -> str:
    return text[clause_start(text, at) : at]


def _moved(text: str) -> Iterator[MovementClaim]:
    for word in directions_in(text):
        before, after = text[: word.start], text[word.end :]
        if _NEVER.match(text, word.start) or after.startswith("-") or _UP_AND_DOWN.match(after):
            continue
        noun = bool(_BASE_FORMS.match(word.text))
        if _claimed(word, noun, before, after):
            yield MovementClaim(
                word.text, word.start, word.end, word.way, noun, word.factor, word.slight, word.bound
            )


def _claimed(word: DirectionWord, noun: bool, before: str, after: str) -> bool:
    said = word.text.lower()
    if noun:
        return bool(_ARTICLE.search(before))
    if said == "no change" or _ASKS.match(before):
        return False
    if said in ("higher", "lower", "fewer"):
        return bool(_COMPARED.match(after))
    if said in ("reduced", "raised", "lowered", "cut by", "gained", "grown"):
        return bool(_FINITE.search(before))
    return not said.endswith(("reducing", "raise", "reduce", "rises", "reduces", "lowering")) or said == "rises"


def _judged(text: str) -> Iterator[MovementClaim]:
    for match in _JUDGED.finditer(text):
        way = Judged.BETTER if match["better"] else Judged.WORSE
        if (
            match.start() == 0
            or _ASKS.match(text[: match.start()])
            or (match[0].lower().endswith("ing") and not _FINITE.search(text[: match.start()]))
        ):
            continue
        yield MovementClaim(match[0], match.start(), match.end(), way)


def _phrases(text: str) -> Iterator[MovementClaim]:
    for pattern in (_TREND, _WENT):
        for match in pattern.finditer(text):
            way = Way.UP if match["up"] else Way.DOWN
            yield MovementClaim(match[0], match.start(), match.end(), way, noun=pattern is _TREND)
