"""Literal figures that need no source in an edition, beside those of any document (`plangen.checks.exemptions`).

Small numbers in words that count years, parts of the document, or what the sentence goes on to list, are language.
"""

from __future__ import annotations

import re

from plangen.checks.editions.claims import claims_in
from plangen.checks.editions.sentences import Said
from plangen.checks.numbers import TypedNumber

__all__ = ["needs_source"]

_LENGTH = re.compile(
    r"[\s-]+(?:calendar |financial |whole |more )?(?:years?|months?|weeks?|days?|hours?|minutes?)\b"
)
_RUN = re.compile(r"^[^.;:]{0,14}\b(?:running|in a row|consecutive|successive)\b")
_LEADS_TO = re.compile(r"^[^.;:]*:\s*(?P<named>[^.;:]*)\.?$")
_SEVERAL = re.compile(r"^\s+(?:largest|main|biggest|most|key|top|sides|halves|ways)\b")
_PARTS = re.compile(
    r"^\s+(?:[\w-]+ ){0,2}(?:priorities|promises|aims|goals|objectives|themes|headings"
    r"|chapters|sections|parts|tables|targets)\b"
)
_HOW_LONG = re.compile(r"\bfor(?: the (?:last|past))?\s+$", re.I)
_AGO = re.compile(r"^\s+(?:years?|months?|quarters?) ago\b", re.I)
_COMPARES = re.compile(r"\b(?:twice|times|half)\b[^.;]*\b(?:as|than)\s+$", re.I)
_AGE = re.compile(
    r"\b(?:people|children|adults|residents|those|girls|boys|men|women|aged)\s+(?:under|over|aged)\s+$", re.I
)
_BASE = re.compile(r"\b(?:for|in|of) every\s+$", re.I)
_BEST = re.compile(r"^\s+(?:is|being|=) (?:the )?(?:best|worst|highest|lowest)\b", re.I)


def needs_source(said: Said, number: TypedNumber) -> bool:
    """Whether a typed figure is a measurement that an expression should have made."""
    if number.exempt is not None:
        return False
    before, after = said.text[: number.start], said.text[number.end :]
    if _AGE.search(before) or _BASE.search(before) or _BEST.match(after):
        return False
    if not number.spelled:
        return True
    if number.text.lower() in ("one", "zero", "none") and number.total is None:
        return False
    if _RUN.match(after) or (_HOW_LONG.search(before) and claims_in(said.text)):
        return True
    if _AGO.match(after) and _COMPARES.search(before):
        return True
    if leads := _LEADS_TO.match(after):
        return number.value not in (_named(leads["named"]) or {said.passage.items})
    return not any(pattern.match(after) for pattern in (_LENGTH, _SEVERAL, _PARTS))


def _named(words: str) -> set[int]:
    """How many things a sentence may list behind its colon: "Pursue, Prevent, Protect and Prepare" are four."""
    commas = re.split(r",\s*(?:and\s+)?", words.strip())
    every = re.split(r",\s*(?:and\s+)?|\s+and\s+", words.strip())
    return {len(commas), len(every)} if words.strip() else set()
