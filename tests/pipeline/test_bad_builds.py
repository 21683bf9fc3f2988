"""Faults that only a build can find: each ends in its code, its place and a hint, and nothing is written.

The workspace is the good one of `tests/bad/base`; each case changes it in one way.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from plangen import BuildOptions, EditionKind, EditionName, PlangenError, build
from plangen.diagnostics import Diagnostic, Severity

BASE = Path(__file__).parents[1] / "bad" / "base"
CHAPTER = "content/plans/2025-26/narrative/summary.md"
PLAN = EditionName.of(EditionKind.PLAN, "2025-26")

CHART = ":::{{chart}} {ids}\n:headline: What it shows\n{options}:::\n"

IN_A_CHAPTER = [
    ("PG411", "{{ burglary.chnge }}"),
    ("PG411", "{{ burglary.change.direction.words }}"),
    ("PG412", '{{ burglary.at("2010-12") }}'),
    ("PG412", "{{ burglary.at }}"),
    ("PG412", '{{ targets.safe_2026.level("2025/26") }}'),
    ("PG413", '{{ burglary.at("1999/00") }}'),
    ("PG414", '{{ burglary.change("2024/25", "1999/00") }}'),
    ("PG414", "{{ safe_after_dark.change }}"),
    ("PG414", "{{ targets.safe_2026.result }}"),
    ("PG418", '{{ burglary.at("2024/25").direction }}'),
    ("PG418", "{{ facts.locks_fitted.movement }}"),
    ("PG431", ":::{figures} safe_2026\n:::\n"),
    ("PG434", CHART.format(ids="safe_after_dark", options=":kind: rise-and-fall\n")),
    ("PG434", CHART.format(ids="burglary_rank", options=":kind: positions\n:period: 2024/25\n:base: 2023/24\n")),
    ("PG434", CHART.format(ids="facts.locks_fitted", options=":kind: status\n")),
    ("PG434", CHART.format(ids="safe_after_dark", options=":kind: trend\n")),
    ("PG434", CHART.format(ids="safe_after_dark", options=":kind: control\n")),
    ("PG434", CHART.format(ids="burglary", options=":kind: group\n")),
    ("PG434", CHART.format(ids="burglary", options=":kind: group\n:period: 1999/00\n:k: 1.96\n")),
    ("PG434", CHART.format(ids="burglary.change", options=":kind: bars\n")),
    ("PG434", CHART.format(ids="facts.locks_fitted", options=":kind: rise-and-fall\n")),
    ("PG520", "A snowman ☃ stands here."),
    ("PG520", "日本語 stands here."),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "w")
    return tmp_path / "w"


def errors(root: Path, options: BuildOptions | None = None, name: EditionName = PLAN) -> list[Diagnostic]:
    with pytest.raises(PlangenError) as caught:
        build(root, name, options or BuildOptions())
    return [found for found in caught.value.diagnostics if found.severity is Severity.ERROR]


def add(root: Path, words: str, file: str = CHAPTER) -> None:
    path = root / file
    path.write_text(path.read_text("utf-8") + "\n" + words + "\n", "utf-8")


WIDE = "\n".join(
    "|".join(["", *cells, ""])
    for cells in ([f"Heading{n}" for n in range(12)], ["---"] * 12, [f"Wherever{n}" for n in range(12)])
)


def test_a_table_that_cannot_be_read_upright_is_turned_and_remarked_on(workspace):
    add(workspace, WIDE)
    built = build(workspace, PLAN, BuildOptions())
    (found,) = [finding for finding in built.findings if finding.code == "PG523"]
    assert found.severity is Severity.WARNING
    assert '"Table of Heading0, Heading1, ' in found.message
    assert found.hint
    assert turned_pages(built.data) == 1


def test_a_table_that_is_turned_on_purpose_is_not_remarked_on(workspace):
    add(
        workspace,
        f":::{{table}}\n:landscape: yes\n{WIDE}\n:::\n\nWords.\n\n:::{{indicator-table}}\n:landscape: yes\n:::",
    )
    built = build(workspace, PLAN, BuildOptions())
    assert "PG523" not in {finding.code for finding in built.findings}
    assert turned_pages(built.data) == 2


def turned_pages(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return sum(page.mediabox[2] > page.mediabox[3] for page in pdf.pages)


def test_the_base_builds(workspace):
    assert build(workspace, PLAN, BuildOptions()).data.startswith(b"%PDF-1.7")


@pytest.mark.parametrize(("code", "words"), IN_A_CHAPTER)
def test_a_fault_in_a_chapter_is_told(workspace, code, words):
    add(workspace, words)
    found = errors(workspace)
    assert {f.code for f in found} == {code}
    assert all(f.hint for f in found)
    if code != "PG520":
        assert all(f.location and f.location.file == CHAPTER and f.location.line > 6 for f in found)


def test_every_fault_is_told_in_one_run(workspace):
    for _, words in IN_A_CHAPTER[:6]:
        add(workspace, words)
    assert [f.code for f in errors(workspace)] == [code for code, _ in IN_A_CHAPTER[:6]]


def test_a_chapter_that_comes_out_empty_is_told(workspace):
    (workspace / CHAPTER).write_text(":::{when} targets.burglary_2026.met\nWe met it.\n:::\n", "utf-8")
    assert [f.code for f in errors(workspace)] == ["PG440"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("- {id: x, indicator: safe_after_dark, due: 2025/26, increase: 10%, base: {actual: 2024/25}}", "PG416"),
        ("- {id: x, indicator: safe_after_dark, due: 2025/26, increase: 2 points}", "PG415"),
    ],
)
def test_a_target_that_cannot_be_reckoned_is_told(workspace, target, code):
    add(workspace, target, "content/targets.yaml")
    add(workspace, "{{ targets." + target.split("id: ")[1].split(",")[0] + ".level }}")
    assert code in {f.code for f in errors(workspace)}


def test_a_final_build_names_all_that_is_missing(workspace):
    found = errors(workspace, BuildOptions(final=True))
    assert [f.code for f in found] == ["PG601"] * 3
    assert {"contact", "alternative formats", "accessibility statement"} == {
        f.message.removeprefix("a final build needs ") for f in found
    }


def test_an_embargo_holds_a_final_build_and_not_a_draft(workspace):
    add(
        workspace,
        "publication:\n  contact: Ask us\n  alternative_formats: Ask us\n"
        "  accessibility_statement: https://example.org/accessibility\n  embargo: 2025-05-01\n",
        "content/partnership.yaml",
    )
    before, after = date(2025, 4, 30), date(2025, 5, 1)
    assert [f.code for f in errors(workspace, BuildOptions(final=True, today=before))] == ["PG602"]
    assert build(workspace, PLAN, BuildOptions(final=True, today=after)).data
    assert build(workspace, PLAN, BuildOptions(today=before)).data


@pytest.mark.parametrize("kind", EditionKind)
def test_an_edition_that_is_not_there_is_told(workspace, kind):
    found = errors(workspace, name=EditionName.of(kind, "2031-32"))
    assert [f.code for f in found] == ["PG130"]


def test_the_command_writes_nothing_when_something_is_wrong(workspace):
    add(workspace, "{{ burglary.chnge }}")
    target = workspace / "out.pdf"
    target.write_bytes(b"the one before")
    command = [sys.executable, "-m", "plangen", "-C", workspace, "build", "plan", "2025-26", "-o", target]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"error[PG411] {CHAPTER}:" in done.stderr
    assert "hint:" in done.stderr
    assert "Traceback" not in done.stderr
    assert target.read_bytes() == b"the one before"
    assert sorted(p.name for p in workspace.iterdir() if p.suffix) == ["out.pdf"]
