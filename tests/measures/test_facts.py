from __future__ import annotations

from decimal import Decimal

import pytest

from plangen.diagnostics import PlangenError
from plangen.language.english import ENGLISH
from plangen.language.english.workings import working_of
from plangen.measures.facts import check_facts, fact


def facts_of(records, **given):
    return records(
        [], facts={id: {"formula": f} if isinstance(f, str) else {"value": f} for id, f in given.items()}
    )


@pytest.mark.parametrize(
    ("formula", "value", "words"),
    [
        ("a + b * 2", 281 + 38, "281 + 19 × 2"),
        ("(a + b) * 2", 600, "(281 + 19) × 2"),
        ("a - (b - 1)", 263, "281 − (19 − 1)"),
        ("a - b - 1", 261, "281 − 19 − 1"),
        ("-b + a", 262, "−19 + 281"),
        ("facts.a / 2", Decimal("140.5"), "281 / 2"),
        ("a / (b + 81) * 100", 281, "281 / (19 + 81) × 100"),
    ],
)
def test_a_formula_is_computed_and_told_in_numbers(records, formula, value, words):
    found = fact(facts_of(records, a=281, b=19, c=formula), "c")
    assert (found.number, working_of(found), found.key) == (value, words, "facts.c")
    assert {given.what for given in found.inputs} <= {"a", "b"}


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("a +", "ends too early"),
        ("(a", "ends too early"),
        ("(a a", "bracket is not closed"),
        ("a a", '"a" does not belong here'),
        ("a ** 2", '"*" does not belong here'),
        ("a % 2", '"% 2" is not a number'),
        ("__import__", "is not a number"),
        ("a / 0", "divides by zero"),
        ("a / (a - a)", "divides by zero"),
        ("aa + 1", 'the fact "aa", which there is not'),
        ("c + 1", "in a circle: c → c"),
        ("(" * 30 + "a" + ")" * 30, "brackets inside each other"),
        ("-" * 400 + "a", "brackets inside each other"),
        ("a" + " + a" * 200, "longer than 500"),
    ],
)
def test_a_formula_without_a_value_is_a_diagnostic(records, formula, says):
    known = facts_of(records, a=281, c=formula)
    with pytest.raises(PlangenError) as wrong:
        fact(known, "c")
    (found,) = wrong.value.diagnostics
    assert found.code == "PG417"
    assert says in found.message
    assert found.hint
    assert check_facts(known) == [found]


def test_a_circle_is_told_once_wherever_one_starts(records):
    known = facts_of(records, c="a", a="b", b="c", d="a + 1")
    (found,) = check_facts(known)
    assert "in a circle: a → b → c → a" in found.message


def test_facts_that_double_each_other_are_computed_once(records):
    known = facts_of(records, f0=1, **{f"f{n}": f"f{n - 1} + f{max(0, n - 2)}" for n in range(1, 39)})
    assert fact(known, "f38").number == 102334155


def test_a_chain_without_end_in_sight_is_refused(records):
    known = facts_of(records, f0=1, **{f"f{n}": f"f{n - 1}" for n in range(1, 200)})
    with pytest.raises(PlangenError, match="more than 40 other facts"):
        fact(known, "f199")


def test_numbers_out_of_range_are_refused(records):
    for formula in ("a * a", "b * b"):
        known = facts_of(records, a=Decimal("1e999999"), b=10**10, c=formula)
        assert [found.code for found in check_facts(known)] == ["PG417"]


def test_a_number_of_fifteen_digits_is_the_longest(records):
    known = facts_of(records, longest=10**15 - 1, same="longest * 1", longer="longest + 1")
    assert fact(known, "same").number == 10**15 - 1
    (found,) = check_facts(known)
    assert '"longest + 1" gives a number of more than 15 digits' in found.message


def test_an_unknown_fact_names_the_nearest(records):
    with pytest.raises(PlangenError) as wrong:
        fact(facts_of(records, yellow_cards=281), "yelow_cards")
    assert wrong.value.diagnostics[0].hint == 'did you mean "yellow_cards"?'


def test_a_bound_is_said(records):
    known = records([], facts={"done": {"value": 80, "unit": "percent", "bound": "more than"}})
    assert ENGLISH.show(fact(known, "done")) == "more than 80%"
