"""The content digest: one number for everything an edition was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from plangen.model.workspace import Workspace

__all__ = ["content_digest", "digest_over"]


def content_digest(workspace: Workspace) -> str:
    """The digest of everything that was read."""
    return digest_over(workspace.digests)


def digest_over(digests: Mapping[str, str]) -> str:
    """SHA-256, in hexadecimal, over the name and the SHA-256 of every file, in order of their names."""
    total = hashlib.sha256()
    for name in sorted(digests):
        total.update(f"{digests[name]}  {name}\n".encode())
    return total.hexdigest()
