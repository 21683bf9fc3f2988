"""How a pack grows: about 28, 112 and 448 pages, nothing cached and with the drawings cached. It only prints.

Seconds and milliseconds are of the processor, which a busy machine disturbs less than the clock.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from agreement import pages
from pack import EDITION, write_bench_pack
from processes import Cost, median, run

SIZES = (24, 107, 440)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    print("| measures | pages | nothing cached | each page | drawings cached | each page | peak memory |")
    print("|---|---|---|---|---|---|---|")
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
            print(
                f"| {count} | {number} | {first.processor:.2f} s | {1000 * first.processor / number:.0f} ms "
                f"| {again.processor:.2f} s | {1000 * again.processor / number:.0f} ms | {first.memory:.0f} MB |"
            )


if __name__ == "__main__":
    main()
