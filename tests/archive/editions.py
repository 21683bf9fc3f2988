"""Small editions to archive, and what the tests ask of an archive."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plangen.archive import Archive, StoredVersion
from plangen.archive.staging import staging_area

EDITION = "plan-2011-12"
PROOF = bytes(range(256)) * 8


def files_of(number: int) -> dict[str, bytes]:
    """The files of version `number`: no two versions alike, one file in all of them, one of them empty."""
    return {
        "plan.pdf": b"%PDF " + bytes(range(256)) * 8 + str(number).encode(),
        "inputs/content/plan.yaml": f"title: Plan, version {number}\n".encode(),
        "inputs/assets/logo.svg": b"<svg/>",
        "inputs/content/empty.md": b"",
    }


def moment(number: int) -> datetime:
    """When version `number` was approved."""
    return datetime(2011, 4, 1, 9, tzinfo=UTC) + timedelta(days=number)


def add(root: Path, number: int, edition: str = EDITION) -> StoredVersion:
    """Add version `number`, making the archive if need be."""
    return Archive.create(root).add(
        edition,
        files_of(number),
        message=f"Version {number}",
        user="Safe City Partnership Board",
        created=moment(number),
        after=number - 1 or None,
    )


def filled(root: Path, versions: int, edition: str = EDITION) -> Path:
    """An archive with so many versions."""
    for number in range(1, versions + 1):
        add(root, number, edition)
    return root


def copied(source: Path, folder: Path) -> Path:
    """A copy of archive `source` in a new `folder`, with whatever is being prepared beside it."""
    folder.mkdir(parents=True)
    for place in (source, staging_area(source)):
        if place.exists():
            shutil.copytree(place, folder / place.name)
    return folder / source.name


def contents(root: Path, edition: str = EDITION) -> list[dict[str, bytes]]:
    """The files of each version, as the archive gives them out."""
    archive = Archive.open(root)
    numbers = [version.number for version in archive.versions(edition)] if edition in archive.objects() else []
    return [
        {path: archive.read(edition, number, path) for path in archive.files(edition, number)}
        for number in numbers
    ]


def snapshot(root: Path) -> dict[str, bytes | None]:
    """Every file and folder below `root`."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }


def assert_valid(root: Path) -> None:
    """ocfl-py, another implementation of the standard, has no error and no warning; nor has our verification."""
    from ocfl import StorageRoot

    assert Archive.open(root).verify().findings == ()
    judge = StorageRoot(root=str(root))
    valid = judge.validate(log_warnings=True)
    assert (valid, judge.log.messages, judge.errors) == (True, [], [])
    assert judge.good_objects == judge.num_objects == len(Archive.open(root).objects())
    assert not staging_area(root).exists()


def assert_recovers(root: Path, versions: int) -> None:
    """After whatever happened, the next command adds the next version, and leaves nothing undone behind."""
    add(root, versions + 1)
    assert contents(root) == [files_of(number) for number in range(1, versions + 2)]
    assert_valid(root)
