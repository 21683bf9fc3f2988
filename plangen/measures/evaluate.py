"""Expressions to results: `all_crime.at("2009/10")`, `targets.ac11.change`, `facts.yellow_cards`.

An expression is a root, then at most one part that chooses a result (`at`, `change`, `outcome`), then at most one
that chooses what is said of it (`direction`, `words`). Written with a capital letter, the last part begins its
words with one. `direction`, `movement`, `assessment` and `difference` right after an indicator or a target speak
of its change.
"""

from __future__ import annotations

from msgspec.structs import replace

from plangen.diagnostics import PlangenError, codes, finding, likely
from plangen.diagnostics.nearest import hint_for, hint_to_add, nearest
from plangen.measures.evidence import Evidence
from plangen.measures.facts import fact
from plangen.measures.selectors import (
    INDICATOR_PARTS,
    TARGET_PARTS,
    ask_indicator,
    ask_target,
    unanswerable,
)
from plangen.model.aspect import Aspect, View, can_show
from plangen.model.prose import Expression, Part
from plangen.model.result import AnyResult, Assessment, Change, Outcome, OutcomeKind

__all__ = ["evaluate", "holds"]

_OF_A_CHANGE = (Aspect.DIRECTION, Aspect.MOVEMENT, Aspect.ASSESSMENT, Aspect.DIFFERENCE)
_ASPECTS = {aspect.value: aspect for aspect in Aspect if aspect not in (Aspect.VALUE, Aspect.OUTCOME)}
_KINDS = ("facts", "targets")
_BARE = "take the brackets away"
_CONDITIONS = {"improved": Assessment.IMPROVING, "worsened": Assessment.WORSENING}


def evaluate(evidence: Evidence, expression: Expression) -> tuple[AnyResult, View]:
    """The result an expression asks for, and what is to be said of it (a language's `show` says it).

    Raises PlangenError at the expression's place: PG410 unknown name, PG411 unknown part, PG412 wrong argument,
    PG413 no observation, PG414 no change or nothing measured, PG415 a target's base, PG417 a fact's formula, PG418
    a part that says nothing of this result.
    """
    try:
        return _answer(evidence, expression.root, expression.parts)
    except PlangenError as wrong:
        here = (d if d.location else d.at(expression.location) for d in wrong.diagnostics)
        raise PlangenError(here) from None


def holds(evidence: Evidence, expression: Expression) -> bool:
    """Whether a condition holds: an expression that ends in `.improved`, `.worsened` or `.met`.

    "Improved" and "worsened" are what the arrow says; "met" is only what is met by now, not what is on course.
    Raises PlangenError as `evaluate` does, PG411 where the expression is no condition.
    """
    last = expression.parts[-1] if expression.parts else Part("")
    before = expression.parts[:-1]
    if last.name == "met" and expression.root == "targets":
        found = evaluate(evidence, replace(expression, parts=(*before, Part("outcome"))))[0]
        return isinstance(found, Outcome) and found.kind is OutcomeKind.MET
    if last.name in _CONDITIONS:
        asked = (
            before if any(part.name == "change" for part in before) else (*before, Part("change", last.arguments))
        )
        found = evaluate(evidence, replace(expression, parts=asked))[0]
        return isinstance(found, Change) and found.assessment is _CONDITIONS[last.name]
    message = f'"{expression.text}" is not a condition'
    hint = "end it in .improved, .worsened, or for a target .met"
    raise PlangenError(finding(codes.UNKNOWN_PART, message, expression.location, hint))


def _answer(evidence: Evidence, root: str, parts: tuple[Part, ...]) -> tuple[AnyResult, View]:
    match root:
        case "facts" | "targets":
            if not parts or parts[0].arguments:
                raise unanswerable(codes.UNKNOWN_NAME, f'"{root}" needs a name after it', f"write {root}.ID")
            return _named(evidence, root, parts[0].name, parts[1:])
        case _ if evidence.indicator(root):
            chosen, view = _split(parts, INDICATOR_PARTS)
            return _viewed(ask_indicator(evidence, root, chosen.name, chosen.arguments), view)
        case _:
            known = (*evidence.records.indicators, *_KINDS)
            if nearest(root, _KINDS):
                hint = hint_for(root, known)
            else:
                hint = hint_to_add(root, evidence.records.indicators, "content/indicators.yaml")
            raise unanswerable(
                codes.UNKNOWN_NAME, f'there is no indicator "{root}"', hint, remedies=likely(root, known)
            )


def _named(evidence: Evidence, root: str, id: str, parts: tuple[Part, ...]) -> tuple[AnyResult, View]:
    if root == "facts":
        _, view = _split(parts, ())
        return _viewed(fact(evidence.records, id), view)
    targets = evidence.records.targets
    if id not in targets:
        hint = hint_to_add(id, targets, "content/targets.yaml")
        raise unanswerable(codes.UNKNOWN_NAME, f'there is no target "{id}"', hint, remedies=likely(id, targets))
    chosen, view = _split(parts, TARGET_PARTS)
    if chosen.arguments:
        raise unanswerable(
            codes.WRONG_ARGUMENTS, f'the part "{chosen.name}" of a target takes nothing in brackets', _BARE
        )
    found, seen = _viewed(ask_target(evidence, targets[id], chosen.name), view)
    if isinstance(found, Outcome) and chosen.name == "outcome":
        seen = replace(seen, aspect=Aspect.OUTCOME)
    return found, seen


def _split(parts: tuple[Part, ...], choices: tuple[str, ...]) -> tuple[Part, View]:
    """The part that chooses a result, and the view of it."""
    chosen, view = Part(""), View()
    rest = list(parts)
    if rest and rest[0].name.lower() in choices:
        chosen = replace(rest.pop(0), name=parts[0].name.lower())
        view = View(Aspect.VALUE, parts[0].name[0].isupper())
    if rest:
        said = rest.pop(0)
        view = View(_aspect(said, choices), said.name[0].isupper())
        if view.aspect in _OF_A_CHANGE and not chosen.name and "change" in choices:
            chosen = Part("change", said.arguments)
        elif said.arguments and view.aspect is Aspect.PLACE and not chosen.name:
            chosen = Part("at", said.arguments)
        elif said.arguments:
            raise unanswerable(
                codes.WRONG_ARGUMENTS, f'the part "{said.name}" takes nothing in brackets here', _BARE
            )
    if rest:
        raise unanswerable(codes.UNKNOWN_PART, f'"{rest[0].name}" is one part too many', _parts_hint(choices))
    return chosen, view


def _aspect(part: Part, choices: tuple[str, ...]) -> Aspect:
    name = part.name.lower()
    if name not in _ASPECTS or part.name not in (name, name.capitalize()):
        known = () if name in choices else (*choices, *_ASPECTS)
        hint = hint_for(name, known, _parts_hint(choices))
        raise unanswerable(
            codes.UNKNOWN_PART, f'there is no part "{part.name}" here', hint, remedies=likely(name, known)
        )
    return _ASPECTS[name]


def _parts_hint(choices: tuple[str, ...]) -> str:
    return "the parts are " + ", ".join((*choices, *_ASPECTS))


def _viewed(found: AnyResult, view: View) -> tuple[AnyResult, View]:
    if not can_show(found, view.aspect):
        kind = type(found).__name__.lower()
        message = f'"{view.aspect.value}" says nothing of {found.key}, which is a {kind}'
        hint = (
            "direction, movement and assessment speak of a change, difference of one between two known values; "
            "place, number and words speak of a level"
        )
        raise unanswerable(codes.CANNOT_BE_SAID, message, hint)
    return found, view
