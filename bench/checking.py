"""How long `plangen check` takes for the plan and for the pack, whole process, and how long the check alone.

Prints medians; asserts nothing, because machines are shared. Run it with `make bench`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from processes import median, run

from plangen.pipeline.check import check_editions, editions

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in editions(ROOT):
            command = [sys.executable, "-m", "plangen", "-C", str(ROOT), "check", name.kind.value, name.id]
            run(command, Path(folder))
            cost = median([run(command, Path(folder)) for _ in range(RUNS)])
            alone = statistics.median(timed(name) for _ in range(RUNS))
            print(f"check {name}: {cost.wall:.2f} s ({cost.processor:.2f} s of processor, {cost.memory:.0f} MB)")
            print(f"  without starting Python: {alone:.2f} s of processor")


def timed(name) -> float:
    start = time.process_time()
    check_editions(ROOT, (name,))
    return time.process_time() - start


if __name__ == "__main__":
    main()
