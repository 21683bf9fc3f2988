from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.diagnostics import Location, PlangenError
from plangen.model.prose import Part
from plangen.sources.expressions import MAX_LENGTH, parse

HERE = Location("f.md", 3, 10)
names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
literals = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\"“”'‘’"), max_size=9)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("all_crime", "all_crime"),
        (" all_crime . change ", None),
        ("all_crime.change", "all_crime.change"),
        ('all_crime.at("2009/10")', 'all_crime.at("2009/10")'),
        ("all_crime.at('2009/10','benchmark')", 'all_crime.at("2009/10", "benchmark")'),
        ("all_crime.at(“2009/10”)", 'all_crime.at("2009/10")'),
        ("all_crime.Direction", "all_crime.Direction"),
        ("facts.yellow_cards.words", "facts.yellow_cards.words"),
        ("all_crime.at()", "all_crime.at"),
    ],
)
def test_forms(text: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(PlangenError):
            parse(text, HERE)
    else:
        assert parse(text, HERE).text == written


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("", 10),
        ("  ", 12),
        ("3", 10),
        ("a|words", 11),
        ("a b", 12),
        ("a..b", 12),
        ("a.", 12),
        ("a.at(", 15),
        ("a.at(x)", 15),
        ("a.at('x'", 18),
        ("a.at('x' 'y')", 19),
        ("a.__class__", 12),
        ("a['b']", 11),
        ("a + b", 12),
        ("a.at(1)", 15),
        ("x" * (MAX_LENGTH + 1), 10),
    ],
)
def test_the_fault_stands_at_its_column(text: str, column: int) -> None:
    with pytest.raises(PlangenError) as problem:
        parse(text, HERE)
    (finding,) = problem.value.diagnostics
    assert (finding.code, finding.location) == ("PG401", Location("f.md", 3, column))
    assert finding.hint


@given(names, st.lists(st.tuples(names, st.lists(literals, max_size=2)), max_size=3))
def test_what_is_written_reads_the_same(root: str, parts: list[tuple[str, list[str]]]) -> None:
    wanted = tuple(Part(name, tuple(argument.strip() for argument in arguments)) for name, arguments in parts)
    text = root
    for part in wanted:
        quoted = ", ".join(f'"{argument}"' for argument in part.arguments)
        text += f".{part.name}({quoted})" if quoted else f".{part.name}"
    found = parse(text, HERE)
    assert (found.root, found.parts) == (root, wanted)
    assert parse(found.text, HERE) == found


@given(st.text(max_size=40))
def test_any_text_is_an_expression_or_a_finding(text: str) -> None:
    with contextlib.suppress(PlangenError):
        parse(text, HERE)
