"""Export and checkout: an archived version as a plain folder or zip file, or as a workspace to work in."""

from __future__ import annotations

from pathlib import Path

from plangen.archive import Archive
from plangen.model.edition import EditionName
from plangen.pipeline.archive.folder import write_folder, write_zip
from plangen.pipeline.history.archived_edition import Kept, files_of, inputs_of, kept

__all__ = ["checkout", "export"]


def export(archive: Archive, name: EditionName, version: str | None, target: Path) -> Kept:
    """Every file of a version in the folder `target`, or packed where its name ends in .zip; raises PG752."""
    chosen = kept(archive, name, version)
    files = files_of(archive, name, chosen)
    if target.suffix.lower() == ".zip":
        write_zip(target, files, chosen.record.approved_on)
    else:
        write_folder(target, files)
    return chosen


def checkout(archive: Archive, name: EditionName, version: str | None, target: Path) -> Kept:
    """The inputs of a version as a workspace in the folder `target`; raises PG752 where something is there."""
    chosen = kept(archive, name, version)
    write_folder(target, inputs_of(archive, name, chosen))
    return chosen
