"""Archives that somebody with write access has spoilt or forged, every hash recomputed where that is possible."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plangen.archive import Archive
from plangen.archive.names import folder_of

EDITION = "plan-2025-26"
OBJECT = folder_of(EDITION)
HUGE = 20_000_000_000

Spoil = Callable[[Path], None]


def _replaced(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink()
    make(path)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


def _resealed(version: Path, change: Callable[[str], str]) -> None:
    """Another inventory of a version, and of the object, with a sidecar that fits."""
    text = change((version / "inventory.json").read_text("utf-8"))
    for folder in (version, version.parent):
        (folder / "inventory.json").write_text(text, "utf-8")
        digest = hashlib.sha512(text.encode()).hexdigest()
        (folder / "inventory.json.sha512").write_text(f"{digest} inventory.json\n")


def pipe_as_inventory(root: Path) -> None:
    _replaced(root / OBJECT / "v2/inventory.json", os.mkfifo)


def pipe_as_sidecar(root: Path) -> None:
    _replaced(root / OBJECT / "v2/inventory.json.sha512", os.mkfifo)


def pipe_as_root_inventory(root: Path) -> None:
    _replaced(root / OBJECT / "inventory.json", os.mkfifo)


def pipe_as_declaration(root: Path) -> None:
    _replaced(root / "0=ocfl_1.1", os.mkfifo)


def pipe_as_content(root: Path) -> None:
    _replaced(root / OBJECT / "v2/content/results.csv", os.mkfifo)


def pipe_as_version(root: Path) -> None:
    shutil.rmtree(root / OBJECT / "v2")
    os.mkfifo(root / OBJECT / "v2")


def device_in_the_manifest(root: Path) -> None:
    _resealed(root / OBJECT / "v2", lambda text: text.replace("results.csv", "../../../../../../../dev/zero"))


def zero_byte_in_a_path(root: Path) -> None:
    _resealed(root / OBJECT / "v2", lambda text: text.replace("results.csv", "results\\u0000.csv"))


def link_as_content(root: Path) -> None:
    path = root / OBJECT / "v2/content/results.csv"
    path.rename(root.parent / "outside.csv")
    path.symlink_to(root.parent / "outside.csv")


def link_as_version(root: Path) -> None:
    (root / OBJECT / "v1").rename(root.parent / "outside")
    (root / OBJECT / "v1").symlink_to(root.parent / "outside")


def link_as_folder_of_content(root: Path) -> None:
    (root / OBJECT / "v2/content/inputs").rename(root.parent / "outside")
    (root / OBJECT / "v2/content/inputs").symlink_to(root.parent / "outside")


def link_as_edition(root: Path) -> None:
    (root / OBJECT).rename(root.parent / "outside")
    (root / OBJECT).symlink_to(root.parent / "outside")


def huge_content(root: Path) -> None:
    _sparse(root / OBJECT / "v2/content/results.csv")


def huge_inventory(root: Path) -> None:
    _sparse(root / OBJECT / "v2/inventory.json")


def empty_version_far_ahead(root: Path) -> None:
    (root / OBJECT / "v999999").mkdir()


def nested_inventory(root: Path) -> None:
    _resealed(root / OBJECT / "v2", lambda _: "[" * 200_000)


def words_that_are_none(root: Path) -> None:
    _resealed(
        root / OBJECT / "v2", lambda text: text.replace('"message": "Version 1.1', '"message": [{"a": 1}], "": "')
    )


SPOILT: tuple[Spoil, ...] = (
    pipe_as_inventory, pipe_as_sidecar, pipe_as_root_inventory, pipe_as_declaration, pipe_as_content,
    pipe_as_version,
    device_in_the_manifest, zero_byte_in_a_path, link_as_content, link_as_version, link_as_folder_of_content,
    link_as_edition, huge_content, huge_inventory, empty_version_far_ahead, nested_inventory, words_that_are_none,
)  # fmt: skip
"""What `verify` has to find in every case."""


def forged(root: Path, change: Callable[[dict[str, Any], dict[str, bytes]], None], versions: int = 1) -> Path:
    """The archive with its edition stored anew, every hash recomputed, as `change` leaves records and files.

    `change` gets the record as JSON, and the other files by their paths.
    """
    archive = Archive.open(root)
    kept = [(stored, dict(archive.contents(EDITION, stored.number))) for stored in archive.versions(EDITION)]
    shutil.rmtree(root / OBJECT)
    before: dict[str, Any] | None = None
    for number, (stored, files) in enumerate(kept[:versions], start=1):
        record = json.loads(files.pop("record.json"))
        record["previous"] = before
        if before and record.get("anchor"):
            record["anchor"]["inventory"] = before["inventory"]
        change(record, files)
        _seal(record, files)
        added = archive.add(
            EDITION,
            {**files, "record.json": json.dumps(record).encode("utf-8", "surrogatepass")},
            message=stored.message, user=stored.user, created=datetime(2025, 6, number, tzinfo=UTC),
            after=number - 1 or None,
        )  # fmt: skip
        before = {"number": number, "inventory": added.digest}
    return root


def _seal(record: dict[str, Any], files: Mapping[str, bytes]) -> None:
    record["files"] = {path: hashlib.sha512(data).hexdigest() for path, data in sorted(files.items())}
    if record["pdf"] in files:
        record["pdf_sha256"] = hashlib.sha256(files[record["pdf"]]).hexdigest()
