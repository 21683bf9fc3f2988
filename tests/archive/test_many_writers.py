"""Many people who add at once, and others who read meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from archive.editions import EDITION, add, assert_valid, files_of, moment

from plangen.archive import Archive, ConflictError

RUSH = Path(__file__).with_name("rush.py")


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(RUSH), str(root), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def rush(root: Path, writers: int, adds: int, readers: int) -> None:
    flag = root.parent / "done"
    reading = [start(root, "read", str(flag)) for _ in range(readers)]
    writing = [start(root, "write", f"writer-{number}", str(adds)) for number in range(writers)]
    said = [process.communicate() for process in writing]
    flag.touch()
    seen = [process.communicate() for process in reading]
    assert [err for _, err in said + seen if err] == []
    told = [line for out, _ in said for line in out.splitlines()]
    acknowledged = {int(line.split()[0]): line for line in told}
    assert len(told) == writers * adds
    assert sorted(acknowledged) == list(range(1, writers * adds + 1))
    archive = Archive.open(root)
    for version in archive.versions(EDITION):
        text = archive.read(EDITION, version.number, "plan.pdf").decode()
        assert acknowledged[version.number] == f"{version.number} {version.digest} {text}"
    assert_valid(root)


def test_a_few_writers_and_a_reader(tmp_path: Path) -> None:
    rush(tmp_path / "archive", writers=4, adds=4, readers=1)


@pytest.mark.long
def test_sixteen_writers_of_twenty_five_versions(tmp_path: Path) -> None:
    rush(tmp_path / "archive", writers=16, adds=25, readers=3)


def test_whoever_comes_second_is_told(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    add(root, 1)
    add(root, 2)
    archive = Archive.open(root)
    for seen in (1, None, 3):
        with pytest.raises(ConflictError, match="PG720"):
            archive.add(EDITION, files_of(9), message="m", user="u", created=moment(9), after=seen)
    assert len(archive.versions(EDITION)) == 2
    assert_valid(root)
