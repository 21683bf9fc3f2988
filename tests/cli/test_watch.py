"""`plangen watch`: what is saved is built, what is broken is said, and Ctrl-C ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from session.stale import small_pack

COMMENTARY = "content/packs/2016-17-q2/commentary/1.2.md"


@pytest.fixture
def watched(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, subprocess.Popen[bytes]]]:
    """A workspace that is being watched, its output in `said`."""
    small_pack(tmp_path)
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "plangen",
        "watch",
        "pack",
        "2016-17-q2",
        "--to",
        request.param,
    ]
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            command, cwd=tmp_path, stdout=said, stderr=subprocess.STDOUT, preexec_fn=may_be_interrupted
        )
    yield tmp_path, process
    process.kill()
    process.wait()


def may_be_interrupted() -> None:
    """What runs in the background of a shell ignores Ctrl-C, and so do its children; a terminal's do not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(root: Path, words: str, times: int = 1) -> None:
    """Until the command has said `words` so often."""
    end = time.monotonic() + 60
    while (root / "said").read_text("utf-8").count(words) < times:
        assert time.monotonic() < end, (root / "said").read_text("utf-8")
        time.sleep(0.02)


def save(root: Path, old: str, new: str) -> None:
    path = root / COMMENTARY
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize("watched", ["svg", "pdf"], indirect=True)
def test_saving_builds_and_ctrl_c_ends(watched):
    root, process = watched
    wait_for(root, "All 5 pages")
    time.sleep(0.5)  # the files are watched from here on
    target = next((root / "output").glob("pack-2016-17-q2.*"))
    page = target / "page-04.svg" if target.is_dir() else target
    before = page.read_bytes()
    save(root, "Patrols went on.", "Patrols went on at night.")
    wait_for(root, "Pages 4, 5 of 5")
    assert page.read_bytes() != before
    save(root, "at night", "{{ nothing }}")
    wait_for(root, "Not built: the 5 pages are still those from before")
    wait_for(root, "error[PG410] content/packs/2016-17-q2/commentary/1.2.md:5:")
    save(root, "{{ nothing }}", "at night")
    wait_for(root, "settled: content/packs/2016-17-q2/commentary/1.2.md:5:")
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    said = (root / "said").read_text("utf-8")
    assert said.endswith("No longer watching.\n")
    assert "Traceback" not in said


def test_what_is_not_there_is_said_and_waited_for(tmp_path):
    small_pack(tmp_path)
    command = [sys.executable, "-W", "error", "-m", "plangen", "watch", "pack", "2030-31-q1"]
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            command, cwd=tmp_path, stdout=said, stderr=subprocess.STDOUT, preexec_fn=may_be_interrupted
        )
    try:
        wait_for(tmp_path, "error[PG130]")
    finally:
        process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    assert "Not built: there are no pages yet" in (tmp_path / "said").read_text("utf-8")
