"""Signatures and time stamps: files about a version that are made after it, and so lie beside the objects.

An object of OCFL is not changed by what is said of it. Each proof has a folder of its own, numbered in the order
in which they came, in an extension of the storage root (OCFL 1.1, clause 4.4), such as
`extensions/plangen-signatures/plan-2011-12/v1/1/signature.p7s`. One rename puts it there whole, as with versions.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plangen.archive.disk import entries, put_in_place, read_file, sync_folder, write_tree
from plangen.archive.faults import not_written, unreadable
from plangen.archive.names import check_id, folder_of, version_folder, version_number
from plangen.archive.staging import staging_folder, sweep
from plangen.archive.tree_check import extra, unchecked
from plangen.diagnostics import Diagnostic, Location, codes, finding

__all__ = ["PROOFS", "StoredProof", "add_proof", "proofs_of", "strange_proofs"]

PROOFS = "extensions/plangen-signatures"
"""Where they lie, below the storage root."""

_ORDINAL = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
_NAME = re.compile(r"signature\.p7s|inventory\.tsr|signature-[1-9][0-9]{0,3}\.tsr", re.ASCII)

_FITS = (
    re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII),
    re.compile(r"v[1-9][0-9]{0,5}", re.ASCII),
    _ORDINAL,
    _NAME,
)
"""How folders and files are called below `PROOFS`: edition, version, ordinal, file."""

_LARGEST = 1_000_000  # bytes; a signature with its certificates has a few thousand
_OF_A_VERSION, _DEEPEST = 2, 3


class StoredProof(Struct, frozen=True):
    """A signature or a time stamp of a version, with its place below the root.

    `name` says what it is: `signature.p7s` signs the version's inventory, `inventory.tsr` is a time stamp of it,
    `signature-1.tsr` one of the signature that is number 1.
    """

    number: int
    name: str
    data: bytes
    place: str


def proofs_of(root: Path, object_id: str, version: int) -> tuple[StoredProof, ...]:
    """The proofs of a version, in the order in which they came; raises PG723 where they cannot be read."""
    check_id(object_id)
    below = f"{PROOFS}/{object_id}/{version_folder(version)}"
    try:
        return tuple(
            StoredProof(
                number, name, read_file(root, f"{below}/{number}/{name}", _LARGEST), f"{below}/{number}/{name}"
            )
            for number in _numbers(root / below)
            for name in entries(root / below / str(number))
            if _NAME.fullmatch(name)
        )
    except OSError as problem:
        raise unreadable(below, problem) from problem


def _numbers(folder: Path) -> list[int]:
    try:
        return sorted(int(name) for name in entries(folder) if _ORDINAL.fullmatch(name))
    except FileNotFoundError:
        return []


def add_proof(root: Path, object_id: str, version: int, name: str, data: bytes) -> Path:
    """Put a proof beside a version, whole or not at all; returns where it lies. Raises PG721."""
    check_id(object_id)
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    folder = root / PROOFS / object_id / version_folder(version)
    places = (folder, *folder.parents[:3])
    try:
        if linked := next((place for place in places if place.is_symlink()), None):
            raise OSError(errno.ELOOP, "a symbolic link, not a folder", str(linked))
        folder.mkdir(parents=True, exist_ok=True)
        with staging_folder(root) as workplace:
            sweep(workplace)
            write_tree(workplace / "proof", {name: data})
            number = max(_numbers(folder), default=0) + 1
            while not put_in_place(workplace / "proof", folder / str(number)):
                number += 1
        for place in places:
            sync_folder(place)
    except OSError as problem:
        raise not_written(f"a proof of version {version} of {object_id}", problem) from problem
    return folder / str(number) / name


def strange_proofs(root: Path) -> list[Diagnostic]:
    """PG732 for whatever lies among the proofs and is none, PG762 for each proof of a version that is gone."""
    top = root / PROOFS
    if not top.exists() and not top.is_symlink():
        return []
    return list(_strange(root, top, PROOFS, 0))


def _strange(root: Path, folder: Path, place: str, depth: int) -> Iterator[Diagnostic]:
    try:
        found = entries(folder)
    except OSError as problem:
        yield unchecked(place, problem)
        return
    for name, entry in found.items():
        below = f"{place}/{name}"
        if entry.is_symlink() or not _FITS[depth].fullmatch(name) or entry.is_dir() != (depth < _DEEPEST):
            yield extra(below, "folder" if entry.is_dir() else "file")
        elif depth < _DEEPEST:
            yield from _strange(root, folder / name, below, depth + 1)
    if depth == _OF_A_VERSION and not _version_exists(root, folder):
        message = (
            f"version {version_number(folder.name)} of {folder.parent.name} was signed or stamped, and is gone"
        )
        yield finding(codes.VERSION_GONE, message, Location(place), "restore that edition from a backup")


def _version_exists(root: Path, folder: Path) -> bool:
    return (root / folder_of(folder.parent.name) / folder.name).is_dir()
