"""How a pack grows: seconds and memory for 75, 150 and 300 indicators over 40 quarters. It only prints."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from pipeline.pack_workspaces import quarters, row, write_pack


def main() -> None:
    for indicators in (75, 150, 300):
        with tempfile.TemporaryDirectory() as folder:
            rows = [
                row(f"indicator_{n}", period, f"{(n * 7 + q * 3) % 50 + 1}.{q % 10}")
                for n in range(1, indicators + 1)
                for q, period in enumerate(quarters(40))
            ]
            root = write_pack(Path(folder), rows, indicators=indicators)
            command = [sys.executable, "-m", "plangen", "-C", str(root), "build", "pack", "2016-17-q2"]
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            seconds = time.perf_counter() - start
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            each = 1000 * seconds / indicators
            print(f"{indicators:4} indicators  {seconds:6.1f} s  {each:5.0f} ms each  {peak:5.0f} MB peak so far")


if __name__ == "__main__":
    main()
