"""An acceptance that is killed at any system call leaves all files as they were, or all as they should be."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from archive.traced import MUTATING, available, unmeasured
from intake.pack_workspace import PACK, bytes_of, pack_workspace
from intake.returns.filled import filled, issued, read
from intake.returns.test_returns import ANSWERS

from plangen.edits import settle

COMMAND = "from plangen.cli import main; main()"


def returned(place: Path) -> Path:
    """A workspace to which a filled form came back."""
    root = pack_workspace(place / "workspace")
    read(root, filled(issued(root), ANSWERS))
    return root


def accepted(root: Path, log: Path, *inject: str) -> None:
    available()
    calls = ["-e", "trace=" + ",".join("?" + name for name in MUTATING)]
    rules = [part for rule in inject for part in ("-e", f"inject={rule}")]
    # Without --seccomp-bpf, with which strace 6.1 on newer kernels passes over signals that it should send.
    command = ["strace", "-f", "-qq", "-o", str(log), *calls, *rules, sys.executable, "-c", COMMAND]
    ran = subprocess.run(
        [*command, "-C", str(root), "returns", "accept", "pack", PACK, "police", "--all"],
        capture_output=True, text=True, check=False,
        env={**unmeasured(), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr


def points(log: Path) -> list[str]:
    """Every call that changed something, as a rule that kills the command there."""
    found, turns = [], Counter[str]()
    for line in log.read_text("utf-8", "replace").splitlines():
        if call := re.match(r"\d+ +(\w+)\(", line):
            turns[call[1]] += 1
            found.append(f"{call[1]}:signal=SIGKILL:when={turns[call[1]]}")
    return found


@pytest.mark.parametrize("most", [4, pytest.param(None, marks=pytest.mark.long)])
def test_before_or_after_but_never_between(tmp_path: Path, most: int | None) -> None:
    whole = returned(tmp_path)
    before = bytes_of(whole)
    shutil.copytree(whole, tmp_path / "count")
    accepted(tmp_path / "count", tmp_path / "log")
    after = bytes_of(tmp_path / "count")
    assert len({name for name in after if after[name] != before.get(name)}) == 4
    calls = points(tmp_path / "log")
    chosen = calls if most is None else calls[:: max(len(calls) // most, 1)]
    ends: Counter[str] = Counter()
    for number, point in enumerate(chosen):
        root = tmp_path / f"killed-{number}"
        shutil.copytree(whole, root)
        accepted(root, tmp_path / "log", point)
        settle(root)
        found = bytes_of(root)
        assert found in (before, after), point
        ends["after" if found == after else "before"] += 1
        shutil.rmtree(root)
    assert set(ends) == {"before", "after"}
