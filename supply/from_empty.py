"""Install plangen's wheel in an empty folder, with nothing but Python, and build the workspace it starts with.

Prints how long each step took and how large the environment is. pip fetches the packages it has not kept.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(words: str, *command: str | Path, cwd: Path) -> None:
    """One step, and its time in seconds."""
    began = time.perf_counter()
    subprocess.run(list(map(str, command)), cwd=cwd, check=True, stdout=subprocess.DEVNULL, env=_environment())
    sys.stdout.write(f"{words}: {time.perf_counter() - began:.1f} s\n")


def _environment() -> dict[str, str]:
    return {
        key: value for key, value in os.environ.items() if not key.startswith(("PIP_CONSTRAINT", "PYTHONPATH"))
    }


def megabytes(folder: Path) -> float:
    """The size of everything in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


def main(wheel: Path) -> None:
    """Environment, wheel, workspace, both ways of building it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        run("an environment", sys.executable, "-m", "venv", "env", cwd=folder)
        pinned = ("--require-hashes", "--requirement", ROOT / "requirements.txt")
        run("its packages", scripts / "python", "-m", "pip", "install", "--quiet", *pinned, cwd=folder)
        run("the wheel", scripts / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=folder)
        run("plangen init", scripts / "plangen", "init", "ours", cwd=folder)
        run("plangen build --all", scripts / "plangen", "build", "--all", cwd=folder / "ours")
        for pdf in sorted((folder / "ours" / "output").glob("*.pdf")):
            sys.stdout.write(f"{pdf.name}: {pdf.stat().st_size / 1000:.0f} kB\n")
        sys.stdout.write(f"the wheel: {wheel.stat().st_size / 1e6:.1f} MB\n")
        sys.stdout.write(f"the environment: {megabytes(folder / 'env'):.0f} MB\n")


if __name__ == "__main__":
    main(max((ROOT / "dist").glob("*.whl")).resolve())
