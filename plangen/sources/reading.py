"""Reading files of a workspace safely, remembering what was read and what was wrong."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from plangen.diagnostics import About, Diagnostic, Location, PlangenError, Write, codes, finding
from plangen.sources.decoding import decode

__all__ = ["MEGABYTE", "Reading", "no_file"]

MEGABYTE = 1_000_000
_WHOLE_WORKSPACE = 400 * MEGABYTE


class Reading(Struct):
    """One reading of a workspace: its root, the findings so far, and the SHA-256 of every file read.

    Names of files are relative to the root, with forward slashes.
    """

    root: Path
    found: list[Diagnostic] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def report(self, findings: Diagnostic | Iterable[Diagnostic]) -> None:
        """Keep findings for the end of the reading."""
        self.found.extend((findings,) if isinstance(findings, Diagnostic) else findings)

    def exists(self, name: str) -> bool:
        """Whether there is anything of that name, be it readable or not."""
        return os.path.lexists(self.root / name)

    def names(self, folder: str) -> list[str]:
        """The names in a folder, sorted, without hidden files and what editors leave; none if unreadable."""
        path = self.root / folder
        if not path.is_dir() or not self.inside(folder):
            return []
        try:
            return sorted(p.name for p in path.iterdir() if not p.name.startswith((".", "~")))
        except OSError:
            return []

    def inside(self, name: str) -> bool:
        """Whether the file, all symbolic links followed, lies in the workspace."""
        try:
            return (self.root / name).resolve(strict=True).is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):
            return False

    def data(self, name: str, limit: int = 5 * MEGABYTE, asked_at: Location | None = None) -> bytes | None:
        """The bytes of a file, or None with the reason reported: at `asked_at` if it does not exist."""
        try:
            data = self._data(name, limit, asked_at)
        except PlangenError as problem:
            self.report(problem.diagnostics)
            return None
        self.size += len(data)
        self.digests[name] = hashlib.sha256(data).hexdigest()
        return data

    def text(self, name: str, limit: int = 5 * MEGABYTE, asked_at: Location | None = None) -> str | None:
        """The text of a UTF-8 file, or None with the reason reported."""
        data = self.data(name, limit, asked_at)
        if data is None:
            return None
        try:
            return decode(data, name)
        except PlangenError as problem:
            self.report(problem.diagnostics)
            return None

    def _data(self, name: str, limit: int, asked_at: Location | None) -> bytes:
        path, here = self.root / name, Location(name)
        if not os.path.lexists(path):
            raise PlangenError(no_file(name, asked_at or here))
        if not self.inside(name):
            hint = "copy the file itself into the workspace"
            message = "the name leads out of the workspace, in a circle, or nowhere"
            raise PlangenError(finding(codes.UNREADABLE_FILE, message, here, hint))
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                hint = "put a plain file in its place"
                raise PlangenError(finding(codes.UNREADABLE_FILE, "this is not a file", here, hint))
            if found.st_size > limit or self.size + found.st_size > _WHOLE_WORKSPACE:
                raise PlangenError(_too_large(found.st_size, limit, here))
            data = path.read_bytes()
        except OSError as fault:
            hint = "check that you may open the file and that no other program has locked it"
            raise PlangenError(
                finding(codes.UNREADABLE_FILE, f"the file cannot be read: {fault.strerror}", here, hint)
            ) from None
        return data


def no_file(name: str, here: Location, holds: str = "") -> Diagnostic:
    """PG101: a file that is needed is not there; `holds` says what to write in it."""
    hint = f"write {name}{', with ' if holds else ''}{holds}"
    return finding(codes.NO_FILE, f"the file {name} does not exist", here, hint, About(file=name), (Write(name),))


def _too_large(size: int, limit: int, here: Location) -> Diagnostic:
    if size <= limit:
        message = f"the workspace holds more than {_WHOLE_WORKSPACE // MEGABYTE} MB of content"
        return finding(
            codes.FILE_TOO_LARGE, message, here, "move what the documents do not need out of the workspace"
        )
    message = f"the file has {size / MEGABYTE:.1f} MB; at most {limit / MEGABYTE:g} MB are read"
    return finding(codes.FILE_TOO_LARGE, message, here, "split the file, or check that it is the right one")
