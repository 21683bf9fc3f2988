"""Many packs in one process: `warm.py WORKSPACE COUNT [drawn]` prints one JSON object.

Each build reads the workspace from disk, after one paragraph was edited; nothing is handed from build to build but
what the package itself keeps. Memory is collected as the command does it. With `drawn`, no drawing is cached.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from pathlib import Path

from pack import EDITION, edit_one_paragraph

from plangen.cli.progress import collected_rarely
from plangen.model.edition import EditionKind, EditionName
from plangen.pipeline.build import BuildOptions, build


def main() -> None:
    root, count = Path(sys.argv[1]), int(sys.argv[2])
    options = BuildOptions(cache=None if "drawn" in sys.argv else root / "output" / ".cache")
    name = EditionName.of(EditionKind.PACK, EDITION)
    build(root, name, options)
    seconds, peaks = [], []
    begun = time.perf_counter()
    for time_ in range(count):
        edit_one_paragraph(root, time_)
        start = time.perf_counter()
        with collected_rarely():
            build(root, name, options)
        seconds.append(time.perf_counter() - start)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(
        json.dumps(
            {
                "seconds": statistics.median(seconds),
                "all": time.perf_counter() - begun,
                "memory_after_10": peaks[min(9, count - 1)],
                "memory": peaks[-1],
            }
        )
    )


if __name__ == "__main__":
    main()
