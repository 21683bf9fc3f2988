"""Sign and timestamp: proofs of a version that lie beside it, so that the PDF stays as it is."""

from __future__ import annotations

import secrets
import urllib.request
from collections.abc import Callable
from datetime import datetime
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

from msgspec import Struct

from plangen.archive import Archive
from plangen.diagnostics import ExitCode, Location, PlangenError, Severity, codes, finding
from plangen.limits.files import read_regular
from plangen.model.edition import EditionName
from plangen.pipeline.archive.cms import (
    ProofJudgement,
    answered,
    judge_signature,
    need_pyhanko,
    time_stamp_request,
)
from plangen.pipeline.archive.cms import sign as signature_of
from plangen.pipeline.archive.verify import verify
from plangen.pipeline.history.archived_edition import Kept, kept

__all__ = ["Proved", "sign", "timestamp"]

_LONGEST_WAIT = 30  # seconds
_LARGEST = 1_000_000  # bytes of a key, and of what a time-stamp authority answers
_KEY, _TSA = Location("--key"), Location("--tsa")


class Proved(Struct, frozen=True):
    """A version with a new signature or time stamps: by whom, and where each lies."""

    version: Kept
    judgement: ProofJudgement
    files: tuple[Path, ...]


def sign(
    archive: Archive, name: EditionName, version: str | None, key: Path, password: str, now: datetime
) -> Proved:
    """Sign a version's inventory, which covers all its files and all versions before it.

    Raises PG750, PG769 for a key that cannot be used, and with everything that is wrong with the edition: nobody
    should sign what is damaged.
    """
    need_pyhanko()
    chosen = _sound(archive, name, version)
    inventory = archive.inventory(str(name), chosen.number)
    try:
        signature = signature_of(inventory, read_regular(key.parent, key.name, _LARGEST), password, now)
    except (OSError, ValueError) as problem:
        why = (problem.strerror or str(problem)) if isinstance(problem, OSError) else str(problem)
        hint = "give the .p12 (or .pfx) file of a certificate for signing, and its password"
        raise PlangenError(finding(codes.KEY_NOT_USED, f"the key cannot be used: {why}", _KEY, hint)) from None
    made = judge_signature(signature, inventory, None, now)
    return Proved(chosen, made, (archive.add_proof(str(name), chosen.number, "signature.p7s", signature),))


def timestamp(archive: Archive, name: EditionName, version: str | None, authority: str) -> Proved:
    """Have a version's inventory, and each signature of it that has none, stamped by an authority.

    `authority` is its web address; only digests are sent. Raises PG750, PG770, and with
    everything that is wrong with the edition.
    """
    need_pyhanko()
    ask = _asker(authority)
    chosen = _sound(archive, name, version)
    stored = archive.proofs(str(name), chosen.number)
    subjects = {"inventory.tsr": archive.inventory(str(name), chosen.number)}
    subjects |= {f"signature-{one.number}.tsr": one.data for one in stored if one.name == "signature.p7s"}
    stamped = {one.name for one in stored} - {"inventory.tsr"}
    stamps = {what: _stamp(data, ask) for what, data in subjects.items() if what not in stamped}
    files = [archive.add_proof(str(name), chosen.number, what, response) for what, (response, _) in stamps.items()]
    return Proved(chosen, stamps["inventory.tsr"][1], tuple(files))


def _sound(archive: Archive, name: EditionName, version: str | None) -> Kept:
    chosen = kept(archive, name, version)
    if wrong := [one for one in verify(archive, name).findings if one.severity is Severity.ERROR]:
        raise PlangenError(wrong)
    return chosen


def _stamp(data: bytes, ask: Callable[[bytes], bytes]) -> tuple[bytes, ProofJudgement]:
    nonce = secrets.randbits(63)
    response = ask(time_stamp_request(data, nonce))
    try:
        return response, answered(response, data, nonce)
    except ValueError as problem:
        raise _no_time_stamp(str(problem)) from None


def _asker(authority: str) -> Callable[[bytes], bytes]:
    """What sends a request to the authority; raises PG770 for what is not an address on the web."""
    try:
        parts = urlsplit(authority)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _no_time_stamp("that is not a web address")

    def ask(request: bytes) -> bytes:
        headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
        query = urllib.request.Request(authority, request, headers, method="POST")
        try:
            with urllib.request.urlopen(query, timeout=_LONGEST_WAIT) as answer:
                return bytes(answer.read(_LARGEST))
        except HTTPError as problem:
            problem.close()
            raise _no_time_stamp(f"it answered {problem.code} {problem.reason}"[:200]) from None
        except (OSError, ValueError, HTTPException) as problem:
            raise _no_time_stamp(str(getattr(problem, "reason", None) or problem)) from None

    return ask


def _no_time_stamp(why: str) -> PlangenError:
    hint = "check the address of the time-stamp authority, and try again later; nothing was stored"
    message = f"the authority gave no time stamp: {why}"
    return PlangenError(finding(codes.NO_TIME_STAMP, message, _TSA, hint), ExitCode.ENVIRONMENT)
