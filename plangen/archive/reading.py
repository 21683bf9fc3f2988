"""Reading an object without trusting it and without ever changing it.

The newest version folder is the head. The inventory at the object's root is not consulted: it may lag behind.
"""

from __future__ import annotations

from pathlib import Path

from plangen.archive.disk import LARGEST_FILE, LARGEST_INVENTORY, entries, read_file
from plangen.archive.faults import damaged, reason, unknown, unreadable
from plangen.archive.inventory import Inventory, chain_bytes, read_inventory, sha512, sidecar_bytes
from plangen.archive.names import (
    CHAIN,
    INVENTORY,
    SIDECAR,
    content_path,
    id_of_folder,
    version_folder,
    version_number,
)
from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.limits.files import NotPlainError, TooLargeError

__all__ = [
    "head_number",
    "history",
    "object_ids",
    "read_content",
    "read_contents",
    "stored_files",
    "version_inventory",
    "version_numbers",
]


def version_numbers(folder: Path) -> list[int]:
    """Numbers of the version folders in object `folder`, ascending; none where it is missing; or OSError."""
    try:
        found = entries(folder)
    except FileNotFoundError:
        return []
    return sorted(number for name in found if (number := version_number(name)) is not None)


def head_number(folder: Path) -> int | None:
    """The newest version of the object in `folder`; None where there is no object.

    Raises PG710 where an object has no version, or a number is left out.
    """
    try:
        numbers = version_numbers(folder)
        if folder.is_symlink():
            raise damaged(folder.name, "this is a link, not a folder")
        if not numbers and not folder.exists():
            return None
    except OSError as problem:
        raise unreadable(folder.name, problem) from problem
    if numbers != list(range(1, len(numbers) + 1)) or not numbers:
        raise damaged(folder.name, "the version folders are not v1, v2 and so on without a gap")
    return numbers[-1]


def version_inventory(folder: Path, number: int) -> tuple[Inventory, str]:
    """The inventory that version `number` of the object in `folder` keeps, and its SHA-512.

    Raises PG710 where it, or its sidecar, is not as it was written.
    """
    name = version_folder(number)
    where = f"{folder.name}/{name}/{INVENTORY}"
    try:
        data = read_file(folder, f"{name}/{INVENTORY}", LARGEST_INVENTORY)
        sidecar = read_file(folder, f"{name}/{SIDECAR}", LARGEST_INVENTORY)
    except (NotPlainError, TooLargeError) as problem:
        raise damaged(where, f"the inventory of version {number} cannot be read: {reason(problem)}") from problem
    except FileNotFoundError as problem:
        raise damaged(
            where, f"version {number} is not complete: its inventory or the sidecar is missing"
        ) from problem
    except OSError as problem:
        raise unreadable(where, problem) from problem
    digest = sha512(data)
    if sidecar != sidecar_bytes(digest):
        raise damaged(where, f"the inventory of version {number} does not have the digest its sidecar gives")
    try:
        inventory = read_inventory(data)
    except ValueError as problem:
        raise damaged(where, f"what version {number} keeps as its inventory is {problem}") from problem
    if inventory.head != number or inventory.object_id != id_of_folder(folder.name):
        raise damaged(where, f"the inventory of version {number} belongs to another version or edition")
    return inventory, digest


def history(folder: Path, head: int) -> tuple[Inventory, list[str]]:
    """The inventory of the head, and the digests of all versions' inventories, each held against the chain.

    Raises PG710 for the first version whose inventory is not the one its successor was built upon.
    """
    inventory, newest = version_inventory(folder, head)
    digests = []
    for number in range(1, head):
        digest = _inventory_digest(folder, number)
        if inventory.link(number + 1) != sha512(chain_bytes(number, digest)):
            where = f"{folder.name}/{version_folder(number)}/{INVENTORY}"
            raise damaged(where, f"this is not the inventory that version {number + 1} was built upon")
        digests.append(digest)
    return inventory, [*digests, newest]


def _inventory_digest(folder: Path, number: int) -> str:
    path = f"{version_folder(number)}/{INVENTORY}"
    try:
        return sha512(read_file(folder, path, LARGEST_INVENTORY))
    except FileNotFoundError as problem:
        raise damaged(f"{folder.name}/{path}", "the inventory is missing") from problem
    except (NotPlainError, TooLargeError) as problem:
        raise damaged(f"{folder.name}/{path}", f"the inventory cannot be read: {reason(problem)}") from problem
    except OSError as problem:
        raise unreadable(f"{folder.name}/{path}", problem) from problem


def stored_files(folder: Path, number: int) -> dict[str, str]:
    """Path to SHA-512 of the files that were given for version `number`; PG707 where there is no such version."""
    if number not in range(1, (head_number(folder) or 0) + 1):
        raise unknown(f"{id_of_folder(folder.name)} has no version {number}")
    inventory, _ = version_inventory(folder, number)
    return {path: digest for path, digest in sorted(inventory.state(number).items()) if path != CHAIN}


def read_content(folder: Path, number: int, path: str) -> bytes:
    """The file `path` of version `number`; PG707 where there is none, PG711 where it is not as it was written."""
    digest = stored_files(folder, number).get(path)
    if digest is None:
        raise unknown(f"version {number} of {id_of_folder(folder.name)} has no file {path!r}")
    return _checked(folder, number, path, digest)


def read_contents(folder: Path, number: int) -> dict[str, bytes]:
    """Every file of version `number` by its path, with the inventory read once; raises as `read_content` does.

    All files together may have as many bytes as one alone.
    """
    found: dict[str, bytes] = {}
    room = LARGEST_FILE
    for path, digest in stored_files(folder, number).items():
        found[path] = _checked(folder, number, path, digest, room)
        room -= len(found[path])
    return found


def _checked(folder: Path, number: int, path: str, digest: str, cap: int = LARGEST_FILE) -> bytes:
    where = f"{folder.name}/{content_path(number, path)}"
    try:
        data = read_file(folder, content_path(number, path), cap)
    except (NotPlainError, TooLargeError) as problem:
        raise _not_as_archived(where, f"the file cannot be read: {reason(problem)}") from problem
    except OSError as problem:
        raise unreadable(where, problem) from problem
    if sha512(data) != digest:
        raise _not_as_archived(where, "the file is not as it was archived")
    return data


def _not_as_archived(where: str, message: str) -> PlangenError:
    hint = "restore it from a backup; verify the archive to see what else is damaged"
    return PlangenError(finding(codes.STORED_FILE_DAMAGED, message, Location(where), hint))


def object_ids(root: Path) -> list[str]:
    """Ids of the objects in the storage root, sorted."""
    try:
        found = entries(root)
    except OSError as problem:
        raise unreadable("the archive", problem) from problem
    ids = [object_id for name in found if (object_id := id_of_folder(name)) is not None]
    return sorted(ids)
