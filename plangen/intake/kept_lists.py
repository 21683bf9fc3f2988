"""The lists under content/imports: what was received, and which figures or words were changed by it."""

from __future__ import annotations

import csv
import io
from datetime import date

from msgspec import Struct

__all__ = ["CHANGES", "RECEIVED", "ChangeRow", "ReceivedRow", "with_changes", "with_received"]

RECEIVED = "content/imports/received.csv"
CHANGES = "content/imports/changes.csv"


class ReceivedRow(Struct, frozen=True):
    """A file that was taken in: SHA-256, name, size in bytes, the mapping it was read by, when and by whom."""

    sha256: str
    file: str
    bytes: int
    mapping: str
    imported: date
    by: str = ""


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A figure, or a commentary, that took another's place; `old` and `new` of a commentary are SHA-256."""

    date: date
    indicator: str = ""
    area: str = ""
    period: str = ""
    series: str = ""
    category: str = ""
    base: str = ""
    old: str
    new: str
    kind: str
    reason: str = ""
    origin: str


def with_received(before: bytes | None, row: ReceivedRow) -> bytes:
    """The list of received files with one more; as it was where the file stands in it already."""
    if before and any(line.startswith(row.sha256) for line in before.decode("utf-8", "replace").splitlines()):
        return before
    return _with_rows(before, (row,), ReceivedRow.__struct_fields__)


def with_changes(before: bytes | None, rows: tuple[ChangeRow, ...]) -> bytes:
    """The list of changes with `rows` at its end."""
    return _with_rows(before, rows, ChangeRow.__struct_fields__)


def _with_rows(before: bytes | None, rows: tuple[Struct, ...], columns: tuple[str, ...]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if not before:
        writer.writerow(columns)
    elif not before.endswith(b"\n"):
        out.write("\n")
    for row in rows:
        writer.writerow([str(getattr(row, column)) for column in columns])
    return (before or b"") + out.getvalue().encode("utf-8")
