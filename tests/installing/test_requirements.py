"""What is installed is pinned, by version and by the digests of its files, and nothing says from where."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = ("requirements.txt", "requirements-test.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.!+]+)", text, re.MULTILINE)
    return {normal(name): version for name, version in found}


def wanted(*extras: str) -> set[str]:
    asked = [*PROJECT["project"]["dependencies"]]
    asked += [line for extra in extras for line in PROJECT["project"]["optional-dependencies"][extra]]
    return {normal(re.split(r"[\[<>=;! ]", line)[0]) for line in asked}


@pytest.mark.parametrize(("file", "extras"), [(FILES[0], ("build",)), (FILES[1], ("build", "test"))])
def test_every_package_is_there_as_constraints_pin_it_with_digests(file, extras):
    """Made anew by `make requirements` when dependencies change."""
    text = (ROOT / file).read_text("utf-8")
    found, pinned = pins(text), pins((ROOT / "constraints.txt").read_text("utf-8"))
    assert wanted(*extras) - set(found) == set()
    assert {name: version for name, version in found.items() if pinned.get(name, version) != version} == {}
    blocks = re.split(r"^(?=[\w.-]+(?:\[[\w,-]+\])?==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(found)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)


@pytest.mark.parametrize("file", [*FILES, "constraints.txt"])
def test_no_address_stands_there(file):
    text = (ROOT / file).read_text("utf-8")
    assert re.findall(r"https?:|--index|--extra-index|--find-links|-i |file:|git\+", text) == []


def test_no_lock_file_is_kept_that_holds_addresses():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert not re.findall(r"(?m)(?:uv\.lock|pylock.*\.toml|package-lock\.json|poetry\.lock)$", listed)


def test_the_build_system_is_pinned_as_the_constraints_pin_it():
    pinned = pins((ROOT / "constraints.txt").read_text("utf-8"))
    assert PROJECT["build-system"]["requires"] == [f"hatchling=={pinned['hatchling']}"]


def test_the_notices_name_every_package_that_is_needed_to_run():
    """Made anew by `make notices` when dependencies change."""
    sys.path.insert(0, str(ROOT / "supply"))
    try:
        from notices import needed
    finally:
        sys.path.pop(0)
    rows = re.findall(r"^\| ([\w.-]+) \| (.+) \|$", (ROOT / "NOTICES.md").read_text("utf-8"), re.MULTILINE)
    assert {normal(name) for name, _ in rows[1:]} == set(needed())
    assert all(licence != "see the package" for _, licence in rows)
