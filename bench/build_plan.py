"""How long the plan takes to build, whole process, and how much memory it needs.

Prints medians; asserts nothing, because machines are shared. Nothing cached: the drawing cache is removed before
every run. Run it with `make bench`.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def run(arguments: list[str], cache: Path | None) -> tuple[float, float]:
    """Seconds of wall clock and of processor for one fresh process."""
    if cache is not None:
        shutil.rmtree(cache, ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(arguments, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(label: str, arguments: list[str], cache: Path | None) -> None:
    """One warm-up, then the median of `RUNS` runs."""
    run(arguments, cache)
    times = [run(arguments, cache) for _ in range(RUNS)]
    wall = statistics.median(t[0] for t in times)
    cpu = statistics.median(t[1] for t in times)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{label:32} {wall:6.2f} s wall  {cpu:6.2f} s cpu  {peak:6.0f} MB peak so far")


def main() -> None:
    plangen = [sys.executable, "-m", "plangen"]
    cache = ROOT / "output" / ".cache"
    with tempfile.TemporaryDirectory() as folder:
        build = [*plangen, "build", "plan", "2011-12", "-o", str(Path(folder) / "plan.pdf")]
        measure("plangen --help", [*plangen, "--help"], None)
        measure("build, drawings cached", build, None)
        measure("build, nothing cached", build, cache)
        size = (Path(folder) / "plan.pdf").stat().st_size
    print(f"{'size of the PDF':32} {size / 1024:6.0f} KB")


if __name__ == "__main__":
    main()
