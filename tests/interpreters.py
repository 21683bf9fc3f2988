"""Other Pythons of this machine, each with plangen in an environment of its own: `.venv-3.12` beside `.venv`.

`make interpreters` makes the environments, and says what it did; the tests use those that are there and in order.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parents[1]
OURS = "{}.{}".format(*sys.version_info)
OTHERS = [version for version in ("3.11", "3.12", "3.13", "3.14") if version != OURS]
REQUIRED = "PLANGEN_REQUIRE_INTERPRETERS"
_PINS = "requirements.txt"
_STAMP = "made-from"
_PROBE = "import ensurepip, sys, venv; print('{}.{}'.format(*sys.version_info))"


def environment(version: str) -> Path | None:
    """The Python of the environment for `version`, if it was made from what the project asks for now and runs."""
    python, made = _folder(version) / "bin" / "python", _folder(version) / _STAMP
    if not made.exists() or made.read_text(encoding="utf-8") != _wanted():
        return None
    return python if _answer(python, f"import plangen; {_PROBE}") == version else None


def interpreter(version: str) -> Path | None:
    """A Python of that version which runs: on the path, or one that pyenv keeps, the newest first."""
    found = (path for path in _candidates(version) if _answer(path, _PROBE) == version)
    return next(found, None)


def unavailable(version: str) -> NoReturn:
    """Skip a test that needs the environment for `version`; where all are required, only for want of a Python."""
    if interpreter(version) is None:
        pytest.skip(f"Python {version} is not on this machine")
    reason = f"Python {version} has no environment that is in order: make interpreters"
    if os.environ.get(REQUIRED):
        pytest.fail(f"{reason}, and {REQUIRED} is set", pytrace=False)
    pytest.skip(reason)


def _candidates(version: str) -> Iterator[Path]:
    on_path = shutil.which(f"python{version}")
    if on_path:
        yield Path(on_path)
    kept = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    folders = [folder for folder in kept.glob(f"{version}.*") if re.fullmatch(r"\d+\.\d+\.\d+", folder.name)]
    for folder in sorted(folders, key=lambda folder: int(folder.name.split(".")[2]), reverse=True):
        yield folder / "bin" / f"python{version}"


def _answer(python: Path, program: str) -> str:
    """What `program` prints; nothing where it does not run, as a shim of pyenv whose version is switched off."""
    try:
        ran = subprocess.run([python, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return ran.stdout.strip()


def _folder(version: str) -> Path:
    return ROOT / f".venv-{version}"


def _wanted() -> str:
    """A digest of the packages the project asks for: where it is another, the environment is made again."""
    return hashlib.sha256((ROOT / _PINS).read_bytes()).hexdigest()


def _provide(version: str) -> None:
    """See to the environment for `version`; what is done is said before it is done."""
    base = interpreter(version)
    if environment(version):
        _say(version, "its environment is in order")
    elif base is None:
        _say(version, "not on this machine")
    else:
        folder = _folder(version).name
        _say(version, f"making {folder} with {base}; pip fetches the pinned packages that it has not kept")
        try:
            _make(version, base)
        except subprocess.CalledProcessError as problem:
            _say(version, f"left out, because it could not be made: {problem}")


def _make(version: str, base: Path) -> None:
    folder = _folder(version)
    subprocess.run([base, "-m", "venv", "--clear", folder], check=True)
    install = [folder / "bin" / "python", "-m", "pip", "install", "--quiet"]
    subprocess.run([*install, "--require-hashes", "--requirement", _PINS], check=True, cwd=ROOT)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "--editable", "."], check=True, cwd=ROOT)
    (folder / _STAMP).write_text(_wanted(), encoding="utf-8")


def _say(version: str, words: str) -> None:
    sys.stdout.write(f"Python {version}: {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    for other in OTHERS:
        _provide(other)
