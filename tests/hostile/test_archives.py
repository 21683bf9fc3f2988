"""An archive that somebody has spoilt or forged: every command ends in a word, soon, and `verify` finds it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile.commands import Outcome, plangen
from hostile.forged_archives import EDITION, SPOILT, Spoil, forged
from pipeline.archives import BOARD, corrected, publishable


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two versions in its archive."""
    return corrected(publishable(tmp_path_factory.mktemp("two") / "w"))


@pytest.fixture
def root(two: Path, tmp_path: Path) -> Path:
    """The archive of a copy of that workspace."""
    return Path(shutil.copytree(two, tmp_path / "w")) / "output/archive"


def asked(root: Path, out: Path) -> Iterator[tuple[str, Outcome]]:
    """Every command that reads an archive, and how it ended."""
    plan = ("plan", "2025-26")
    commands: dict[str, tuple[str | Path, ...]] = {
        "list": (),
        "verify": (),
        "show": plan,
        "diff": (*plan, "1.0", "1.1"),
        "export": (*plan, "-o", out / "export"),
        "checkout": (*plan, "1.0", "-o", out / "checkout"),
        "rebuild": plan,
    }
    for name, arguments in commands.items():
        for form in ((), ("--json",)):
            yield name, plangen("archive", name, *arguments, "--archive", root, *form)
            for folder in ("export", "checkout"):
                shutil.rmtree(out / folder, ignore_errors=True)


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_no_command_hangs_or_falls_over(spoil: Spoil, root: Path, tmp_path: Path) -> None:
    spoil(root)
    for name, done in asked(root, tmp_path / "out"):
        if name == "verify":
            assert done.status == 1 or (done.status == 3 and spoil.__name__ == "pipe_as_declaration")
            assert len(done.out + done.err) < 100_000


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_workspace_with_a_spoilt_archive_is_checked_and_refused(spoil: Spoil, root: Path) -> None:
    spoil(root)
    workspace = root.parents[1]
    plangen("-C", workspace, "check")
    arguments = ("--version", "2.0", "--approved-by", BOARD, "--approved-on", "2026-01-01", "--correction", "Why")
    plangen("-C", workspace, "archive", "add", "plan", "2025-26", *arguments, "--unchanged")


def test_a_linked_version_is_not_read_through(root: Path, tmp_path: Path) -> None:
    shutil.move(root / "plangen%3aplan-2025-26/v1", tmp_path / "elsewhere")
    (root / "plangen%3aplan-2025-26/v1").symlink_to(tmp_path / "elsewhere")
    done = plangen("archive", "export", "plan", "2025-26", "1.0", "-o", tmp_path / "out", "--archive", root)
    assert done.status == 1
    assert not (tmp_path / "out").exists()


FILES: dict[str, tuple[str, bytes | None]] = {
    "results that are no text": ("results.csv", b"\xff\xfe\x00"),
    "results without columns": ("results.csv", b"a,b\n1,2\n"),
    "results with a ragged row": ("results.csv", b"key,indicator,period,base,value,shown,unit,outcome\na,b\n"),
    "no results": ("results.csv", None),
    "a PDF that is none": (f"{EDITION}.pdf", b"not a PDF"),
    "a PDF without tags": (
        f"{EDITION}.pdf",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>",
    ),
    "no PDF": (f"{EDITION}.pdf", None),
    "no content": ("inputs/content/partnership.yaml", None),
    "content that is no text": ("inputs/content/indicators.yaml", b"\xff\x00"),
}


@pytest.mark.parametrize("case", FILES)
def test_forged_files_end_in_a_word(case: str, root: Path, tmp_path: Path) -> None:
    path, data = FILES[case]

    def change(_: dict[str, Any], files: dict[str, bytes]) -> None:
        files.pop(path)
        if data is not None:
            files[path] = data

    forged(root, change, versions=2)
    list(asked(root, tmp_path / "out"))


def test_a_forged_content_digest_and_archive_do_not_stop_a_build(root: Path) -> None:
    """`build` and `check` look into the archive for what was published: a spoilt one is the archive's business."""
    forged(root, lambda _, files: files.update({"results.csv": b"\xff\xfe"}), versions=2)
    assert plangen("-C", root.parents[1], "check").status == 0


RECORDS: dict[str, tuple[dict[str, Any], str]] = {
    "a version that leads out": ({"version": "../../evil"}, "PG753"),
    "a version with a line end": ({"version": "1.0\n"}, "PG753"),
    "a version of letters": ({"version": "one"}, "PG753"),
    "another edition's record": ({"edition": "plan-1999-00"}, "PG758"),
    "another name of the PDF": ({"pdf": "other.pdf"}, "PG758"),
    "the same version again": ({"version": "1.0"}, "PG758"),
    "an earlier day": ({"approved_on": "2001-01-01"}, "PG758"),
}


@pytest.mark.parametrize("case", RECORDS)
def test_records_that_add_would_not_have_let_in_are_found(case: str, root: Path, tmp_path: Path) -> None:
    values, code = RECORDS[case]

    def change(record: dict[str, Any], _: dict[str, bytes]) -> None:
        if record["previous"] is not None:
            record.update(values)

    forged(root, change, versions=2)
    done = plangen("archive", "verify", "--archive", root, "--json")
    assert done.status == 1
    found = json.loads(done.out)
    assert {finding["code"] for finding in found["findings"]} == {code}
    assert all(finding["file"].startswith(f"{EDITION}/v2/") for finding in found["findings"])
    assert found["sound"] == [f"{EDITION} 1.0"]
    list(asked(root, tmp_path / "out"))


def test_nothing_in_a_record_steers_the_terminal(root: Path) -> None:
    hostile = "Board\nplan-2025-26 9.9: as it was archived\x1b[2J\x9b31m\u202egnorw"

    def change(record: dict[str, Any], _: dict[str, bytes]) -> None:
        record.update(approved_by=hostile, note=hostile, correction=hostile)

    forged(root, change, versions=2)
    for command in (
        ("list",),
        ("show", "plan", "2025-26"),
        ("diff", "plan", "2025-26", "1.0", "1.1"),
        ("verify",),
    ):
        shown = plangen("archive", *command, "--archive", root).out
        assert not any(line.startswith("plan-2025-26 9.9") for line in shown.splitlines())
    told = json.loads(plangen("archive", "show", "plan", "2025-26", "--archive", root, "--json").out)
    assert told["approved_by"] == hostile
