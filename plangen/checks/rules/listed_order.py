"""PG823: a list in a sentence that says "most" or "least" and is out of its own order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plangen.checks.finding import Finding
from plangen.checks.numbers import NumberUnit, TypedNumber
from plangen.checks.text import Sentence
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["listed_order"]

_MOST = re.compile(
    r"\b(?:most|highest|largest|top|biggest|main|leading|greatest|common(?:est)?|followed by|then)\b", re.I
)
_LEAST = re.compile(r"\b(?:lowest|least|fewest|smallest)\b", re.I)
_ITEM = re.compile(r"(?P<name>[A-Za-z][\w'’&/. -]{1,60}?)\s*\(\s*$")
_TIME = re.compile(r"\b(?:in|by|to|since|from)\s+(?:19|20)\d\d\b|\b(?:19|20)\d\d\b")
_LONG = 4
"""So many items in falling order, but for one, need no word that says so."""


def listed_order(writing: Writing) -> Iterator[Finding]:
    """Lists that say which end they begin at.

    Forms: "the most common are Polish (0.6%) and Urdu (0.7%)"; "most incidents: A (301), B (187), C (244)".
    """
    for sentence in writing.sentences:
        if sentence.text.count("(") >= 2:
            for items in _lists(sentence):
                yield from _judged(sentence, items)


def _lists(sentence: Sentence) -> Iterator[list[tuple[str, TypedNumber]]]:
    """Runs of names with one figure of one unit in brackets behind each, with no more than a few words between."""
    run: list[tuple[str, TypedNumber]] = []
    for number in sentence.numbers:
        if number.unit not in (NumberUnit.PLAIN, NumberUnit.PERCENT, NumberUnit.POUNDS) or number.exempt:
            continue
        named = _ITEM.search(sentence.text[: number.start])
        closed = re.match(r"\s*\)", sentence.text[number.end :])
        if named is None or closed is None:
            continue
        joined = run and run[-1][1].unit is number.unit and _joins(sentence.text[run[-1][1].end : named.end()])
        if run and not joined:
            yield run
            run = []
        run.append((_name(named["name"]), number))
    if run:
        yield run


def _joins(between: str) -> bool:
    return len(between) < 75 and not re.search(
        r"[.;:]|\b(?:while|whereas|but|than|from|to|lowest|highest|least)\b", between
    )


def _name(text: str) -> str:
    return re.sub(r"^(?:and|then|followed by|are|is|were|was|by)\s+", "", text.strip(), flags=re.I)


def _judged(sentence: Sentence, items: Sequence[tuple[str, TypedNumber]]) -> Iterator[Finding]:
    lead = sentence.text[: items[0][1].start]
    tail = sentence.text[items[-1][1].end :][:60]
    most = bool(_MOST.search(lead) or _MOST.search(tail))
    least = bool(_LEAST.search(lead) or _LEAST.search(tail))
    if _TIME.search(" ".join(name for name, _ in items)) or (most and least) or len(items) < 2:
        return
    steps = [(one, two) for one, two in pairwise(items) if one[1].value != two[1].value]
    rising = [(one, two) for one, two in steps if two[1].value > one[1].value]
    falling = len(steps) - len(rising)
    said = most or least
    odd = [
        (one, two) for one, two in steps if (two[1].value < one[1].value if least else two[1].value > one[1].value)
    ]
    if not said and not (len(items) > _LONG and len(rising) == 1 and falling >= _LONG - 1):
        return
    if len(odd) != 1 or (
        len(items) == 2
        and not re.search(
            r"\b(?:most|least)\s+(?:common|frequent|popular|often|likely)\b|followed by", sentence.text, re.I
        )
    ):
        return
    ((one, two),) = odd
    yield Finding(
        codes.LIST_OUT_OF_ORDER,
        0.75 if said and len(items) > 2 else 0.65,
        sentence.text,
        sentence.place,
        f"{one[0]} before {two[0]}",
        f"{two[0]} first",
        f"the list goes from the {'least' if least else 'most'} on, but {one[0]} "
        f"({one[1].text.strip()}) stands before "
        f"{two[0]} ({two[1].text.strip()})",
    )
