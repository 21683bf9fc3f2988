"""What dead writers leave behind is cleared away; what living ones work on is not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from archive.editions import add, filled

from plangen.archive.staging import staging_area, staging_folder


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def host(tmp_path: Path) -> str:
    """This computer's name as staging folders carry it."""
    with staging_folder(tmp_path / "x") as folder:
        return folder.name.split(".")[0]


def left(root: Path, name: str, hours: int = 0) -> Path:
    folder = staging_area(root) / name
    (folder / "v2" / "content").mkdir(parents=True)
    (folder / "v2" / "content" / "plan.pdf").write_bytes(b"half")
    then = folder.stat().st_mtime - hours * 3600
    os.utime(folder, (then, then))
    return folder


def test_leftovers(tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 1)
    here = host(tmp_path)
    gone = [
        left(root, f"{here}.{dead_process()}.0123456789abcdef"),
        left(root, "elsewhere.1.0123456789abcdef", hours=25),
        left(root, f"{here}.{os.getpid()}.0123456789abcdef", hours=25),
        left(root, "dead.elsewhere.2.0123456789abcdef"),
    ]
    kept = [
        left(root, f"{here}.{os.getpid()}.fedcba9876543210"),
        left(root, f"{here}.1.fedcba9876543210"),
        left(root, "elsewhere.1.fedcba9876543210", hours=23),
        left(root, "somebody's notes", hours=1000),
    ]
    add(root, 2)
    assert [folder for folder in gone if folder.exists()] == []
    assert all((folder / "v2" / "content" / "plan.pdf").exists() for folder in kept)


def test_nothing_stays_beside_the_archive(tmp_path: Path) -> None:
    filled(tmp_path / "archive", 2)
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


@pytest.mark.skipif(not socket.gethostname(), reason="this computer has no name")
def test_the_folder_says_whose_it_is(tmp_path: Path) -> None:
    with staging_folder(tmp_path / "archive") as folder:
        assert f".{os.getpid()}." in folder.name
    assert not folder.parent.exists()


def test_writers_that_come_and_go_at_once(tmp_path: Path) -> None:
    """The last to leave removes the area while others make it."""

    def come_and_go(_: int) -> bool:
        with staging_folder(tmp_path / "archive") as folder:
            return folder.is_dir()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(come_and_go, range(1000)))
    assert list(tmp_path.iterdir()) == []
