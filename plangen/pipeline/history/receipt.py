"""A receipt: what proves later that an archived version is the approved one, and that nothing was taken away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import DecodeError, Meta, Struct, json

from plangen.model.record import Day
from plangen.pipeline.history.archived_edition import Kept
from plangen.pipeline.history.record import EDITION_FORM, VERSION_FORM

__all__ = ["Newest", "Receipt", "read_receipt", "receipt_bytes", "receipt_of"]

_Edition = Annotated[str, Meta(pattern=rf"\A{EDITION_FORM}\Z", max_length=64)]
_Version = Annotated[str, Meta(pattern=rf"\A{VERSION_FORM}\Z")]
_Number = Annotated[int, Meta(ge=1, le=999_999)]
_Sha256 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Sha512 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{128}\Z")]


class Newest(Struct, frozen=True, forbid_unknown_fields=True):
    """The newest version of one edition when a receipt was written; `number` counts its versions from 1."""

    edition: _Edition
    number: _Number
    version: _Version
    inventory_sha512: _Sha512


class Receipt(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The receipt of one version. `inventory_sha512`, the version's digest, covers it and all versions before it.

    `archive` is the newest version of every edition that the archive held when the receipt was written, so that
    one receipt tells what went missing since, whichever edition it is for.
    """

    format: Annotated[int, Meta(ge=1, le=1)] = 1
    edition: _Edition
    version: _Version
    number: _Number
    approved_by: Annotated[str, Meta(max_length=500)]
    approved_on: Day
    pdf_sha256: _Sha256
    content_digest: _Sha256
    inventory_sha512: _Sha512
    archive: tuple[Newest, ...]


def receipt_of(version: Kept, versions: Mapping[str, tuple[Kept, ...]]) -> Receipt:
    """The receipt of `version` in an archive that holds `versions`, by edition."""
    record = version.record
    newest = (kept[-1] for _, kept in sorted(versions.items()) if kept)
    return Receipt(
        edition=record.edition,
        version=record.version,
        number=version.number,
        approved_by=record.approved_by,
        approved_on=record.approved_on,
        pdf_sha256=record.pdf_sha256,
        content_digest=record.content_digest,
        inventory_sha512=version.digest,
        archive=tuple(Newest(one.record.edition, one.number, one.record.version, one.digest) for one in newest),
    )


def receipt_bytes(receipt: Receipt) -> bytes:
    """The receipt as a file."""
    return json.format(json.encode(receipt), indent=2) + b"\n"


def read_receipt(data: bytes) -> Receipt:
    """A receipt read back; raises ValueError, saying why, where it is none."""
    try:
        return json.decode(data, type=Receipt)
    except (DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise ValueError(str(problem)) from None
