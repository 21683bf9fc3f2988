"""Bringing the inventory at an object's root up to its newest version.

Several writers may do so at once, in any order: each looks again after it wrote, so the last one to write leaves
the newest inventory with its own sidecar.
"""

from __future__ import annotations

from pathlib import Path

from plangen.archive.disk import LARGEST_INVENTORY, read_file, replace_file, sync_folder, write_tree
from plangen.archive.names import INVENTORY, SIDECAR, version_folder
from plangen.archive.reading import head_number, version_inventory

__all__ = ["is_current", "roll_forward"]

_PATIENCE = 1000  # other writers' versions that may come between; each is a version stored, so this ends


def roll_forward(folder: Path, workplace: Path) -> bool:
    """Make the root inventory of the object in `folder` that of its newest version; whether there was need to.

    New files are prepared in `workplace`, on the same file system. Raises OSError, and PG710 where the newest
    version's own inventory is damaged: a damaged one is never copied.
    """
    for turn in range(_PATIENCE):
        head = head_number(folder)
        if head is None or is_current(folder, head):
            return turn > 0
        version_inventory(folder, head)
        fresh = workplace / f"rolling-{head}-{turn}"
        newest = folder / version_folder(head)
        write_tree(fresh, {name: read_file(newest, name, LARGEST_INVENTORY) for name in (INVENTORY, SIDECAR)})
        for name in (INVENTORY, SIDECAR):
            replace_file(fresh / name, folder / name)
        sync_folder(folder)
    return True


def is_current(folder: Path, head: int) -> bool:
    """Whether the root inventory and sidecar are those of version `head`, to the byte. May raise OSError."""
    newest = folder / version_folder(head)
    return all(_content(folder, name) == _content(newest, name) for name in (INVENTORY, SIDECAR))


def _content(folder: Path, name: str) -> bytes | None:
    try:
        return read_file(folder, name, LARGEST_INVENTORY)
    except FileNotFoundError:
        return None
