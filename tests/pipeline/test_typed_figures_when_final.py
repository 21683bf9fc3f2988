"""A typed figure that nobody answers for: a warning in drafts, refused in a final build, accepted by its place."""

from __future__ import annotations

import pytest
from checks.edition_workspace import CHAPTER, add, checked, findings, made, say

from plangen.diagnostics import PlangenError, Severity
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.accepting import accept_findings
from plangen.pipeline.build import BuildOptions, Format, build

PLAN = EditionName.of(EditionKind.PLAN, "2025-26")


@pytest.fixture
def root(tmp_path):
    made(tmp_path / "w")
    say(tmp_path / "w", "We gave advice to 250 homes.")
    return tmp_path / "w"


def place(root):
    (found,) = findings(root)
    return found.location


def test_a_final_build_refuses_it_until_it_is_accepted(root):
    assert [f.severity for f in findings(root)] == [Severity.WARNING]
    add(root, "content/partnership.yaml", "severities: {PG850: info}\n")
    assert build(root, PLAN, BuildOptions(format=Format.NATIVE)).data
    final = BuildOptions(final=True, format=Format.NATIVE)
    with pytest.raises(PlangenError) as refused:
        build(root, PLAN, final)
    assert [f.code for f in refused.value.diagnostics if f.severity is Severity.ERROR] == ["PG850"]
    accept_findings(root, "PG850", str(place(root)), "The fire service told us.", "Editor")
    assert build(root, PLAN, final).data


@pytest.mark.parametrize("cut", [0, 1, 2])
def test_it_is_accepted_at_its_place_or_as_much_of_it_as_is_needed(root, cut):
    parts = str(place(root)).split(":")
    accept_findings(root, "PG850", ":".join(parts[: len(parts) - cut]), "why", "who")
    assert checked(root).findings == ()


def test_it_is_accepted_by_its_words(root):
    accept_findings(root, "PG850", 'priorities.md "advice to 250"', "why", "who")
    assert checked(root).findings == ()


def test_two_sentences_of_a_line_are_told_apart_by_their_column(root):
    line = say(root, "We wrote 350 letters. Later on we wrote 470 more of them.")
    first, second = (f for f in findings(root) if f.location.line == line)
    accept_findings(root, "PG850", str(second.location), "why", "who")
    assert [f for f in findings(root) if f.location.line == line] == [first]


@pytest.mark.parametrize("wrong", [f"{CHAPTER}:1", f"{CHAPTER}:16:1", 'priorities.md "no such words"'])
def test_another_place_is_not_meant(root, wrong):
    with pytest.raises(PlangenError) as refused:
        accept_findings(root, "PG850", wrong, "why", "who")
    assert [f.code for f in refused.value.diagnostics] == ["PG138"]
