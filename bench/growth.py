"""How a pack grows: about 28, 112 and 448 pages, nothing cached, with the drawings cached, and in a warm process.

It only prints. In a warm process the modules are loaded, and only the pages cost. Seconds are of the processor,
which a busy machine disturbs less than the clock; in the warm process they are of the clock.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from agreement import pages
from compare import warm
from pack import EDITION, write_bench_pack
from processes import Cost, median, run

SIZES = (24, 107, 440)
HEAD = "| measures | pages | nothing cached | a page | drawings cached | a page | warm | a page | peak memory |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    print(f"{HEAD}\n{'|---' * 9}|")
    with tempfile.TemporaryDirectory() as folder:
        roots = {count: write_bench_pack(Path(folder) / str(count), count) for count in SIZES}
        drawn: dict[int, list[Cost]] = {count: [] for count in SIZES}
        cached: dict[int, list[Cost]] = {count: [] for count in SIZES}
        bytecode = Path(folder) / "bytecode"
        run([sys.executable, "-m", "plangen", "-C", str(roots[24]), "build", "pack", EDITION], bytecode)
        for _ in range(runs):
            for count, root in roots.items():
                command = [sys.executable, "-m", "plangen", "-C", str(root), "build", "pack", EDITION]
                shutil.rmtree(root / "output", ignore_errors=True)
                drawn[count].append(run(command, bytecode))
                cached[count].append(run(command, bytecode))
        for count, root in roots.items():
            number = pages(root / "output" / f"pack-{EDITION}.pdf")
            first, again = median(drawn[count]), median(cached[count])
            costs = (first.processor, again.processor, warm(root, runs)["seconds"])
            each = " | ".join(f"{cost:.2f} s | {1000 * cost / number:.1f} ms" for cost in costs)
            print(f"| {count} | {number} | {each} | {first.memory:.0f} MB |")


if __name__ == "__main__":
    main()
