"""Adding a version, so that at every moment it is either not there or there whole.

The order is the guarantee: prepare everything beside the root, flush it, read it back, then one rename. A
rename onto a version that is already there fails, so of two writers exactly one wins.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from plangen.archive.disk import put_in_place, read_file, sync_folder, write_tree
from plangen.archive.faults import conflict, not_written, stored_but
from plangen.archive.inventory import Inventory, Recorded, chain_bytes, inventory_bytes, sha512, sidecar_bytes
from plangen.archive.names import (
    CHAIN,
    CONTENT,
    INVENTORY,
    OBJECT_DECLARATION,
    SIDECAR,
    folder_of,
    version_folder,
)
from plangen.archive.reading import head_number, version_inventory
from plangen.archive.rolling import roll_forward
from plangen.archive.staging import staging_folder, sweep
from plangen.diagnostics import PlangenError, codes, finding

__all__ = ["add_version", "mend_object"]


def add_version(root: Path, object_id: str, files: dict[str, bytes], entry: Recorded, after: int | None) -> str:
    """Store `files` as the version that follows `after`; returns the SHA-512 of its inventory.

    `entry` says when, why and by whom; its state is filled in here. Raises PG720 where the head is not `after`,
    PG721 where the disk refuses (nothing is stored), PG722 where it refuses after the version is in place.
    """
    name = f"version {(after or 0) + 1} of {object_id}"
    folder = root / folder_of(object_id)
    try:
        with staging_folder(root) as workplace:
            sweep(workplace)
            inventory, chain = _next_inventory(folder, object_id, files, entry, after)
            if after is not None:
                roll_forward(folder, workplace)
            version = _version_files(inventory, files | chain)
            source, target = _prepare(workplace, folder, inventory.head, version)
            if not put_in_place(source, target) and not _is_ours(source, target, version):
                raise conflict(object_id, after, head_number(folder))
            _finish(name, folder, workplace)
    except OSError as problem:
        raise not_written(name, problem) from problem
    return sha512(version[INVENTORY])


def _next_inventory(
    folder: Path, object_id: str, files: dict[str, bytes], entry: Recorded, after: int | None
) -> tuple[Inventory, dict[str, bytes]]:
    """The inventory with the new version, and the file that ties it to the one before."""
    head = head_number(folder)
    if head != after:
        raise conflict(object_id, after, head)
    before, chain = Inventory(object_id, ()), {}
    if head is not None:
        before, digest = version_inventory(folder, head)
        chain = {CHAIN: chain_bytes(head, digest)}
        _check_order(entry.created, before.versions[-1].created)
    state = {path: sha512(data) for path, data in (files | chain).items()}
    return Inventory(object_id, (*before.versions, replace(entry, state=state))), chain


def _check_order(created: datetime, before: datetime) -> None:
    if created < before:
        message = (
            f"the new version would be dated {created:%Y-%m-%d %H:%M}, before the last, {before:%Y-%m-%d %H:%M}"
        )
        raise PlangenError(
            finding(
                codes.STORED_BEFORE_THE_LAST, message, hint="check the date given, and the clock of this computer"
            )
        )


def _version_files(inventory: Inventory, files: dict[str, bytes]) -> dict[str, bytes]:
    """All files of the newest version's folder, by path below it."""
    data = inventory_bytes(inventory)
    content = {f"{CONTENT}/{path}": content for path, content in files.items()}
    return {**content, INVENTORY: data, SIDECAR: sidecar_bytes(sha512(data))}


def _prepare(workplace: Path, folder: Path, number: int, version: dict[str, bytes]) -> tuple[Path, Path]:
    """Write the version, and for the first one the object around it; what to rename, and to where."""
    name = version_folder(number)
    if number > 1:
        write_tree(workplace / name, version)
        return workplace / name, folder / name
    declaration, content = OBJECT_DECLARATION
    inside = {f"{name}/{path}": data for path, data in version.items()}
    around = {declaration: content, INVENTORY: version[INVENTORY], SIDECAR: version[SIDECAR]}
    write_tree(workplace / "object", inside | around)
    return workplace / "object", folder


def _is_ours(source: Path, target: Path, version: dict[str, bytes]) -> bool:
    """Whether the rename did happen although the file server's answer, lost on the way, said otherwise."""
    if source.exists():
        return False
    with suppress(OSError):
        return read_file(target, INVENTORY) == version[INVENTORY]
    return False


def _finish(name: str, folder: Path, workplace: Path) -> None:
    try:
        sync_folder(folder.parent)
        sync_folder(folder)
        roll_forward(folder, workplace)
    except (OSError, PlangenError) as problem:
        raise stored_but(name, problem) from problem


def mend_object(root: Path, object_id: str) -> bool:
    """Do what a writer that died left undone, as the next `add_version` would; whether that was needed."""
    folder = root / folder_of(object_id)
    try:
        with staging_folder(root) as workplace:
            sweep(workplace)
            return roll_forward(folder, workplace)
    except OSError as problem:
        raise not_written(f"the inventory of {object_id}", problem) from problem
