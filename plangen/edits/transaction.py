"""Several files of a workspace written together: all of them, or none.

The order is the guarantee. Everything new is written beside the content and flushed; then a journal that names it
is put in place by one rename, which is the moment at which all of it is said to be written; then each file is
renamed to where it belongs. Whoever opens the workspace after a crash finishes what the journal says, or drops
what never got one (`settle`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from plangen.diagnostics import Location, PlangenError, codes, finding
from plangen.edits.journal import PENDING, commit, drop_or_finish, stage
from plangen.edits.lock import held
from plangen.edits.refusals import edited_meanwhile, not_stored

__all__ = ["Transaction", "settle"]


class Transaction(Struct):
    """Files of the workspace at `root`, read, changed, and written together.

    `data` and `put` know files by their names in the workspace, with forward slashes. What was read is compared
    when it is written: a file that somebody changed meanwhile is never overwritten.
    """

    root: Path
    read: dict[str, bytes | None] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)

    def data(self, name: str) -> bytes | None:
        """The bytes of a file, with all that was put so far; None where there is none."""
        if name in self.new:
            return self.new[name]
        if name not in self.read:
            self.read[name] = _bytes_of(_place(self.root, name))
        return self.read[name]

    def put(self, name: str, data: bytes) -> None:
        """Let the file have these bytes; nothing is written yet."""
        self.data(name)
        self.new[name] = data

    @property
    def changed(self) -> Mapping[str, bytes]:
        """What will be written: the files whose bytes are not what they were, by name in order."""
        return {name: data for name, data in sorted(self.new.items()) if data != self.read[name]}

    def finish(self) -> tuple[str, ...]:
        """Write all that changed, or nothing; returns the names of the files written, in order.

        Raises `PlangenError`: PG911 where another program writes into the workspace, PG912 where a file is no
        longer what was read, PG901 where the disk refuses.
        """
        changed = self.changed
        if not changed:
            return ()
        with held(self.root):
            try:
                drop_or_finish(self.root)
                self._compare()
                stage(self.root, {name: (_place(self.root, name), data) for name, data in changed.items()})
                commit(self.root)
                drop_or_finish(self.root)
            except OSError as problem:
                raise _not_written(problem) from problem
        return tuple(changed)

    def _compare(self) -> None:
        for name, before in self.read.items():
            if _bytes_of(_place(self.root, name)) != before:
                raise edited_meanwhile(name)


def settle(root: Path) -> None:
    """Finish or drop what a writer that was stopped left in the workspace at `root`; costs nothing otherwise.

    Raises PG911 where that writer is still at work, PG901 where the disk refuses.
    """
    if not (root / PENDING).exists():
        return
    with held(root):
        try:
            drop_or_finish(root)
        except OSError as problem:
            raise _not_written(problem) from problem


def _place(root: Path, name: str) -> Path:
    """The file itself, symbolic links followed; PG102 where that is not in the workspace."""
    base = root.resolve()
    place = (base / PurePosixPath(name)).resolve()
    if not place.is_relative_to(base) or place == base:
        hint = "copy the file itself into the workspace"
        raise PlangenError(
            finding(codes.UNREADABLE_FILE, "the name leads out of the workspace", Location(name), hint)
        )
    return place


def _bytes_of(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _not_written(problem) from problem


def _not_written(problem: OSError) -> PlangenError:
    what = problem.strerror or str(problem)
    hint = "check that the folder can be written to and that the disk is not full, then run the command again"
    return not_stored(codes.NOT_WRITTEN, f"the workspace cannot be written: {what}", hint)
