"""`plangen new` and `plangen todo` on the editions of this repository, and on the starter."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plangen.cli import main
from plangen.diagnostics import PlangenError, Severity
from plangen.model.edition import EditionName
from plangen.pipeline.build import BuildOptions, Format, build
from plangen.pipeline.check import check
from plangen.pipeline.rollover.todo import tasks_of
from plangen.sources.starter import write_starter
from plangen.sources.workspace import read_workspace

OWN = Path(__file__).parents[2]
PLAN, AFTER = EditionName("plan", "2012-13"), EditionName("plan", "2013-14")
PACK = EditionName("pack", "2016-17-q3")


def run(root: Path, *arguments: str) -> Result:
    done = CliRunner().invoke(main, ["-C", str(root), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def digests(root: Path) -> dict[str, str]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and "output" not in path.parts)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's content, the next plan and the next pack begun in it."""
    root = tmp_path_factory.mktemp("own")
    shutil.copytree(OWN / "content", root / "content")
    shutil.copytree(OWN / "assets", root / "assets")
    for kind, id, source in (("plan", "2012-13", "2011-12"), ("pack", "2016-17-q3", "2016-17-q2")):
        assert run(root, "new", kind, id, "--from", source).exit_code == 0
    return root


@pytest.mark.parametrize("name", [PLAN, PACK])
def test_the_next_edition_builds_at_once_as_a_draft(begun: Path, name: EditionName) -> None:
    built = build(begun, name, BuildOptions(format=Format.NATIVE)).data.decode()
    if name == PLAN:
        assert "[figure to come]" in built
        assert "Still to do" in built
        assert "[targets to be set]" in built


@pytest.mark.parametrize("name", [PLAN, PACK])
def test_every_error_of_the_check_stands_in_the_list_and_keeps_it_from_being_final(
    begun: Path, name: EditionName
) -> None:
    listed = tasks_of(begun, name)
    words = {task.words.partition("; it was")[0] for task in listed}
    errors = [found for found in check(begun, (name,)) if found.severity is Severity.ERROR]
    assert [found for found in errors if found.message not in words and found.code != "PG878"] == []
    assert listed
    with pytest.raises(PlangenError) as refused:
        build(begun, name, BuildOptions(final=True, format=Format.NATIVE))
    assert {found.code for found in refused.value.diagnostics} & {"PG610", "PG878"}


def test_the_plan_is_moved_on_and_what_fell_due_is_reported(begun: Path) -> None:
    plan = read_workspace(begun, ("2012-13",)).plans["2012-13"]
    assert (plan.record.period.text, str(plan.record.date), plan.record.version) == (
        "2012/13",
        "2012-04-01",
        "0.1",
    )
    assert plan.record.follows == "2011-12"
    assert plan.we_said is not None
    assert plan.priorities is not None
    assert plan.appendix is not None
    assert [row.target for row in plan.we_said.promises] == ["vc11_key", "hb11_key", "nw11_key", "pc11_key"]
    assert plan.we_said.promises[0].said == "Reduce violent crime by {{ targets.vc11_key }}"
    assert plan.we_said.source == "Safe City Partnership Plan 2011/12"
    assert all(priority.target is None and priority.targets == () for priority in plan.priorities.priorities)
    assert [period.text for period in plan.appendix.targets] == ["2011/12", "2012/13"]
    assert "Priorities for 2012/13" in {c.title for part in plan.record.parts for c in part.chapters}
    chapter = (begun / "content/plans/2012-13/narrative/changes.md").read_text("utf-8")
    assert 'all_crime.movement("2011/12 Q1-Q2")' in chapter
    assert 'public_confidence.at("2008")' in chapter
    assert "at the end of September 2010" in chapter


def test_the_pack_is_moved_on_and_has_no_commentary(begun: Path) -> None:
    old = (begun / "content/packs/2016-17-q2/pack.yaml").read_text("utf-8")
    new = (begun / "content/packs/2016-17-q3/pack.yaml").read_text("utf-8")
    expected = old.replace("period: 2016/17 Q2", "period: 2016/17 Q3").replace(
        "date: 2016-10-01", "date: 2017-01-01"
    )
    assert new == expected.replace('version: "1.0"', 'version: "0.1"').rstrip("\n") + "\nfrom: 2016-17-q2\n"
    assert not (begun / "content/packs/2016-17-q3/commentary").exists()
    words = [str(task) for task in tasks_of(begun, PACK)]
    assert (
        "[ ] 1.2a Total crime: no figure for 2016/17 Q3 (last 29.9, 2016/17 Q2) · Hampshire Constabulary" in words
    )
    assert "[ ] 1.2: commentary · Hampshire Constabulary" in words


