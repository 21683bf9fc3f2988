"""The archive through its public functions: what goes in comes out, and what cannot be stored is refused."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from archive.editions import EDITION, add, assert_valid, contents, copied, files_of, filled, moment, snapshot

from plangen.archive import Archive
from plangen.archive.names import folder_of
from plangen.diagnostics import ExitCode, PlangenError

ADD: dict[str, Any] = {
    "object_id": EDITION,
    "files": {"plan.pdf": b"x"},
    "message": "First",
    "user": "Board",
    "created": moment(1),
    "after": None,
}


def refused(root: Path, **changes: Any) -> list[str]:
    """Codes with which an addition is refused; nothing of it stays."""
    archive = Archive.create(root)
    before = snapshot(root.parent)
    with pytest.raises(PlangenError) as caught:
        archive.add(**{**ADD, **changes})
    assert snapshot(root.parent) == before
    return [finding.code for finding in caught.value.diagnostics]


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    stored = [add(root, number) for number in (1, 2, 3)]
    archive = Archive.open(root)
    assert archive.objects() == (EDITION,)
    assert archive.versions(EDITION) == tuple(stored)
    assert contents(root) == [files_of(1), files_of(2), files_of(3)]
    assert archive.files(EDITION, 2) == {
        path: hashlib.sha512(data).hexdigest() for path, data in sorted(files_of(2).items())
    }
    assert [version.created for version in stored] == [moment(1), moment(2), moment(3)]
    assert_valid(root)


def test_every_version_opens_without_software(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 2)
    for number in (1, 2):
        for path, data in files_of(number).items():
            assert (root / "plangen%3aplan-2011-12" / f"v{number}" / "content" / path).read_bytes() == data


def test_the_chain_reads_with_sha512sum(tmp_path: Path) -> None:
    folder = filled(tmp_path / "archive", 3) / folder_of(EDITION)
    links = [f"v{number}/content/previous-inventory.sha512" for number in (2, 3)]
    ran = subprocess.run(["sha512sum", "-c", "--strict", *links], cwd=folder, capture_output=True, check=False)
    assert ran.returncode == 0
    assert ran.stdout.split() == [b"v1/inventory.json:", b"OK", b"v2/inventory.json:", b"OK"]


def test_the_digest_of_a_version_is_that_of_its_inventory(tmp_path: Path) -> None:
    stored = add(tmp_path / "archive", 1)
    inventory = tmp_path / "archive" / folder_of(EDITION) / "v1" / "inventory.json"
    assert stored.digest == hashlib.sha512(inventory.read_bytes()).hexdigest()


def test_equal_input_gives_equal_archives(tmp_path: Path) -> None:
    one, other = filled(tmp_path / "one" / "archive", 3), filled(tmp_path / "other" / "archive", 3)
    assert snapshot(one) == snapshot(other)


def test_reading_changes_nothing(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 2)
    before = snapshot(tmp_path)
    contents(root)
    Archive.open(root).verify()
    assert snapshot(tmp_path) == before


def test_times_are_kept_in_utc(tmp_path: Path) -> None:
    summer = datetime(2011, 4, 1, 10, 30, 5, 999, timezone(timedelta(hours=1)))
    stored = Archive.create(tmp_path / "archive").add(**{**ADD, "created": summer})
    assert stored.created == datetime(2011, 4, 1, 9, 30, 5, tzinfo=UTC)
    assert Archive.open(tmp_path / "archive").versions(EDITION) == (stored,)


def test_an_address_in_the_name(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    stored = Archive.create(root).add(**{**ADD, "user": "Policy Officer <officer@example.org>"})
    assert stored.user == "Policy Officer <officer@example.org>"
    assert b'"mailto:officer@example.org"' in (root / folder_of(EDITION) / "inventory.json").read_bytes()
    assert_valid(root)


def test_words_of_any_language(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    Archive.create(root).add(**{**ADD, "message": "Fersiwn gyntaf\nâ, ŵ", "files": {"inputs/Tŷ.md": b"1"}})
    assert Archive.open(root).versions(EDITION)[0].message == "Fersiwn gyntaf\nâ, ŵ"
    assert contents(root) == [{"inputs/Tŷ.md": b"1"}]
    assert_valid(root)


@pytest.mark.parametrize(
    "name",
    ["..", "../plan", "", ".", "Plan", "plan_1", "plan/1", "-plan", "plan--1", "plan-", "plän", "a" * 65, "a\n"],
)
def test_ids_that_are_none(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path / "archive", object_id=name) == ["PG704"]
    for ask in (Archive.open(tmp_path / "archive").versions, Archive.open(tmp_path / "archive").verify):
        with pytest.raises(PlangenError, match="PG704"):
            ask(name)


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "",
        "a/",
        "C:x",
        "a\\b",
        "con",
        "inputs/NUL.txt",
        "x.",
        "x ",
        " x",
        "a?",
        "a\nb",
        "a\x7f",
        "a\ud800",
        "é" * 128,
        "previous-inventory.sha512",
        "Previous-Inventory.SHA512",
        "a<b",
        "|",
    ],
)
def test_paths_that_are_none(path: str, tmp_path: Path) -> None:
    assert refused(tmp_path / "archive", files={path: b"", "fine": b""}) == ["PG705"]


@pytest.mark.parametrize("paths", [("a", "A"), ("x/é", "x/e\u0301"), ("straße", "STRASSE"), ("a", "A/b")])
def test_paths_that_hide_one_another(paths: tuple[str, str], tmp_path: Path) -> None:
    assert refused(tmp_path / "archive", files=dict.fromkeys(paths, b"")) == ["PG705"]


def test_an_edition_without_files(tmp_path: Path) -> None:
    assert refused(tmp_path / "archive", files={}) == ["PG705"]


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({"message": ""}, 1),
        ({"message": "x" * 10_001}, 1),
        ({"message": "a\x00b"}, 1),
        ({"user": "Board\nof the partnership"}, 1),
        ({"user": " "}, 1),
        ({"user": "x" * 501, "message": ""}, 2),
        ({"created": datetime(2011, 4, 1)}, 1),
        ({"created": datetime(1, 1, 1, tzinfo=UTC)}, 1),
    ],
)
def test_entries_that_cannot_be_recorded(changes: dict[str, Any], count: int, tmp_path: Path) -> None:
    assert refused(tmp_path / "archive", **changes) == ["PG706"] * count


def test_what_is_not_there(tmp_path: Path) -> None:
    archive = Archive.open(filled(tmp_path / "archive", 1))
    for ask in (
        lambda: archive.versions("plan-2010-11"),
        lambda: archive.files("plan-2010-11", 1),
        lambda: archive.files(EDITION, 2),
        lambda: archive.files(EDITION, 0),
        lambda: archive.read(EDITION, 1, "plan.docx"),
        lambda: archive.verify("plan-2010-11"),
    ):
        with pytest.raises(PlangenError, match="PG707"):
            ask()


def test_a_clock_set_backwards(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 1)
    assert refused(root, created=moment(0), after=1) == ["PG708"]


def test_nothing_is_built_on_a_damaged_version(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 2)
    inventory = root / folder_of(EDITION) / "v2" / "inventory.json"
    inventory.write_bytes(inventory.read_bytes().replace(b"Safe", b"safe"))
    assert refused(root, created=moment(3), after=2) == ["PG710"]
    with pytest.raises(PlangenError, match="PG710"):
        Archive.open(root).versions(EDITION)
    with pytest.raises(PlangenError, match="PG710"):
        Archive.open(root).mend(EDITION)
    assert Archive.open(root).read(EDITION, 1, "plan.pdf") == files_of(1)["plan.pdf"]


def test_a_damaged_file_is_not_given_out(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 1)
    (root / folder_of(EDITION) / "v1" / "content" / "plan.pdf").write_bytes(b"other")
    with pytest.raises(PlangenError, match="PG711"):
        Archive.open(root).read(EDITION, 1, "plan.pdf")


def test_mending_what_is_whole_does_nothing(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 2)
    before = snapshot(tmp_path)
    assert not Archive.open(root).mend(EDITION)
    assert snapshot(tmp_path) == before


def test_mending_an_inventory_that_lags_behind(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 1)
    old = copied(root, tmp_path / "old") / folder_of(EDITION)
    add(root, 2)
    for name in ("inventory.json", "inventory.json.sha512"):
        (root / folder_of(EDITION) / name).write_bytes((old / name).read_bytes())
    report = Archive.open(root).verify()
    assert [finding.code for finding in report.findings] == ["PG736"]
    assert report.sound
    assert [version.number for version in Archive.open(root).versions(EDITION)] == [1, 2]
    assert Archive.open(root).mend(EDITION)
    assert_valid(root)


def test_no_archive(tmp_path: Path) -> None:
    with pytest.raises(PlangenError, match="PG701") as caught:
        Archive.open(tmp_path / "archive")
    assert caught.value.exit_code is ExitCode.ENVIRONMENT
    (tmp_path / "file").write_text("")
    with pytest.raises(PlangenError, match="PG721"):
        Archive.create(tmp_path / "file" / "archive")


def test_an_empty_folder_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    Archive.create(tmp_path / "archive")
    Archive.create(tmp_path / "archive")
    assert_valid(tmp_path / "archive")


def foreign_roots() -> dict[str, dict[str, str]]:
    declaration = {"0=ocfl_1.1": "ocfl_1.1\n"}
    layout = '{"extension": "0004-hashed-n-tuple-storage-layout", "description": "hashed"}'
    return {
        "papers": {"minutes.docx": "x"},
        "older": {"0=ocfl_1.0": "ocfl_1.0\n"},
        "object": {"0=ocfl_object_1.1": "ocfl_object_1.1\n"},
        "other-layout": {**declaration, "ocfl_layout.json": layout},
        "no-layout": declaration,
        "bad-declaration": {"0=ocfl_1.1": "ocfl_1.1"},
    }


@pytest.mark.parametrize("name", foreign_roots())
def test_foreign_and_damaged_roots_are_refused_and_left_alone(name: str, tmp_path: Path) -> None:
    root = tmp_path / name
    root.mkdir()
    for path, text in foreign_roots()[name].items():
        (root / path).write_text(text)
    before = snapshot(tmp_path)
    code = "PG702" if name in ("papers", "older", "object") else "PG703"
    for make in (Archive.open, Archive.create):
        with pytest.raises(PlangenError) as caught:
            make(root)
        assert {finding.code for finding in caught.value.diagnostics} == {code}
    assert snapshot(tmp_path) == before
    root.joinpath("file").write_text("")
    with pytest.raises(PlangenError, match="PG702"):
        Archive.open(root / "file")


def test_a_link_to_an_archive(tmp_path: Path) -> None:
    filled(tmp_path / "share" / "archive", 1)
    (tmp_path / "archive").symlink_to(tmp_path / "share" / "archive")
    add(tmp_path / "archive", 2)
    assert_valid(tmp_path / "archive")
