"""Typed figures: unbacked (PG850), against results (PG851), per cent for percentage points (PG854)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from plangen.checks.editions.claims import claims_in
from plangen.checks.editions.exempt import needs_source
from plangen.checks.editions.known_figures import FigureRole, Known, facts_like, known_figures, matches
from plangen.checks.editions.remarks import Remark, about_words
from plangen.checks.editions.sentences import Said
from plangen.checks.editions.subjects import Subject
from plangen.checks.numbers import Exactness, NumberUnit, TypedNumber
from plangen.diagnostics import Code, PutIn, codes
from plangen.measures.evidence import Evidence

__all__ = ["typed_figures"]

_LEVEL_LEADS = re.compile(
    r"\b(?:was|is|were|are|stands at|stood at|reached|totalled|to|from|at|recorded)\s+(?:only |just |now )*$",
    re.I,
)
_CHANGE_LEADS = re.compile(
    r"\b(?:by|(?:fall|rise|increase|decrease|drop|reduction) of|up|down)\s+(?:only |just )*$", re.I
)
_FACTOR = Decimal(2)
"""A count this many times larger or smaller than any known value counts something else."""


def typed_figures(evidence: Evidence, said: Said, subjects: tuple[Subject, ...], sure: bool) -> Iterator[Remark]:
    """What is wrong with the figures that somebody typed into a sentence about `subjects`.

    Only where it is `sure` what the sentence speaks of can a figure contradict results.
    """
    indicators = tuple(dict.fromkeys(id for subject in subjects for id in subject.indicators))
    known = known_figures(evidence, indicators, said.text) if said.literals and indicators else ()
    for number in said.literals:
        if needs_source(said, number):
            yield _judged(evidence, said, number, known, sure)


def _judged(evidence: Evidence, said: Said, number: TypedNumber, known: tuple[Known, ...], sure: bool) -> Remark:
    role = _role(said, number)
    agreeing = [k for k in known if matches(number, k) and (role is None or k.role in (role, FigureRole.TARGET))]
    if agreeing:
        return _unbacked(said, number, (agreeing[0].expression,))
    points = [k for k in known if k.unit is NumberUnit.POINTS and matches(_as_points(number), k)]
    if points and number.unit is NumberUnit.PERCENT:
        message = f'"{number.text}" is a difference between two percentages: {points[0].shown}, not per cent'
        return _at(codes.PERCENT_FOR_POINTS, said, number, message, *_written(points[0].expression))
    against = _against(number, known, role) if sure and number.bound is Exactness.EXACT else None
    if against:
        message = f'"{number.text}" does not agree with the results, which give {against.shown}'
        return _at(codes.FIGURE_CONTRADICTS, said, number, message, *_written(against.expression))
    return _unbacked(said, number, facts_like(evidence, number, said.text))


def _against(number: TypedNumber, known: tuple[Known, ...], role: FigureRole | None) -> Known | None:
    """The figure that the typed one contradicts: of its own kind, and near enough to mean the same thing."""
    if role is None and (number.spelled or number.unit is NumberUnit.PLAIN):
        role = FigureRole.LEVEL if not number.spelled else None
        if role is None or number.value < 100:
            return None
    same = [k for k in known if k.unit is number.unit and (role is None or k.role is role)]
    if number.unit is NumberUnit.PLAIN:
        same = [k for k in same if k.value and 1 / _FACTOR <= abs(number.value / k.value) <= _FACTOR]
    return min(same, key=lambda k: abs(abs(k.value) - abs(number.value)), default=None)


def _role(said: Said, number: TypedNumber) -> FigureRole | None:
    before = said.text[: number.start]
    if _CHANGE_LEADS.search(before):
        return FigureRole.CHANGE
    if _LEVEL_LEADS.search(before):
        return FigureRole.LEVEL
    ended = [claim for claim in claims_in(said.text) if claim.end <= number.start <= claim.end + 2]
    return FigureRole.CHANGE if ended else None


def _unbacked(said: Said, number: TypedNumber, expressions: tuple[str, ...]) -> Remark:
    message = f'no expression made the figure "{number.text}"'
    if expressions:
        hint = " or ".join(f"{{{{ {expression} }}}}" for expression in expressions[:2])
        hint = f"write {hint} if that is what it is"
        remedies = tuple(map(PutIn, expressions[:2]))
    else:
        hint = "add a fact with this value and its source to content/facts.yaml and write {{ facts.ID }}"
        remedies = ()
    return _at(codes.TYPED_FIGURE, said, number, message, hint, remedies)


def _as_points(number: TypedNumber) -> TypedNumber:
    from msgspec.structs import replace

    return replace(number, unit=NumberUnit.POINTS)


def _written(expression: str) -> tuple[str, tuple[PutIn, ...]]:
    """To write an expression, as a hint and as a remedy."""
    return f"write {{{{ {expression} }}}}", (PutIn(expression),)


def _at(
    kind: Code, said: Said, number: TypedNumber, message: str, hint: str, remedies: tuple[PutIn, ...]
) -> Remark:
    return about_words(kind, said, number.start, number.end, message, hint, remedies=remedies)
