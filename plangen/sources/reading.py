"""Reading files of a workspace safely, remembering what was read and what was wrong."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Hashable, Iterable
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from plangen.diagnostics import About, Diagnostic, Location, PlangenError, Write, codes, finding
from plangen.kept import NOTHING_KEPT, KeptResults, Step
from plangen.sources.decoding import decode

__all__ = ["MEGABYTE", "Reading", "no_file"]

MEGABYTE = 1_000_000
_WHOLE_WORKSPACE = 400 * MEGABYTE

T = TypeVar("T")


class _Question(Enum):
    """What can be asked of the files of a workspace."""

    EXISTS = "exists"
    NAMES = "names"
    DIGEST = "digest"


_Answer = tuple[tuple[_Question, str], object]
"""A question about a file or folder, and what the answer was."""


class _Read(Struct, frozen=True):
    """What one part of a reading got: its result and findings, digests and size of its files, its questions."""

    result: object
    found: tuple[Diagnostic, ...]
    digests: dict[str, str]
    size: int
    asked: tuple[_Answer, ...]


class Reading(Struct):
    """One reading of a workspace: its root, the findings so far, and the SHA-256 of every file read.

    Names of files are relative to the root, with forward slashes. `kept` has what was read before; a file is the
    same while its digest is, and the digest is known until it is forgotten there (`Step.FILE`). `asked` are the
    questions that were put to the files, with the answers.
    """

    root: Path
    kept: KeptResults = NOTHING_KEPT
    found: list[Diagnostic] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    size: int = 0
    asked: list[_Answer] = field(default_factory=list)

    def report(self, findings: Diagnostic | Iterable[Diagnostic]) -> None:
        """Keep findings for the end of the reading."""
        self.found.extend((findings,) if isinstance(findings, Diagnostic) else findings)

    def once(self, name: Hashable, read: Callable[[Reading], T]) -> T:
        """What `read` gets from files by a reading of its own, or what it got before, if they are as they were.

        `name` is what it is found again by, and all that it depends on beside the files.
        """

        def separately() -> _Read:
            own = Reading(self.root, self.kept, size=self.size)
            result = read(own)
            return _Read(result, tuple(own.found), own.digests, own.size - self.size, tuple(own.asked))

        done = self.kept.take(Step.SOURCE, name, separately, self._holds)
        self.report(done.found)
        self.digests |= done.digests
        self.size += done.size
        self.asked += done.asked
        result: Any = done.result
        return result  # type: ignore[no-any-return]

    def _holds(self, done: _Read) -> bool:
        """Whether the files would give the same answers again. What could not be read is tried again."""
        for question, answer in done.asked:
            if answer is None or self._answer(*question) != answer:
                return False
        return self.size + done.size <= _WHOLE_WORKSPACE

    def _answer(self, question: _Question, name: str) -> object:
        match question:
            case _Question.DIGEST:  # most are
                return self.kept.take(Step.FILE, name, lambda: self._digest(name))
            case _Question.EXISTS:
                return os.path.lexists(self.root / name)
            case _Question.NAMES:
                return self._names(name)

    def _digest(self, name: str) -> str | None:
        try:
            return hashlib.sha256(self._data(name, _WHOLE_WORKSPACE, None)).hexdigest()
        except PlangenError:
            return None

    def exists(self, name: str) -> bool:
        """Whether there is anything of that name, be it readable or not."""
        found = os.path.lexists(self.root / name)
        self.asked.append(((_Question.EXISTS, name), found))
        return found

    def names(self, folder: str) -> list[str]:
        """The names in a folder, sorted, without hidden files and what editors leave; none if unreadable."""
        found = self._names(folder)
        self.asked.append(((_Question.NAMES, folder), found))
        return found

    def _names(self, folder: str) -> list[str]:
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
            self.asked.append(((_Question.DIGEST, name), None))
            return None
        self.size += len(data)
        digest = self.digests[name] = hashlib.sha256(data).hexdigest()
        self.kept.put(Step.FILE, name, digest)
        self.asked.append(((_Question.DIGEST, name), digest))
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
