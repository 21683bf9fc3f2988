"""Where the archive is: `--archive`, or what content/partnership.yaml says."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from plangen.archive import Archive
from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding

__all__ = ["ArchivePlace", "find_archive"]

_FILE = "content/partnership.yaml"
_KEY = "archive"
_DEFAULT = "output/archive"


class ArchivePlace(Struct, frozen=True):
    """A folder for the archive, and where it was named. One in the workspace itself is made when it is needed."""

    path: Path
    named_at: Location
    in_workspace: bool = False

    def open(self) -> Archive:
        """The archive that is there; raises PG749 for a folder that is not there, PG7xx for a foreign one."""
        self._check_exists()
        return Archive.open(self.path)

    def open_as_it_is(self) -> Archive:
        """The archive whatever state it is in, for a verification."""
        self._check_exists()
        return Archive(self.path.resolve())

    def open_if_any(self) -> Archive | None:
        """The archive, or None where the first edition has yet to make it.

        A folder elsewhere must exist: a network share that is not connected must not be taken for a new archive.
        """
        if not self.in_workspace:
            self._check_exists()
        if not self.path.is_dir() or not any(self.path.iterdir()):
            return None
        return Archive.open(self.path)

    def make(self) -> Archive:
        """The archive, made where there is none."""
        if not self.in_workspace:
            self._check_exists()
        return Archive.create(self.path)

    def _check_exists(self) -> None:
        if self.path.is_dir():
            return
        message = f"there is no folder {self.path}"
        hint = "connect the network drive, correct the path, or make the folder for a new archive"
        if self.in_workspace:
            hint = "nothing was archived yet: plangen archive add makes it; or name another with --archive DIR"
        raise PlangenError(finding(codes.NO_ARCHIVE_FOLDER, message, self.named_at, hint), ExitCode.ENVIRONMENT)


def find_archive(root: Path | None, named: Path | None) -> ArchivePlace:
    """The archive `named` by --archive, or that of the workspace at `root`."""
    if named is not None or root is None:
        return ArchivePlace(named or Path(_DEFAULT), Location("--archive"))
    folder = (root / _location(root)).resolve()
    return ArchivePlace(folder, Location(_FILE, field=_KEY), folder.is_relative_to(root.resolve()))


def _location(root: Path) -> str:
    """The location in partnership.yaml; faults elsewhere in the content must not keep anybody from the archive."""
    from plangen.sources.reading import Reading
    from plangen.sources.yaml_reader import read_yaml

    reading = Reading(root)
    text = reading.text(_FILE)
    if text is None:
        raise PlangenError(reading.found)
    named = read_yaml(text, _FILE).get((_KEY,))
    return str(named) if named else _DEFAULT
