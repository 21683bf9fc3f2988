"""A writer of its own process, to be stopped or starved: `writer.py ROOT add|mend|prove NUMBER [LIMIT]`.

Says `stored` when the archive said so, or the code of the diagnostic. LIMIT is the largest file in bytes.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from plangen.archive import Archive
from plangen.diagnostics import PlangenError

sys.path.insert(0, str(Path(__file__).parent))
from editions import EDITION, PROOF, add


def main(root: Path, action: str, number: int, limit: int | None) -> None:
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        if action == "add":
            add(root, number)
        elif action == "prove":
            Archive.open(root).add_proof(EDITION, 1, "signature.p7s", PROOF)
        else:
            Archive.open(root).mend(EDITION)
        said = "stored"
    except PlangenError as problem:
        said = problem.diagnostics[0].code
    os.write(1, said.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else None)
