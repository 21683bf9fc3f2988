"""Certificates of our own, and a time-stamp authority on the loopback address that answers with `openssl ts`."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSWORD = "a secret of the board"
NOW = datetime.now(UTC).replace(microsecond=0)
YEAR = timedelta(days=365)

_CONFIGURATION = """\
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
certs = {folder}/ca.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""


class Holder(NamedTuple):
    """Somebody with a key and a certificate."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def p12(self, issuer: Holder | None = None, password: str = PASSWORD) -> bytes:
        """What a certificate authority hands out."""
        chain = [issuer.certificate] if issuer else None
        lock = BestAvailableEncryption(password.encode()) if password else NoEncryption()
        return pkcs12.serialize_key_and_certificates(b"key", self.key, self.certificate, chain, lock)


def authority(name: str = "Example Root") -> Holder:
    """A certificate authority, valid for ten years on either side of today."""
    return _holder(name, None, NOW - 10 * YEAR, NOW + 10 * YEAR, ())


def holder(
    name: str,
    issuer: Holder,
    start: datetime = NOW - YEAR,
    end: datetime = NOW + YEAR,
    purpose: x509.ObjectIdentifier = ExtendedKeyUsageOID.EMAIL_PROTECTION,
    signs: bool = True,
) -> Holder:
    """Somebody to whom `issuer` gave a certificate: to sign, for another purpose, or to receive secrets."""
    return _holder(name, issuer, start, end, (purpose,), signs)


def _holder(
    name: str,
    issuer: Holder | None,
    start: datetime,
    end: datetime,
    purposes: tuple[x509.ObjectIdentifier, ...],
    signs: bool = True,
) -> Holder:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = dict.fromkeys(("data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(issuer is None, None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=issuer is not None and signs,
                key_encipherment=not signs,
                content_commitment=False,
                key_cert_sign=issuer is None,
                crl_sign=issuer is None,
                **usage,
            ),
            critical=True,
        )
    )
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
    return Holder(key, builder.sign(issuer.key if issuer else key, hashes.SHA256()))


def revocations(issuer: Holder, revoked: Holder, when: datetime) -> bytes:
    """A list by `issuer` that says that a certificate is not to be believed since `when`."""
    entry = (
        x509.RevokedCertificateBuilder()
        .serial_number(revoked.certificate.serial_number)
        .revocation_date(when)
        .build()
    )
    return (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(NOW - timedelta(hours=1))
        .next_update(NOW + YEAR)
        .add_revoked_certificate(entry)
        .sign(issuer.key, hashes.SHA256())
        .public_bytes(Encoding.PEM)
    )


@contextmanager
def time_stamp_authority(folder: Path, root: Holder) -> Iterator[str]:
    """The address of an authority whose certificate is by `root`; its files are kept in `folder`."""
    folder.mkdir()
    stamper = holder("Example Time Stamps", root, purpose=ExtendedKeyUsageOID.TIME_STAMPING)
    plain = stamper.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for name, data in {"ca.pem": root.pem, "tsa.pem": stamper.pem, "tsa.key": plain, "serial": b"01\n"}.items():
        (folder / name).write_bytes(data)
    (folder / "tsa.cnf").write_text(_CONFIGURATION.format(folder=folder), "utf-8")

    def answer(query: bytes) -> tuple[int, bytes]:
        (folder / "query.tsq").write_bytes(query)
        command = [
            "openssl",
            "ts",
            "-reply",
            "-config",
            "tsa.cnf",
            "-queryfile",
            "query.tsq",
            "-out",
            "answer.tsr",
        ]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return 200, (folder / "answer.tsr").read_bytes()

    with answering(answer) as address:
        yield address


@contextmanager
def answering(answer: object) -> Iterator[str]:
    """The address of a server that answers each request with status and content as `answer` gives them."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, data = answer(self.rfile.read(int(self.headers["Content-Length"])))  # type: ignore[operator]
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
