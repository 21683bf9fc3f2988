"""The words by which a measure, a place or a group is known again elsewhere in a document."""

from __future__ import annotations

import re
from functools import lru_cache

from plangen.checks.small_words import SMALL_WORDS

__all__ = ["stems"]

_WORD = re.compile(r"[A-Za-z][A-Za-z’']*[A-Za-z]|\d{1,2}\s?(?:[-–]|to)\s?\d{1,2}|\d{1,2}\+")
_SMALL = SMALL_WORDS | frozenset(
    re.findall(
        r"\w+",
        "share we they them you was were is are be been has have had this that these those it its our their "
        "there which who as or than all numbers rates total percent year years figure figures recorded "
        "reported during over last",
    )
)
_ALIKE = {
    "offence": "crime",
    "antisocial": "asb",
    "woman": "female",
    "women": "female",
    "man": "male",
    "men": "male",
    "children": "child",
    "people": "person",
    "persons": "person",
    "thefts": "theft",
}


_ENDING = re.compile(r"(?:ance|ence|ation|ion|ing|ed|ment|e)$")
_LONG = 6


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The words of `text` that carry meaning, in the singular; `crimes` and `offences` are one."""
    found = (re.sub(r"(?<=\d)\s?(?:–|to)\s?(?=\d)", "-", word.lower()) for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in found if word not in _SMALL)


def _stem(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    single = word
    if len(word) > 4 and word.endswith("ies"):
        single = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        single = word[:-1]
    alike = _ALIKE.get(single, _ALIKE.get(word, single))
    return _ENDING.sub("", alike) if len(alike) > _LONG else alike
