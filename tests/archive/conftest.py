"""The writers' processes keep compiled modules in a folder of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from archive.scenes import SCENES
from archive.traced import WRITER


@pytest.fixture(scope="package", autouse=True)
def own_bytecode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give all processes that these tests start one filled cache of compiled modules, of their own.

    A trial that refuses the 178th `openat` must meet the same call as the run that counted them. A module that
    another test compiles in between would move all later ones.
    """
    folder = tmp_path_factory.mktemp("bytecode")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
        for name, (prepare, action) in SCENES.items():
            root = folder / name / "archive"
            root.parent.mkdir()
            command = [sys.executable, str(WRITER), str(root), action, str(prepare(root) + 1)]
            subprocess.run(command, check=True, capture_output=True)
        yield
