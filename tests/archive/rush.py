"""Writers and readers that run at once: `rush.py ROOT write NAME ADDS` or `rush.py ROOT read FLAG`.

A writer prints the number and SHA-512 of every version that it was told is stored. A reader reads and verifies
until the file FLAG is there, and prints what it found wrong.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import sleep

from plangen.archive import Archive, ConflictError

sys.path.insert(0, str(Path(__file__).parent))
from editions import EDITION

MOMENT = datetime(2011, 4, 1, tzinfo=UTC)


def write(root: Path, name: str, adds: int) -> None:
    archive = Archive.create(root)
    pauses = Random(name)
    for turn in range(adds):
        files = {"plan.pdf": f"{name} {turn}".encode(), "inputs/same.csv": b"1,2\n"}
        while True:
            held = archive.versions(EDITION) if EDITION in archive.objects() else ()
            after = held[-1].number if held else None
            try:
                stored = archive.add(EDITION, files, message=name, user=name, created=MOMENT, after=after)
            except ConflictError:
                sleep(pauses.random() / 20)
                continue
            sys.stdout.write(f"{stored.number} {stored.digest} {name} {turn}\n")
            break


def read(root: Path, flag: Path) -> None:
    looks = 0
    while not flag.exists() or not looks:
        if not root.exists() or EDITION not in Archive.open(root).objects():
            continue
        archive = Archive.open(root)
        newest = archive.versions(EDITION)[-1].number
        assert archive.read(EDITION, newest, "inputs/same.csv") == b"1,2\n"
        found = [finding for finding in archive.verify().findings if finding.code != "PG736"]
        assert not found, found
        looks += 1
        sleep(0.1)


if __name__ == "__main__":
    if sys.argv[2] == "write":
        write(Path(sys.argv[1]), sys.argv[3], int(sys.argv[4]))
    else:
        read(Path(sys.argv[1]), Path(sys.argv[3]))
