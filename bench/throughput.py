"""Many packs: how many a second one process builds, how much more two do, and whether memory stays flat.

`plangen build --all --jobs N` over copies of the pack, whose drawings are cached after the first. It only prints.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from pack import EDITION, write_bench_pack
from processes import Cost, run

__all__ = ["write_many_packs"]


def write_many_packs(root: Path, count: int) -> Path:
    """A workspace with the pack of the comparison `count` times, under other names."""
    write_bench_pack(root)
    packs = root / "content" / "packs"
    for number in range(count):
        shutil.copytree(packs / EDITION, packs / f"district-{number:03}")
    shutil.rmtree(packs / EDITION)
    return root


def _build(root: Path, jobs: int, bytecode: Path) -> Cost:
    command = [sys.executable, "-m", "plangen", "-C", str(root), "build", "--all", "--jobs", str(jobs)]
    return run(command, bytecode)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--packs", type=int, default=24)
    parser.add_argument("--flat", type=int, default=0, help="also build this many packs in one process")
    wanted = parser.parse_args()
    print("| packs | processes | wall | packs a second | packs a second and core | peak memory of a process |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        bytecode = Path(folder) / "bytecode"
        _build(write_many_packs(Path(folder) / "first", 2), 2, bytecode)
        lines = [(wanted.packs, 1), (wanted.packs, 2), (wanted.packs, 1), (wanted.packs, 2)]
        lines += [(wanted.flat, 1)] if wanted.flat else []
        roots = {
            count: write_many_packs(Path(folder) / str(count), count) for count in {count for count, _ in lines}
        }
        for count, jobs in lines:
            cost = _build(roots[count], jobs, bytecode)
            print(
                f"| {count} | {jobs} | {cost.wall:.1f} s | {count / cost.wall:.2f} "
                f"| {count / cost.processor:.2f} | {cost.memory:.0f} MB |"
            )


if __name__ == "__main__":
    main()
