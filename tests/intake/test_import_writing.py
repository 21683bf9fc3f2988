"""Sections 2.5 and 2.6: what is written, what is remembered, and that nothing is overwritten silently."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from plangen.cli import main

Importing = Callable[..., dict[str, Any]]
Book = Callable[..., Path]

Q1 = [
    ["Ref", "Measure", "Q4 2015/16", "Q1 2016/17"],
    ["1.2a", "Total crime", 27.7, 28.06],
    ["1.2b", "ASB", 2669, 3012],
]
Q2 = [
    ["Ref", "Measure", "Q1 2016/17", "Q2 2016/17"],
    ["1.2a", "Total crime", 28.06, 29.92],
    ["1.2b", "ASB", 3012, 3213],
]


def content(workspace: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(workspace)): p.read_bytes() for p in (workspace / "content").rglob("*") if p.is_file()
    }


def codes(said: dict[str, Any], severity: str = "error") -> list[str]:
    return [f"{one['code']} {one['cell']}" for one in said["findings"] if one["severity"] == severity]


def test_figures_are_appended_with_their_origin(workspace: Path, book: Book, importing: Importing) -> None:
    said = importing(book({"KPIs": Q1}), "--into", "police", "--on", "2016-10-12", "--by", "JS")
    table = (workspace / "content/data/police.csv").read_text("utf-8").splitlines()
    assert table[0].startswith("indicator,area,period,value,series")
    assert table[1] == f"total_crime,Example Town,2015/16 Q4,27.7,,,,,,,,,,{said['sha256'][:12]} KPIs!C2"
    assert len(table) == 5
    received = (workspace / "content/imports/received.csv").read_text("utf-8").splitlines()
    assert received[0] == "sha256,file,bytes,mapping,imported,by"
    assert received[1].startswith(f"{said['sha256']},KPI.xlsx,")
    assert received[1].endswith(",,2016-10-12,JS")
    assert said["written"] == ["content/data/police.csv", "content/imports/received.csv"]


def test_the_same_file_twice_changes_no_byte(workspace: Path, book: Book, importing: Importing) -> None:
    path = book({"KPIs": Q1})
    importing(path)
    before = content(workspace)
    said = importing(path, "--on", "2017-01-01")
    assert (said["exit"], said["written"], content(workspace)) == (0, [], before)
    assert {one["state"] for one in said["observations"]} == {"same"}


def test_check_writes_nothing(workspace: Path, book: Book, importing: Importing) -> None:
    before = content(workspace)
    assert importing(book({"KPIs": Q1}), "--check", "--save", "police")["exit"] == 0
    assert content(workspace) == before


def test_the_second_quarter_needs_no_question(workspace: Path, book: Book, importing: Importing) -> None:
    assert importing(book({"KPIs": Q1}, "KPI 1.xlsx"), "--save", "police")["exit"] == 0
    mapping = workspace / "content/imports/police.yaml"
    mapping.write_text("# the police's own\n" + mapping.read_text("utf-8"), "utf-8")
    said = importing(book({"KPIs": Q2}, "KPI 2.xlsx"))
    assert (said["exit"], said["mapping"]) == (0, "police")
    assert [one["state"] for one in said["observations"]] == ["same", "new", "same", "new"]
    assert codes(said, "info") == ["PG229 "]
    assert mapping.read_text("utf-8").startswith("# the police's own\nabout:")
    table = (workspace / "content/data/police.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[2] for line in table[1:]] == ["2015/16 Q4", "2016/17 Q1"] * 2 + ["2016/17 Q2"] * 2


def test_a_mapping_used_again_gives_the_same_bytes(workspace: Path, book: Book, importing: Importing) -> None:
    path = book({"KPIs": Q1})
    importing(path, "--save", "police")
    table = workspace / "content/data/police.csv"
    first = table.read_bytes()
    table.unlink()
    importing(path, "--map", "police")
    assert table.read_bytes() == first


@pytest.mark.parametrize("moved", ["rows above", "columns before", "another order of sheets"])
def test_a_table_that_moved_as_a_whole_is_read(
    workspace: Path, book: Book, importing: Importing, moved: str
) -> None:
    importing(book({"Notes": [["Words"]], "KPIs": Q1}), "--save", "police")
    sheets = {
        "rows above": {"Notes": [["Words"]], "KPIs": [["A title"], [], *Q2]},
        "columns before": {"Notes": [["Words"]], "KPIs": [["", "", *row] for row in Q2]},
        "another order of sheets": {"KPIs": Q2, "Notes": [["Words"]]},
    }[moved]
    said = importing(book(sheets), "--map", "police")
    assert said["exit"] == 0
    assert len(said["observations"]) == 4
    assert ("PG239" in {one["code"] for one in said["findings"]}) == (moved != "another order of sheets")


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        ([["Ref", "Name of it", "Q2 2016/17"], ["1.2a", "Total crime", 1], ["1.2b", "ASB", 2]], "KPIs!B1"),
        (
            [["Ref", "Measure", "Cohort", "Q2 2016/17"], ["1.2a", "Total crime", 5, 1], ["1.2b", "ASB", 5, 2]],
            "KPIs!C1",
        ),
    ],
)
def test_a_heading_that_is_renamed_or_new_is_asked_about(
    workspace: Path, book: Book, importing: Importing, change: list[list[Any]], cell: str
) -> None:
    importing(book({"KPIs": Q1}), "--save", "police")
    said = importing(book({"KPIs": change}), "--map", "police")
    assert said["exit"] == 1
    assert f"PG239 {cell}" in codes(said)


def test_another_kind_of_number_format_is_asked_about(workspace: Path, book: Book, importing: Importing) -> None:
    rows = [["Measure", "2014/15", "2015/16"], ["Residents who feel safe by day", 0.89, 0.91]]
    formats = {"S!B2": "0%", "S!C2": "0%"}
    importing(book({"S": rows}, formats=formats), "--save", "survey")
    later = [["Measure", "2015/16", "2016/17"], ["Residents who feel safe by day", 91, 93]]
    said = importing(book({"S": later}), "--map", "survey")
    assert codes(said) == ["PG239 S!A2"]


def test_names_and_figures_that_are_gone_and_new(workspace: Path, book: Book, importing: Importing) -> None:
    importing(book({"KPIs": Q1}), "--save", "police")
    later = [["Ref", "Measure", "Q2 2016/17"], ["1.2a", "Total crime", 29], ["", "Antisocial things", 3213]]
    said = importing(book({"KPIs": later}), "--map", "police")
    assert codes(said) == ["PG231 KPIs!B3"]
    assert codes(said, "warning") == ["PG241 ", "PG241 "]
    assert "was it ASB before?" in next(one["hint"] for one in said["findings"] if one["code"] == "PG231")


def test_changed_figures_stay_until_somebody_decides(workspace: Path, book: Book, importing: Importing) -> None:
    rows = [["Measure", "Q4 2015/16"], ["House burglary", 221]]
    before = content(workspace)
    said = importing(book({"KPIs": rows}))
    assert (said["exit"], codes(said), content(workspace)) == (1, ["PG240 KPIs!B2"], before)
    assert (said["observations"][0]["state"], said["observations"][0]["ours"]) == ("changed", "219")
    assert "B2 says 221, ours is 219 (observations.csv:4)" in said["findings"][0]["message"]
    assert importing(book({"KPIs": rows}), "--changed", "keep")["exit"] == 0
    assert content(workspace) == before


@pytest.mark.parametrize(
    ("decision", "row"),
    [
        ("correct", "burglary,Example Town,2015/16 Q4,221,,Example figure"),
        ("revise", "burglary,Example Town,2015/16 Q4,221,,Example figure,revised,219"),
    ],
)
def test_a_decided_change_takes_its_own_row(
    workspace: Path, book: Book, importing: Importing, decision: str, row: str
) -> None:
    rows = [["Measure", "Q4 2015/16"], ["House burglary", 221]]
    said = importing(book({"KPIs": rows}), "--changed", decision, "--reason", "recounted", "--on", "2016-10-12")
    assert said["exit"] == 0
    table = (workspace / "content/data/observations.csv").read_text("utf-8").splitlines()
    assert table[3] == row
    assert table[1].startswith("crime_annual,Example Town,2015/16,109,,Example figure")
    logged = (workspace / "content/imports/changes.csv").read_text("utf-8").splitlines()
    assert logged[0] == "date,indicator,area,period,series,category,base,old,new,kind,reason,origin"
    origin = f"{said['sha256'][:12]} KPIs!B2"
    assert logged[1] == f"2016-10-12,burglary,Example Town,2015/16 Q4,,,,219,221,{decision},recounted,{origin}"


def test_nothing_is_written_while_something_is_open(workspace: Path, book: Book, importing: Importing) -> None:
    rows = [*Q1, ["", "Knife crime", 1, 2]]
    before = content(workspace)
    said = importing(book({"KPIs": rows}))
    assert (said["exit"], said["outcome"], content(workspace)) == (1, "open", before)
    assert len(said["observations"]) == 4
    said = importing(book({"KPIs": rows}), "--leave-out-open")
    assert (said["exit"], len((workspace / "content/data/imported.csv").read_text("utf-8").splitlines())) == (0, 5)


def test_a_table_of_somebody_else_is_left_alone(workspace: Path, book: Book, importing: Importing) -> None:
    before = content(workspace)
    said = importing(book({"KPIs": Q1}), "--into", "observations")
    assert (said["exit"], codes(said), content(workspace)) == (1, ["PG245 "], before)


def test_what_is_imported_can_be_read(workspace: Path, book: Book, importing: Importing) -> None:
    from plangen.sources.workspace import read_workspace

    importing(book({"KPIs": Q1}), "--save", "police")
    found = read_workspace(workspace)
    assert {one.origin.partition(" ")[2] for one in found.records.observations} == {
        "", "KPIs!C2", "KPIs!D2", "KPIs!C3", "KPIs!D3",
    }  # fmt: skip
    assert [one.code for one in found.warnings if one.code == "PG115"] == []


def test_what_has_been_published_is_revised_and_not_corrected(book: Book, tmp_path: Path) -> None:
    from pipeline.archives import archived, publishable

    root = publishable(tmp_path / "published")
    archived(root)
    path = book({"KPIs": [["Measure", "2024/25"], ["Burglary", 415]]})

    def run(*arguments: str) -> dict[str, Any]:
        done = CliRunner().invoke(main, ["-C", str(root), "import", str(path), "--json", *arguments])
        return {**json.loads(done.stdout), "exit": done.exit_code}

    before = content(root)
    said = run("--changed", "correct", "--reason", "typed wrongly")
    assert (said["exit"], content(root)) == (1, before)
    assert "an archived edition says 396" in said["findings"][-1]["message"]
    assert run("--changed", "revise", "--reason", "recounted")["exit"] == 0
    table = (root / "content/data/observations.csv").read_text("utf-8")
    assert "burglary,Example Town,2024/25,415" in table
    assert ",revised,396" in table
