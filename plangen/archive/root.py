"""The storage root: made whole or not at all, and recognised as ours before anything in it is believed."""

from __future__ import annotations

from pathlib import Path

from plangen.archive.disk import entries, put_in_place, read_file, sync_folder, write_tree
from plangen.archive.faults import not_written, unreadable
from plangen.archive.names import ROOT_FILES
from plangen.archive.staging import staging_folder, sweep
from plangen.archive.tree_check import unchecked
from plangen.diagnostics import Diagnostic, ExitCode, Location, PlangenError, codes, finding

__all__ = ["check_root", "create_root", "listing", "root_findings"]

_DECLARATION = next(iter(ROOT_FILES))
_FOREIGN_HINT = "name a folder that plangen made for the archive, or one that is not there yet"


def create_root(root: Path) -> None:
    """Make a storage root at `root`, and the folders above it; an archive that is there already is left alone.

    Raises PG702 for a folder that holds something else, PG703 for a damaged archive, PG721 where the disk refuses.
    """
    try:
        if not (root.is_dir() and not entries(root)) and root.exists():
            check_root(root)
            return
        root.parent.mkdir(parents=True, exist_ok=True)
        with staging_folder(root) as folder:
            sweep(folder)
            write_tree(folder / "root", ROOT_FILES)
            put_in_place(folder / "root", root)
            sync_folder(root.parent)
    except OSError as problem:
        raise not_written("a new archive", problem) from problem
    check_root(root)


def check_root(root: Path) -> None:
    """Raise PG701 where there is no archive, PG702 where there is something else, PG703 where it is damaged."""
    found = listing(root)
    if _DECLARATION not in found:
        others = [name for name in found if name.startswith("0=")]
        what = f"it declares {others[0][2:]}" if others else "it holds no declaration of an OCFL 1.1 storage root"
        raise PlangenError(
            finding(
                codes.NOT_AN_ARCHIVE, f"{root.name} is not an archive of plangen's: {what}", hint=_FOREIGN_HINT
            )
        )
    problems = root_findings(root)
    if problems:
        unread = all(problem.code == codes.ARCHIVED_FILE_UNREADABLE.number for problem in problems)
        raise PlangenError(problems, ExitCode.ENVIRONMENT if unread else ExitCode.CONTENT)


def listing(root: Path) -> list[str]:
    """Names in the storage root; raises PG701, PG702 or PG723 where there is none."""
    try:
        return list(entries(root))
    except NotADirectoryError as problem:
        message = f"{root.name} is a file, not an archive"
        raise PlangenError(finding(codes.NOT_AN_ARCHIVE, message, hint=_FOREIGN_HINT)) from problem
    except FileNotFoundError as problem:
        hint = "check the archive's location; the first edition that is added makes it"
        message = f"there is no archive at {root.name}"
        raise PlangenError(finding(codes.NO_ARCHIVE, message, hint=hint), ExitCode.ENVIRONMENT) from problem
    except OSError as problem:
        raise unreadable("the archive", problem) from problem


def root_findings(root: Path) -> list[Diagnostic]:
    """PG703 for each file of the storage root that is not, to the byte, as plangen writes it; PG739 unread."""
    problems = []
    for name, content in ROOT_FILES.items():
        try:
            wrong = "" if read_file(root, name) == content else "is not as plangen wrote it"
        except FileNotFoundError:
            wrong = "is missing"
        except OSError as problem:
            problems.append(unchecked(name, problem))
            continue
        if wrong:
            hint = "another program's archive, or damage: restore this file from a backup"
            problems.append(
                finding(codes.ARCHIVE_DAMAGED, f"this file of the archive itself {wrong}", Location(name), hint)
            )
    return problems
