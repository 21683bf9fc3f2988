"""The archive as the rest of plangen sees it: objects, their versions, and the files of a version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Self

from msgspec import Struct

from plangen.archive.disk import LARGEST_FILE
from plangen.archive.entry import checked_entry
from plangen.archive.faults import unknown
from plangen.archive.inventory import inventory_bytes
from plangen.archive.names import check_paths, folder_of
from plangen.archive.proofs import StoredProof, add_proof, proofs_of
from plangen.archive.reading import (
    head_number,
    history,
    object_ids,
    read_content,
    read_contents,
    stored_files,
    version_inventory,
)
from plangen.archive.root import check_root, create_root
from plangen.archive.verifying import Verification, verify_archive
from plangen.archive.writing import add_version, mend_object
from plangen.diagnostics import PlangenError, codes, finding

__all__ = ["Archive", "StoredVersion"]


class StoredVersion(Struct, frozen=True):
    """One version of an object.

    `created` is in UTC and given by whoever added it; `digest` is the SHA-512 of the version's inventory, which
    covers every file of this version and, by the chain, all versions before it.
    """

    number: int
    created: datetime
    message: str
    user: str
    digest: str


class Archive:
    """An OCFL 1.1 storage root (design section 10). Reading never changes anything; adding is all or nothing."""

    def __init__(self, root: Path) -> None:
        """Use `open` or `create`: they see to it that `root`, an absolute path, is an archive."""
        self.root = root

    @classmethod
    def open(cls, root: Path) -> Self:
        """The archive at `root`; raises PG701 (none there), PG702 (a foreign one) or PG703 (a damaged one)."""
        place = root.resolve()
        check_root(place)
        return cls(place)

    @classmethod
    def create(cls, root: Path) -> Self:
        """The archive at `root`, made if nothing is there; raises as `open` does, and PG721."""
        place = root.resolve()
        create_root(place)
        return cls(place)

    def objects(self) -> tuple[str, ...]:
        """Ids of the objects, sorted; raises PG723."""
        return tuple(object_ids(self.root))

    def versions(self, object_id: str) -> tuple[StoredVersion, ...]:
        """All versions, oldest first, each held against the chain; raises PG704, PG707, PG710 and PG723."""
        folder = self.root / folder_of(object_id)
        head = head_number(folder)
        if head is None:
            raise unknown(f"the archive holds no {object_id}", "`plangen archive list` shows what there is")
        inventory, digests = history(folder, head)
        recorded = zip(inventory.versions, digests, strict=True)
        return tuple(
            StoredVersion(number, one.created, one.message, one.user, digest)
            for number, (one, digest) in enumerate(recorded, start=1)
        )

    def files(self, object_id: str, number: int) -> Mapping[str, str]:
        """Path to SHA-512 of the files of a version, as they were given; raises PG704, PG707, PG710 and PG723."""
        return stored_files(self.root / folder_of(object_id), number)

    def read(self, object_id: str, number: int, path: str) -> bytes:
        """A file's content, held against its digest; raises as `files` does, and PG711 for an altered file."""
        return read_content(self.root / folder_of(object_id), number, path)

    def contents(self, object_id: str, number: int) -> Mapping[str, bytes]:
        """Every file of a version by its path, each held against its digest; raises as `read` does."""
        return read_contents(self.root / folder_of(object_id), number)

    def add(
        self,
        object_id: str,
        files: Mapping[str, bytes],
        *,
        message: str,
        user: str,
        created: datetime,
        after: int | None,
    ) -> StoredVersion:
        """Store `files` as the next version; `after` is the head the caller saw, None where there was no object.

        When this returns, the version is on the disk. Raises PG704 to PG706 and PG708 for what cannot be stored,
        `ConflictError` (PG720) where the head is another one by now, PG710 where the head is damaged, PG721 where
        the disk refuses and nothing is stored, PG722 where it refuses and the version is stored all the same.
        """
        folder_of(object_id)
        check_paths(files)
        _check_sizes(files)
        if not files:
            raise PlangenError(finding(codes.NOT_AN_ARCHIVABLE_PATH, f"there is no file to store for {object_id}"))
        entry = checked_entry(message, user, created)
        check_root(self.root)
        digest = add_version(self.root, object_id, dict(files), entry, after)
        return StoredVersion((after or 0) + 1, entry.created, entry.message, entry.user, digest)

    def inventory(self, object_id: str, number: int) -> bytes:
        """The inventory of a version, which covers its files and all versions before; raises PG707 and PG710."""
        folder = self.root / folder_of(object_id)
        if not 1 <= number <= (head_number(folder) or 0):
            raise unknown(f"{object_id} has no version {number}")
        return inventory_bytes(version_inventory(folder, number)[0])

    def proofs(self, object_id: str, number: int) -> tuple[StoredProof, ...]:
        """The signatures and time stamps of a version, in the order in which they came; raises PG704 and PG723."""
        return proofs_of(self.root, object_id, number)

    def add_proof(self, object_id: str, number: int, name: str, data: bytes) -> Path:
        """Put a signature or time stamp beside a version; returns where it lies. Raises PG704, PG707 and PG721."""
        check_root(self.root)
        self.inventory(object_id, number)
        return add_proof(self.root, object_id, number, name, data)

    def mend(self, object_id: str) -> bool:
        """Finish what a writer that died left undone, as the next `add` does by itself; whether that was needed.

        Raises PG704, PG710, PG721 and PG723.
        """
        folder_of(object_id)
        check_root(self.root)
        return mend_object(self.root, object_id)

    def verify(self, object_id: str | None = None) -> Verification:
        """Hold one object, or everything, against what was written; raises PG704, PG707 and PG723."""
        return verify_archive(self.root, object_id)


def _check_sizes(files: Mapping[str, bytes]) -> None:
    """What could not be read again is not stored."""
    if sum(map(len, files.values())) > LARGEST_FILE:
        message = f"the version has more than {LARGEST_FILE // 1_000_000:,} MB"
        raise PlangenError(
            finding(codes.NOT_AN_ARCHIVABLE_PATH, message, hint="take out what the edition does not need")
        )
