"""Signatures (CMS, RFC 5652) and time stamps (RFC 3161), made and judged by pyHanko.

Nothing here uses the network. pyHanko is an extra, `plangen[sign]`, and is loaded only when it is needed.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from plangen.diagnostics import ExitCode, PlangenError, codes, finding, printable

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.status import SignatureStatus
    from pyhanko_certvalidator import ValidationContext

__all__ = [
    "ProofJudgement",
    "ProofVerdict",
    "TrustStore",
    "answered",
    "judge_signature",
    "judge_time_stamp",
    "need_pyhanko",
]
__all__ += ["read_trust", "sign", "time_stamp_request"]

T = TypeVar("T")

_DIGEST = "sha512"
_IMPRINTS = ("sha256", "sha384", "sha512")
"""Digests by which a time stamp may know what it stamps."""


class ProofVerdict(Enum):
    """What can be said of a signature or time stamp."""

    TRUSTED = "trusted"
    UNKNOWN = "whole, but no trust store was given"
    BROKEN = "broken"
    FOREIGN = "foreign"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNFIT = "made with a certificate that is not for this"


class ProofJudgement(Struct, frozen=True):
    """A verdict, who signed and when: a signature by the signer's own clock, a time stamp by its authority's.

    `until` is the day on which the certificate ended or was revoked, where that is why it is not trusted.
    """

    verdict: ProofVerdict
    by: str = ""
    issuer: str = ""
    moment: datetime | None = None
    until: datetime | None = None


class TrustStore(Struct, frozen=True):
    """Certificates that are believed, and lists of those that were revoked, each in DER."""

    certificates: tuple[bytes, ...]
    revocations: tuple[bytes, ...] = ()


def need_pyhanko() -> None:
    """Raise PG772 where the extra is not installed; keep pyHanko from writing its doubts to the terminal."""
    try:
        import pyhanko.sign.signers  # noqa: F401
    except ImportError:
        message = "signatures and time stamps need pyHanko, which is not installed"
        hint = 'install it with: pip install "plangen[sign]"'
        raise PlangenError(
            finding(codes.SIGNING_NOT_INSTALLED, message, hint=hint), ExitCode.ENVIRONMENT
        ) from None
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def read_trust(files: Iterable[bytes]) -> TrustStore:
    """A trust store from files in PEM or DER; raises ValueError where one is neither certificate nor list."""
    from asn1crypto import pem
    from asn1crypto.crl import CertificateList
    from asn1crypto.x509 import Certificate

    certificates: list[bytes] = []
    revocations: list[bytes] = []
    for data in files:
        parts = [der for _, _, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        for der in parts:
            for kind, into in ((Certificate, certificates), (CertificateList, revocations)):
                if _is_a(kind, der):
                    into.append(der)
                    break
            else:
                raise ValueError("neither a certificate nor a list of revoked ones")
    return TrustStore(tuple(certificates), tuple(revocations))


def _is_a(kind: Any, der: bytes) -> bool:
    try:
        return kind.load(der, strict=True).native is not None
    except (ValueError, TypeError, KeyError):
        return False


def sign(data: bytes, key: bytes, password: str, now: datetime) -> bytes:
    """A detached signature of `data`, in DER, with the key of a .p12 file; ValueError where that cannot be used.

    The file's certificates go into it; `now` is the moment that the signer claims.
    """
    need_pyhanko()
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    try:
        signer = SimpleSigner.load_pkcs12_data(key, [], passphrase=password.encode("utf-8") or None)
    except (ValueError, TypeError, AttributeError) as problem:
        raise ValueError(
            "the password is wrong, or it is not a .p12 file with a key and its certificate"
        ) from problem
    ends = signer.signing_cert.not_valid_after
    if not signer.signing_cert.not_valid_before <= now <= ends:
        raise ValueError(f"its certificate is not valid today; it ends on {ends:%Y-%m-%d}")
    usage = signer.signing_cert.key_usage_value
    if usage is not None and not usage.native & {"digital_signature", "non_repudiation"}:
        raise ValueError("its certificate is not for signing")
    attributes = PdfCMSSignedAttributes(signing_time=now)
    made = signer.async_sign_general_data(data, _DIGEST, detached=True, signed_attr_settings=attributes)
    return bytes(_done(made).dump())


def time_stamp_request(data: bytes, nonce: int) -> bytes:
    """What is sent to a time-stamp authority: the SHA-512 of `data` and nothing else of it."""
    need_pyhanko()
    from asn1crypto.tsp import TimeStampReq

    imprint = {"hash_algorithm": {"algorithm": _DIGEST}, "hashed_message": hashlib.sha512(data).digest()}
    return bytes(TimeStampReq({"version": 1, "message_imprint": imprint, "nonce": nonce, "cert_req": True}).dump())


def answered(response: bytes, data: bytes, nonce: int) -> ProofJudgement:
    """What an authority answered to a request; raises ValueError where it refused, or stamped something else."""
    from asn1crypto.tsp import TimeStampResp

    try:
        read = TimeStampResp.load(response, strict=True)
        status = read["status"]["status"].native
        if status not in ("granted", "granted_with_mods"):
            raise ValueError(f"it refused: {'; '.join(read['status']['status_string'].native or [status])[:200]}")
        info = read["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
        if info["nonce"].native != nonce:
            raise ValueError("it answered another request")
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError("what it answered is no time stamp") from problem
    found = judge_time_stamp(response, data, None)
    if found.verdict is ProofVerdict.BROKEN:
        raise ValueError("what it answered is no time stamp of this")
    return found


def judge_signature(signature: bytes, data: bytes, trust: TrustStore | None, moment: datetime) -> ProofJudgement:
    """Whether `signature` is one of `data`, by somebody in whom `trust` believes, as of `moment`.

    Whatever pyHanko cannot read is broken: the bytes may come from anybody.
    """
    need_pyhanko()
    from asn1crypto.cms import ContentInfo
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    try:
        signed = ContentInfo.load(signature, strict=True)["content"]
        context = _context(trust, moment)
        status = _done(async_validate_detached_cms(data, signed, context, key_usage_settings=usage))
    except Exception:  # pyHanko has no one error for what it cannot read
        return ProofJudgement(ProofVerdict.BROKEN)
    return _judgement(status, status.signer_reported_dt, trust, moment)


def judge_time_stamp(response: bytes, data: bytes, trust: TrustStore | None) -> ProofJudgement:
    """Whether `response` is a time stamp of `data` by an authority in which `trust` believes.

    The authority's certificate must have been valid when it stamped; it may have ended since.
    """
    need_pyhanko()
    from asn1crypto.tsp import TimeStampResp
    from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
    from pyhanko.sign.validation.status import TimestampSignatureStatus

    try:
        signed = TimeStampResp.load(response, strict=True)["time_stamp_token"]["content"]
        moment = signed["encap_content_info"]["content"].parsed["gen_time"].native
        context = _context(trust, moment)
        found = _done(validate_tst_signed_data(signed, context, lambda digest: _imprint(digest, data)))
        return _judgement(TimestampSignatureStatus(**found), moment, trust, None)
    except Exception:  # as above
        return ProofJudgement(ProofVerdict.BROKEN)


def _imprint(digest: str, data: bytes) -> bytes:
    if digest not in _IMPRINTS:
        raise ValueError(digest)
    return hashlib.new(digest, data).digest()


def _context(trust: TrustStore | None, moment: datetime) -> ValidationContext:
    from asn1crypto.x509 import Certificate
    from pyhanko_certvalidator import ValidationContext

    store = trust or TrustStore(())
    return ValidationContext(
        trust_roots=[Certificate.load(der) for der in store.certificates],
        moment=moment,
        allow_fetching=False,
        revocation_mode="soft-fail",
    )


def _judgement(
    status: SignatureStatus, moment: datetime | None, trust: TrustStore | None, known: datetime | None
) -> ProofJudgement:
    """`known` is when it was there for certain; None for a time stamp, of which only its authority says so."""
    certificate: Certificate = status.signing_cert
    by, issuer = printable(certificate.subject.human_friendly), printable(certificate.issuer.human_friendly)
    if not (status.intact and status.valid):
        return ProofJudgement(ProofVerdict.BROKEN, by, issuer, moment)
    if trust is None:
        return ProofJudgement(ProofVerdict.UNKNOWN, by, issuer, moment)
    revoked = _revoked(status, trust)
    if revoked and (known is None or revoked <= known):
        return ProofJudgement(ProofVerdict.REVOKED, by, issuer, moment, revoked)
    return ProofJudgement(_verdict(status), by, issuer, moment, status.error_time_horizon)


def _revoked(status: SignatureStatus, trust: TrustStore) -> datetime | None:
    """When a list of the trust store revoked the certificate, or one that leads to it; None where none did.

    pyHanko asks lists only about certificates that say where to find them, and refuses lists that are old by now.
    Ours are believed because somebody put them into the trust store.
    """
    from asn1crypto.crl import CertificateList

    path = status.validation_path
    certificates = list(path.iter_certs(include_root=False)) if path else [status.signing_cert]
    wanted = {(certificate.issuer.hashable, certificate.serial_number) for certificate in certificates}
    days = [
        entry["revocation_date"].native
        for revocations in map(CertificateList.load, trust.revocations)
        for entry in revocations["tbs_cert_list"]["revoked_certificates"] or ()
        if (revocations.issuer.hashable, entry["user_certificate"].native) in wanted
    ]
    return min(days, default=None)


def _verdict(status: SignatureStatus) -> ProofVerdict:
    from pyhanko.sign.ades.report import AdESIndeterminate as Doubt

    if status.trusted:
        return ProofVerdict.TRUSTED
    match status.trust_problem_indic:
        case Doubt.OUT_OF_BOUNDS_NO_POE | Doubt.OUT_OF_BOUNDS_NOT_REVOKED | Doubt.NO_POE:
            return ProofVerdict.EXPIRED
        case Doubt.CHAIN_CONSTRAINTS_FAILURE | Doubt.CRYPTO_CONSTRAINTS_FAILURE:
            return ProofVerdict.UNFIT
        case _:
            return ProofVerdict.FOREIGN


def _done(work: Coroutine[Any, Any, T]) -> T:
    """Run what pyHanko writes as a coroutine, in a thread: whoever calls may have a loop of events already."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
