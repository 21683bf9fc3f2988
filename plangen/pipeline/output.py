"""Writing results: a file, or a folder of pages, appears whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from plangen.diagnostics import ExitCode, PlangenError, codes, finding

if TYPE_CHECKING:
    from plangen.pipeline.build import Built

__all__ = ["write_built", "write_folder", "write_whole"]

_PAGES = re.compile(r"page-\d{2,}\.svg|fonts/\w+-\w+\.ttf|pictures/[0-9a-f]{16}\.(png|jpg)")


def write_built(path: Path, built: Built) -> None:
    """Write a built edition to `path`: a folder where its format has several files; raises PG901."""
    if built.files:
        write_folder(path, built.files)
    else:
        write_whole(path, built.data)


def write_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put a folder with `files` at `path`, in place of pages that stood there before.

    Raises PG901 where the disk or permissions refuse, and where `path` holds anything else than pages: nobody's
    files are taken away.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not _holds_pages(path):
            hint = "name a folder that is not there yet, or one that holds pages and nothing else"
            message = f"{path.name} holds other things than pages"
            raise PlangenError(finding(codes.NOT_WRITTEN, message, hint=hint), ExitCode.ENVIRONMENT)
        staged = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
        try:
            for name, data in files:
                (staged / name).parent.mkdir(parents=True, exist_ok=True)
                (staged / name).write_bytes(data)
            staged.chmod(0o777 & ~_umask())
            _exchange(staged, path)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as problem:
        raise _not_written(path, problem) from problem


def _holds_pages(path: Path) -> bool:
    """Whether `path` is a folder in which every file has the name of a page, or of a face or picture of pages."""
    if path.is_symlink() or not path.is_dir():
        return False
    files = (entry.relative_to(path).as_posix() for entry in path.rglob("*") if not entry.is_dir())
    return all(map(_PAGES.fullmatch, files))


def _exchange(staged: Path, path: Path) -> None:
    """Put `staged` at `path`; what was there is gone only when the new pages stand."""
    if not path.exists():
        staged.replace(path)
        return
    former = staged.with_name(f"{staged.name}.former")
    path.replace(former)
    try:
        staged.replace(path)
    except OSError:
        former.replace(path)
        raise
    shutil.rmtree(former, ignore_errors=True)


def write_whole(path: Path, data: bytes, private: bool = False) -> None:
    """Write `data` to `path` by way of a file beside it; `private` files are for their owner alone.

    Raises PG901 where the disk or permissions refuse, and where something else than a file is in the way.
    """
    try:
        if path.exists() and not path.is_file():
            hint = "name a file, or - for standard output where the command says so"
            message = f"{path.name or path} is not a file"
            raise PlangenError(finding(codes.NOT_WRITTEN, message, hint=hint), ExitCode.ENVIRONMENT)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o600 if private else 0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise _not_written(path, problem) from problem


def _not_written(path: Path, problem: OSError) -> PlangenError:
    hint = "check that the folder can be written to and that the disk is not full"
    message = f"cannot write {path.name}: {problem.strerror or problem}"
    return PlangenError(finding(codes.NOT_WRITTEN, message, hint=hint), ExitCode.ENVIRONMENT)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
