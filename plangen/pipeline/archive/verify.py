"""Verify: whether everything in the archive is as it was put there."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from plangen.archive import Archive
from plangen.diagnostics import Diagnostic
from plangen.model.edition import EditionName
from plangen.pipeline.archive.expectations import Expectation, differences, is_met
from plangen.pipeline.archive.record_check import anchor_findings, look_at
from plangen.pipeline.history.archived_edition import unknown_edition
from plangen.pipeline.history.editions import editions_in

__all__ = ["Verified", "verify"]


class Verified(Struct, frozen=True):
    """What a verification looked at, and what it found wrong.

    `sound` names versions without a finding ("plan-2011-12 1.0"), `matches` those that a receipt was written for.
    """

    sound: tuple[str, ...]
    matches: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def verify(archive: Archive, name: EditionName | None = None, expected: Iterable[Expectation] = ()) -> Verified:
    """Hold the archive, or one edition of it, against its digests, its chain, its anchors and receipts.

    Without a receipt, an archive that was replaced as a whole by one that is sound in itself looks sound.
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
    doubtful = {(one.edition, one.number) for one in looked_at if one.findings}
    labels = {(one.edition, one.number): one.label for one in looked_at}
    matches = [one.label for one in looked_at if any(is_met(receipt, one) for receipt in receipts)]
    sound = tuple(labels.get(key, f"{key[0]} v{key[1]}") for key in stored.good if key not in doubtful)
    return Verified(sound, tuple(matches), tuple(dict.fromkeys(findings)))


def _told(finding: Diagnostic, before: Iterable[Diagnostic]) -> bool:
    """Whether storage has said already what is wrong at that place."""
    return any(finding.location == other.location for other in before)
