"""How long the archive commands take: storing a 2 MB edition apart from building it, and comparing two versions.

Prints medians; asserts nothing, because machines are shared. Aims: storing under 0.5 s, comparing under 3 s.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.archive.add import add
from plangen.pipeline.archive.diff import diff
from plangen.pipeline.archive.rebuild import rebuild
from plangen.pipeline.archive.request import AddRequest
from plangen.pipeline.archive.verify import verify
from plangen.pipeline.history.archived_edition import files_of, kept
from plangen.pipeline.history.place import find_archive

ROOT = Path(__file__).resolve().parent.parent
PLAN = EditionName.of(EditionKind.PLAN, "2011-12")
RUNS = 5


def measure(label: str, run: Callable[[int], object]) -> None:
    """One warm-up, then the median of `RUNS` runs."""
    run(0)
    times = []
    for number in range(1, RUNS + 1):
        start = time.perf_counter()
        run(number)
        times.append(time.perf_counter() - start)
    print(f"{label:48} {statistics.median(times):6.2f} s  (slowest {max(times):.2f} s)")


def versions(root: Path) -> tuple[Diagnostic, ...]:
    """The real plan twice in the archive of `root`, the second time with another figure."""
    place = find_archive(root, None)
    first = add(root, place, AddRequest(PLAN, "1.0", "The board", "2011-04-01"))
    data = root / "content/data/plan-2011-12.csv"
    data.write_text(data.read_text("utf-8").replace("2010/11 Q1-Q2,-9,", "2010/11 Q1-Q2,-8,", 1), "utf-8")
    start = time.perf_counter()
    add(root, place, AddRequest(PLAN, "1.1", "The board", "2011-05-05", correction="All crime fell by 8%."))
    print(f"{'add, with checks and building':48} {time.perf_counter() - start:6.2f} s  (once)")
    return first.findings


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        for part in ("content", "assets"):
            if (ROOT / part).exists():
                shutil.copytree(ROOT / part, root / part)
        versions(root)
        archive = find_archive(root, None).open()
        pages = len(files_of(archive, PLAN, kept(archive, PLAN))["plan-2011-12.pdf"])
        print(f"{'size of the PDF':48} {pages / 1024:6.0f} KB")

        files = files_of(archive, PLAN, kept(archive, PLAN, "1.0"))
        other = Archive.create(Path(folder) / "other")
        noise = random.Random(1)

        def store(number: int) -> object:
            large = {**files, "plan-2011-12.pdf": noise.randbytes(2_000_000)}
            created = datetime(2011, 4, 1 + number, tzinfo=UTC)
            after = number or None
            return other.add(str(PLAN), large, message="stored", user="somebody", created=created, after=after)

        measure("store a 2 MB edition, apart from building", store)
        measure("diff of two versions of the plan (26 pages)", lambda _: diff(archive, PLAN, "1.0", "1.1"))
        measure("rebuild the plan", lambda _: rebuild(archive, PLAN, "1.0"))
        measure("verify two versions", lambda _: verify(archive))


if __name__ == "__main__":
    sys.exit(main())
