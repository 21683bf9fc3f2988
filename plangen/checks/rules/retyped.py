"""PG820: one figure printed twice, once with two digits swapped or one digit other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plangen.checks.claims.claim import Claim, ClaimRole
from plangen.checks.claims.slips import is_slip, is_swap
from plangen.checks.claims.times import at_odds
from plangen.checks.finding import Finding
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.checks.writing import Writing
from plangen.diagnostics import codes

__all__ = ["retyped"]

_ROLES = (ClaimRole.LEVEL, ClaimRole.SHARE, ClaimRole.TOTAL, ClaimRole.CHANGE)
_RARE = 8
"""A stem that stands in more claims of a document than this does not tell what a figure is of."""
_MOST = 400
"""Figures of a document that are held against each other."""


def retyped(writing: Writing) -> Iterator[Finding]:
    """Long figures in two places that share rare words, whose digits differ by one slip.

    And neither of them a third time.
    """
    every = [
        claim for claim in (*writing.said, *writing.tabled) if claim.role in _ROLES and _is_long(claim.number)
    ][:_MOST]
    times = Counter(abs(claim.number.value) for claim in every)
    known = Counter(word for claim in every for word in claim.words | claim.near)
    by_length: dict[int, list[Claim]] = {}
    for claim in every:
        for other in _candidates(by_length, claim):
            if (
                _is_retyped(other, claim, known)
                and min(times[abs(other.number.value)], times[abs(claim.number.value)]) == 1
            ):
                yield _finding(other, claim)
        by_length.setdefault(_length(claim.number), []).append(claim)


def _is_long(number: TypedNumber) -> bool:
    alike = number.unit in (NumberUnit.PLAIN, NumberUnit.POUNDS)
    return alike and _length(number) >= 4 and number.bound is Exactness.EXACT and not number.spelled


def _length(number: TypedNumber) -> int:
    return sum(character.isdigit() for character in number.text)


def _candidates(by_length: dict[int, list[Claim]], claim: Claim) -> Sequence[Claim]:
    return by_length.get(_length(claim.number), ())


def _is_retyped(one: Claim, two: Claim, known: Counter[str]) -> bool:
    if one.number.unit is not two.number.unit or one.place == two.place:
        return False
    if at_odds(one.times, two.times):
        return False
    shared = (one.words | one.near) & (two.words | two.near)
    rare = sum(known[word] <= _RARE for word in shared)
    if is_swap(one.number, two.number):
        return rare >= 2
    return (
        rare >= 3
        and _length(one.number) >= 5
        and _same_start(one.number, two.number)
        and is_slip(one.number, two.number)
    )


def _same_start(one: TypedNumber, two: TypedNumber) -> bool:
    """Whether two figures begin with one digit: bands such as 14,999 and 54,999 are no slips."""
    return one.text.lstrip("£ ")[:1] == two.text.lstrip("£ ")[:1]


def _finding(one: Claim, two: Claim) -> Finding:
    here, there = two.number.text.strip(), one.number.text.strip()
    return Finding(
        codes.TWO_VALUES,
        0.7,
        f"{one.quote} … {two.quote}",
        two.place,
        here,
        there,
        f"{here} here, {there} on {one.place}: the same figure, but for a digit",
    )
