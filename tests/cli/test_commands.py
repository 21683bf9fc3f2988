"""The command as a person meets it: output, exit status, and no traceback whatever is typed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def plangen(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "plangen", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def starter(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("starter") / "example"
    assert plangen("init", folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def copied(tmp_path_factory) -> Path:
    """This repository's own workspace, where a build may keep its drawings."""
    folder = tmp_path_factory.mktemp("copied")
    for part in ("content", "assets"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def test_help_names_every_command():
    shown = plangen("--help").stdout
    assert all(name in shown for name in ("build", "check", "results", "schema", "init"))


def test_help_loads_nothing_heavy():
    heavy = "reportlab matplotlib pandas pikepdf uharfbuzz"
    code = f"import sys, plangen.cli; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_new_workspace_builds_as_it_stands(starter):
    done = plangen("-C", starter, "build", "--all")
    assert done.returncode == 0
    assert done.stderr == ""
    built = sorted((starter / "output").glob("*.pdf"))
    assert [p.name for p in built] == ["pack-2025-26-q2.pdf", "plan-2025-26.pdf"]
    assert {p.read_bytes()[:5] for p in built} == {b"%PDF-"}
    assert plangen("-C", starter, "build", "--all", "--final").returncode == 0
    checked = plangen("-C", starter, "check")
    assert checked.stderr == ""
    assert "No problems found in plan-2025-26, pack-2025-26-q2." in checked.stdout


def test_init_leaves_an_existing_folder_alone(starter):
    done = plangen("init", starter)
    assert done.returncode != 0
    assert "hint:" in done.stderr


def test_a_workspace_is_found_from_a_folder_inside_it(starter):
    assert plangen("check", cwd=starter / "content" / "plans").returncode == 0


def test_outside_a_workspace_the_command_says_so(tmp_path):
    done = plangen("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "hint: go to the workspace" in done.stderr


def test_an_unknown_edition_names_those_there_are():
    done = plangen("build", "plan", "2019-20")
    assert done.returncode == 1
    assert "2011-12" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("build", "plan"),
        ("build", "--all", "plan", "2011-12"),
        ("build", "book", "x"),
        ("results", "plan"),
    ],
)
def test_wrong_usage_exits_with_2(arguments):
    assert plangen(*arguments).returncode == 2


def test_native_prints_the_document_tree():
    shown = plangen("build", "plan", "2011-12", "--to", "native").stdout
    assert shown.startswith("document plan-2011-12 en-GB")


def test_results_as_csv_and_json_hold_the_same_keys():
    rows = plangen("results", "plan", "2011-12").stdout.splitlines()
    found = json.loads(plangen("results", "plan", "2011-12", "--to", "json").stdout)
    assert len(found) == len(rows) - 1
    assert all(row["inputs"] for row in found)


def test_check_speaks_json():
    done = plangen("check", "plan", "2011-12", "--json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["findings"] == []
    assert found["coverage"]["plan-2011-12"]["share"] >= 0.95
    assert all(decision["reason"] for decision in found["accepted"])
    assert {"at", "said", "ours", "differs"} <= set(found["stated"][0])


def test_check_says_how_many_figures_are_backed_and_lists_what_was_printed_otherwise():
    summary = plangen("check", "plan", "2011-12").stdout
    assert re.search(r"plan-2011-12: \d+ of \d+ figures backed", summary)
    listed = plangen("check", "plan", "2011-12", "--stated").stdout
    assert "printed: 5%" in listed
    assert "ours:    6.1%" in listed


def test_schemas_are_written_one_a_file(tmp_path):
    assert plangen("schema", "-o", tmp_path).returncode == 0
    schema = json.loads((tmp_path / "indicators.yaml.schema.json").read_text(encoding="utf-8"))
    assert "polarity" in json.dumps(schema)


def test_a_fault_from_yaml_reaches_the_terminal_with_its_place(starter, tmp_path):
    workspace = tmp_path / "w"
    shutil.copytree(starter / "content", workspace / "content")
    file = workspace / "content" / "indicators.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  polarity:", "  polrity:", 1), encoding="utf-8")
    done = plangen("-C", workspace, "build", "--all")
    assert done.returncode == 1
    assert "content/indicators.yaml:" in done.stderr
    assert "polarity" in done.stderr
    assert not (workspace / "output").exists() or not list((workspace / "output").glob("*.pdf"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_exits_with_3(copied, tmp_path):
    tmp_path.chmod(0o500)
    assert plangen("-C", copied, "build", "plan", "2011-12", "-o", tmp_path / "plan.pdf").returncode == 3


def test_an_output_that_cannot_be_made_exits_with_3_and_leaves_nothing(copied, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    done = plangen("-C", copied, "build", "plan", "2011-12", "-o", blocked / "plan.pdf")
    assert done.returncode == 3
    assert "PG901" in done.stderr
    assert list(tmp_path.iterdir()) == [blocked]


def test_a_draft_is_marked_and_a_final_build_is_not():
    draft = plangen("build", "plan", "2011-12", "--to", "native").stdout
    final = plangen("build", "plan", "2011-12", "--to", "native", "--final").stdout
    assert "not approved (draft)" in draft
    assert "draft" not in final.split("cover:")[0]
