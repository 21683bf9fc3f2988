"""A new workspace: a small plan of a town that does not exist, which builds as it stands."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from plangen.diagnostics import ExitCode, Location, PlangenError, codes, finding

__all__ = ["write_starter"]


def write_starter(folder: Path) -> tuple[Path, ...]:
    """Write a workspace into `folder`, which is made if need be; the files written, in order.

    Raises `PlangenError`: PG133 where the folder holds something already, PG134 where it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "name a folder that is empty or does not exist yet"
        raise PlangenError(
            finding(
                codes.FOLDER_NOT_EMPTY, "there is something in the folder already", Location(str(folder)), hint
            )
        )
    written = []
    try:
        with as_file(files("plangen.sources") / "starter") as source:
            for path in sorted(source.rglob("*")):
                if path.is_file() and not path.name.startswith((".", "__")):
                    target = folder / path.relative_to(source)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(path.read_bytes())
                    written.append(target)
    except OSError as fault:
        message = f"the workspace cannot be written: {fault.strerror}"
        hint = "check that you may write there and that the disk is not full"
        problem = finding(codes.WORKSPACE_NOT_WRITTEN, message, Location(str(folder)), hint)
        raise PlangenError(problem, ExitCode.ENVIRONMENT) from None
    return tuple(written)
