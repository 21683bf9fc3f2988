"""The wheel and the source distribution: built here, looked into, installed, and used by itself."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CACHES = (
    "__pycache__",
    ".pyc",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "/.cache/",
    ".egg-info",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both, and with what lies about in a checkout that people work in."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def sources(built: Path) -> dict[str, bytes]:
    """The files of the source distribution, by their names in the project."""
    (found,) = built.glob("*.tar.gz")
    with tarfile.open(found) as archive:
        return {
            member.name.partition("/")[2]: archive.extractfile(member).read()  # type: ignore[union-attr]
            for member in archive.getmembers()
            if member.isfile()
        }


def test_the_wheel_holds_the_package_its_licence_and_notices_and_no_more(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = next(name for name in names if name.endswith("/METADATA"))
        read = message_from_string(archive.read(metadata).decode("utf-8"))
    assert [name for name in names if any(cache in name for cache in CACHES)] == []
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "plangen").rglob("*.py")}
    assert modules == {name for name in names if name.endswith(".py")}
    assert {name.partition("/")[0] for name in names} == {"plangen", metadata.partition("/")[0]}
    assert read.get_all("License-File") == ["LICENSE", "NOTICES.md"]
    assert {"sign", "test"} <= set(read.get_all("Provides-Extra") or ())


def test_the_sources_have_what_builds_and_tests_them_and_no_caches(sources):
    assert {"Makefile", "constraints.txt", "requirements.txt", "requirements-test.txt", "NOTICES.md"} <= set(
        sources
    )
    assert [name for name in sources if any(cache in f"/{name}" for cache in CACHES)] == []
    assert sources["Makefile"] == (ROOT / "Makefile").read_bytes()
    assert any(name.startswith("tests/") for name in sources)


def test_the_wheel_alone_makes_a_workspace_and_builds_it(wheel, tmp_path):
    """Nothing of this checkout is used: only the packages that plangen needs are shared."""
    venv.create(tmp_path / "env", with_pip=False, symlinks=sys.platform != "win32")
    python = tmp_path / "env" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    site = Path(done.stdout.strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    apart = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    (site / "shared.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")

    def plangen(*arguments: str, cwd: Path = tmp_path) -> str:
        command = [str(python), "-W", "error", "-m", "plangen", *arguments]
        done = subprocess.run(command, cwd=cwd, env=apart, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    place = [str(python), "-c", "import plangen; print(plangen.__file__)"]
    done = subprocess.run(place, cwd=tmp_path, env=apart, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(site)
    plangen("init", "ours")
    plangen("build", "--all", cwd=tmp_path / "ours")
    made = list((tmp_path / "ours" / "output").glob("*.pdf"))
    assert made
    assert all(pdf.read_bytes().startswith(b"%PDF-") for pdf in made)
