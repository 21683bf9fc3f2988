"""What a writer may come upon: each makes an archive, and says how many versions are in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from archive.editions import EDITION, add, filled

from plangen.archive import Archive
from plangen.archive.names import folder_of
from plangen.archive.staging import staging_area

LIVING = "elsewhere.1.0123456789abcdef"
"""A folder in which a writer on another host prepares a version: not ours to sweep."""


def empty(root: Path) -> int:
    """An archive that nothing was added to yet."""
    Archive.create(root)
    return 0


def begun(root: Path) -> int:
    filled(root, 1)
    return 1


def behind(root: Path) -> int:
    """What a writer leaves that died before it replaced the root inventory, and another one at work."""
    filled(root, 1)
    folder = root / folder_of(EDITION)
    old = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    add(root, 2)
    for path, data in old.items():
        path.write_bytes(data)
    (staging_area(root) / LIVING).mkdir(parents=True)
    return 2


def nothing(_: Path) -> int:
    """No archive at all: the writer makes it."""
    return 0


SCENES: dict[str, tuple[Callable[[Path], int], str]] = {
    "no-archive": (nothing, "add"),
    "first-version": (empty, "add"),
    "next-version": (begun, "add"),
    "next-version-behind": (behind, "add"),
    "repair": (behind, "mend"),
}
