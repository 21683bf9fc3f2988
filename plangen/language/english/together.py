"""What English keeps on one line: figures with what they count, dates, ranges, names with their numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from plangen.language.english.periods import MONTHS_IN_FULL

__all__ = ["kept_together"]

_MONTH = f"(?:{'|'.join((*MONTHS_IN_FULL.values(), *MONTHS_IN_FULL))})"
_START = r"(?<![\w/.,])"  # a figure is not the end of another word: 2016/17
_FIGURE = r"[£€$]?\d+(?:[.,]\d+)*(?:%|st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d[ ]"
_NOT_COUNTED = (
    "a|about|after|against|an|and|are|as|at|before|but|by|each|for|from|had|has|have|in|is|it|its|last|not|of|on|or"
    "|our|per|since|than|that|the|their|then|there|they|this|to|under|until|was|we|were|when|where|which|while|who"
    "|will|with"
)
_COUNTED = rf"(?!(?:{_NOT_COUNTED})\b)[a-z][a-z-]{{0,9}}\b"  # longer words may go to the next line
_NUMBERED = (
    "[Aa]ctions?|[Aa]ged?|[Aa]nnex|[Aa]ppendix|[Aa]rticle|[Cc]hapter|[Cc]lass|[Dd]istrict|[Ff]igure|[Gg]rade|[Gg]roup"
    "|[Ll]evel|[Mm]easure|[Nn]ote|[Oo]bjective|[Pp]age|[Pp]aragraph|[Pp]art|[Pp]hase|[Pp]riority|[Qq]uarter"
    "|[Ss]chedule|[Ss]ection|[Ss]tage|[Ss]tep|[Tt]able|[Tt]arget|[Tt]ier|[Vv]ersion|[Ww]ard|[Yy]ears?"
)

_TOGETHER = re.compile(
    rf"""
      \d{{1,2}}(?:st|nd|rd|th)?[ ]{_MONTH}\b(?:[ ]\d{{4}})?              # 31 March 2012
    | \b{_MONTH}[ ]\d{{4}}                                               # March 2012
    | \b\d{{4}}/\d\d[ ]Q\d | \bQ\d[ ]\d{{4}}(?:/\d\d)?                   # 2016/17 Q2, Q2 2016/17
    | \b(?:{_NUMBERED})[ ](?:\d[\w.]*|[A-HJ-Z]\b)                       # priority 1, class A
    | \b(?:[Nn]o\.|pp?\.|Act)[ ]\d[\w.]*                               # p. 4, Policing Act 2014
    | \b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Cllr|PC|DC|DI|St)\.?[ ](?:[A-Z]\.?[ ])*[A-Z]  # Mr J Smith
    | (?:\b[A-Z]\.?[ ])+[A-Z][a-z]                                       # J. R. Smith
    | {_START}{_FIGURE}[ ](?:to|and|or|of|per)[ ]{_FIGURE}(?:[ ]{_COUNTED})? # 5 to 9 places, 5 per 1,000 residents
    | \bper[ ]{_FIGURE}(?:[ ]{_COUNTED})?                                # per 1,000 residents
    | {_START}(?!{_YEAR}){_FIGURE}[ ]{_COUNTED}(?:[ ]points?\b)?         # £4 million, 3.9 percentage points
    | [ ](?=[–—][ ])                                                     # a dash never begins a line
    """,
    re.VERBOSE,
)

_LIKELY = re.compile(r"\d|[–—]|[A-Z]\w{0,3}\.? [A-Z]|[a-z] [A-Z]\b")


@lru_cache(maxsize=1024)
def kept_together(text: str) -> tuple[int, ...]:
    if not _LIKELY.search(text):
        return ()
    return tuple(at for found in _TOGETHER.finditer(text) for at in range(*found.span()) if text[at] == " ")
