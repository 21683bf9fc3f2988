"""The content digest: one number for everything an edition was made from."""

from __future__ import annotations

import hashlib

from plangen.model.workspace import Workspace

__all__ = ["content_digest"]


def content_digest(workspace: Workspace) -> str:
    """SHA-256, in hexadecimal, over the name and the SHA-256 of every file read, in order of their names."""
    total = hashlib.sha256()
    for name in sorted(workspace.digests):
        total.update(f"{workspace.digests[name]}  {name}\n".encode())
    return total.hexdigest()
