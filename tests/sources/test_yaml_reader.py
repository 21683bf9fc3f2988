from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.diagnostics import Location, PlangenError
from plangen.sources.yaml_reader import read_yaml


def value(text: str) -> object:
    return read_yaml(f"key: {text}\n", "f.yaml").get(("key",))


# The core schema of YAML 1.2 (10.3.2), and what its readers must not make of plain words (1.1's habits).
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("12", 12),
        ("-7", -7),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1.10", Decimal("1.10")),
        (".inf", ".inf"),
        ("2011-03-31", "2011-03-31"),
        ("12:30", "12:30"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("=", "="),
        ("<<", "<<"),
        ("9" * 40, "9" * 40),
    ],
)
def test_plain_scalars(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


def test_every_value_and_key_has_its_place() -> None:
    source = read_yaml("a:\n  - b: 1\n    c: 'two'\n  - [x, y]\n", "f.yaml")
    assert source.location(("a", 0, "b")) == Location("f.yaml", 2, 8)
    assert source.key_location(("a", 0, "c")) == Location("f.yaml", 3, 5)
    assert source.location(("a", 0, "c")) == Location("f.yaml", 3, 9)
    assert source.location(("a", 1, 1)) == Location("f.yaml", 4, 9)
    assert source.location(("a", 7, "z")) == source.location(("a",))


def test_block_text_knows_its_own_lines() -> None:
    source = read_yaml("a:\n  did: |\n    one\n    two\n  said: >\n    one\n    two\n", "f.yaml")
    did = source.origin(("a", "did"))
    assert did.at(0, 0) == Location("f.yaml", 3, 5)
    assert did.at(1, 2) == Location("f.yaml", 4, 7)
    assert source.origin(("a", "said")).at(1, 2) == Location("f.yaml", 6)


def test_the_first_of_two_equal_keys_counts_and_the_second_is_told() -> None:
    source = read_yaml("a: 1\nb: {c: 1}\na: {d: 2}\n", "f.yaml")
    assert source.value == {"a": 1, "b": {"c": 1}}
    assert [(f.code, str(f.location)) for f in source.faults] == [("PG112", "f.yaml:3:1")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("? [a]\n: b\n", "PG114"),
        ("'': b\n", "PG114"),
        ("%YAML 9.9\n---\na: 1\n", "PG106"),
        ("a: @b\n", "PG106"),
        ("a: *\n", "PG111"),
        ("a: - b\n", "PG110"),
        ("a: {b: {{x}}}\n", "PG109"),
        ("a: 1\n\tb: 2\n", "PG107"),
        ("a: 1\n" + "- x\n", "PG110"),
        ("- a\n" * 200_001, "PG113"),
        ("[" * 5000, "PG113"),
        ("a: &a [x,x]\nb: [*a,*a,*a]\n", "PG111"),
    ],
)
def test_refused(text: str, code: str) -> None:
    with pytest.raises(PlangenError) as problem:
        read_yaml(text, "f.yaml")
    assert [f.code for f in problem.value.diagnostics] == [code]
    assert problem.value.diagnostics[0].hint


def test_the_pure_python_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, two]\nb:\n  c: |\n    x\n"
    with_c = read_yaml(text, "f.yaml")
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    assert read_yaml(text, "f.yaml") == with_c
    for broken in ("a: b: c\n", "a:\n\tb: 1\n", "a: {{ x }} y\n", "a: 'b\n", "a: [b\n", "a: 1\n b: 2\n"):
        with pytest.raises(PlangenError) as problem:
            read_yaml(broken, "f.yaml")
        assert problem.value.diagnostics[0].hint


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t :-{}[]'\"#&*!|>%@"))
)
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(PlangenError):
        read_yaml(text, "f.yaml")
