"""An edit in a session, to a PDF in the same warm process, to Typst with matplotlib, and as a pack grows.

An edit is from the changed file to changed pages that are ready. `editing.py --edits 10000` shows the memory of a
long session instead. It only prints.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pack import EDITION, commentary_file, edit_one_paragraph, write_bench_pack
from processes import median, run

from plangen.cli.progress import collected_rarely
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.build import BuildOptions, build
from plangen.pipeline.session import Session

SIZES = (24, 107, 440)
NAME = EditionName.of(EditionKind.PACK, EDITION)
HEAD = "| measures | pages | PDF, warm | sentence | to the PDF | row | to the PDF | memory |"


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def edit_one_row(root: Path, time_: int) -> None:
    """Change the latest value of one measure, differently for every `time_`."""
    file = root / "content" / "data" / "pack.csv"
    lines = file.read_text("utf-8").split("\n")
    at = max(n for n, line in enumerate(lines) if line.startswith("indicator_7,") and ",," in line)
    cells = lines[at].split(",")
    lines[at] = ",".join([*cells[:3], f"{30 + time_ % 10}.{time_ % 7}", *cells[4:]])
    file.write_text("\n".join(lines), "utf-8")


def measured(root: Path, runs: int) -> tuple[int, float, float, float]:
    """Pages; the medians of a PDF, an edited sentence and an edited row, taken in turns after one to warm up."""
    session = Session(root, NAME, root / "output" / ".cache")
    options = BuildOptions(cache=root / "output" / ".cache")
    sentence = commentary_file(root, 7).relative_to(root).as_posix()
    session.update()
    taken: list[tuple[float, float, float]] = []
    for time_ in range(runs + 1):
        whole = seconds(lambda: build(root, NAME, options))
        edit_one_paragraph(root, time_)
        words = seconds(lambda: session.update([sentence]))
        edit_one_row(root, time_)
        row = seconds(lambda: session.update(["content/data/pack.csv"]))
        taken.append((whole, words, row))
    whole, words, row = (statistics.median(column) for column in zip(*taken[1:], strict=True))
    return len(session.pages), whole, words, row


def typst(root: Path, runs: int) -> float:
    """Seconds of Typst with matplotlib for the same pack, a whole process."""
    program = Path(__file__).parent / "peers" / "typst_pack.py"
    command = [sys.executable, str(program), str(root), EDITION, str(root / "typst.pdf"), "svg"]
    return median([run(command, root / "bytecode") for _ in range(runs + 1)][1:]).wall


def show_memory(root: Path, edits: int) -> None:
    """Resident memory, now and at most, while one session takes in `edits` edits of every kind."""
    session = Session(root, NAME, root / "output" / ".cache")
    file = commentary_file(root, 7)
    sentence = file.relative_to(root).as_posix()
    print("| edits | resident | peak | seconds |\n|---|---|---|---|")
    start = time.perf_counter()
    for number in range(edits + 1):
        match number % 40:
            case 10:
                edit_one_row(root, number)
                session.update(["content/data/pack.csv"])
            case 20:
                sound = file.read_bytes()
                file.write_bytes(sound + b"\n{{ nothing_of_that_name }}\n")
                session.update([sentence])
                file.write_bytes(sound)
            case 30:
                added = file.with_name("1.99.md")
                added.write_bytes(file.read_bytes())
                session.update([])
                added.unlink()
            case _:
                edit_one_paragraph(root, number)
        session.update([sentence])
        if number in (0, 100, 1000) or (number and number % 2500 == 0):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"| {number} | {_resident():.0f} MB | {peak:.0f} MB | {time.perf_counter() - start:.0f} |",
                flush=True,
            )


def _resident() -> float:
    """Resident memory of this process in MB, as Linux tells it."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1024 / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--edits", type=int, default=0, help="only show memory over this many edits")
    wanted = parser.parse_args()
    if wanted.edits:
        with tempfile.TemporaryDirectory() as folder, collected_rarely():
            show_memory(write_bench_pack(Path(folder)), wanted.edits)
        return
    print(f"{HEAD}\n{'|---' * 8}|")
    sentences: list[float] = []
    with tempfile.TemporaryDirectory() as folder, collected_rarely():
        for count in SIZES:
            root = write_bench_pack(Path(folder) / str(count), count)
            pages, whole, words, row = measured(root, wanted.runs)
            sentences.append(words)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"| {count} | {pages} | {1000 * whole:.0f} ms | {1000 * words:.1f} ms | {words / whole:.3f} "
                f"| {1000 * row:.1f} ms | {row / whole:.3f} | {memory:.0f} MB |"
            )
        base = typst(Path(folder) / str(SIZES[0]), min(wanted.runs, 5))
    print(f"\nA sentence, to Typst with matplotlib ({base:.2f} s): {sentences[0] / base:.4f}")
    print(f"A sentence in the largest pack, to one in the smallest: {sentences[-1] / sentences[0]:.1f}")


if __name__ == "__main__":
    main()
