"""Versioned, verifiable storage of bytes in OCFL 1.1 (design section 10); knows nothing of plans.

Read in this order: `store` is what others use; `writing` holds the commit order, `rolling` the inventory at an
object's root, `staging` the place where versions are prepared; `proofs` the
signatures and time stamps beside the objects; `reading` and `verifying` never change anything.
"""

from __future__ import annotations

from plangen.archive.faults import ConflictError
from plangen.archive.proofs import StoredProof
from plangen.archive.store import Archive, StoredVersion
from plangen.archive.verifying import Verification, verify_archive

__all__ = ["Archive", "ConflictError", "StoredProof", "StoredVersion", "Verification", "verify_archive"]
