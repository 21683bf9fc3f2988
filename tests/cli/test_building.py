"""Many editions at once: progress on a terminal, one edition's fault apart from the others, a summary."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from pipeline.pack_workspaces import quarters, row, write_pack

COMMAND = [sys.executable, "-W", "error", "-m", "plangen", "build", "--all"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Three packs of one measure: district-1, district-2 and district-3."""
    rows = [row("indicator_1", period, 10 + n % 3) for n, period in enumerate(quarters(6))]
    root = write_pack(tmp_path / "w", rows)
    packs = root / "content" / "packs"
    commentary = packs / "2016-17-q2" / "commentary" / "1.1.md"
    commentary.parent.mkdir()
    commentary.write_text("---\nsigned_off: {by: Example Police, on: 2016-10-01}\n---\n\nPatrols.\n", "utf-8")
    for number in (1, 2, 3):
        shutil.copytree(packs / "2016-17-q2", packs / f"district-{number}")
    shutil.rmtree(packs / "2016-17-q2")
    return root


def _build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([*COMMAND, *options], cwd=root, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done


def _pdfs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "output").glob("*.pdf")}


def _spoil(root: Path, name: str) -> None:
    file = root / "content" / "packs" / name / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("indicator_1", "no_such_indicator"), "utf-8")


def test_every_edition_is_built_and_counted(workspace):
    done = _build(workspace)
    names = [f"pack-district-{n}.pdf" for n in (1, 2, 3)]
    assert done.stdout.splitlines() == [*(f"output/{name}" for name in names), "3 of 3 editions built"]
    assert done.stderr == ""
    assert done.returncode == 0
    assert sorted(_pdfs(workspace)) == names


def test_several_processes_build_the_same_bytes_and_say_the_same(workspace):
    one = _build(workspace)
    pdfs = _pdfs(workspace)
    shutil.rmtree(workspace / "output")
    two = _build(workspace, "--jobs", "2")
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, one.stderr, one.returncode)
    assert _pdfs(workspace) == pdfs


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_editions_error_does_not_stop_the_others(workspace, jobs):
    _spoil(workspace, "district-2")
    done = _build(workspace, "--jobs", jobs)
    assert done.returncode == 1
    assert "content/packs/district-2/pack.yaml" in done.stderr
    assert "pack-district-2 was not built" in done.stderr
    assert done.stdout.splitlines()[-1] == "2 of 3 editions built"
    assert sorted(_pdfs(workspace)) == ["pack-district-1.pdf", "pack-district-3.pdf"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_terminal_shows_progress(workspace, jobs):
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    process = subprocess.Popen(
        [*COMMAND, "--jobs", jobs], cwd=workspace, stdout=subprocess.DEVNULL, stderr=theirs, env=environment
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # the terminal's other end is closed when the command has ended
        pass
    os.close(ours)
    assert process.wait() == 0
    assert b"Building 3 editions" in shown
    assert b"3/3" in shown


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to find a process's children")
def test_a_killed_process_does_not_take_an_edition_with_it(workspace):
    command = [*COMMAND, "--jobs", "2"]
    process = subprocess.Popen(command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not (found := children.read_text("ascii").split()):
        time.sleep(0.01)
    os.kill(int(found[0]), signal.SIGKILL)
    output, complaints = process.communicate()
    assert complaints == ""
    assert output.splitlines()[-1] == "3 of 3 editions built"
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to find a process's children")
def test_editions_whose_processes_are_always_killed_are_named(workspace):
    command = [*COMMAND, "--jobs", "2"]
    process = subprocess.Popen(command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        for child in children.read_text("ascii").split():
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        time.sleep(0.005)
    output, complaints = process.communicate()
    assert output.splitlines() == ["0 of 3 editions built"]
    for number in (1, 2, 3):
        assert f"error[PG902] the process that built pack-district-{number} was ended from outside" in complaints
    assert "Traceback" not in complaints
    assert process.returncode == 3
    assert not _pdfs(workspace)
