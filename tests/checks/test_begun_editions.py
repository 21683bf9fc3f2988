"""What an edition took over from the one before, and what its period asks of it: PG877 to PG879, PG883, PG876."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from checks.edition_workspace import CHAPTER, made, replace

from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Format, build
from plangen.pipeline.check import check, editions

NEXT = "content/plans/2026-27"
PLAN = EditionName("plan", "2026-27")
OWN = Path(__file__).parents[2]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The plan's folder copied by hand, with nothing but its period and its date changed."""
    root = made(tmp_path / "w")
    shutil.copytree(root / "content/plans/2025-26", root / NEXT)
    replace(root, f"{NEXT}/plan.yaml", "period: 2025/26", "period: 2026/27")
    replace(root, f"{NEXT}/plan.yaml", "date: 2025-04-01", "date: 2026-04-01")
    return root


def found(root: Path, code: str, *names: EditionName) -> list[Diagnostic]:
    return [one for one in check(root, names or (PLAN,)) if one.code == code]


def test_the_editions_of_this_repository_have_no_error_and_only_true_warnings() -> None:
    codes = ("PG223", "PG224", "PG136", "PG137", "PG610", "PG877", "PG878", "PG879", "PG883", "PG876")
    told = [one for one in check(OWN, editions(OWN)) if one.code in codes]
    # Both stand so in the pack as it was published: a yearly place, and a measure that was never counted.
    assert [(one.code, one.severity) for one in told] == [("PG878", Severity.WARNING)] * 2
    assert [one.message[:4].strip() for one in told] == ["1.4", "4.3"]


def test_a_copy_of_last_years_plan_is_told_sentence_by_sentence(copied: Path) -> None:
    places = {f"{one.location.file}:{one.location.line}" for one in found(copied, "PG876") if one.location}
    assert {f"{NEXT}/narrative/summary.md:2", f"{NEXT}/narrative/we-said-we-did.md:2"} <= places
    assert f"{NEXT}/we_said_we_did.yaml:6" in places
    assert [one.location.line for one in found(copied, "PG877") if one.location] == [5]
    with pytest.raises(PlangenError) as refused:
        build(copied, PLAN, BuildOptions(final=True, format=Format.NATIVE))
    severities = {one.severity for one in refused.value.diagnostics if one.code == "PG876"}
    assert severities == {Severity.ERROR}


@pytest.mark.parametrize(
    "sentence",
    [
        "Our target for 2025/26 is fewer burglaries.",
        "In 2025-26 we will light ten paths.",
        "Our priorities for 2025 to 2026 are these.",
        "We aim to be there sooner in 2025–26.",
    ],
)
def test_the_old_year_as_the_coming_one(copied: Path, sentence: str) -> None:
    chapter = copied / CHAPTER.replace("2025-26", "2026-27")
    chapter.write_text(chapter.read_text("utf-8") + f"\n{sentence}\n", "utf-8")
    assert sentence.rstrip(".") in " ".join(one.message for one in found(copied, "PG877"))


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2025/26 it fell.",
        "Our target for 2025/26 was met.",
        "We will do more than in 2025/26.",
        "We will light ten paths in 2026/27.",
        "The plan for 2025/26 said so.",
    ],
)
def test_looking_back_is_not_looking_forward(copied: Path, sentence: str) -> None:
    chapter = copied / CHAPTER.replace("2025-26", "2026-27")
    chapter.write_text(chapter.read_text("utf-8") + f"\n{sentence}\n", "utf-8")
    assert sentence.rstrip(".") not in " ".join(one.message for one in found(copied, "PG877"))


def test_a_heading_of_the_old_year(copied: Path) -> None:
    chapter = copied / CHAPTER.replace("2025-26", "2026-27")
    chapter.write_text(chapter.read_text("utf-8") + "\n## Actions in 2025/26\n\nWe meet.\n", "utf-8")
    assert any("Actions in 2025/26" in one.message for one in found(copied, "PG877"))


def test_words_that_hold_for_every_year_are_not_stale(copied: Path) -> None:
    assert not any("Visit every street" in one.message for one in found(copied, "PG876"))


def test_a_pack_moved_on_without_new_figures(tmp_path: Path) -> None:
    root = made(tmp_path / "w")
    shutil.copytree(root / "content/packs/2025-26-q2", root / "content/packs/2025-26-q3")
    replace(root, "content/packs/2025-26-q3/pack.yaml", "period: 2025/26 Q2", "period: 2025/26 Q3")
    pack = EditionName("pack", "2025-26-q3")
    assert [one.severity for one in found(root, "PG878", pack)] == [Severity.ERROR]
    assert len(found(root, "PG883", pack)) == 1
    with (root / "content/data/quarters.csv").open("a", encoding="utf-8") as table:
        table.write("fraud_losses,Example Town,2025/26 Q3,35100,,Example figure\n")
    told = found(root, "PG878", pack)
    assert [one.severity for one in told] == [Severity.WARNING] * 3
    assert "(last 8.8 minutes, 2025/26 Q2)" in " ".join(one.message for one in told)


def test_a_priority_whose_targets_are_all_past(copied: Path) -> None:
    errors = [one for one in found(copied, "PG879") if one.severity is Severity.ERROR]
    assert ["Safer homes" in one.message for one in errors] == [True, False]


def test_a_plan_dated_far_from_its_year(tmp_path: Path) -> None:
    root = made(tmp_path / "w")
    replace(root, "content/plans/2025-26/plan.yaml", "date: 2025-04-01", "date: 2022-04-01")
    assert len(found(root, "PG883", EditionName("plan", "2025-26"))) == 1
