"""plangen beside Typst, WeasyPrint and reportlab: the same pack from the same CSV and text, in one run.

Round-robin, fresh processes, one warm-up each, the median of `--runs` (5). Prints a Markdown table; the ratios
tell more than the seconds, because machines differ and are shared. `make bench` runs it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from agreement import assert_agreement, pages, tagged
from pack import EDITION, edit_one_paragraph, write_bench_pack
from processes import Cost, median, run

HERE = Path(__file__).resolve().parent
LIBRARIES = ("matplotlib", "pandas", "pikepdf", "reportlab", "typst", "weasyprint")


@dataclass(frozen=True)
class Contestant:
    """One line of the table: what is run, what is done before each run, and where its PDF is."""

    name: str
    command: list[str]
    output: Path
    before: Callable[[int], None] = lambda _: None


def contestants(folder: Path) -> list[Contestant]:
    """Every line, each with a workspace or an output of its own."""
    drawn, cached, edited = (write_bench_pack(folder / w) for w in ("drawn", "cached", "edited"))

    def plangen(label: str, root: Path, before: Callable[[int], None] = lambda _: None) -> Contestant:
        command = [sys.executable, "-m", "plangen", "-C", str(root), "build", "pack", EDITION]
        return Contestant(f"plangen, {label}", command, root / "output" / f"pack-{EDITION}.pdf", before)

    def peer(label: str, script: str, *arguments: str) -> Contestant:
        out = folder / f"{label.replace(' ', '-')}.pdf"
        command = [sys.executable, str(HERE / "peers" / script), str(cached), EDITION, str(out), *arguments]
        return Contestant(label, command, out)

    return [
        plangen("nothing cached", drawn, lambda _: shutil.rmtree(drawn / "output", ignore_errors=True)),
        plangen("drawings cached", cached),
        plangen("one paragraph edited", edited, lambda time: edit_one_paragraph(edited, time)),
        peer("Typst, native charts", "typst_pack.py", "native"),
        peer("Typst, matplotlib SVGs", "typst_pack.py", "svg"),
        peer("WeasyPrint, matplotlib SVGs", "weasyprint_pack.py"),
        peer("reportlab, matplotlib PNGs", "reportlab_pack.py"),
    ]


def measured(lines: list[Contestant], runs: int, bytecode: Path) -> dict[str, Cost]:
    """The median cost of every line, taken in turns; the first round warms up."""
    costs: dict[str, list[Cost]] = {line.name: [] for line in lines}
    for time in range(runs + 1):
        for line in lines:
            line.before(time)
            cost = run(line.command, bytecode)
            if time:
                costs[line.name].append(cost)
    return {name: median(found) for name, found in costs.items()}


def warm(root: Path, count: int, *options: str) -> dict[str, float]:
    """What `warm.py` found."""
    command = [sys.executable, str(HERE / "warm.py"), str(root), str(count), *options]
    found: dict[str, float] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


HEAD = (
    "| what | wall | processor | peak memory | PDF | pages | tagged | wall, to Typst with matplotlib | processor |"
)
BASE, SLOWEST = "Typst, matplotlib SVGs", "WeasyPrint, matplotlib SVGs"


def show(lines: list[Contestant], costs: dict[str, Cost]) -> None:
    """The table of what was measured, with the ratios to Typst."""
    base = costs[BASE]
    print(f"{HEAD}\n{'|---' * 9}|")
    for line in lines:
        cost, size = costs[line.name], line.output.stat().st_size / 1024
        print(
            f"| {line.name} | {cost.wall:.2f} s | {cost.processor:.2f} s | {cost.memory:.0f} MB | {size:.0f} KB "
            f"| {pages(line.output)} | {tagged(line.output)} | {cost.wall / base.wall:.2f} "
            f"| {cost.processor / base.processor:.2f} |"
        )


def show_warm(root: Path, base: Cost) -> None:
    """The same builds in one process that goes on."""
    for label, options in (("one paragraph edited, warm", ()), ("every chart drawn, warm", ("drawn",))):
        found = warm(root, 10, *options)
        seconds, memory = found["seconds"], found["memory"]
        print(f"| plangen, {label} | {seconds:.2f} s | | {memory:.0f} MB | | | | {seconds / base.wall:.2f} | |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"Python {sys.version.split()[0]}, {', '.join(f'{n} {version(n)}' for n in LIBRARIES)}; {runs} runs\n")
    with tempfile.TemporaryDirectory() as name:
        lines = contestants(Path(name))
        costs = measured(lines, runs, Path(name) / "bytecode")
        assert_agreement(Path(name) / "cached", [line.output for line in lines])
        show(lines, costs)
        show_warm(Path(name) / "edited", costs[BASE])
    ours, theirs = costs["plangen, nothing cached"], costs[SLOWEST]
    print(f"\nNothing cached, to WeasyPrint: wall {ours.wall / theirs.wall:.2f}, ", end="")
    print(f"processor {ours.processor / theirs.processor:.2f}")


if __name__ == "__main__":
    main()
