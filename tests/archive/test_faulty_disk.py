"""A disk that refuses: a clear word, nothing lost, nothing claimed, and the next command goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from archive.editions import EDITION, add, assert_recovers, contents, copied, files_of, filled, snapshot
from archive.scenes import LIVING, SCENES
from archive.traced import WRITER, Point, points, refused, run, unmeasured

from plangen.archive import Archive
from plangen.archive.names import folder_of
from plangen.archive.staging import staging_area
from plangen.diagnostics import ExitCode, PlangenError

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
_MOST_TRIES = 20


def outlives(base: Path, place: Path, action: str, versions: int, point: Point, error: str) -> None:
    for _ in range(_MOST_TRIES):
        root = copied(base, place)
        said = refused(root, action, versions + 1, point, error)
        if said is not None:
            break
        shutil.rmtree(place)
    else:
        pytest.fail(f"{point} did not come again")
    check_outcome(root, said, versions, action)
    if (staging_area(root) / LIVING).exists():
        (staging_area(root) / LIVING).rmdir()
    assert_recovers(root, len(contents(root)) if root.exists() else 0)
    shutil.rmtree(place)


def check_outcome(root: Path, said: str, versions: int, action: str = "add") -> None:
    """The archive holds what the writer said it holds."""
    kept = contents(root) if root.exists() else []
    assert kept in ([files_of(number) for number in range(1, count + 1)] for count in (versions, versions + 1))
    assert said in ("stored", "PG721", "PG722", "PG723", "PG739")
    if action == "add":
        assert (len(kept) == versions + 1) == (said in ("stored", "PG722"))
    if root.exists():
        assert Archive.open(root).verify().sound


def refused_at(scene: str, folder: Path, step: int, errors: tuple[str, ...]) -> None:
    """Let every `step`-th call fail, each with one of `errors` in turn, or with each of them where `step` is 1."""
    prepare, action = SCENES[scene]
    base = folder / "base" / "archive"
    base.parent.mkdir()
    versions = prepare(base)
    found = points(copied(base, folder / "count"), action, versions + 1, folder / "log")
    for index, point in enumerate([point for point in found if not point.speaks][::step]):
        for error in errors if step == 1 else [errors[index % len(errors)]]:
            outlives(base, folder / f"{index}{error}", action, versions, point, error)


@pytest.mark.parametrize("scene", SCENES)
def test_some_system_calls_fail(scene: str, tmp_path: Path) -> None:
    refused_at(scene, tmp_path, 10, ERRORS)


@pytest.mark.long
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("scene", SCENES)
def test_every_system_call_fails(scene: str, error: str, tmp_path: Path) -> None:
    refused_at(scene, tmp_path, 1, (error,))


@pytest.mark.parametrize("refusal", ["EINVAL", "EOPNOTSUPP", "EBADF", "EACCES"])
def test_a_share_that_cannot_flush_folders(refusal: str, tmp_path: Path) -> None:
    """Network shares refuse fsync on a folder; files are flushed all the same."""
    root = filled(tmp_path / "archive", 1)
    folders = (root, root / folder_of(EDITION))
    assert run(root, "add", 2, f"fsync:error={refusal}", only=folders) == "stored"
    assert contents(root) == [files_of(1), files_of(2)]
    assert_recovers(root, 2)


@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_folder_that_fails_to_be_flushed_is_told(error: str, tmp_path: Path) -> None:
    root = filled(tmp_path / "archive", 1)
    assert run(root, "add", 2, f"fsync:error={error}", only=(root, root / folder_of(EDITION))) == "PG722"
    assert contents(root) == [files_of(1), files_of(2)]
    assert_recovers(root, 2)


@pytest.mark.parametrize("limit", [0, 1, 200, 1000, 2000, 4000])
def test_files_cut_short(limit: int, tmp_path: Path) -> None:
    """Writing stops in the middle of a file."""
    root = filled(tmp_path / "archive", 1)
    before = snapshot(root)
    command = [sys.executable, str(WRITER), str(root), "add", "2", str(limit)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=unmeasured())
    said = ran.stdout.strip()
    check_outcome(root, said, 1)
    assert said in ("PG721", "stored")
    if said == "PG721":
        assert snapshot(root) == before
        assert_recovers(root, 1)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A file system of that size; skips where it may not be made."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this test needs to mount a file system of its own")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def resize(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def filled_up(folder: Path, rooms: range) -> set[str]:
    """Add a second version where so much room is left (KB); what was said."""
    said = set()
    for room in rooms:
        with small_disk(folder / f"{room}", 1000) as disk:
            root = filled(disk / "archive", 1)
            usage = shutil.disk_usage(disk)
            resize(disk, f"size={usage.used // 1024 + room}k")
            command = [sys.executable, str(WRITER), str(root), "add", "2"]
            ran = subprocess.run(command, capture_output=True, text=True, check=False)
            assert not ran.stderr
            check_outcome(root, ran.stdout.strip(), 1)
            said.add(ran.stdout.strip())
            resize(disk, "size=1000k")
            assert_recovers(root, len(contents(root)))
    return said


def test_a_full_disk(tmp_path: Path) -> None:
    assert filled_up(tmp_path, range(0, 80, 12)) >= {"PG721", "stored"}


@pytest.mark.long
def test_a_full_disk_of_fifty_sizes(tmp_path: Path) -> None:
    assert filled_up(tmp_path, range(0, 100, 2)) >= {"PG721", "stored"}


def test_a_disk_that_cannot_be_written(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1000) as disk:
        root = filled(disk / "archive", 1)
        before = snapshot(disk)
        resize(disk, "ro")
        with pytest.raises(PlangenError, match="PG721") as caught:
            add(root, 2)
        assert caught.value.exit_code is ExitCode.ENVIRONMENT
        with pytest.raises(PlangenError, match="PG721"):
            Archive.create(disk / "other")
        assert contents(root) == [files_of(1)]
        assert Archive.open(root).verify(EDITION).findings == ()
        assert snapshot(disk) == before
        resize(disk, "rw")
        assert_recovers(root, 1)


def test_the_top_of_a_share_cannot_be_the_archive(tmp_path: Path) -> None:
    """A version is prepared beside the archive, and one rename does not cross file systems."""
    with small_disk(tmp_path / "disk", 1000) as disk:
        with pytest.raises(PlangenError, match="PG721") as caught:
            Archive.create(disk)
        assert "inside the share" in caught.value.diagnostics[0].hint
        assert snapshot(disk) == {}
        Archive.create(disk / "archive")
