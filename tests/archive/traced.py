"""The writer under strace, which counts its system calls, kills it at one of them, or lets one fail."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

REQUIRED = "PLANGEN_REQUIRE_STRACE"
WRITER = Path(__file__).with_name("writer.py")
MUTATING = [
    "mkdir",
    "mkdirat",
    "rename",
    "renameat",
    "renameat2",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "unlink",
    "unlinkat",
    "rmdir",
    "ftruncate",
    "chmod",
]
OPENING = "openat"


@dataclass(frozen=True)
class Point:
    """The `turn`-th call of `name`, from 1, and how its arguments begin."""

    name: str
    turn: int
    arguments: str

    @property
    def speaks(self) -> bool:
        """Whether the writer tells its result by this call."""
        return self.name == "write" and self.arguments.startswith("1,")


def run(
    root: Path, action: str, number: int, *inject: str, log: Path | None = None, only: tuple[Path, ...] = ()
) -> str:
    """What the writer said, its calls (those `only` on some places, if given) treated by the rules `inject`.

    Fails on a traceback.
    """
    available()
    trace = ["-e", "trace=" + ",".join("?" + name for name in (*MUTATING, OPENING))]
    rules = [part for rule in inject for part in ("-e", f"inject={rule}")]
    rules += [part for place in only for part in ("-P", str(place))]
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log or os.devnull), *trace, *rules]
    # Only the writer's own system calls are to be counted and refused, not those of a coverage measurement.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment = {**plain, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    ran = subprocess.run(
        [*command, sys.executable, str(WRITER), str(root), action, str(number)],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout.strip()


def points(root: Path, action: str, number: int, log: Path) -> list[Point]:
    """Every call by which the writer changes the disk, in an undisturbed run on `root`."""
    assert run(root, action, number, log=log) == "stored"
    turns: Counter[str] = Counter()
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        call = re.match(r"\d+ +(\w+)\((.*)", line)
        if call is None:
            continue
        turns[call[1]] += 1
        if call[1] != OPENING or "O_CREAT" in call[2] or "-staging" in call[2] or str(root) in call[2]:
            found.append(Point(call[1], turns[call[1]], call[2]))
    return found


def available() -> None:
    """Skip where strace is not installed; fail where it was promised."""
    if shutil.which("strace") is None:
        if os.environ.get(REQUIRED):
            pytest.fail(f"strace is not installed, and {REQUIRED} is set", pytrace=False)
        pytest.skip("strace is not installed")
