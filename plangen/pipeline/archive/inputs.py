"""The inputs of an edition: every file that was read for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding
from plangen.model.edition import EditionName
from plangen.pipeline.archive.folder import inside
from plangen.pipeline.archive.received import received_files

__all__ = ["Inputs", "gather", "laid_out"]


class Inputs(Struct, frozen=True):
    """The files that an edition is made from, by their names in the workspace, and the digest over all of them.

    `received` is what agencies sent for it, by names in the archive: kept beside the inputs, and none of them.
    """

    files: Mapping[str, bytes]
    digest: str
    received: Mapping[str, bytes] = {}


def gather(root: Path, name: EditionName) -> Inputs:
    """What `name` is made from; raises with every problem of the workspace.

    Raises PG751 where a file changes between being checked and being copied.
    """
    from plangen.compose.digest import content_digest
    from plangen.sources.workspace import read_workspace

    workspace = read_workspace(root, (name.id,))
    read = workspace.digests
    files = {file: _bytes(root / file) for file in read}
    changed = [file for file in read if hashlib.sha256(files[file]).hexdigest() != read[file]]
    if changed:
        hint = "close it in other programs and add the edition again"
        raise PlangenError(
            finding(codes.CHANGED_MEANWHILE, "the file changed just now", Location(file), hint) for file in changed
        )
    return Inputs(files, content_digest(workspace), received_files(root, name))


@contextmanager
def laid_out(inputs: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder for the time being with `inputs` and nothing else in it: what is made there needs nothing more."""
    with TemporaryDirectory(prefix="plangen-") as folder:
        _lay_out(inputs, Path(folder))
        yield Path(folder)


def _lay_out(inputs: Mapping[str, bytes], folder: Path) -> None:
    try:
        for name, data in inputs.items():
            file = inside(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    except OSError as problem:
        message = f"cannot write to the folder for temporary files: {problem.strerror or problem}"
        hint = "make room on the disk, or set TMPDIR to another folder"
        raise PlangenError(finding(codes.NOT_WRITTEN, message, hint=hint), ExitCode.ENVIRONMENT) from problem


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # taken away since it was read: its digest will say so
        return b""
