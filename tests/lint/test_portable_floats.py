"""That the lint refuses arithmetic which is not the same everywhere, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAD = ("from decimal import Decimal", "widths = [1.5, 2.0]", "counts = [1, 2]", "x = widths[0]")
SUM, POWER = "the sum of floats", "a power of floats"
"""How our refusals begin; where mypy works out an argument from what is wanted, it refuses in its own words."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where mypy keeps what it knows of the standard library from one of these tests to the next."""
    return tmp_path_factory.mktemp("mypy")


def mypy(folder: Path, *lines: str) -> str:
    module = folder / "module.py"
    module.write_text("\n".join([*HEAD, *lines]), encoding="utf-8")
    command = ["mypy", "--config-file", "pyproject.toml", "--cache-dir", folder, module]
    ran = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert not ran.stderr
    return ran.stdout


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("sum(widths)", SUM),
        ("sum(2 * width for width in widths)", SUM),
        ("sum(map(abs, widths))", ""),
        ("sum(dict(enumerate(widths)).values(), 0.0)", SUM),
        ("sum([1, 2.5])", ""),
        ("x ** 3", POWER),
    ],
)
def test_mypy_refuses(folder, line, refusal):
    assert f"module.py:{len(HEAD) + 1}: error: {refusal}" in mypy(folder, line)


def test_mypy_accepts_what_is_exact(folder):
    exact = ["sum(counts)", "sum(x > 1 for x in widths)", "sum((Decimal(1),), Decimal(0))", "counts[0] ** 2"]
    assert mypy(folder, *exact).startswith("Success")


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("from math import exp", True),
        ("import math\n\nprint(math.lgamma(2.0))", True),
        ("import statistics", True),
        ("from math import floor, fsum, sqrt", False),
    ],
)
def test_ruff_refuses_functions_of_the_c_library_in_the_package(line, refused):
    command = ["ruff", "check", "--select", "TID251", "--stdin-filename", "plangen/measures/new.py", "-"]
    ran = subprocess.run(
        [sys.executable, "-m", *command], input=f"{line}\n", capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ("TID251" in ran.stdout) is refused
