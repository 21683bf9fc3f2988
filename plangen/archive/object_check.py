"""Verifying one object: its own files, each version's inventory, the chain through them, and all content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from plangen.archive.chain_check import RootCopy, check_chain, check_root_copy, linked_inventory
from plangen.archive.disk import entries, read_file
from plangen.archive.inventory import Inventory
from plangen.archive.names import (
    INVENTORY,
    OBJECT_DECLARATION,
    SIDECAR,
    id_of_folder,
    version_folder,
    version_number,
)
from plangen.archive.reading import version_inventory, version_numbers
from plangen.archive.tree_check import TreeReport, check_tree, extra, unchecked
from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding

__all__ = ["ObjectReport", "check_object"]


_MOST_MISSING = 20
"""Missing versions that are named one by one: a folder called v999999 makes a million."""


class ObjectReport(Struct, frozen=True):
    """What is wrong in an object; its versions that are wholly good, and those that are not."""

    object_id: str
    findings: tuple[Diagnostic, ...]
    good: tuple[int, ...] = ()
    damaged: tuple[int, ...] = ()
    files: int = 0


def check_object(folder: Path) -> ObjectReport:
    """Verify the object in `folder`, however damaged it is."""
    object_id = id_of_folder(folder.name) or folder.name
    try:
        if folder.is_symlink() or not folder.is_dir():
            stranger = finding(codes.NOT_A_PLAIN_FILE, "this is not a plain folder", Location(folder.name))
            return ObjectReport(object_id, (stranger,))
        copy = RootCopy.read(folder)
        numbers = version_numbers(folder)
        own = _own_files(folder)
    except OSError as problem:
        return ObjectReport(object_id, (unchecked(folder.name, problem),))
    known, broken = _inventories(folder, numbers)
    root = copy.inventory(folder)
    links = check_chain(folder, known)
    trees = {number: _content(folder, number, known, root) for number in numbers}
    bad = {*broken, *(number for link in links for number in link.versions)}
    bad |= {number for number, tree in trees.items() if tree.findings}
    return ObjectReport(
        object_id,
        (
            *own,
            *_gaps(folder, numbers, root),
            *broken.values(),
            *(link.finding for link in links),
            *(finding for tree in trees.values() for finding in tree.findings),
            *check_root_copy(folder, copy, known, max(numbers, default=1)),
        ),
        tuple(number for number in numbers if number not in bad),
        tuple(sorted(bad)),
        sum(tree.files for tree in trees.values()),
    )


def _own_files(folder: Path) -> list[Diagnostic]:
    """The declaration, and whatever lies in the object's folder without belonging there."""
    name, content = OBJECT_DECLARATION
    findings = []
    for found, entry in entries(folder).items():
        belongs = found in (name, INVENTORY, SIDECAR) or version_number(found) is not None
        if not belongs:
            findings.append(extra(f"{folder.name}/{found}", "folder" if entry.is_dir() else "file"))
    try:
        wrong = "" if read_file(folder, name) == content else "is not as it was written"
    except OSError as problem:
        wrong = "is missing" if isinstance(problem, FileNotFoundError) else "cannot be read"
    if wrong:
        hint = f"it says {content.decode().strip()} and nothing else: restore it from a backup"
        findings.append(
            finding(codes.DECLARATION_WRONG, f"the declaration {wrong}", Location(f"{folder.name}/{name}"), hint)
        )
    return findings


def _gaps(folder: Path, numbers: list[int], root: Inventory | None) -> list[Diagnostic]:
    """Versions that are not there although a later one is, or the object's inventory knows them."""
    newest = max([1, *numbers, root.head if root else 0])
    there = set(numbers)
    missing = [number for number in range(1, newest + 1) if number not in there]
    found = [_missing(folder, number, f"version {number} is missing") for number in missing[:_MOST_MISSING]]
    if len(missing) > _MOST_MISSING:
        count = len(missing) - _MOST_MISSING
        found.append(
            _missing(folder, missing[-1], f"and {count:,} more versions, up to {missing[-1]}, are missing")
        )
    return found


def _missing(folder: Path, number: int, message: str) -> Diagnostic:
    place = Location(f"{folder.name}/{version_folder(number)}")
    return finding(codes.ARCHIVED_VERSION_MISSING, message, place, "restore its folder from a backup")


def _inventories(
    folder: Path, numbers: list[int]
) -> tuple[dict[int, tuple[Inventory, str]], dict[int, Diagnostic]]:
    """Each version's inventory and its digest where they are as written; a finding for each of the others.

    From the newest to the oldest: one that its successor names by digest needs no further look inside.
    """
    known: dict[int, tuple[Inventory, str]] = {}
    broken = {}
    for number in reversed(numbers):
        try:
            known[number] = linked_inventory(folder, number, known.get(number + 1)) or version_inventory(
                folder, number
            )
        except PlangenError as problem:
            broken[number] = problem.diagnostics[0]
    return known, dict(sorted(broken.items()))


def _content(
    folder: Path, number: int, known: Mapping[int, tuple[Inventory, str]], root: Inventory | None
) -> TreeReport:
    """Hold a version's files against its own inventory or, where that is damaged, a later one that covers it."""
    place = f"{folder.name}/{version_folder(number)}"
    covering = [known[later][0] for later in sorted(known) if later >= number]
    if root and root.head >= number:
        covering.append(root)
    if (folder / version_folder(number)).is_symlink():
        return TreeReport((finding(codes.NOT_A_PLAIN_FILE, "this is not a plain folder", Location(place)),), 0)
    if not covering:
        hint = "restore the inventory from a backup, then verify again"
        return TreeReport(
            (
                finding(
                    codes.INVENTORY_DOES_NOT_FIT,
                    "no inventory is left to check these files by",
                    Location(place),
                    hint,
                ),
            ),
            0,
        )
    cut = len(version_folder(number)) + 1
    content = {path[cut:]: digest for path, digest in covering[0].contents(number).items()}
    return check_tree(folder / version_folder(number), place, {**content, INVENTORY: None, SIDECAR: None})
