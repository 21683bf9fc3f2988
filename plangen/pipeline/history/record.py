"""`record.json`: what a version of an edition is, who approved it, and what it was made with."""

from __future__ import annotations

from typing import Annotated

from msgspec import DecodeError, Meta, Struct, json

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.model.edition import Approval, Correction
from plangen.model.record import Day

__all__ = ["FILE", "ArchiveRecord", "ChainLink", "read_record", "record_bytes", "version_order"]

FILE = "record.json"


class ChainLink(Struct, frozen=True, forbid_unknown_fields=True):
    """A link of the chain: the version before, and the SHA-512 of its inventory."""

    number: int
    inventory: str


class ArchiveRecord(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The record of one archived version.

    `date` is the day printed in the document. `content_digest` and the digest of the `pdf` are SHA-256, those of
    `files` (everything in the version but this record) SHA-512. `corrections` are all that its corrections page
    lists. `made_with` names every program whose version can change the bytes, `fonts` the SHA-256 of the fonts.
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

    @property
    def approval(self) -> Approval:
        """What its pages say of its approval."""
        return Approval(self.version, self.approved_by, self.approved_on)


def record_bytes(record: ArchiveRecord) -> bytes:
    """The record as the archive keeps it."""
    return json.format(json.encode(record), indent=2) + b"\n"


def read_record(data: bytes, place: str) -> ArchiveRecord:
    """A record read back; raises PG753 where it is none of ours."""
    try:
        return json.decode(data, type=ArchiveRecord)
    except (DecodeError, UnicodeDecodeError) as problem:
        message = f"the record cannot be read: {problem}"
        hint = "a newer plangen may have written it; otherwise run plangen archive verify"
        raise PlangenError(finding(codes.RECORD_NOT_READ, message, Location(place), hint)) from None


def version_order(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 1.10 comes after 1.9 and 1.0 is the same as 1."""
    numbers = [int(part) for part in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
