"""Consoles and files as Windows has them: other encodings, other ends of lines, paths with blanks and accents."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pipeline.archives import corrected, publishable

DRAFT = ("build", "plan", "2025-26", "--to", "native", "-o", "-")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two archived versions; not to be changed."""
    return corrected(publishable(tmp_path_factory.mktemp("two") / "w"))


def plangen(root: Path, encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-W", "error", "-m", "plangen", "-C", str(root), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["cp437", "cp1252"])
def test_a_console_of_another_encoding_shows_what_it_can(encoding, two):
    """An arrow is in few code pages; where there is none, it is written out."""
    difference = plangen(two, encoding, "archive", "diff", "plan", "2025-26", "1.0", "1.1")
    assert (difference.returncode, difference.stderr) == (0, b"")
    assert "396 \\u2192 369" in difference.stdout.decode(encoding)


def test_lines_that_end_as_on_windows_say_the_same(two, tmp_path):
    """Editors there write CR LF and a mark at the beginning; the words and the figures are the same."""
    shutil.copytree(two, tmp_path / "w")
    for file in (tmp_path / "w" / "content").rglob("*"):
        if file.suffix in (".yaml", ".md", ".csv"):
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    unix, windows = (plangen(root, "utf-8", *DRAFT).stdout.decode("utf-8") for root in (two, tmp_path / "w"))
    assert len(unix) > 1000
    assert _without_digest(windows) == _without_digest(unix)


def _without_digest(tree: str) -> list[str]:
    return [line for line in tree.splitlines() if "igest" not in line]


def test_a_path_with_blanks_and_accents_is_a_path(two, tmp_path):
    root = tmp_path / "Plan & Données (1)"
    shutil.copytree(two, root)
    done = plangen(root, "utf-8", "build", "plan", "2025-26", "-o", str(root / "the plan.pdf"))
    assert done.returncode == 0, done.stderr
    assert (root / "the plan.pdf").read_bytes().startswith(b"%PDF-")
    assert plangen(root, "utf-8", "archive", "verify").returncode == 0
