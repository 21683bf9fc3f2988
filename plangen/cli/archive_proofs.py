"""`plangen archive verify`, `receipt`, `sign` and `timestamp`: proofs that the archive is what was approved."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from plangen.cli.archive_options import common, edition, named, opened, place, version_or_newest
from plangen.cli.arguments import GIVEN_PATH, KIND
from plangen.cli.reporting import status

__all__ = ["receipt", "sign", "timestamp", "verify"]

_PASSWORD = "PLANGEN_KEY_PASSWORD"
_LONGEST_PASSWORD = 4096  # bytes of its file


@click.command()
@click.argument("kind", type=KIND, required=False)
@click.argument("edition_id", metavar="ID", required=False)
@click.option("--all", "everything", is_flag=True, help="Verify every edition of the archive.")
@click.option(
    "--expect", metavar="RECEIPT", multiple=True, help="A receipt's file, or its version digest; repeatable."
)
@click.option(
    "--trust",
    metavar="DIR",
    type=GIVEN_PATH,
    help="Certificates of those whose signatures and time stamps are believed.",
)
@click.option("--signed", is_flag=True, help="Ask for a trusted signature of every newest version.")
@click.option("--stamped", is_flag=True, help="Ask for a trusted time stamp of every newest version.")
@click.pass_context
@common
def verify(
    context: click.Context,
    kind: str | None,
    edition_id: str | None,
    everything: bool,
    expect: tuple[str, ...],
    trust: Path | None,
    signed: bool,
    stamped: bool,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Check that nothing in the archive was altered, lost or added."""
    from plangen.cli.archive_output import show_verified
    from plangen.pipeline.archive.expectations import expectation
    from plangen.pipeline.archive.proofs import ProofWishes, load_trust
    from plangen.pipeline.archive.verify import verify as verify_archive

    if everything and kind:
        raise click.UsageError("Name one edition (plan ID or pack ID), or use --all.")
    if kind and not edition_id:
        raise click.UsageError(f"Say which {kind}: plangen archive verify {kind} ID.")
    if (signed or stamped) and trust is None:
        raise click.UsageError("Say whose signatures and time stamps are believed: --trust DIR.")
    name = named(kind, edition_id) if kind and edition_id else None
    expected = [expectation(given) for given in expect]
    wishes = ProofWishes(datetime.now(UTC), load_trust(trust) if trust else None, signed, stamped)
    verified = verify_archive(place(context, folder).open_as_it_is(), name, expected, wishes)
    show_verified(verified, as_json_)
    raise SystemExit(status(verified.findings))


@click.command()
@edition
@version_or_newest
@click.option(
    "-o",
    "output",
    metavar="DIR",
    default=".",
    type=GIVEN_PATH,
    help="The folder to write it into; without it, the one you are in.",
)
@click.pass_context
@common
def receipt(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    output: Path,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Write the receipt of a version: a file for verify --expect, and a page to print."""
    from plangen.cli.archive_output import show_receipt_files
    from plangen.pipeline.archive.receipt import receipt as receipt_of
    from plangen.pipeline.archive.receipt import write_receipt

    made = receipt_of(opened(context, folder), named(kind, edition_id), version)
    show_receipt_files(made, write_receipt(made, output), as_json_)


@click.command()
@edition
@version_or_newest
@click.option("--key", metavar="FILE", required=True, type=GIVEN_PATH, help="A .p12 or .pfx file.")
@click.option(
    "--password-file",
    metavar="FILE",
    type=GIVEN_PATH,
    help=f"Its password, on one line; without it, {_PASSWORD} of the environment, or the terminal.",
)
@click.pass_context
@common
def sign(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    key: Path,
    password_file: Path | None,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Sign a version with a key of yours; the signature lies beside it, and the PDF stays as it is."""
    from plangen.cli.archive_output import show_proved
    from plangen.pipeline.archive.sign import sign as sign_version

    archive = opened(context, folder)
    password = _password(password_file)
    made = sign_version(archive, named(kind, edition_id), version, key, password, datetime.now(UTC))
    show_proved(made, "signed", as_json_)


@click.command()
@edition
@version_or_newest
@click.option("--tsa", metavar="URL", required=True, help="The web address of a time-stamp authority (RFC 3161).")
@click.pass_context
@common
def timestamp(
    context: click.Context,
    kind: str,
    edition_id: str,
    version: str | None,
    tsa: str,
    folder: Path | None,
    as_json_: bool,
) -> None:
    """Have an authority confirm that a version, and its signatures, existed today; only digests are sent."""
    from plangen.cli.archive_output import show_proved
    from plangen.pipeline.archive.sign import timestamp as stamp_version

    made = stamp_version(opened(context, folder), named(kind, edition_id), version, tsa)
    show_proved(made, "stamped", as_json_)


def _password(file: Path | None) -> str:
    """The password of a key: never an argument, which other users of the computer could read."""
    from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding
    from plangen.limits.files import read_regular

    if file is not None:
        try:
            return read_regular(file.parent, file.name, _LONGEST_PASSWORD).decode("utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError) as problem:
            why = getattr(problem, "strerror", None) or "it is not text in UTF-8"
            told = finding(
                codes.KEY_NOT_USED,
                f"the password cannot be read: {why}",
                Location("--password-file"),
                "write the password into a text file that only you can read",
            )
            raise PlangenError(told, ExitCode.ENVIRONMENT) from None
    if _PASSWORD in os.environ:
        return os.environ[_PASSWORD]
    if sys.stdin.isatty():
        return str(click.prompt("Password of the key", hide_input=True, default="", show_default=False, err=True))
    return ""
