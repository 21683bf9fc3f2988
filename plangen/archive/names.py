"""What things are called in an archive: the files OCFL 1.1 prescribes, object ids, folders, and paths of files.

Sources: OCFL 1.1, clauses 3 (objects) and 4 (storage roots); OCFL community extension 0003 (layout). All names
must survive a share that ignores case and a Windows desktop that opens it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from plangen.diagnostics import Diagnostic, Location, PlangenError, codes, finding
from plangen.limits.paths import unfit_path

__all__ = [
    "CHAIN",
    "CONTENT",
    "INVENTORY",
    "OBJECT_DECLARATION",
    "ROOT_FILES",
    "SIDECAR",
    "check_id",
    "check_paths",
    "content_path",
    "folder_of",
    "id_of_folder",
    "version_folder",
    "version_number",
]

INVENTORY = "inventory.json"
SIDECAR = "inventory.json.sha512"
CONTENT = "content"
OBJECT_DECLARATION = ("0=ocfl_object_1.1", b"ocfl_object_1.1\n")

CHAIN = "previous-inventory.sha512"
"""With this file every version but the first names the inventory it was built upon, as `sha512sum` reads it."""

_LAYOUT = "0003-hash-and-id-n-tuple-storage-layout"
ROOT_FILES = {
    "0=ocfl_1.1": b"ocfl_1.1\n",
    "ocfl_layout.json": (
        b'{\n "extension": "' + _LAYOUT.encode() + b'",\n'
        b' "description": "One folder per edition, named by its percent-encoded id, directly under the root"\n}\n'
    ),
    f"extensions/{_LAYOUT}/config.json": (
        b'{\n "extensionName": "' + _LAYOUT.encode() + b'",\n'
        b' "digestAlgorithm": "sha512",\n "tupleSize": 0,\n "numberOfTuples": 0\n}\n'
    ),
}
"""Files of a storage root, with their content; the declaration is the first."""

_FOLDER = "plangen%3a"  # extension 0003 writes the colon of "plangen:ID" so
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 64
_VERSION = re.compile(r"v([1-9][0-9]{0,5})", re.ASCII)


def check_id(object_id: str) -> None:
    """Raise PG704 unless `object_id` consists of lower-case letters, digits and single hyphens."""
    if len(object_id) > _LONGEST_ID or not _ID.fullmatch(object_id):
        hint = f"small letters, digits and single hyphens, at most {_LONGEST_ID}: plan-2011-12"
        raise PlangenError(
            finding(
                codes.NOT_AN_ARCHIVABLE_NAME, f"{object_id[:80]!r} cannot be the name of an edition", hint=hint
            )
        )


def folder_of(object_id: str) -> str:
    """The object's folder under the root; raises PG704 where the id is none."""
    check_id(object_id)
    return _FOLDER + object_id


def id_of_folder(name: str) -> str | None:
    """The id of the object in folder `name`; None for a folder that cannot be one of ours."""
    object_id = name.removeprefix(_FOLDER)
    fits = name.startswith(_FOLDER) and len(object_id) <= _LONGEST_ID and _ID.fullmatch(object_id)
    return object_id if fits else None


def version_folder(number: int) -> str:
    """The folder of version `number` in its object."""
    return f"v{number}"


def version_number(name: str) -> int | None:
    """The number of the version in folder `name`; None where it is no version's."""
    found = _VERSION.fullmatch(name)
    return int(found[1]) if found else None


def content_path(number: int, path: str) -> str:
    """Where version `number` keeps its file `path`, relative to the object."""
    return f"{version_folder(number)}/{CONTENT}/{path}"


def check_paths(paths: Iterable[str]) -> None:
    """Raise PG705 for each path that cannot be stored everywhere, or hides another where case is ignored."""
    problems: list[Diagnostic] = []
    taken: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in sorted(paths):
        reason = _unfit(path)
        key = _folded(path)
        if not reason and key in taken:
            reason = f"is the same name as {taken[key]!r} where case does not count"
        if reason:
            problems.append(_unfit_path(path, reason))
            continue
        taken[key] = path
        parts = key.split("/")
        folders.update(dict.fromkeys(("/".join(parts[:count]) for count in range(1, len(parts))), path))
    for key in taken.keys() & folders.keys():
        problems.append(_unfit_path(taken[key], f"is a file, and a folder for {folders[key]!r}"))
    if problems:
        raise PlangenError(problems)


def _unfit_path(path: str, reason: str) -> Diagnostic:
    hint = "give the file another name: plain letters, digits, hyphens and dots are safe everywhere"
    shown = path.encode("utf-8", "replace").decode()[:200]
    return finding(
        codes.NOT_AN_ARCHIVABLE_PATH,
        f"a file cannot be archived under this name: it {reason}",
        Location(repr(shown)),
        hint,
    )


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _unfit(path: str) -> str:
    return "is kept for the archive itself" if _folded(path) == CHAIN else unfit_path(path)
