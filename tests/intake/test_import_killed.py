"""An import that is killed at any of its system calls leaves the workspace as it was, or as it should be."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from archive.traced import MUTATING, available, unmeasured

from plangen.edits.transaction import settle

ROWS = [
    ["Ref", "Measure", "Q4 2015/16", "Q1 2016/17"],
    ["1.2a", "Total crime", 27.7, 28.06],
    ["1.2c", "Burglary", 221],
]
ARGUMENTS = ("--save", "police", "--changed", "correct", "--reason", "recounted", "--on", "2016-10-12")

Files = dict[str, bytes]


def content(root: Path) -> Files:
    """Every file under content by its name."""
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "content").rglob("*") if p.is_file()}


def traced(root: Path, file: Path, log: Path, *inject: str) -> int:
    available()
    calls = ["-e", "trace=" + ",".join("?" + name for name in MUTATING)]
    rules = [part for rule in inject for part in ("-e", f"inject={rule}")]
    # Without --seccomp-bpf, with which strace 6.1 on newer kernels passes over signals that it should send.
    command = ["strace", "-f", "-qq", "-o", str(log), *calls, *rules, sys.executable, "-m", "plangen"]
    environment = {**unmeasured(), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    ran = subprocess.run(
        [*command, "-C", str(root), "import", str(file), *ARGUMENTS],
        capture_output=True, text=True, check=False, env=environment, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.returncode


def killed(workspace: Path, book: Callable[..., Path], tmp_path: Path, step: int) -> Counter[str]:
    """Kill an import at every `step`-th call that changes a file; what came of it, and how often."""
    indicators = workspace / "content/indicators.yaml"
    indicators.write_text(indicators.read_text("utf-8").replace("[Domestic burglary]", "[Burglary]"), "utf-8")
    file, log = book({"KPIs": ROWS}), tmp_path / "log"
    whole = shutil.copytree(workspace, tmp_path / "whole")
    assert traced(whole, file, log) == 0
    before, after = content(workspace), content(whole)
    assert len(after) == len(before) + 4
    turns, points = Counter[str](), list[str]()
    for line in log.read_text("utf-8", "replace").splitlines():
        if call := re.match(r"\d+ +(\w+)\(", line):
            turns[call[1]] += 1
            points.append(f"{call[1]}:signal=SIGKILL:when={turns[call[1]]}")
    ends: Counter[str] = Counter()
    for number, point in enumerate(points[::step]):
        root = shutil.copytree(workspace, tmp_path / str(number))
        traced(root, file, log, point)
        settle(root)
        found = content(root)
        assert found in (before, after), point
        ends["after" if found == after else "before"] += 1
        shutil.rmtree(root)
    return ends


def test_killed_at_some_system_calls(workspace: Path, book: Callable[..., Path], tmp_path: Path) -> None:
    assert sum(killed(workspace, book, tmp_path, step=12).values()) >= 3


@pytest.mark.long
def test_killed_at_every_system_call(workspace: Path, book: Callable[..., Path], tmp_path: Path) -> None:
    ends = killed(workspace, book, tmp_path, step=1)
    assert ends["before"] > 10
    assert ends["after"] > 3
