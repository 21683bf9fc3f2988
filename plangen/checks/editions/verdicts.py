"""Whether a claim of movement agrees with results: with the figures beside it, or with its subject's changes."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from plangen.checks.directions import Way
from plangen.checks.editions.claims import Judged, MovementClaim, claims_in
from plangen.checks.editions.movements import possible_changes
from plangen.checks.editions.passages import Shown
from plangen.checks.editions.sentences import Said
from plangen.checks.editions.subjects import Subject, figures_after
from plangen.language.english import ENGLISH
from plangen.measures.evidence import Evidence
from plangen.model.result import AnyResult, Assessment, Change, Direction, Level
from plangen.model.target import Promise
from plangen.model.unit import ChangeUnit

__all__ = ["ClaimStanding", "ClaimVerdict", "is_slight", "verdict_on"]

SLIGHT_PERCENT = Decimal(5)
"""A change of more than this many percent is not slight."""
SLIGHT_POINTS = Decimal(2)
"""A change of more than this many percentage points is not slight."""
DOUBLED = Decimal("0.05")
"""How far from its factor a ratio may lie to be called doubled or halved without "nearly" or "more than"."""

_WAYS = {Direction.UP: Way.UP, Direction.DOWN: Way.DOWN, Direction.SAME: Way.SAME}
_LABEL_WAYS = (
    (re.compile(r"\bmore\b|\bgrowth\b", re.I), Way.UP),
    (re.compile(r"\bfewer\b|\bless\b", re.I), Way.DOWN),
)


class ClaimStanding(Enum):
    """How a claim stands beside the results."""

    BACKED = "backed"
    WRONG = "wrong"
    OPEN = "open"


class ClaimVerdict(Struct, frozen=True):
    """How a claim stands; `against` is a result that it contradicts and `why` says in words how."""

    standing: ClaimStanding
    against: AnyResult | None = None
    why: str = ""


_OPEN = ClaimVerdict(ClaimStanding.OPEN)
_BACKED = ClaimVerdict(ClaimStanding.BACKED)


def verdict_on(
    evidence: Evidence, said: Said, claim: MovementClaim, subjects: tuple[Subject, ...]
) -> ClaimVerdict:
    """How a claim stands: by the figures it goes with, or else by the changes of its subjects.

    A claim is wrong only if no change that it may speak of agrees with it.
    """
    beside = _beside(evidence, claim, figures_after(said, claim))
    if beside.standing is not ClaimStanding.OPEN:
        return beside
    verdicts = [_on_subject(evidence, said, claim, subject) for subject in subjects]
    wrong = next((v for v in verdicts if v.standing is ClaimStanding.WRONG), None)
    if wrong:
        return wrong
    return _BACKED if verdicts and all(v.standing is ClaimStanding.BACKED for v in verdicts) else _OPEN


def _beside(evidence: Evidence, claim: MovementClaim, figures: tuple[Shown, ...]) -> ClaimVerdict:
    for figure in figures:
        found = figure.result
        if isinstance(found, Change):
            return _against_changes(claim, (found,))
        if isinstance(found, Level) and found.key.startswith("facts."):
            verdict = _against_label(evidence, claim, found)
            if verdict.standing is not ClaimStanding.OPEN:
                return verdict
        if isinstance(found, Level) and found.key.startswith("targets."):
            return _against_promise(evidence, claim, found)
    levels = [f.result for f in figures if isinstance(f.result, Level) and f.result.indicator]
    if len(levels) == 2 and levels[0].indicator == levels[1].indicator:
        return _against_levels(claim, levels[0], levels[1])
    return _OPEN


def _against_label(evidence: Evidence, claim: MovementClaim, found: Level) -> ClaimVerdict:
    """A fact whose own label says which way: "fall in youth offending"."""
    label = evidence.records.facts[found.key.removeprefix("facts.")].label
    ways = {said.way for said in claims_in(f"the {label}")}
    ways |= {way for pattern, way in _LABEL_WAYS if pattern.search(label)}
    if len(ways) != 1 or not isinstance(claim.way, Way):
        return _OPEN
    return _BACKED if claim.way in ways else ClaimVerdict(ClaimStanding.WRONG, found, f'the fact says "{label}"')


def _against_promise(evidence: Evidence, claim: MovementClaim, found: Level) -> ClaimVerdict:
    target = evidence.records.targets.get(found.key.split(".")[1])
    asked = {Promise.REDUCE: Way.DOWN, Promise.INCREASE: Way.UP}.get(target.promise) if target else None
    if asked is None or not isinstance(claim.way, Way) or found.key.count(".") > 1:
        return _OPEN
    shown = ENGLISH.levels.level_words(found) if found.promised else found.number
    why = f"the target {found.key.split('.')[1]} asks for {shown} {asked.value}"
    return _BACKED if claim.way is asked else ClaimVerdict(ClaimStanding.WRONG, found, why)


def _against_levels(claim: MovementClaim, before: Level, after: Level) -> ClaimVerdict:
    if before.number is None or after.number is None or not isinstance(claim.way, Way):
        return _OPEN
    gone = Way.UP if after.number > before.number else Way.DOWN if after.number < before.number else Way.SAME
    why = f"from {before.number:f} to {after.number:f} is {gone.value}"
    if gone is not claim.way:
        return ClaimVerdict(ClaimStanding.WRONG, after, why)
    if claim.factor and before.number > 0 and not _factor_holds(claim, after.number / before.number):
        times = after.number / before.number
        return ClaimVerdict(
            ClaimStanding.WRONG, after, f"from {before.number:f} to {after.number:f} is {times:.2f} times"
        )
    return _BACKED


def _factor_holds(claim: MovementClaim, times: Decimal) -> bool:
    factor = claim.factor or Decimal(1)
    beyond = times > factor if factor > 1 else times < factor
    if claim.bound == "more":
        return beyond
    if claim.bound == "nearly":
        return abs(times - factor) <= factor / 5
    return abs(times / factor - 1) <= DOUBLED


def _on_subject(evidence: Evidence, said: Said, claim: MovementClaim, subject: Subject) -> ClaimVerdict:
    changes = [c for id in subject.indicators for c in possible_changes(evidence, id, said.text)]
    if isinstance(claim.way, Way) and any(c.unit is not ChangeUnit.PLACES for c in changes):
        changes = [c for c in changes if c.unit is not ChangeUnit.PLACES]
    return _against_changes(claim, tuple(changes))


def _against_changes(claim: MovementClaim, changes: tuple[Change, ...]) -> ClaimVerdict:
    if not changes:
        return _OPEN
    ways = [_agrees(claim, found) for found in changes]
    if all(agreed is None for agreed in ways):
        return _OPEN
    if not any(ways):
        return ClaimVerdict(ClaimStanding.WRONG, changes[0])
    agreeing = [found for found, agreed in zip(changes, ways, strict=True) if agreed]
    if claim.slight and not any(is_slight(found) for found in agreeing):
        return ClaimVerdict(ClaimStanding.WRONG, agreeing[0], f"more than {_limit(agreeing[0])} is not slight")
    if claim.factor and not any(
        _times(found) and _factor_holds(claim, _times(found) or Decimal(0)) for found in agreeing
    ):
        times = _times(agreeing[0])
        return (
            ClaimVerdict(ClaimStanding.WRONG, agreeing[0], f"it is {times:.2f} times as much") if times else _OPEN
        )
    return _BACKED


def _agrees(claim: MovementClaim, found: Change) -> bool | None:
    """Whether a change goes the way the claim says; None where it cannot be told."""
    if isinstance(claim.way, Judged):
        if found.assessment is Assessment.NOT_ASSESSED:
            return None
        wanted = Assessment.IMPROVING if claim.way is Judged.BETTER else Assessment.WORSENING
        return found.assessment is wanted
    return _WAYS[found.direction] is claim.way


def is_slight(found: Change) -> bool:
    """Whether a change is small enough to be called slight: at most 5%, or 2 percentage points."""
    if found.amount is None or found.unit is ChangeUnit.PLACES:
        return True
    return abs(found.amount) <= (SLIGHT_POINTS if found.unit is ChangeUnit.POINTS else SLIGHT_PERCENT)


def _limit(found: Change) -> str:
    return f"{SLIGHT_POINTS} percentage points" if found.unit is ChangeUnit.POINTS else f"{SLIGHT_PERCENT}%"


def _times(found: Change) -> Decimal | None:
    if found.before and found.after and found.before.number and found.after.number is not None:
        return found.after.number / found.before.number
    return 1 + found.amount / 100 if found.unit is ChangeUnit.PERCENT and found.amount is not None else None
