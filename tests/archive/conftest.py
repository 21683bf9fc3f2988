"""The writers' processes read their modules from places that no other test changes."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from archive import editions
from archive.scenes import SCENES
from archive.traced import COMMAND, WRITER

import plangen


@pytest.fixture(scope="session")
def own_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of modules, and compiled ones, that only these tests use; every scene was played in it once."""
    folder = tmp_path_factory.mktemp("modules")
    modules = folder / "path"
    modules.mkdir()
    found = {
        path.name: path for kind in ("purelib", "platlib") for path in Path(sysconfig.get_path(kind)).iterdir()
    }
    for name, module in {**found, "plangen": Path(plangen.__file__).parent}.items():
        (modules / name).symlink_to(module)
    for script in (WRITER, Path(editions.__file__)):
        shutil.copy(script, modules)
    with pytest.MonkeyPatch.context() as environment:
        read_from(folder, environment)
        for name, (prepare, action) in SCENES.items():
            root = folder / name / "archive"
            root.parent.mkdir()
            command = [*COMMAND, str(root), action, str(prepare(root) + 1)]
            subprocess.run(command, check=True, capture_output=True)
    return folder


def read_from(folder: Path, environment: pytest.MonkeyPatch) -> None:
    """Let processes that are started read their modules from `folder`."""
    environment.setenv("PYTHONPATH", str(folder / "path"))
    environment.setenv("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
    environment.delenv("PYTHONDONTWRITEBYTECODE", raising=False)


@pytest.fixture(autouse=True)
def undisturbed_imports(own_modules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give all processes that these tests start modules of their own, and no process of other tests.

    A trial that refuses the 178th `openat` must meet the same call as the run that counted them. A module that
    another test compiles in between, or a file that it writes beside the package, would move all later ones.
    """
    read_from(own_modules, monkeypatch)
