"""Which names files may have, for every field that takes one and everything that is kept: one rule.

A name has to survive a share that ignores case, a Windows desktop that opens it, and the archive; and it never
leads out of the folder it is meant for.
"""

from __future__ import annotations

import re

__all__ = ["unfit_folder", "unfit_path"]

_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"\\|?*\ud800-\udfff]')
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LONGEST_NAME = 255  # bytes, on nearly all file systems
_LONGEST_PATH = 1000


def unfit_path(path: str) -> str:
    """What is wrong with the path of a file below some folder, as "is too long"; nothing where it may stand.

    Parts are separated by forward slashes.
    """
    if len(path) > _LONGEST_PATH:
        return "is too long"
    for name in path.split("/"):
        if name in ("", ".", ".."):
            return "has an empty part, or steps out of its folder"
        if _REFUSED.search(name) or name[-1] in " ." or name[0] == " ":
            return "holds a character that some systems refuse"
        if _DEVICE.fullmatch(name):
            return "is the name of a device on Windows"
        if len(name.encode()) > _LONGEST_NAME:
            return "is too long"
    return ""


def unfit_folder(path: str) -> str:
    """The same of a folder that may lie anywhere: on a drive, on a share, above the workspace or in it."""
    if not path.strip() or path.strip() != path:
        return "is empty, or begins or ends with a space"
    if _CONTROL.search(path):
        return "holds a character that some systems refuse"
    if path.startswith("~"):
        return "begins with ~, which stands for nothing here"
    if len(path) > _LONGEST_PATH or any(len(part.encode()) > _LONGEST_NAME for part in re.split(r"[/\\]", path)):
        return "is too long"
    return ""
