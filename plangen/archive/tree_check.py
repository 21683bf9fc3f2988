"""Holding a folder against the files that belong there: missing, altered, strange."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plangen.archive.disk import digest_file, entries
from plangen.archive.faults import reason
from plangen.diagnostics import Diagnostic, Location, codes, finding

__all__ = ["TreeReport", "check_tree", "extra", "unchecked"]

_RESTORE = "restore it from a backup"


class TreeReport(Struct, frozen=True):
    """What is wrong in a folder, and how many files were as they should be."""

    findings: tuple[Diagnostic, ...]
    files: int


def check_tree(folder: Path, place: str, expected: Mapping[str, str | None]) -> TreeReport:
    """Hold all that is in `folder` against `expected`: path below it to SHA-512, or None for any content.

    `place` is what the folder is called in findings. A folder in which nothing is expected is a finding, too.
    """
    findings: list[Diagnostic] = []
    present: set[str] = set()
    folders = {path.rpartition("/")[0] for path in expected}
    folders |= {
        "/".join(parts[:count]) for parts in (path.split("/") for path in folders) for count in range(len(parts))
    }
    for path, kind in _walk(folder, "", folders, findings, place):
        if kind == "file" and path in expected:
            present.add(path)
        elif path not in folders or kind != "folder":
            findings.append(_stranger(f"{place}/{path}", kind, path in expected))
    findings += [
        finding(codes.ARCHIVED_FILE_MISSING, "this file is missing", Location(f"{place}/{path}"), _RESTORE)
        for path in sorted(expected.keys() - present)
    ]
    digests = {path: digest for path in sorted(present) if (digest := expected[path]) is not None}
    wrong = [found for path, digest in digests.items() if (found := _content(folder, place, path, digest))]
    return TreeReport((*findings, *wrong), len(digests) - len(wrong))


def _walk(
    top: Path, below: str, folders: set[str], findings: list[Diagnostic], place: str
) -> Iterator[tuple[str, str]]:
    """Everything in `top` and the expected folders below it, with its kind; strange folders are not entered."""
    try:
        found = entries(top / below)
    except OSError as problem:
        findings.append(unchecked(f"{place}/{below}".rstrip("/"), problem))
        return
    for name, entry in found.items():
        path = f"{below}/{name}" if below else name
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            yield path, "other"
        elif entry.is_dir():
            yield path, "folder"
            if path in folders:
                yield from _walk(top, path, folders, findings, place)
        else:
            yield path, "file"


def _content(folder: Path, place: str, path: str, digest: str) -> Diagnostic | None:
    try:
        found = digest_file(folder, path)
    except OSError as problem:
        return unchecked(f"{place}/{path}", problem)
    if found == digest:
        return None
    return finding(
        codes.ARCHIVED_FILE_ALTERED, "this file is not as it was archived", Location(f"{place}/{path}"), _RESTORE
    )


def _stranger(place: str, kind: str, expected: bool) -> Diagnostic:
    if kind == "other" or expected:
        message = "this is not a plain file or folder"
        return finding(
            codes.NOT_A_PLAIN_FILE, message, Location(place), "an archive holds files only: no links, no devices"
        )
    return extra(place, kind)


def extra(place: str, kind: str) -> Diagnostic:
    """PG732: something that plangen did not put there."""
    return finding(
        codes.STRANGER_IN_THE_ARCHIVE,
        f"this {kind} does not belong to the archive",
        Location(place),
        "move it elsewhere",
    )


def unchecked(place: str, problem: OSError) -> Diagnostic:
    """PG739: something that is there and cannot be read."""
    hint = "check that it may be read; then verify again"
    return finding(
        codes.ARCHIVED_FILE_UNREADABLE, f"this cannot be read: {reason(problem)}", Location(place), hint
    )
