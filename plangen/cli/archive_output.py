"""What the archive commands print: lines for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import asdict

from plangen.cli.printing import say, say_json
from plangen.cli.reporting import as_json as findings_json
from plangen.cli.reporting import report
from plangen.diagnostics import Diagnostic
from plangen.pipeline.archive.diff import VersionDifference
from plangen.pipeline.archive.proofs import Proof
from plangen.pipeline.archive.rebuild import Rebuilt
from plangen.pipeline.archive.sign import Proved
from plangen.pipeline.archive.verify import Verified
from plangen.pipeline.archive.wording import (
    NO_PICTURES,
    change_words,
    difference_title,
    on_words,
    page_words,
    proof_words,
    receipt_lines,
    version_line,
)
from plangen.pipeline.history.archived_edition import Kept
from plangen.pipeline.history.figures import FigureChange
from plangen.pipeline.history.receipt import Receipt

__all__ = [
    "show_difference",
    "show_list",
    "show_proved",
    "show_rebuilt",
    "show_receipt",
    "show_receipt_files",
    "show_record",
    "show_verified",
    "show_written",
]


def show_receipt(version: Kept, as_json: bool) -> None:
    """The receipt for the minutes."""
    record = version.record
    if as_json:
        say_json(
            {
                "edition": record.edition,
                "version": record.version,
                "approved_by": record.approved_by,
                "approved_on": record.approved_on.isoformat(),
                **{key: digest for key, (_, digest) in _digests(version).items()},
            }
        )
        return
    digests = dict(_digests(version).values())
    for line in receipt_lines(record.edition, record.version, record.approved_by, record.approved_on, digests):
        say(line)


def show_receipt_files(receipt: Receipt, files: Iterable[Path], as_json: bool) -> None:
    """Where the receipt's file and its page were written."""
    if as_json:
        say_json({**to_builtins(receipt), "written": [str(path) for path in files]})
        return
    for path in files:
        say(str(path))


def show_proved(proved: Proved, what: str, as_json: bool) -> None:
    """Who signed or stamped a version, and where that lies."""
    label = f"{proved.version.record.edition} {proved.version.record.version}"
    found, files = proved.judgement, [str(path) for path in proved.files]
    if as_json:
        say_json({"version": label, "by": found.by, "moment": _moment(found.moment), "written": files})
        return
    say(f"{label}: {what} by {found.by}{on_words(found.moment)}")
    for file in files:
        say(f"  {file}")


def show_list(versions: Mapping[str, Iterable[Kept]], as_json: bool) -> None:
    """Every edition with its versions, oldest first."""
    if as_json:
        say_json({name: [_summary(one) for one in kept] for name, kept in versions.items()})
        return
    for name, kept in versions.items():
        say(name)
        for one in kept:
            record = one.record
            say(f"  {version_line(record.version, record.approved_on, record.approved_by, record.correction)}")


def show_record(version: Kept, as_json: bool) -> None:
    """Everything that is known of a version."""
    record = version.record
    if as_json:
        say_json({**to_builtins(record), "number": version.number, "inventory": version.digest})
        return
    show_receipt(version, as_json=False)
    for what, words in (("Note", record.note), ("Correction", record.correction)):
        if words:
            say(f"{what}: {words}")
    say(f"Made with {', '.join(f'{name} {number[:12]}' for name, number in record.made_with.items())}")
    say(f"{len(record.files)} files:")
    for name in record.files:
        say(f"  {name}")


def show_verified(verified: Verified, as_json: bool) -> None:
    """What is wrong, and what is still good."""
    if as_json:
        findings = json.loads(findings_json(verified.findings))
        proofs = [_proof(one) for one in verified.proofs]
        say_json({"sound": verified.sound, "matches": verified.matches, "proofs": proofs, "findings": findings})
        return
    report(verified.findings)
    for name in verified.sound:
        say(f"{name}: as it was archived")
    for proof in verified.proofs:
        if line := proof_words(proof):
            say(line)
    for name in verified.matches:
        say(f"{name}: is the version of the receipt")


