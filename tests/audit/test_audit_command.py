"""`plangen audit` as people and programs meet it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from plangen.cli import main

FAULT = "We asked them.\n\n20 out of 30 (60%) found work.\n"


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["audit", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def test_a_finding_is_quoted_with_its_line_and_its_value(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULT)
    status, said, _ = run(tmp_path / "a.txt")
    assert status == 1
    assert "a.txt: 1 finding" in said
    assert "95%  line 3: 20 of 30 is 66.7%, not 60% [PG810]" in said
    assert "“20 out of 30 (60%) found work.”" in said


def test_a_sound_document_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("20 out of 30 (67%) found work.\n")
    status, said, _ = run(tmp_path / "a.txt")
    assert (status, said.strip().endswith("nothing that contradicts itself")) == (0, True)


def test_confidence_is_a_threshold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("20 out of 30 (66%) found work.\n")
    assert run(tmp_path / "a.txt")[0] == 0
    assert run(tmp_path / "a.txt", "--min-confidence", "0.5")[0] == 1
    assert run(tmp_path / "a.txt", "--min-confidence", "2")[0] == 2


def test_json_holds_findings_and_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULT)
    (tmp_path / "b.pdf").write_bytes(b"no")
    status, said, _ = run(tmp_path / "a.txt", tmp_path / "b.pdf", "--json")
    found = json.loads(said)
    assert status == 1
    assert [(f["code"], f["line"], f["stated"], f["recomputed"]) for f in found] == [
        ("PG810", 3, "60%", "66.7%"),
        ("PG803", None, None, None),
    ]
    assert found[0].keys() == found[1].keys()


def test_the_surest_comes_first_and_every_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Theft fell from 40 to 52 in the year.\n\n{FAULT}")
    status, said, wrong = run(tmp_path / "none.txt", tmp_path / "a.txt")
    assert status == 1
    assert "PG101" in wrong
    assert said.index("PG810") < said.index("PG815")


def test_no_file_named_is_wrong_usage() -> None:
    assert run()[0] == 2
