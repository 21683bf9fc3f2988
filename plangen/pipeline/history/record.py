"""`record.json`: what a version of an edition is, who approved it, and what it was made with."""

from __future__ import annotations

import re
from typing import Annotated

from msgspec import DecodeError, Meta, Struct, json

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.edition import Approval, ArchiveAnchor, Correction
from plangen.model.record import Day

__all__ = [
    "EDITION_FORM",
    "FILE",
    "VERSION_FORM",
    "ArchiveRecord",
    "ChainLink",
    "read_record",
    "record_bytes",
    "version_order",
]

FILE = "record.json"

EDITION_FORM = r"(plan|pack)-[0-9a-z]+(-[0-9a-z]+)*"
"""How editions are called, as a regular expression."""

VERSION_FORM = r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}"
"""How versions are written: up to four numbers with points between them."""


class ChainLink(Struct, frozen=True, forbid_unknown_fields=True):
    """A link of the chain: the version before, and the SHA-512 of its inventory."""

    number: int
    inventory: str


class ArchiveRecord(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The record of one archived version.

    `date` is the day printed in the document. `content_digest` and the digest of the `pdf` are SHA-256, those of
    `files` (everything in the version but this record) SHA-512. `corrections` are all that its corrections page
    lists. `made_with` names every program whose version can change the bytes, `fonts` the SHA-256 of the fonts.
    `previous` is the version of this edition before, `anchor` the archive's newest before, which the PDF prints.
    """

    format: Annotated[int, Meta(ge=1, le=1)] = 1
    edition: str
    version: str
    approved_by: str
    approved_on: Day
    date: Day
    note: str = ""
    correction: str = ""
    corrections: tuple[Correction, ...] = ()
    content_digest: str
    pdf: str
    pdf_sha256: str
    made_with: dict[str, str]
    fonts: dict[str, str]
    files: dict[str, str]
    previous: ChainLink | None = None
    anchor: ArchiveAnchor | None = None

    @property
    def approval(self) -> Approval:
        """What its pages say of its approval."""
        return Approval(self.version, self.approved_by, self.approved_on)


def record_bytes(record: ArchiveRecord) -> bytes:
    """The record as the archive keeps it."""
    return json.format(json.encode(record), indent=2) + b"\n"


def read_record(data: bytes, place: str) -> ArchiveRecord:
    """A record read back; raises PG753 where it is none of ours, or has no edition or version of ours."""
    try:
        record = json.decode(data, type=ArchiveRecord)
    except (DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise _not_read(str(problem), place) from None
    if not re.fullmatch(EDITION_FORM, record.edition):
        raise _not_read("what it has as its edition is no edition's name", place)
    if not re.fullmatch(VERSION_FORM, record.version):
        raise _not_read("what it has as its version is no version", place)
    return record


def _not_read(why: str, place: str) -> PlangenError:
    hint = "a newer plangen may have written it; otherwise run plangen archive verify"
    return PlangenError(finding(codes.RECORD_NOT_READ, f"the record cannot be read: {why}", Location(place), hint))


def version_order(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 1.10 comes after 1.9 and 1.0 is the same as 1."""
    numbers = [int(part) for part in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
