"""A new workspace: a small plan and pack of a town that does not exist, which build as they stand."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path

from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding

__all__ = ["starter_files", "write_starter"]


def starter_files() -> dict[str, bytes]:
    """The files of the new workspace, by their names in it, in order."""
    with as_file(files("plangen.sources") / "starter") as source:
        return {
            path.relative_to(source).as_posix(): path.read_bytes()
            for path in sorted(source.rglob("*"))
            if path.is_file() and not path.name.startswith((".", "__"))
        }


def write_starter(folder: Path, content: Mapping[str, bytes] | None = None) -> tuple[Path, ...]:
    """Write a workspace into `folder`, which is made if need be; the files written, in order.

    `content` are its files by name, those of the starter unless others are given. The file that makes a folder a
    workspace is put there last. Raises `PlangenError`: PG133 where the folder holds something already, PG134 where
    it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "name a folder that is empty or does not exist yet"
        raise PlangenError(
            finding(
                codes.FOLDER_NOT_EMPTY, "there is something in the folder already", Location(str(folder)), hint
            )
        )
    wanted = starter_files() if content is None else content
    try:
        _write(folder, wanted)
    except OSError as fault:
        message = f"the workspace cannot be written: {fault.strerror}"
        hint = "check that you may write there and that the disk is not full"
        problem = finding(codes.WORKSPACE_NOT_WRITTEN, message, Location(str(folder)), hint)
        raise PlangenError(problem, ExitCode.ENVIRONMENT) from None
    return tuple(folder / name for name in wanted)


def _write(folder: Path, content: Mapping[str, bytes]) -> None:
    """Write everything beside its place, then put it there by a rename for each folder, the content last."""
    folder.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(dir=folder, prefix=".new-"))
    try:
        for name, data in content.items():
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            (staged / name).write_bytes(data)
        for top in sorted(staged.iterdir()):
            top.rename(folder / top.name)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
