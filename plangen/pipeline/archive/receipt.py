"""A receipt as two files: one for `verify --expect`, and a page to print for the minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from plangen.archive import Archive
from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.language.english.periods import date_words
from plangen.model.edition import EditionName
from plangen.pipeline.archive.wording import in_groups, receipt_title
from plangen.pipeline.history.archived_edition import kept
from plangen.pipeline.history.editions import readable
from plangen.pipeline.history.receipt import Receipt, receipt_bytes, receipt_of
from plangen.pipeline.output import write_whole

__all__ = ["receipt", "receipt_page", "write_receipt"]

_STYLE = (
    "body{font:12pt/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%;margin:1em 0}caption{text-align:left;font-weight:bold}"
    "th,td{text-align:left;vertical-align:top;padding:.4em .8em .4em 0;border-bottom:1px solid #767676}"
    "tr{break-inside:avoid}code{font-size:11pt;overflow-wrap:anywhere}"
)


def receipt(archive: Archive, name: EditionName, version: str | None = None) -> Receipt:
    """The receipt of a version, the newest unless said otherwise; raises PG750 where it is not there.

    Raises, too, with every version of the archive that cannot be read: a receipt that leaves one out would let it
    go missing.
    """
    chosen = kept(archive, name, version)
    versions, faults = readable(archive)
    if faults:
        raise PlangenError(faults)
    return receipt_of(chosen, versions)


def write_receipt(receipt: Receipt, folder: Path) -> tuple[Path, Path]:
    """Write the file and the page into `folder`; raises PG752 where one of them is there already.

    An older receipt is not written over: it may name a version that has gone missing since.
    """
    stem = f"{receipt.edition}-{receipt.version}.receipt"
    files = {folder / f"{stem}.json": receipt_bytes(receipt), folder / f"{stem}.html": receipt_page(receipt)}
    if there := [path for path in files if path.exists()]:
        hint = "keep the older receipt: name another folder"
        raise PlangenError(
            finding(codes.IN_THE_WAY, f"{path.name} exists already", Location("-o"), hint) for path in there
        )
    for path, data in files.items():
        write_whole(path, data)
    file, page = files
    return file, page


def receipt_page(receipt: Receipt) -> bytes:
    """The receipt as a web page that needs nothing else, for the printer and for screen readers."""
    title = escape(receipt_title(receipt.edition, receipt.version))
    file = f"{receipt.edition}-{receipt.version}.receipt.json"
    parts = [
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>',
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1>",
        *_about(receipt),
        *_standing(receipt),
        "<h2>How to check it</h2>",
        "<p>This tells whether the version is still the one that was approved, and whether anything is missing "
        "that the archive held when this receipt was written:</p>",
        f"<p><code>plangen archive verify --expect {escape(file)}</code></p>",
        "<p>Without the file, type the version digest instead, in quotation marks; its spaces do not count.</p>",
        "</main></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8")


def _about(receipt: Receipt) -> Iterable[str]:
    rows = [
        ("Approved by", escape(receipt.approved_by)),
        ("Approved on", date_words(receipt.approved_on)),
        ("PDF, SHA-256", _code(receipt.pdf_sha256)),
        ("Content digest", _code(receipt.content_digest)),
        ("Version digest, SHA-512", _code(receipt.inventory_sha512)),
    ]
    yield "<table><caption>What was archived</caption><tbody>"
    yield from (f'<tr><th scope="row">{what}</th><td>{value}</td></tr>' for what, value in rows)
    yield "</tbody></table>"


def _standing(receipt: Receipt) -> Iterable[str]:
    rows: Sequence[tuple[str, str, str]] = [
        (escape(one.edition), escape(one.version), _code(one.inventory_sha512)) for one in receipt.archive
    ]
    yield "<table><caption>The newest version of each edition in the archive at that time</caption><thead><tr>"
    yield from (f'<th scope="col">{column}</th>' for column in ("Edition", "Version", "Version digest"))
    yield "</tr></thead><tbody>"
    yield from (
        f'<tr><th scope="row">{edition}</th><td>{version}</td><td>{digest}</td></tr>'
        for edition, version, digest in rows
    )
    yield "</tbody></table>"


def _code(digest: str) -> str:
    return f"<code>{in_groups(digest)}</code>"
