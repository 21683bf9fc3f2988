"""What `verify --expect` is given, a receipt or the version digest from it, and whether the archive agrees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.limits.files import TooLargeError, read_regular
from plangen.pipeline.archive.record_check import RecordedVersion
from plangen.pipeline.history.receipt import Receipt, read_receipt

__all__ = ["Expectation", "differences", "expectation", "is_met"]

_HERE = Location("--expect")
_HEXADECIMAL = re.compile(r"[0-9a-f]{8,}")
_VERSION_DIGEST = 128
_LARGEST = 1_000_000  # bytes; a receipt has a few hundred for each edition of the archive
_FORGED = "restore the archive from a backup that this receipt agrees with, and find out who may write to it"


class Expectation(Struct, frozen=True):
    """A version that must be in the archive, by its digest; and the whole receipt, where that was given."""

    digest: str
    receipt: Receipt | None = None


def expectation(given: str) -> Expectation:
    """A file, or a version digest in any grouping, as --expect has it; raises PG760 for anything else."""
    digest = re.sub(r"\s", "", given).lower()
    if _HEXADECIMAL.fullmatch(digest) and not Path(given).is_file():
        if len(digest) == _VERSION_DIGEST:
            return Expectation(digest)
        raise _no_receipt(
            f"this digest has {len(digest)} letters and digits; that of a version has {_VERSION_DIGEST}",
            "give the receipt's file, or its line Version, SHA-512: a shorter digest does not cover the version",
        )
    receipt = _read(Path(given))
    return Expectation(receipt.inventory_sha512, receipt)


def _read(path: Path) -> Receipt:
    try:
        return read_receipt(read_regular(path.parent, path.name, _LARGEST))
    except FileNotFoundError:
        raise _no_receipt("there is no such file, and it is no version's digest") from None
    except TooLargeError:
        raise _no_receipt("the file is larger than any receipt") from None
    except (OSError, ValueError) as problem:
        why = (problem.strerror or str(problem)) if isinstance(problem, OSError) else str(problem)
        raise _no_receipt(f"the file is not a receipt: {why}") from None


def _no_receipt(message: str, hint: str = "give the file that plangen archive receipt wrote") -> PlangenError:
    return PlangenError(finding(codes.NOT_A_RECEIPT, message, _HERE, hint))


def is_met(expected: Expectation, version: RecordedVersion) -> bool:
    """Whether `version` is the one that is expected."""
    wanted = expected.receipt
    whose = wanted is None or (version.edition, version.number) == (wanted.edition, wanted.number)
    return whose and version.digest == expected.digest


def differences(
    expected: Expectation, versions: Iterable[RecordedVersion], edition: str | None
) -> Iterator[Diagnostic]:
    """Where the archive is not as the receipt has it; only in `edition`, where one is named.

    PG757: the version is not there. PG761: another stands in its place, or the receipt itself was altered. PG762:
    a version is gone that was there when the receipt was written.
    """
    there = {(one.edition, one.number): one for one in versions}
    if expected.receipt is None:
        if not any(is_met(expected, one) for one in there.values()):
            hint = "check the digest in the receipt; if it is right, this is not the archive it was given for"
            yield finding(codes.NO_SUCH_RECEIPT, "no version in the archive has this digest", _HERE, hint)
        return
    receipt = expected.receipt
    own = (receipt.edition, receipt.number, receipt.version, receipt.inventory_sha512)
    newest = ((one.edition, one.number, one.version, one.inventory_sha512) for one in receipt.archive)
    held = [one for one in dict.fromkeys((own, *newest)) if edition in (None, one[0])]
    if not held:
        hint = "give a receipt of this edition, or leave the edition out to verify the whole archive"
        yield finding(codes.NO_SUCH_RECEIPT, f"the receipt says nothing of {edition}", _HERE, hint)
    for name, number, version, digest in held:
        yield from _against(there.get((name, number)), f"version {version} of {name}", digest)
    if edition in (None, receipt.edition):
        yield from _altered(receipt, there.get((receipt.edition, receipt.number)))


def _against(version: RecordedVersion | None, label: str, digest: str) -> Iterator[Diagnostic]:
    if version is None:
        message = f"{label} was in the archive when the receipt was written, and is gone"
        yield finding(codes.VERSION_GONE, message, _HERE, _FORGED)
    elif version.digest != digest:
        message = f"{label} is not the one that the receipt was written for: it, or one before it, was exchanged"
        yield finding(codes.RECEIPT_DISAGREES, message, _HERE, _FORGED)


def _altered(receipt: Receipt, version: RecordedVersion | None) -> Iterator[Diagnostic]:
    """What a receipt says of a version that has the receipt's digest, and does not have in its record."""
    record = version.record if version else None
    if version is None or record is None or version.digest != receipt.inventory_sha512:
        return
    pairs = {
        "the version": (receipt.version, record.version),
        "the approver": (receipt.approved_by, record.approved_by),
        "the day of approval": (receipt.approved_on, record.approved_on),
        "the PDF's digest": (receipt.pdf_sha256, record.pdf_sha256),
        "the content digest": (receipt.content_digest, record.content_digest),
    }
    if wrong := [what for what, (said, kept) in pairs.items() if said != kept]:
        message = f"the receipt was altered: it has the digest of {version.label}, and another {_listed(wrong)}"
        hint = "the archive agrees with the receipt's version digest: ask for the receipt again"
        yield finding(codes.RECEIPT_DISAGREES, message, _HERE, hint)


def _listed(things: list[str]) -> str:
    return ", ".join(thing.removeprefix("the ") for thing in things)
