"""Signatures and time stamps of archived versions, judged and told: each has its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from plangen.archive import Archive, StoredProof
from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.limits.files import read_regular
from plangen.pipeline.archive.cms import (
    ProofJudgement,
    ProofVerdict,
    TrustStore,
    judge_signature,
    judge_time_stamp,
    need_pyhanko,
    read_trust,
)
from plangen.pipeline.archive.record_check import RecordedVersion

__all__ = ["Proof", "ProofWishes", "load_trust", "missing_proofs", "proof_findings", "proofs_of", "unchecked"]

_SIGNATURE = "signature.p7s"
_OF_INVENTORY = "inventory.tsr"
_OF_SIGNATURE = re.compile(r"signature-([0-9]+)\.tsr")
_LARGEST = 1_000_000  # bytes of a file in a trust store


class ProofWishes(Struct, frozen=True):
    """What verification asks of proofs.

    `trust` is whom to believe, `now` when; `signed` and `stamped` ask that the newest version of each edition has
    one that is trusted.
    """

    now: datetime
    trust: TrustStore | None = None
    signed: bool = False
    stamped: bool = False


class Proof(Struct, frozen=True):
    """A signature or time stamp of a version: what that is called, what was found, and where it lies."""

    label: str
    is_signature: bool
    judgement: ProofJudgement
    place: str
    stamped: datetime | None = None


def load_trust(place: Path) -> TrustStore:
    """The trust store in a file or folder of certificates (.pem, .crt, .cer, .crl); raises PG771."""
    need_pyhanko()
    try:
        files = sorted(place.iterdir()) if place.is_dir() else [place]
        trust = read_trust(read_regular(path.parent, path.name, _LARGEST, links=True) for path in files)
    except (OSError, ValueError) as problem:
        raise _no_trust(
            (problem.strerror or str(problem)) if isinstance(problem, OSError) else str(problem)
        ) from None
    if not trust.certificates:
        raise _no_trust("it holds no certificate")
    return trust


def _no_trust(why: str) -> PlangenError:
    hint = "give a folder of certificates (.pem or .crt) and, if you have them, lists of revoked ones (.crl)"
    return PlangenError(
        finding(codes.TRUST_NOT_READ, f"the trust store cannot be used: {why}", Location("--trust"), hint)
    )


def proofs_of(
    archive: Archive, version: RecordedVersion, stored: Sequence[StoredProof], wishes: ProofWishes
) -> Iterator[Proof]:
    """Every proof of a version, judged against its inventory; a stamped signature as of its time stamp."""
    if not stored:
        return
    inventory = archive.inventory(version.edition, version.number)
    signatures = {one.number: one.data for one in stored if one.name == _SIGNATURE}
    stamps: dict[int, datetime] = {}
    for one in stored:
        if one.name != _SIGNATURE:
            number = _stamped_signature(one)
            data = inventory if number is None else signatures.get(number, b"")
            found = judge_time_stamp(one.data, data, wishes.trust)
            label = version.label if number is None else f"signature {number} of {version.label}"
            yield Proof(label, False, found, one.place)
            if number is not None and found.verdict is ProofVerdict.TRUSTED and found.moment:
                stamps[number] = min(found.moment, stamps.get(number, found.moment))
    for number, data in signatures.items():
        found = judge_signature(data, inventory, wishes.trust, stamps.get(number, wishes.now))
        yield Proof(version.label, True, found, _place(stored, number), stamps.get(number))


def _stamped_signature(one: StoredProof) -> int | None:
    named = _OF_SIGNATURE.fullmatch(one.name)
    return int(named[1]) if named else None


def _place(stored: Iterable[StoredProof], number: int) -> str:
    return next(one.place for one in stored if one.number == number and one.name == _SIGNATURE)


def proof_findings(proofs: Iterable[Proof]) -> Iterator[Diagnostic]:
    """PG764 to PG767 for what is broken, foreign, expired or revoked; nothing for what is trusted or not asked."""
    for one in proofs:
        if told := _told(one):
            yield told


def _told(one: Proof) -> Diagnostic | None:
    what = "signature" if one.is_signature else "time stamp"
    found, here = one.judgement, Location(one.place)
    match found.verdict:
        case ProofVerdict.BROKEN:
            message = f"this {what} does not fit {one.label}: it was damaged, or the version was exchanged"
            hint = "hold the archive against a receipt; if the version is the approved one, have it signed again"
            return finding(codes.PROOF_BROKEN, message, here, hint)
        case ProofVerdict.FOREIGN:
            message = f"this {what} is by {found.by}, and nobody in the trust store vouches for that"
            hint = f"ask who that is; to believe it, put the certificate of {found.issuer} into the trust store"
            return finding(codes.PROOF_FOREIGN, message, here, hint)
        case ProofVerdict.UNFIT:
            message = f"this {what} is by {found.by}, whose certificate is not for that, or whose method is weak"
            return finding(codes.PROOF_FOREIGN, message, here, "have it made again with a certificate for signing")
        case ProofVerdict.REVOKED:
            message = f"this {what} is by {found.by}, whose certificate was revoked{_on(found.until)}"
            hint = "it may have been made with a stolen key: hold the archive against a receipt"
            return finding(codes.PROOF_REVOKED, message, here, hint)
        case ProofVerdict.EXPIRED:
            return _expired(one, what)
        case _:
            return None


def _expired(one: Proof, what: str) -> Diagnostic:
    """A warning where it says that it was made before the certificate ended: nothing shows that, nor denies it."""
    found = one.judgement
    message = (
        f"the certificate of {found.by} was not valid{_on(found.until)}, and no time stamp shows that this {what} "
        "is older"
    )
    hint = "hold the archive against a receipt; have signatures stamped while their certificate is valid"
    told = finding(codes.PROOF_EXPIRED, message, Location(one.place), hint)
    before = found.moment and found.until and found.moment <= found.until + timedelta(seconds=1)
    return told.milder() if before else told


def _on(day: datetime | None) -> str:
    return f" after {day:%Y-%m-%d}" if day else ""


def missing_proofs(
    proofs: Iterable[Proof], newest: Iterable[RecordedVersion], wishes: ProofWishes
) -> Iterator[Diagnostic]:
    """PG768 for the newest version of each edition that is not signed, or stamped, as was asked.

    It covers the versions before it, whose digests its inventory holds.
    """
    good = {(one.label, one.is_signature) for one in proofs if one.judgement.verdict is ProofVerdict.TRUSTED}
    for version in newest:
        for asked, is_signature, words in (
            (wishes.signed, True, "signature"),
            (wishes.stamped, False, "time stamp"),
        ):
            if asked and (version.label, is_signature) not in good:
                message = f"{version.label} has no {words} by anybody in the trust store"
                hint = "it was never made, or taken away: hold the archive against a receipt"
                yield finding(codes.PROOF_MISSING, message, version.place, hint)


def unchecked(place: str) -> Diagnostic | None:
    """PG772, a warning, where there is a proof and nothing to judge it with."""
    try:
        need_pyhanko()
    except PlangenError as problem:
        (told,) = problem.diagnostics
        return told.at(Location(place)).milder()
    return None
