"""The chain: each version names the inventory it was built upon, and the object's root repeats the newest one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plangen.archive.disk import read_file
from plangen.archive.inventory import Inventory, chain_bytes, read_inventory, sha512, sidecar_bytes
from plangen.archive.names import INVENTORY, SIDECAR, id_of_folder, version_folder
from plangen.archive.reading import version_numbers
from plangen.archive.rolling import is_current
from plangen.diagnostics import Diagnostic, Location, error, warning

__all__ = ["BrokenLink", "check_chain", "check_root_inventory", "root_inventory"]

_TURNS = 10


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """Two versions that do not fit together."""

    versions: tuple[int, int]
    finding: Diagnostic


def check_chain(folder: Path, known: Mapping[int, tuple[Inventory, str]]) -> list[BrokenLink]:
    """PG735 for each version whose inventory is not the one that its successor names, or tells another history."""
    broken = []
    for number in sorted(known):
        if number + 1 not in known:
            continue
        (before, digest), (after, _) = known[number], known[number + 1]
        follows = after.versions[:number] == before.versions
        if not follows or after.link(number + 1) != sha512(chain_bytes(number, digest)):
            place = Location(f"{folder.name}/{version_folder(number)}/{INVENTORY}")
            message = f"this is not the inventory that version {number + 1} was built upon"
            hint = f"version {number} or {number + 1} was exchanged: restore both from a backup"
            broken.append(BrokenLink((number, number + 1), error("PG735", message, place, hint)))
    return broken


def root_inventory(folder: Path) -> Inventory | None:
    """The inventory at the object's root, if it and its sidecar are whole."""
    try:
        data, sidecar = read_file(folder / INVENTORY), read_file(folder / SIDECAR)
        inventory = read_inventory(data)
    except (OSError, ValueError):
        return None
    whole = sidecar == sidecar_bytes(sha512(data)) and inventory.object_id == id_of_folder(folder.name)
    return inventory if whole else None


def check_root_inventory(folder: Path, known: Mapping[int, tuple[Inventory, str]]) -> list[Diagnostic]:
    """PG736, a warning, where the root inventory lags behind the newest version; PG733 where it is damaged.

    A version that is added while this looks is no fault: it looks again.
    """
    try:
        numbers: list[int] = []
        for _ in range(_TURNS):
            if numbers == (numbers := version_numbers(folder)):
                break
            if not numbers or is_current(folder, numbers[-1]):
                return []
    except OSError:
        return []  # told already, where the versions are checked
    root = root_inventory(folder)
    if root and root.head >= numbers[-1] and numbers[-1] not in known:
        return []  # the version's own copy is the damaged one
    if _is_behind(folder, known):
        message = f"the object's own inventory does not know version {numbers[-1]} yet"
        hint = "nothing is lost: the next version that is added brings it up to date"
        return [warning("PG736", message, Location(f"{folder.name}/{INVENTORY}"), hint)]
    hint = f"restore it, and its sidecar, as copies from {folder.name}/{version_folder(numbers[-1])}"
    message = "the object's own inventory or its sidecar is not that of the newest version"
    return [error("PG733", message, Location(f"{folder.name}/{INVENTORY}"), hint)]


def _is_behind(folder: Path, known: Mapping[int, tuple[Inventory, str]]) -> bool:
    """Whether inventory and sidecar are those of versions that are there, as a writer that died leaves them."""
    digests = {digest for _, digest in known.values()}
    try:
        sidecars = {sidecar_bytes(digest) for digest in digests}
        return sha512(read_file(folder / INVENTORY)) in digests and read_file(folder / SIDECAR) in sidecars
    except OSError:
        return False
