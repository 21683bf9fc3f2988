"""The workspace from which forms are issued, and into which they come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake.pack_workspace import pack_workspace


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return pack_workspace(tmp_path / "workspace")
