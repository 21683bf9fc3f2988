"""How long the archive takes to add an edition of 2 MB, and to verify a hundred versions. Asserts no time."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plangen.archive import Archive

EDITION = "plan-2011-12"
START = datetime(2011, 4, 1, tzinfo=UTC)
INPUTS = 30


def edition(number: int, size: int) -> dict[str, bytes]:
    """A PDF of `size` bytes that differs from version to version, and thirty small inputs."""
    inputs = {
        f"inputs/content/file-{i}.md": f"{number if i < 3 else 0} {i}\n".encode() * 200 for i in range(INPUTS)
    }
    return {"plan.pdf": random.Random(number).randbytes(size), **inputs}


def fill(root: Path, versions: int, size: int) -> list[float]:
    """Seconds each version took."""
    archive = Archive.create(root)
    times = []
    for number in range(1, versions + 1):
        files = edition(number, size)
        begin = time.perf_counter()
        archive.add(
            EDITION,
            files,
            message=f"Version {number}",
            user="Board",
            created=START + timedelta(days=number),
            after=number - 1 or None,
        )
        times.append(time.perf_counter() - begin)
    return times


def verify(root: Path) -> float:
    begin = time.perf_counter()
    report = Archive.open(root).verify()
    seconds = time.perf_counter() - begin
    assert report.findings == ()
    return seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("big", "long"):
            (Path(folder) / name).mkdir()
        times = fill(Path(folder) / "big" / "archive", 20, 2_000_000)
        print(f"add 2 MB, 31 files   median {statistics.median(times):.3f} s, longest {max(times):.3f} s")
        root = Path(folder) / "long" / "archive"
        times = fill(root, 100, 500_000)
        print(f"add version 100 of 0.5 MB          {times[-1]:.3f} s")
        print(
            f"verify 100 versions, 3,100 files   median {statistics.median(verify(root) for _ in range(5)):.3f} s"
        )


if __name__ == "__main__":
    main()
