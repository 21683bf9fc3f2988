"""Abbreviations that the glossary lacks, or that an edition nowhere writes out (PG884)."""

from __future__ import annotations

import pytest
from checks.edition_workspace import CHAPTER, add, checked, findings, made, say

from plangen.diagnostics import Severity

MASH = "MASH:\n  expansion: multi-agency safeguarding hub\n"


def told(root) -> list[tuple[str, int | None]]:
    """What is said of abbreviations, without the words around, and the line it is said of."""
    found = [finding for finding in findings(root) if finding.code == "PG884"]
    assert all(f.severity is Severity.WARNING and f.location.file == CHAPTER and f.hint for f in found)
    return [(finding.message.partition(" (")[0], finding.location.line) for finding in found]


@pytest.fixture
def root(tmp_path):
    root = made(tmp_path / "w")
    (root / "content/glossary.yaml").unlink(missing_ok=True)
    add(root, "content/glossary.yaml", MASH)
    return root


def test_one_that_the_glossary_lacks_is_told_once(root):
    line = say(root, "The MARAC met on Monday.")
    say(root, "Then the MARAC met again.")
    assert told(root) == [('"MARAC" is not in the glossary', line)]


def test_one_that_nothing_writes_out_is_told_once(root):
    line = say(root, "The MASH met on Monday. The MASH will meet again.")
    assert told(root) == [('nothing says what "MASH" stands for', line)]


def test_one_that_is_written_out_somewhere_is_not(root):
    say(root, "The Multi-Agency Safeguarding Hub (MASH) met on Monday.")
    say(root, "The MASH will meet again.")
    assert told(root) == []


def test_one_that_is_part_of_an_explained_term_is_not(root):
    add(root, "content/glossary.yaml", "ICE Bus:\n  meaning: A bus that gives medical help.\n")
    say(root, "The ICE Bus runs on Saturdays.")
    assert told(root) == []


@pytest.mark.parametrize(
    "words",
    [
        "Part II and chapter IV say more.",
        "A and B are letters.",
        "We met in Q2.",
        "IN CAPITALS THROUGHOUT",
        "The U.K. is one.",
        "Read [the site](https://www.example.org/MARAC).",
    ],
)
def test_what_only_looks_like_one_is_not(root, words):
    say(root, words)
    assert told(root) == []


def test_it_may_be_accepted(root):
    say(root, "The DJ played.")
    add(
        root,
        "content/accepted.yaml",
        '- code: PG884\n  where: priorities.md "The DJ played"\n  reason: Everybody knows.\n  by: Editor\n',
    )
    assert told(root) == []
    assert [finding.code for finding, _ in checked(root).accepted] == ["PG884"]
