"""Files laid out in a folder, or packed in a zip file: whole or not at all, and never outside it."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding
from plangen.limits.paths import unfit_path
from plangen.pipeline.output import write_whole

__all__ = ["inside", "write_folder", "write_zip"]


def inside(folder: Path, name: str) -> Path:
    """Where the file `name` stands in `folder`; raises PG759 for a name that leads out of it."""
    if reason := unfit_path(name):
        hint = "the archive may be damaged or forged: run plangen archive verify"
        raise PlangenError(finding(codes.PATH_LEADS_OUT, f'the file name "{name}" {reason}', None, hint))
    return folder.joinpath(*name.split("/"))


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder `target` with `files` in it; raises PG752 where something is there already.

    Only its owner may enter it: among the inputs of an edition are counts that it left out because they are small.
    """
    _refuse_existing(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        try:
            for name, data in files.items():
                write_whole(inside(staged, name), data)
            staged.replace(target)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as problem:
        message = f"cannot write {target.name}: {problem.strerror or problem}"
        hint = "check that the folder can be written to and that the disk is not full"
        raise PlangenError(finding(codes.NOT_WRITTEN, message, hint=hint), ExitCode.ENVIRONMENT) from problem


def write_zip(target: Path, files: Mapping[str, bytes], day: date) -> None:
    """Pack `files` as `target`, dated `day` so that the same files give the same zip file; raises PG752.

    Only its owner may read it, as with `write_folder`.
    """
    _refuse_existing(target)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            inside(target, name)
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    write_whole(target, packed.getvalue(), private=True)


def _refuse_existing(target: Path) -> None:
    if os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir())):
        message = f"{target.name} exists already"
        raise PlangenError(
            finding(codes.IN_THE_WAY, message, Location("-o"), "name a folder or file that does not exist yet")
        )