def show_difference(found: VersionDifference, folder: Path | None, as_json: bool) -> None:
    """What changed for a reader, figures first."""
    if as_json:
        say_json(_difference(found))
        return
    say(difference_title(str(found.name), found.old.record.version, found.new.record.version))
    _part("Figures", _figure_lines(found.figures))
    _part("Targets and outcomes", _figure_lines(found.outcomes))
    text = [(change.old and f"- {change.old}", change.new and f"+ {change.new}") for change in found.text]
    _part("Text", [line for pair in text for line in pair if line])
    pages = found.pages
    _part(
        "Pages that look different", [NO_PICTURES] if pages is None else [page_words(p.old, p.new) for p in pages]
    )
    if folder:
        say(f"Report: {folder / 'index.html'}")


def show_written(version: Kept, target: Path, as_json: bool) -> None:
    """Where a version was copied to."""
    if as_json:
        say_json({"edition": version.record.edition, "version": version.record.version, "written": str(target)})
    else:
        say(f"{version.record.edition}, version {version.record.version}: {target}")


def show_rebuilt(rebuilt: Rebuilt, findings: tuple[Diagnostic, ...], as_json: bool) -> None:
    """Whether it is the same, and if not, what is not."""
    if as_json:
        say_json(
            {
                "identical": rebuilt.identical,
                "published_sha256": rebuilt.version.record.pdf_sha256,
                "rebuilt_sha256": rebuilt.sha256,
                "made_with": [dict(zip(("what", "then", "now"), each, strict=True)) for each in rebuilt.made_with],
                "figures": [asdict(change) for change in rebuilt.figures],
                "text": [asdict(change) for change in rebuilt.text],
                "findings": json.loads(findings_json(findings)),
            }
        )
        return
    report(findings)
    label = f"{rebuilt.name} {rebuilt.version.record.version}"
    if rebuilt.identical:
        say(f"{label}: made again, byte for byte the same (SHA-256 {rebuilt.sha256})")
        return
    if not rebuilt.figures and not rebuilt.text:
        say(f"{label}: made again, other bytes, but every figure and every word is the same")
    for line in _figure_lines(rebuilt.figures):
        say(f"  {line}")


def _proof(proof: Proof) -> dict[str, Any]:
    found = proof.judgement
    return {
        "of": proof.label,
        "kind": "signature" if proof.is_signature else "time stamp",
        "verdict": found.verdict.name.lower(),
        "by": found.by,
        "issuer": found.issuer,
        "moment": _moment(found.moment),
        "file": proof.place,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _digests(version: Kept) -> dict[str, tuple[str, str]]:
    return {
        "pdf_sha256": ("PDF, SHA-256", version.record.pdf_sha256),
        "content_digest": ("Content digest", version.record.content_digest),
        "inventory_sha512": ("Version, SHA-512", version.digest),
    }


def _summary(version: Kept) -> dict[str, str]:
    record = version.record
    return {
        "version": record.version,
        "approved_by": record.approved_by,
        "approved_on": record.approved_on.isoformat(),
        "note": record.note,
        "correction": record.correction,
        "pdf_sha256": record.pdf_sha256,
        "content_digest": record.content_digest,
    }


def _difference(found: VersionDifference) -> dict[str, Any]:
    pages = None if found.pages is None else [{"old": page.old, "new": page.new} for page in found.pages]
    return {
        "edition": str(found.name),
        "old": found.old.record.version,
        "new": found.new.record.version,
        "figures": [asdict(change) for change in found.figures],
        "targets": [asdict(change) for change in found.outcomes],
        "text": [asdict(change) for change in found.text],
        "pages": pages,
    }


def _figure_lines(changes: Iterable[FigureChange]) -> list[str]:
    return [change_words(change.indicator, change.period, change.old, change.new) for change in changes]


def _part(heading: str, lines: list[str]) -> None:
    say("")
    say(heading)
    for line in lines or ["no change"]:
        say(f"  {line}")
