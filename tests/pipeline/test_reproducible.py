"""The same content gives the same bytes: in another folder, time zone, locale, order of hashing and Python."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import interpreters
import pytest

from plangen import BuildOptions, EditionKind, EditionName, build

ROOT = Path(__file__).parents[2]
EDITIONS = [EditionName.of(EditionKind.PLAN, "2011-12"), EditionName.of(EditionKind.PACK, "2016-17-q2")]
OLDER_PROCESSOR = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4", "OPENBLAS_CORETYPE": "Nehalem"}
"""Has the C library and numpy's algebra work without fused multiplication and addition, which rounds once less."""
SURROUNDINGS = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4294967295"},
    {"TZ": "UTC", "LC_ALL": "POSIX", **OLDER_PROCESSOR},
]


@pytest.fixture(scope="module", params=EDITIONS, ids=str)
def built(request) -> tuple[EditionName, str]:
    return request.param, digest(build(ROOT, request.param, BuildOptions(final=True)).data)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda s: s["TZ"])
def test_another_machine_builds_the_same_bytes(built, tmp_path, surroundings):
    name, expected = built
    folder = tmp_path / surroundings["LC_ALL"] / "a folder"
    assert built_by(sys.executable, name, folder, surroundings) == expected


@pytest.mark.parametrize("version", interpreters.OTHERS)
def test_another_python_builds_the_same_bytes(built, tmp_path, version):
    name, expected = built
    python = interpreters.environment(version)
    if python is None:
        interpreters.unavailable(version)
    assert built_by(python, name, tmp_path / "workspace") == expected


def built_by(python, name: EditionName, workspace: Path, surroundings=None) -> str:
    """The digest of what a new process makes of a copy of the content, which has no drawings kept in it."""
    for part in ("content", "assets"):
        if (ROOT / part).exists():
            shutil.copytree(ROOT / part, workspace / part)
    target = workspace / "edition.pdf"
    command = [python, "-m", "plangen", "-C", workspace]
    command += ["build", name.kind_name, name.id, "--final", "-o", target]
    environment = {**os.environ, **(surroundings or {})}
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=workspace)
    return digest(target.read_bytes())


def test_drawn_or_cached_the_bytes_are_the_same(tmp_path):
    name = EDITIONS[0]
    builds = [build(ROOT, name, BuildOptions(cache=folder)).data for folder in (tmp_path, tmp_path, None)]
    assert any(tmp_path.iterdir())
    assert len({digest(data) for data in builds}) == 1
