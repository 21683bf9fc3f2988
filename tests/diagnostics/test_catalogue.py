"""One catalogue of codes: each is used, none is written as a literal, and docs/diagnostics.md is made from it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from plangen.diagnostics import Code, codes
from plangen.diagnostics.page import catalogue, page

ROOT = Path(__file__).parents[2]
CATALOGUE = catalogue()


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """Every module that finds something, which the catalogue itself does not."""
    for path in sorted((ROOT / "plangen").rglob("*.py")):
        if "diagnostics" not in path.parts:
            yield path, ast.parse(path.read_text("utf-8"))


def test_the_page_is_made_from_the_catalogue() -> None:
    written = (ROOT / "docs/diagnostics.md").read_text("utf-8")
    assert written == page(), "run make docs"


def test_a_code_is_given_once_and_known_by_its_name() -> None:
    numbers = Counter(kind.number for kind in CATALOGUE.values())
    assert max(numbers.values()) == 1
    assert {name: value for name, value in vars(codes).items() if isinstance(value, Code)} == CATALOGUE


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=str)
def test_an_entry_says_everything(kind: Code) -> None:
    assert re.fullmatch(r"PG[0-9]{3}", kind.number)
    assert not kind.title.endswith(".")
    for words in (kind.meaning, kind.remedy):
        assert re.search(r"\S[.`]$", words)
    assert kind.example.strip() == kind.example != ""


def test_every_code_is_used() -> None:
    used = {
        node.attr
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "codes"
    }
    assert used == set(CATALOGUE)


def test_no_code_is_written_as_a_literal() -> None:
    literals = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and re.fullmatch(r"PG[0-9]{3}", str(node.value))
    ]
    assert literals == []


def test_bad_workspaces_expect_the_severity_of_the_catalogue() -> None:
    severities = {kind.number: kind.severity.value for kind in CATALOGUE.values()}
    for path in sorted((ROOT / "tests/bad").glob("*/expected.txt")):
        said = re.match(r"(?P<severity>\w+)\[(?P<number>PG\d{3})\]", path.read_text("utf-8"))
        assert said, path
        assert severities[said["number"]] == said["severity"], path
