"""A writer of its own process, to be stopped: `writer.py ROOT write NUMBER` gives three files that number.

`ROOT settle 0` does what every command does first. Says `stored`, or the code of the diagnostic.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from plangen.diagnostics import PlangenError
from plangen.edits.transaction import Transaction, settle

FILES = ("content/data/a.csv", "content/accepted.yaml", "content/returns/q2/new/police.yaml")


def main(root: Path, action: str, number: str) -> None:
    try:
        if action == "write":
            changes = Transaction(root)
            for name in FILES:
                changes.put(name, number.encode() * 1000)
            changes.finish()
        else:
            settle(root)
        said = "stored"
    except PlangenError as problem:
        said = problem.diagnostics[0].code
    os.write(1, said.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
