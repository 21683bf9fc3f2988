"""The chain: each version names the inventory it was built upon, and the object's root repeats the newest one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from msgspec import Struct

from plangen.archive.disk import LARGEST_INVENTORY, read_file
from plangen.archive.inventory import Inventory, chain_bytes, read_inventory, sha512, sidecar_bytes
from plangen.archive.names import INVENTORY, SIDECAR, id_of_folder, version_folder
from plangen.diagnostics import Diagnostic, Location, codes, finding

__all__ = ["BrokenLink", "RootCopy", "check_chain", "check_root_copy", "linked_inventory"]


class BrokenLink(Struct, frozen=True):
    """Two versions that do not fit together."""

    versions: tuple[int, int]
    finding: Diagnostic


def linked_inventory(
    folder: Path, number: int, successor: tuple[Inventory, str] | None
) -> tuple[Inventory, str] | None:
    """The inventory of version `number` and its digest, if `successor` names it and its sidecar is right."""
    data = _content(folder, f"{version_folder(number)}/{INVENTORY}")
    if data is None or successor is None:
        return None
    digest, later = sha512(data), successor[0]
    named = later.link(number + 1) == sha512(chain_bytes(number, digest))
    if not named or _content(folder, f"{version_folder(number)}/{SIDECAR}") != sidecar_bytes(digest):
        return None
    return Inventory(later.object_id, later.versions[:number]), digest


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
            broken.append(BrokenLink((number, number + 1), finding(codes.CHAIN_BROKEN, message, place, hint)))
    return broken


class RootCopy(Struct, frozen=True):
    """The inventory and the sidecar at an object's root, as they were found; None for what could not be read.

    Read it before the versions are listed: whatever it knows is there by then, so that a version that is added
    meanwhile is no fault.
    """

    data: bytes | None
    sidecar: bytes | None

    @classmethod
    def read(cls, folder: Path) -> Self:
        """What lies in the object `folder`."""
        return cls(_content(folder, INVENTORY), _content(folder, SIDECAR))

    def inventory(self, folder: Path) -> Inventory | None:
        """The inventory, if it and its sidecar are whole and belong in `folder`."""
        if self.data is None or self.sidecar != sidecar_bytes(sha512(self.data)):
            return None
        try:
            inventory = read_inventory(self.data)
        except ValueError:
            return None
        return inventory if inventory.object_id == id_of_folder(folder.name) else None


def _content(folder: Path, name: str) -> bytes | None:
    try:
        return read_file(folder, name, LARGEST_INVENTORY)
    except OSError:
        return None


def check_root_copy(
    folder: Path, copy: RootCopy, known: Mapping[int, tuple[Inventory, str]], newest: int
) -> list[Diagnostic]:
    """PG736, a warning, where the root inventory lags behind version `newest`; PG733 where it is damaged."""
    data_is_of = {number for number, (_, digest) in known.items() if copy.data and sha512(copy.data) == digest}
    sidecar_is_of = {number for number, (_, digest) in known.items() if copy.sidecar == sidecar_bytes(digest)}
    if newest in data_is_of & sidecar_is_of:
        return []
    place = Location(f"{folder.name}/{INVENTORY}")
    whole = copy.inventory(folder)
    if whole and (whole.head > newest or (whole.head == newest and newest not in known)):
        return []  # what is missing or damaged is the version, and told there
    if data_is_of and sidecar_is_of:
        message = f"the object's own inventory does not know version {newest} yet"
        hint = "nothing is lost: the next version that is added brings it up to date"
        return [finding(codes.INVENTORY_LAGS_BEHIND, message, place, hint)]
    hint = f"restore it, and its sidecar, as copies from {folder.name}/{version_folder(newest)}"
    message = "the object's own inventory or its sidecar is not that of the newest version"
    return [finding(codes.INVENTORY_DOES_NOT_FIT, message, place, hint)]
