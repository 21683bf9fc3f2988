"""The writer under strace, which counts its system calls, kills it at one of them, or lets one fail."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

REQUIRED = "PLANGEN_REQUIRE_STRACE"
WRITER = Path(__file__).with_name("writer.py")
COMMAND = [sys.executable, "-S", "-P", "-m", "writer"]
"""The writer with nothing on its path of modules but PYTHONPATH, which conftest.py sets."""
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
_FOLDER = "<folder>"


@dataclass(frozen=True)
class Point:
    """The `turn`-th call of `name`, from 1, with its arguments; `<folder>` in them is that of the archive."""

    name: str
    turn: int
    arguments: str

    @property
    def ours(self) -> bool:
        """Whether it is about a file of the archive, or of the folder in which a version is prepared."""
        return _FOLDER in self.arguments

    @property
    def meant(self) -> str:
        """The arguments without what differs from run to run: process, chance, and what came of the call."""
        return re.sub(r"\.\d+\.[0-9a-f]{16}", "", re.split(r"\)\s+= ", self.arguments)[0])

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
    return _said(_traced(root, action, number, inject, log, only))


def refused(root: Path, action: str, number: int, point: Point, error: str) -> str | None:
    """What the writer said when `point` failed with `error`; None where it met another call than `point`.

    The interpreter reads folders of modules once more when they have changed, which moves the calls after that.
    """
    log = root.parent / "calls"
    ran = _traced(root, action, number, (f"{point.name}:error={error}:when={point.turn}",), log)
    met = [call for call in _calls(log, root) if "(INJECTED)" in call.arguments]
    log.unlink()
    return _said(ran) if [call.meant for call in met] == [point.meant] else None


def _said(ran: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in ran.stderr, ran.stderr
    return ran.stdout.strip()


def _traced(
    root: Path, action: str, number: int, inject: Sequence[str], log: Path | None, only: Sequence[Path] = ()
) -> subprocess.CompletedProcess[str]:
    available()
    trace = ["-e", "trace=" + ",".join("?" + name for name in (*MUTATING, OPENING))]
    rules = [part for rule in inject for part in ("-e", f"inject={rule}")]
    rules += [part for place in only for part in ("-P", str(place))]
    command = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log or os.devnull), *trace, *rules]
    environment = {**unmeasured(), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    return subprocess.run(
        [*command, *COMMAND, str(root), action, str(number)],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip


def unmeasured() -> dict[str, str]:
    """The environment of a writer whose own calls and files alone are counted, refused or cut short.

    A coverage measurement would make calls and write a file of its own.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def points(root: Path, action: str, number: int, log: Path) -> list[Point]:
    """Every call by which the writer changes the disk, in an undisturbed run on `root`."""
    assert run(root, action, number, log=log) == "stored"
    return [call for call in _calls(log, root) if call.name != OPENING or "O_CREAT" in call.meant or call.ours]


def _calls(log: Path, root: Path) -> Iterator[Point]:
    turns: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if call := re.match(r"\d+ +(\w+)\((.*)", line):
            turns[call[1]] += 1
            yield Point(call[1], turns[call[1]], call[2].replace(str(root.parent), _FOLDER))


def available() -> None:
    """Skip where strace is not installed; fail where it was promised."""
    if shutil.which("strace") is None:
        if os.environ.get(REQUIRED):
            pytest.fail(f"strace is not installed, and {REQUIRED} is set", pytrace=False)
        pytest.skip("strace is not installed")
