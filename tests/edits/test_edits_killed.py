"""A writer that is killed at any of its system calls leaves all files as they were, or all as they should be."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from archive.traced import MUTATING, available, unmeasured
from edits.writer import FILES

from plangen.edits.journal import PENDING, commit, stage
from plangen.edits.transaction import settle

WRITER = Path(__file__).with_name("writer.py")
BEFORE, AFTER = b"1", b"2"


def workspace(place: Path) -> Path:
    """Two of the three files, as a writer finds them."""
    for name in FILES[:2]:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(BEFORE * 1000)
    return place


def committed(place: Path) -> Path:
    """The same, and a writer that died as soon as its journal was in place."""
    root = workspace(place)
    stage(root, {name: (root.resolve() / name, AFTER * 1000) for name in FILES})
    commit(root)
    return root


def state(root: Path) -> bytes:
    """`BEFORE` or `AFTER`; fails for anything in between."""
    found = [(root / name).read_bytes() if (root / name).exists() else None for name in FILES]
    if found == [BEFORE * 1000, BEFORE * 1000, None]:
        return BEFORE
    assert found == [AFTER * 1000] * 3
    return AFTER


def traced(root: Path, action: str, log: Path, *inject: str) -> str:
    available()
    calls = ["-e", "trace=" + ",".join("?" + name for name in MUTATING)]
    rules = [part for rule in inject for part in ("-e", f"inject={rule}")]
    # Without --seccomp-bpf, with which strace 6.1 on newer kernels passes over signals that it should send.
    command = ["strace", "-f", "-qq", "-o", str(log), *calls, *rules]
    environment = {**unmeasured(), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    ran = subprocess.run(
        [*command, sys.executable, str(WRITER), str(root), action, AFTER.decode()],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout


def points(root: Path, action: str, log: Path) -> list[str]:
    """Every call of an undisturbed run that changes something in the workspace, as a rule that kills it there."""
    assert traced(root, action, log) == "stored"
    found, turns = [], Counter[str]()
    for line in log.read_text("utf-8", "replace").splitlines():
        if call := re.match(r"\d+ +(\w+)\((.*)", line):
            turns[call[1]] += 1
            found.append(f"{call[1]}:signal=SIGKILL:when={turns[call[1]]}")
    return found


def killed_everywhere(tmp_path: Path, step: int) -> tuple[int, Counter[bytes]]:
    """Kill a writer at every `step`-th point; how often that was, and what came of it."""
    ends: Counter[bytes] = Counter()
    chosen = points(workspace(tmp_path / "count"), "write", tmp_path / "log")[::step]
    for number, point in enumerate(chosen):
        root = workspace(tmp_path / str(number))
        said = traced(root, "write", tmp_path / "log", point)
        settle(root)
        ends[state(root)] += 1
        assert said == "", point
        assert not (root / PENDING).exists()
        shutil.rmtree(root)
    return len(chosen), ends


def test_killed_at_some_system_calls(tmp_path: Path) -> None:
    number, ends = killed_everywhere(tmp_path, step=4)
    assert number >= 8
    assert set(ends) == {BEFORE, AFTER}


@pytest.mark.long
def test_killed_at_every_system_call(tmp_path: Path) -> None:
    assert killed_everywhere(tmp_path, step=1)[0] >= 30


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.long)])
def test_who_finishes_for_another_may_be_killed_too(tmp_path: Path, step: int) -> None:
    chosen = points(committed(tmp_path / "count"), "settle", tmp_path / "log")[::step]
    for number, point in enumerate(chosen):
        root = committed(tmp_path / str(number))
        traced(root, "settle", tmp_path / "log", point)
        settle(root)
        assert state(root) == AFTER
        assert not (root / PENDING).exists()
