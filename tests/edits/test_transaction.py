"""Several files written together: what is written, and what keeps a writer from it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

from plangen.cli import main
from plangen.diagnostics import PlangenError
from plangen.edits import Transaction, settle
from plangen.edits.journal import PENDING, commit, stage
from plangen.edits.lock import held


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "content/a.yaml").chmod(0o640)
    return tmp_path


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(PlangenError) as problem:
        act()
    assert [found.code for found in problem.value.diagnostics] == [code]


def test_files_are_written_together_and_keep_their_permissions(root: Path) -> None:
    changes = Transaction(root)
    assert changes.data("content/a.yaml") == b"a: 1\n"
    assert changes.data("content/new/b.csv") is None
    changes.put("content/a.yaml", b"a: 2\n")
    changes.put("content/new/b.csv", b"x\n")
    assert not (root / "content/new").exists()
    assert changes.finish() == ("content/a.yaml", "content/new/b.csv")
    assert (root / "content/a.yaml").read_bytes() == b"a: 2\n"
    assert (root / "content/a.yaml").stat().st_mode & 0o777 == 0o640
    assert (root / "content/new/b.csv").read_bytes() == b"x\n"
    assert not (root / PENDING).exists()


def test_what_has_not_changed_is_not_written(root: Path) -> None:
    stamp = (root / "content/a.yaml").stat().st_mtime_ns
    changes = Transaction(root)
    changes.put("content/a.yaml", b"a: 1\n")
    assert changes.finish() == ()
    assert (root / "content/a.yaml").stat().st_mtime_ns == stamp


def test_a_file_that_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    changes = Transaction(root)
    changes.put("content/a.yaml", b"a: 2\n")
    changes.put("content/b.yaml", b"b: 2\n")
    (root / "content/a.yaml").write_bytes(b"a: 3\n")
    refused("PG912", changes.finish)
    assert (root / "content/a.yaml").read_bytes() == b"a: 3\n"
    assert not (root / "content/b.yaml").exists()


def test_another_writer_is_waited_for_and_then_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plangen.edits.lock._PATIENCE", 0.05)
    code = "import sys; from plangen.edits.lock import held; from pathlib import Path\n" \
           "with held(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"  # fmt: skip
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    other.stdout.readline()
    changes = Transaction(root)
    changes.put("content/a.yaml", b"a: 2\n")
    refused("PG911", changes.finish)
    other.communicate("")
    assert changes.finish() == ("content/a.yaml",)


def test_of_many_writers_each_edit_counts_once(root: Path) -> None:
    def one(number: int) -> int:
        for attempt in range(200):
            changes = Transaction(root)
            changes.put("content/a.yaml", (changes.data("content/a.yaml") or b"") + f"k{number}: 1\n".encode())
            try:
                changes.finish()
            except PlangenError as problem:
                assert problem.diagnostics[0].code == "PG912"  # noqa: PT017
            else:
                return attempt
        raise AssertionError

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(12)))
    lines = (root / "content/a.yaml").read_text().splitlines()
    assert sorted(lines) == sorted(["a: 1", *(f"k{number}: 1" for number in range(12))])


def test_names_that_lead_out_of_the_workspace_are_refused(root: Path) -> None:
    (root / "content/out").symlink_to(root.parent)
    refused("PG102", lambda: Transaction(root).put("../x.yaml", b""))
    refused("PG102", lambda: Transaction(root).put("content/out/x.yaml", b""))


def test_a_folder_in_the_way_is_found_before_anything_counts(root: Path) -> None:
    (root / "content/b.csv").mkdir()
    refused("PG901", lambda: Transaction(root).put("content/b.csv", b""))
    refused("PG901", lambda: Transaction(root).put("content/a.yaml/c.csv", b""))


def test_a_symbolic_link_within_the_workspace_stays_one(root: Path) -> None:
    (root / "content/link.yaml").symlink_to("a.yaml")
    changes = Transaction(root)
    changes.put("content/link.yaml", b"a: 2\n")
    changes.finish()
    assert (root / "content/link.yaml").is_symlink()
    assert (root / "content/a.yaml").read_bytes() == b"a: 2\n"


def test_the_next_command_finishes_what_was_committed(root: Path) -> None:
    (root / "content/partnership.yaml").write_bytes(b"name: X\n")
    stage(root, {"content/a.yaml": (root.resolve() / "content/a.yaml", b"a: 9\n")})
    commit(root)
    CliRunner().invoke(main, ["-C", str(root), "check"])
    assert (root / "content/a.yaml").read_bytes() == b"a: 9\n"
    assert not (root / PENDING).exists()


@pytest.mark.parametrize(
    "journal",
    [
        b"no json",
        json.dumps([{"pending": "0000", "place": "../outside.txt"}]).encode(),
        json.dumps([{"pending": "../a.yaml", "place": "content/b.yaml"}]).encode(),
    ],
)
def test_a_journal_that_plangen_did_not_write_is_refused(root: Path, journal: bytes) -> None:
    (root / PENDING).mkdir()
    (root / PENDING / "0000").write_bytes(b"x")
    (root / PENDING / "journal.json").write_bytes(journal)
    refused("PG914", lambda: settle(root))
    assert not (root.parent / "outside.txt").exists()
    assert (root / "content/a.yaml").exists()


def test_the_lock_is_let_go_of(root: Path) -> None:
    with held(root):
        pass
    with held(root):
        pass
