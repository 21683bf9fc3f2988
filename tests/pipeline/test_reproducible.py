"""The same content gives the same bytes: in another folder, time zone, locale and order of hashing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plangen import BuildOptions, EditionKind, EditionName, build

ROOT = Path(__file__).parents[2]
EDITIONS = [EditionName.of(EditionKind.PLAN, "2011-12"), EditionName.of(EditionKind.PACK, "2016-17-q2")]
SURROUNDINGS = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295"},
]


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def built(request) -> tuple[EditionName, str]:
    return request.param, digest(build(ROOT, request.param, BuildOptions(final=True)).data)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda s: s["TZ"])
def test_another_machine_builds_the_same_bytes(built, tmp_path, surroundings):
    name, expected = built
    workspace = tmp_path / surroundings["LC_ALL"] / "a folder"
    for part in ("content", "assets"):
        if (ROOT / part).exists():
            shutil.copytree(ROOT / part, workspace / part)
    target = tmp_path / "edition.pdf"
    command = [sys.executable, "-m", "plangen", "-C", str(workspace)]
    command += ["build", name.kind_name, name.id, "--final", "-o", str(target)]
    subprocess.run(command, env={**os.environ, **surroundings}, check=True, capture_output=True, cwd=tmp_path)
    assert digest(target.read_bytes()) == expected


def test_drawn_or_cached_the_bytes_are_the_same(tmp_path):
    name = EDITIONS[0]
    builds = [build(ROOT, name, BuildOptions(cache=folder)).data for folder in (tmp_path, tmp_path, None)]
    assert any(tmp_path.iterdir())
    assert len({digest(data) for data in builds}) == 1
