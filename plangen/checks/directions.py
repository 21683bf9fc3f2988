"""Words that say which way a figure moved, and by how much where the word itself says it."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from msgspec import Struct

__all__ = ["DirectionWord", "Way", "directions_in"]


class Way(Enum):
    """The way a word says a figure moved."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


class DirectionWord(Struct, frozen=True):
    """A word of movement.

    `factor` is what it multiplies by ("doubled" 2, "halved" 0.5), None where it does not say. `slight` is set for
    "slightly" and "marginally"; `bound` is "more" or "nearly" before a factor, otherwise blank.
    """

    text: str
    way: Way
    start: int
    end: int
    factor: Decimal | None = None
    slight: bool = False
    bound: str = ""


_UP = (
    r"ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|own|owth|owing)|higher|went up|gone up|going up"
    r"|climb(?:ed|s)?|rais(?:ed|e)"
    r"|(?<!make )(?<!makes )(?<!made )(?<!making )up(?!\s+to\b)(?=\s|$|,)(?=\s+(?:by|from|on|\W?\d|slightly|£))"
    r"|jump(?:ed)?|surg(?:e|ed)|uplift|gain(?:ed)?"
)
_DOWN = (
    r"f[ae]ll(?:s|en|ing)?|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tions?)|declin(?:e|es|ed|ing)|dropp?(?:s"
    r"|ed|ing)?"
    r"|lower(?:ed)?|fewer|went down|gone down|down(?=\s+(?:by|from|on|\W?\d|slightly|to|£))"
    r"|cut(?:\s+by)|shr[aiu]nk"
)
_SAME = (
    r"unchanged|remain(?:s|ed)?\s+(?:the same|stable|constant|steady|level)|stayed the same|no change|static"
    r"|the same as"
)
_FACTORS = (
    (r"doubl(?:ed|es|ing)|twofold", Way.UP, Decimal(2)),
    (r"tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|threefold", Way.UP, Decimal(3)),
    (r"quadrupl(?:ed|es|ing)|fourfold", Way.UP, Decimal(4)),
    (r"halv(?:ed|es|ing)", Way.DOWN, Decimal("0.5")),
)
_WORDS = tuple(
    (re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.I), way, factor)
    for pattern, way, factor in (*_FACTORS, (_UP, Way.UP, None), (_DOWN, Way.DOWN, None), (_SAME, Way.SAME, None))
)
_SLIGHT = re.compile(r"\b(?:slight(?:ly)?|marginal(?:ly)?|fractional(?:ly)?)\b", re.I)
_MORE = re.compile(r"\b(?:more than|over)\s+(?:\w+ly\s+)?$", re.I)
_NEARLY = re.compile(r"\b(?:nearly|almost|about|around|roughly|approximately|virtually|just under)\s+$", re.I)


@lru_cache(1 << 12)  # several rules read the same sentence
def directions_in(text: str) -> tuple[DirectionWord, ...]:
    """The words of movement of `text`, in order."""
    found = [
        _word(text, match, way, factor) for pattern, way, factor in _WORDS for match in pattern.finditer(text)
    ]
    return tuple(sorted(found, key=lambda word: word.start))


def _word(text: str, match: re.Match[str], way: Way, factor: Decimal | None) -> DirectionWord:
    before, around = (
        text[max(0, match.start() - 24) : match.start()],
        text[max(0, match.start() - 14) : match.end() + 12],
    )
    bound = "more" if _MORE.search(before) else "nearly" if _NEARLY.search(before) else ""
    return DirectionWord(match[0], way, match.start(), match.end(), factor, bool(_SLIGHT.search(around)), bound)
