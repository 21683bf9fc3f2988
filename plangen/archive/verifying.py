"""Holding an archive, to the byte, against what was written: what is wrong, and what is still good."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from plangen.archive.faults import unknown
from plangen.archive.names import ROOT_FILES, folder_of, id_of_folder
from plangen.archive.object_check import check_object
from plangen.archive.proofs import PROOFS, strange_proofs
from plangen.archive.root import listing, root_findings
from plangen.archive.tree_check import check_tree, extra
from plangen.diagnostics import Diagnostic, Severity, by_place, codes

__all__ = ["Verification", "verify_archive"]

_EXTENSIONS = "extensions"


class Verification(Struct, frozen=True):
    """What verification found.

    `findings` name what is wrong, with its place below the root. `good` are the versions, as id and number, that
    are whole: inventory, sidecar, every file, and the links of the chain. `damaged` are the others. `files`
    counts the files that are as they were archived.
    """

    findings: tuple[Diagnostic, ...]
    good: tuple[tuple[str, int], ...]
    damaged: tuple[tuple[str, int], ...]
    files: int

    @property
    def sound(self) -> bool:
        """Whether nothing was lost or altered. A root inventory that lags behind is told, and loses nothing."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


def verify_archive(root: Path, object_id: str | None = None) -> Verification:
    """Verify the storage root and one object, or all of them; works on a damaged root, too.

    Raises PG701, PG702 and PG723 where there is nothing to verify, PG707 where the object is not there.
    """
    found = listing(root)
    findings = root_findings(root)
    if object_id is None:
        findings += _strangers(root, found)
        names = [name for name in found if id_of_folder(name) is not None]
    elif folder_of(object_id) in found:
        names = [folder_of(object_id)]
    else:
        raise unknown(f"the archive holds no {object_id}", "`plangen archive list` shows what there is")
    reports = [check_object(root / name) for name in names]
    return Verification(
        tuple(by_place([*findings, *(finding for report in reports for finding in report.findings)])),
        tuple((report.object_id, number) for report in reports for number in report.good),
        tuple((report.object_id, number) for report in reports for number in report.damaged),
        sum(report.files for report in reports),
    )


def _strangers(root: Path, found: list[str]) -> list[Diagnostic]:
    """What lies in the storage root, or in its folder of extensions, without belonging there."""
    known = {name.partition("/")[0] for name in ROOT_FILES}
    strange = [name for name in found if name not in known and id_of_folder(name) is None]
    findings = [extra(name, "folder" if (root / name).is_dir() else "file") for name in strange]
    if _EXTENSIONS in found:
        cut = len(_EXTENSIONS) + 1
        inside: dict[str, str | None] = {
            name[cut:]: None for name in ROOT_FILES if name.startswith(f"{_EXTENSIONS}/")
        }
        tree = check_tree(root / _EXTENSIONS, _EXTENSIONS, inside)
        findings += [found for found in tree.findings if not _told_elsewhere(found)]
        findings += strange_proofs(root)
    return findings


def _told_elsewhere(found: Diagnostic) -> bool:
    """Whether a file of the root is missing (PG703), or it is the folder of proofs, which has rules of its own."""
    proofs = found.location is not None and found.location.file == PROOFS
    return found.kind is codes.ARCHIVED_FILE_MISSING or (proofs and found.kind is codes.STRANGER_IN_THE_ARCHIVE)
