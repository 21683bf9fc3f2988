"""What a word of movement speaks of: the figure beside it, or the indicators named nearest to it."""

from __future__ import annotations

import re

from msgspec import Struct

from plangen.checks.editions.claims import MovementClaim, clause_start
from plangen.checks.editions.names import Mention, Names
from plangen.checks.editions.passages import Shown
from plangen.checks.editions.sentences import Said

__all__ = ["Subject", "subject_of"]

_CHAIN = re.compile(r"^(?:,|,? and| as well as)\s+(?:the\s+|in\s+)?$")
_OF = re.compile(r"\s+(?:in|of|for)\s+(?:the\s+|reported\s+|recorded\s+|our\s+)*$")
_ELSEWHERE = re.compile(
    r"\b(?:who|which|that|where|because|without|than|against|similar areas|among|after|before|types? of)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r" (?:is|was|are|were) (?:one of|among) (?:the )?(?:[\w-]+ ){0,4}that $", re.IGNORECASE)
_PRONOUN = re.compile(
    r"^(?:it|this|these|they|both|the (?:rate|share|number|figure|level|count|total))\b", re.IGNORECASE
)


_THE = re.compile(r"\b(?:the|this|that)\s+$", re.IGNORECASE)
_NOT_ADVERB = re.compile(
    r"\b(?!(?:has|have|had|is|was|also|then|again|now|still|since|overall)\b)\w+", re.IGNORECASE
)


class Subject(Struct, frozen=True):
    """One name, and the indicators it may stand for."""

    indicators: tuple[str, ...]


def subject_of(said: Said, claim: MovementClaim, names: Names, before: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The subjects of a claim, all of which it speaks of; nothing where none can be told.

    `before` are the subjects of the sentence before, for one that begins with "It".
    """
    mentions = names.mentions(said.text)
    if claim.noun or claim.way.value in ("better", "worse"):
        for mention in mentions:
            if mention.start >= claim.end and _OF.fullmatch(said.text[claim.end : mention.start]):
                return (Subject(mention.indicators),)
    start = clause_start(said.text, claim.start)
    chain = _chain_before(said.text, start, claim.start, mentions)
    if chain:
        return tuple(Subject(mention.indicators) for mention in chain)
    if claim.noun and len(mentions) == 1 and mentions[0].start > claim.end:
        return (Subject(mentions[0].indicators),)
    opening = said.text[start : claim.start].lstrip()
    if start and not _NOT_ADVERB.search(opening):
        earlier = [m for m in mentions if m.end <= start]
        if earlier and not _ELSEWHERE.search(said.text[earlier[-1].end : start]):
            return (Subject(earlier[-1].indicators),)
    if _PRONOUN.match(opening) or (claim.noun and not mentions and _THE.search(said.text[: claim.start])):
        return before or ((Subject(said.passage.about),) if len(said.passage.about) == 1 else ())
    return ()


def _chain_before(text: str, start: int, end: int, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The last name before the claim in its clause, with those that are listed with it."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    if not inside or _modified(text, start, inside[-1]):
        return []
    between = text[inside[-1].end : end]
    if _ELSEWHERE.search(between) and not _ONE_OF.match(between):
        return []
    chain = [inside.pop()]
    while inside and _CHAIN.match(text[inside[-1].end : chain[0].start]):
        chain.insert(0, inside.pop())
    return chain


def _modified(text: str, start: int, mention: Mention) -> bool:
    """Whether the name is only part of what the clause speaks of: "confidence in how we tackle crime"."""
    return bool(
        re.search(
            r"\b(?:how|tackle|about|linked to|related to|fear of|victims of|types? of|of)\s+(?:\w+\s+){0,2}$",
            text[start : mention.start],
        )
    )


def figures_after(said: Said, claim: MovementClaim) -> tuple[Shown, ...]:
    """The figures that say how far: "by 9%", "a rise of 27 points", "from 23% to 50%", "for four years"."""
    found = [f for f in said.shown if _YEARS_OF.fullmatch(said.text[f.end : claim.start])]
    at = claim.end
    for figure in said.shown:
        between = said.text[at : figure.start]
        if figure.start >= at and (_LEADS.fullmatch(between) or (found and _THEN.fullmatch(between))):
            found.append(figure)
            at = figure.end
    return tuple(found)


_YEARS_OF = re.compile(r" (?:years?|quarters?|months) of (?:steady )?")
_LEADS = re.compile(
    r"[ ,]*(?:strongly |sharply |slightly |only |just |again |also )*(?:by|of|from|to|for|in|at)?"
    r"(?: (?:just|only|nearly|about|the))*\s*",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?: [a-z]+(?: [a-z]+| 20\d\d)?)? to (?:just |only |about )*", re.IGNORECASE)
