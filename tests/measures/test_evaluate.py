from __future__ import annotations

import pytest

from plangen.diagnostics import Location, PlangenError
from plangen.language.english import ENGLISH
from plangen.measures.evaluate import evaluate, holds
from plangen.model.prose import Expression, Part

HERE = Location("chapter.md", 7, 3)
ACTUAL = {"actual": "2009/10"}


def expression(text: str) -> Expression:
    """Roots and parts split by hand: reading expressions is the business of the sources."""
    root, *rest = [step for step in text.replace("/", "÷").split(".") if step]
    parts = []
    for step in rest:
        name, _, arguments = step.replace("÷", "/").rstrip(")").partition("(")
        parts.append(Part(name, tuple(word.strip(' "') for word in arguments.split(",") if word)))
    return Expression(root, tuple(parts), text, HERE)


@pytest.fixture(scope="module")
def plan(evidence, row):
    rows = [
        row("all_crime", "2008/09", "28630"),
        row("all_crime", "2009/10", "26626"),
        row("all_crime", "2009/10", "30000", series="benchmark"),
        row("all_crime", "2010/11 Q1-Q2", "-9", base="2009/10 Q1-Q2"),
        row("confidence", "2008", "23"),
        row("confidence", "2010/11", "50"),
        row("rank", "2009/10", "14", denominator="15"),
        row("rank", "2010/11 Q1-Q2", "12", denominator="15"),
        row("homicides", "2009/10", "1"),
        row("unset", "2009/10", marker="To be set"),
        row("staff", "2009/10", "11", category="arrests"),
    ]
    indicators = {
        "confidence": {"unit": "percent", "polarity": "higher"},
        "rank": {"unit": "rank"},
        "empty": {},
    }
    targets = [
        {"id": "ac10", "indicator": "all_crime", "due": "2010/11", "reduce": "7%", "base": ACTUAL},
        {"id": "ac11", "indicator": "all_crime", "due": "2011/12", "to": "TBA"},
        {"id": "pc10", "indicator": "confidence", "due": "2010/11", "to": "30%", "base": {"actual": "2009/10"}},
        {"id": "rk10", "indicators": ["rank", "rank_b"], "due": "2010/11", "improve": "any", "base": ACTUAL},
    ]
    facts = {
        "cards": {"value": 281},
        "districts": {"value": 4},
        "done": {"value": 80, "unit": "percent", "bound": "more than"},
        "circle": {"formula": "circle"},
    }
    indicators["rank_b"] = {"unit": "rank"}
    return evidence(rows, indicators=indicators, targets=targets, facts=facts)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("all_crime", "26,626"),
        ('all_crime.at("2008/09")', "28,630"),
        ('all_crime.at("2009/10", "benchmark")', "30,000"),
        ('staff.at("2009/10", "arrests")', "11"),
        ("all_crime.change", "9%"),
        ('all_crime.change("2009/10")', "7%"),
        ('all_crime.change("2009/10", "2008/09")', "7%"),
        ("all_crime.direction", "fell"),
        ("all_crime.Direction", "Fell"),
        ('all_crime.direction("2009/10")', "fell"),
        ("all_crime.movement", "down 9%"),
        ("all_crime.Movement", "Down 9%"),
        ('all_crime.change("2009/10").movement', "down 7%"),
        ("all_crime.assessment", "not tested"),
        ('confidence.change("2010/11", "2008")', "27 percentage points"),
        ('confidence.movement("2010/11", "2008")', "up 27 percentage points"),
        ("rank", "12th"),
        ("rank.place", "12th of 15"),
        ('rank.place("2009/10")', "14th of 15"),
        ("homicides.words", "one"),
        ("homicides.Words", "One"),
        ("unset", "to be set"),
        ("targets.ac10", "7%"),
        ("targets.ac10.level", "24,762"),
        ("targets.ac10.change", "7%"),
        ("targets.ac10.direction", "fell"),
        ("targets.ac10.movement", "down 7%"),
        ("targets.ac10.result", "9%"),
        ("targets.ac10.result.movement", "down 9%"),
        ("targets.ac10.outcome", "on course at the half year"),
        ("targets.ac10.Outcome", "On course at the half year"),
        ("targets.ac11", "to be announced"),
        ("targets.ac11.outcome", "no target set"),
        ("targets.pc10.result", "50%"),
        ("targets.pc10.outcome", "met"),
        ("facts.cards", "281"),
        ("facts.districts.words", "four"),
        ("facts.districts.Words", "Four"),
        ("facts.done", "more than 80%"),
        ("facts.done.number", "80%"),
    ],
)
def test_every_form_of_expression(plan, text, shown):
    assert ENGLISH.show(*evaluate(plan, expression(text))) == shown


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("all_crimes", "PG410", 'did you mean "all_crime"?'),
        ("xyzzy", "PG410", "add it to content/indicators.yaml, or write one of those there: all_crime, "),
        ("targts.ac11", "PG410", 'did you mean "targets"?'),
        ("targets", "PG410", "write targets.ID"),
        ("targets.ac1", "PG410", 'did you mean "ac11"?'),
        ("facts.card", "PG410", 'did you mean "cards"?'),
        ("all_crime.chang", "PG411", 'did you mean "change"?'),
        ("all_crime.cHANGE2", "PG411", ""),
        ("all_crime.assesment", "PG411", 'did you mean "assessment"?'),
        ('all_crime.at("2009/10").change', "PG411", "the parts are"),
        ("all_crime.change.movement.words", "PG411", "the parts are"),
        ("all_crime.at", "PG412", ""),
        ('all_crime.at("2010-12")', "PG412", ""),
        ('all_crime.at("2009/10", "benchmrk")', "PG412", 'did you mean "benchmark"?'),
        ('all_crime.change("2009/10", "2008/09", "2007/08")', "PG412", ""),
        ('targets.ac10.level("2009/10")', "PG412", ""),
        ('facts.cards.words("2009/10")', "PG412", ""),
        ('all_crime.at("2007/08")', "PG413", "there are rows for 2008/09, 2009/10, 2010/11 Q1-Q2"),
        ("empty", "PG413", "add rows"),
        ("empty.change", "PG414", "add rows"),
        ('all_crime.change("2010/11 Q1-Q2", "2009/10")', "PG414", "of the same length"),
        ("targets.pc10.change", "PG414", ""),
        ("all_crime.place.direction", "PG411", ""),
        ("facts.circle", "PG417", ""),
        ('all_crime.at("2009/10").direction', "PG418", "speak of a change"),
        ("all_crime.change.words", "PG418", ""),
        ("targets.rk10.level.direction", "PG414", ""),
    ],
)
def test_an_expression_without_an_answer_says_why_and_where(plan, text, code, hint):
    with pytest.raises(PlangenError) as wrong:
        evaluate(plan, expression(text))
    (found,) = wrong.value.diagnostics
    assert found.code == code
    assert found.location == (HERE if code != "PG417" else Location("content/facts.yaml", field="circle"))
    assert hint in found.hint


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("all_crime.improved", True),
        ("all_crime.worsened", False),
        ('all_crime.improved("2009/10")', True),
        ('all_crime.change("2009/10").improved', True),
        ("targets.ac10.met", False),
        ("targets.pc10.met", True),
        ("targets.ac10.improved", True),
    ],
)
def test_conditions(plan, text, answer):
    assert holds(plan, expression(text)) is answer


@pytest.mark.parametrize("text", ["all_crime", "all_crime.met", "all_crime.change"])
def test_what_is_no_condition(plan, text):
    with pytest.raises(PlangenError, match="is not a condition"):
        holds(plan, expression(text))