def test_again_changes_nothing_and_prints_the_list(begun: Path) -> None:
    before = digests(begun)
    done = run(begun, "new", "plan", "2012-13", "--from", "2011-12")
    assert done.exit_code == 0
    assert "wrote" not in done.output
    assert done.output.splitlines()[-1].endswith("to do")
    assert digests(begun) == before
    listed = json.loads(run(begun, "todo", "plan", "2012-13", "--json").output)
    assert listed["open"] == len(listed["tasks"]) == len(tasks_of(begun, PLAN))


def test_an_unfinished_draft_can_be_begun_from(begun: Path, tmp_path: Path) -> None:
    shutil.copytree(begun, tmp_path / "w")
    assert run(tmp_path / "w", "new", "plan", "2013-14", "--from", "2012-13").exit_code == 0
    build(tmp_path / "w", AFTER, BuildOptions(format=Format.NATIVE))


@pytest.mark.parametrize(
    ("kind", "id", "source", "code"),
    [
        ("pack", "2016-17-q1", "2016-17-q2", "PG135"),
        ("pack", "2016-17-q2", "2016-17-q2", "PG135"),
        ("pack", "2017-18", "2016-17-q2", "PG135"),
        ("plan", "next", "2011-12", "PG135"),
        ("plan", "2012-13", "2009-10", "PG137"),
        ("plan", "2011-12", "2010-11", "PG137"),
        ("plan", "2030-31", "2029-30", "PG130"),
    ],
)
def test_what_cannot_be_begun_changes_nothing(begun: Path, kind: str, id: str, source: str, code: str) -> None:
    before = digests(begun)
    done = run(begun, "new", kind, id, "--from", source)
    assert done.exit_code == 1
    assert code in done.stderr
    assert digests(begun) == before


def test_a_gap_and_a_date_are_taken_and_said(tmp_path: Path) -> None:
    write_starter(tmp_path)
    said = run(tmp_path, "new", "pack", "2026-27-q1", "--from", "2025-26-q2", "--date", "2026-07-15").output
    assert "there is no pack for 2025/26 Q3\nthere is no pack for 2025/26 Q4\n" in said
    assert str(read_workspace(tmp_path).packs["2026-27-q1"].record.date) == "2026-07-15"


def test_when_the_list_is_done_nothing_of_the_old_year_is_left(tmp_path: Path) -> None:
    """The starter's plan of the year after, every line of its list worked off as an officer would."""
    write_starter(tmp_path)
    name = EditionName("plan", "2026-27")
    assert run(tmp_path, "new", "plan", name.id, "--from", "2025-26").exit_code == 0
    folder = tmp_path / "content/plans" / name.id
    edit(folder / "narrative/summary.md", "in the last year", "in the year")
    edit(folder / "narrative/we-said-we-did.md", "Last year we made two promises.", "We made two promises.")
    edit(folder / "appendix.yaml", "\n        note: TODO write the note anew, or take it out", "")
    for target, id in (("burglary_2027", "safer_homes"), ("safe_2027", "safer_evenings")):
        edit(folder / "priorities.yaml", f"  - id: {id}\n", f"  - id: {id}\n    targets: [{target}]\n")
    add(tmp_path / "content/targets.yaml", "- {id: burglary_2027, indicator: burglary, due: 2026/27, to: 350}\n")
    add(
        tmp_path / "content/targets.yaml", "- {id: safe_2027, indicator: safe_after_dark, due: 2026/27, to: 64%}\n"
    )
    add(tmp_path / "content/data/observations.csv", "burglary,Example Town,2025/26,371,Example figure\n")
    add(tmp_path / "content/data/observations.csv", "safe_after_dark,Example Town,2025/26,61,Example figure\n")
    edit(tmp_path / "content/facts.yaml", "as_at: 2024/25", "as_at: 2025/26")
    assert list(map(str, tasks_of(tmp_path, name))) == []
    assert {found.code for found in check(tmp_path, (name,))} & {"PG610", "PG877", "PG876"} == set()
    build(tmp_path, name, BuildOptions(final=True, format=Format.NATIVE))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, path
    path.write_text(text.replace(old, new), "utf-8")


def add(path: Path, line: str) -> None:
    path.write_text(path.read_text("utf-8") + line, "utf-8")


def test_a_missing_figure_that_was_accepted_is_no_task(tmp_path: Path) -> None:
    write_starter(tmp_path)
    table = tmp_path / "content/data/quarters.csv"
    row = "fraud_losses,Example Town,2025/26 Q2,36400,,Example figure\n"
    table.write_text(table.read_text("utf-8").replace(row, ""), "utf-8")
    name = EditionName("pack", "2025-26-q2")
    assert [task.words[:4] for task in tasks_of(tmp_path, name)] == ["1.1b"]
    pack = "content/packs/2025-26-q2/pack.yaml"
    assert run(tmp_path, "accept", "PG878", pack, "--reason", "It comes late.", "--by", "Editor").exit_code == 0
    assert tasks_of(tmp_path, name) == ()
    assert run(tmp_path, "todo", "pack", name.id).exit_code == 0
