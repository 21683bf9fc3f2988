"""Editions by name: one built document, a plan or a pack."""

from __future__ import annotations

from datetime import date
from enum import Enum

from msgspec import Struct

__all__ = ["Approval", "ArchiveAnchor", "Correction", "EditionKind", "EditionName", "Notice"]


class EditionKind(Enum):
    """The two kinds of document."""

    PLAN = "plan"
    PACK = "pack"


class Notice(Enum):
    """What an edition says of itself on its last pages."""

    APPROVAL = "approval"
    CONTACT = "contact"
    OTHER_FORMATS = "other formats"
    ACCESSIBILITY = "accessibility"
    LEGAL = "legal"
    ORIGIN = "where the figures come from"


class EditionName(Struct, frozen=True, order=True):
    """An edition as the command names it: `plan 2011-12`. `str()` gives `plan-2011-12`, as files are called."""

    kind_name: str
    id: str

    @classmethod
    def of(cls, kind: EditionKind, edition_id: str) -> EditionName:
        """The edition of that kind with that folder name."""
        return cls(kind.value, edition_id)

    @property
    def kind(self) -> EditionKind:
        """Plan or pack."""
        return EditionKind(self.kind_name)

    def __str__(self) -> str:
        return f"{self.kind_name}-{self.id}"


class Approval(Struct, frozen=True):
    """Who approved which version, and when: what the foot of an approved edition says."""

    version: str
    by: str
    on: date


class ArchiveAnchor(Struct, frozen=True):
    """What ties a version to the rest of the archive: the newest version before it, of whatever edition.

    `edition` is its name as files are called, `inventory` the SHA-512 of its inventory, which covers every file.
    """

    edition: str
    version: str
    inventory: str


class Correction(Struct, frozen=True):
    """Why a version took the place of the one before it, and who approved that."""

    version: str
    replaces: str
    by: str
    on: date
    reason: str
