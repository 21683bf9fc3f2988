"""What agencies sent for an edition: archived beside it, outside its inputs and its content digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from plangen.intake.returns.register import FOLDER
from plangen.model.edition import EditionKind, EditionName
from plangen.sources.reading import Reading

__all__ = ["RECEIVED", "received_files"]

RECEIVED = "received/"
"""The folder of a version that holds the registers of forms, and the files that came back."""

_MOST = 50_000_000


def received_files(root: Path, name: EditionName) -> Mapping[str, bytes]:
    """The registers and kept files of the returns for `name`, by their names in the archive.

    Nothing is built from them, so a file that cannot be read keeps nobody from archiving the edition.
    """
    if name.kind is not EditionKind.PACK:
        return {}
    reading = Reading(root)
    found = {}
    for file in _names(reading, f"{FOLDER}/{name.id}"):
        data = reading.data(file, _MOST)
        if data is not None:
            found[RECEIVED + file.removeprefix(f"{FOLDER}/{name.id}/")] = data
    return found


def _names(reading: Reading, folder: str) -> Iterator[str]:
    for entry in reading.names(folder):
        if entry == "files":
            yield from (f"{folder}/files/{one}" for one in reading.names(f"{folder}/files"))
        elif entry.endswith(".yaml"):
            yield f"{folder}/{entry}"
