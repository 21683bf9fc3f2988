"""One fresh process, measured: wall clock, processor, and the peak memory of that process alone."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Cost", "median", "run"]


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds of wall clock and of processor, and peak resident memory in MB."""

    wall: float
    processor: float
    memory: float


def run(command: list[str], bytecode: Path) -> Cost:
    """Run `command`, which must succeed. Compiled modules are kept in `bytecode`, as in an installation."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert process.stderr is not None
    complaint = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}\n{complaint.decode('utf-8', 'replace')}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def median(costs: list[Cost]) -> Cost:
    """The median of each quantity."""
    return Cost(
        statistics.median(c.wall for c in costs),
        statistics.median(c.processor for c in costs),
        statistics.median(c.memory for c in costs),
    )
