"""Verify: whether everything in the archive is as it was put there."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic, PlangenError
from plangen.model.edition import EditionName
from plangen.pipeline.archive.expectations import Expectation, differences, is_met
from plangen.pipeline.archive.proofs import (
    Proof,
    ProofWishes,
    missing_proofs,
    proof_findings,
    proofs_of,
    unchecked,
)
from plangen.pipeline.archive.record_check import RecordedVersion, anchor_findings, look_at
from plangen.pipeline.history.archived_edition import unknown_edition
from plangen.pipeline.history.editions import editions_in

__all__ = ["Verified", "verify"]


class Verified(Struct, frozen=True):
    """What a verification looked at, and what it found wrong.

    `sound` names versions without a finding ("plan-2011-12 1.0"), `matches` those that a receipt was written for,
    `proofs` are the signatures and time stamps, where they were asked for.
    """

    sound: tuple[str, ...]
    matches: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    proofs: tuple[Proof, ...] = ()


def verify(
    archive: Archive,
    name: EditionName | None = None,
    expected: Iterable[Expectation] = (),
    wishes: ProofWishes | None = None,
) -> Verified:
    """Hold the archive, or one edition of it, against its digests, its chain, its anchors, receipts and proofs.

    Without a receipt or a proof, an archive that was replaced by another, sound in itself, looks sound. Proofs
    are judged where `wishes` says by whom they may be.
    """
    if name is not None and str(name) not in archive.objects():
        raise unknown_edition(archive, name)
    edition, receipts = str(name) if name else None, tuple(expected)
    stored = archive.verify(edition)
    looked_at = [one for each in ((name,) if name else editions_in(archive)) for one in look_at(archive, each)]
    findings = [*stored.findings]
    findings += [found for one in looked_at for found in one.findings if not _told(found, stored.findings)]
    findings += anchor_findings(archive, looked_at)
    for receipt in receipts:
        findings += differences(receipt, looked_at, edition)
    proofs, told = _proved(archive, looked_at, wishes) if wishes else ((), [])
    findings += told
    doubtful = {(one.edition, one.number) for one in looked_at if one.findings}
    labels = {(one.edition, one.number): one.label for one in looked_at}
    matches = [one.label for one in looked_at if any(is_met(receipt, one) for receipt in receipts)]
    sound = tuple(labels.get(key, f"{key[0]} v{key[1]}") for key in stored.good if key not in doubtful)
    return Verified(sound, tuple(matches), tuple(dict.fromkeys(findings)), proofs)


def _proved(
    archive: Archive, looked_at: Iterable[RecordedVersion], wishes: ProofWishes
) -> tuple[tuple[Proof, ...], list[Diagnostic]]:
    """Signatures and time stamps, and what is wrong with them or missing."""
    versions = [one for one in looked_at if one.number]
    proofs: list[Proof] = []
    faults: list[Diagnostic] = []
    for version in versions:
        try:
            stored = archive.proofs(version.edition, version.number)
            if stored and (cannot := unchecked(stored[0].place)):
                return (), [cannot]
            proofs += proofs_of(archive, version, stored, wishes)
        except PlangenError as problem:
            faults += problem.diagnostics
    newest = {version.edition: version for version in versions}
    return tuple(proofs), [*faults, *proof_findings(proofs), *missing_proofs(proofs, newest.values(), wishes)]


def _told(finding: Diagnostic, before: Iterable[Diagnostic]) -> bool:
    """Whether storage has said already what is wrong at that place."""
    return any(finding.location == other.location for other in before)
