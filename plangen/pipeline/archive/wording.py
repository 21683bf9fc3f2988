"""What is said of archived editions: receipts, lists and comparisons."""

from __future__ import annotations

from datetime import date, datetime

from plangen.language.english.periods import date_words
from plangen.pipeline.archive.cms import ProofVerdict
from plangen.pipeline.archive.proofs import Proof

__all__ = [
    "NO_PICTURES",
    "change_words",
    "difference_title",
    "in_groups",
    "on_words",
    "page_words",
    "proof_words",
    "receipt_lines",
    "receipt_title",
    "version_line",
]

NO_PICTURES = "Pages were not compared: install poppler (pdftoppm) to see which look different."


def receipt_lines(edition: str, version: str, by: str, on: date, digests: dict[str, str]) -> list[str]:
    """A receipt for the minutes: who approved what, and the digests by which it is known again."""
    lines = [f"Archived: {edition}, version {version}", f"Approved by {by} on {date_words(on)}"]
    width = max(map(len, digests))
    return [*lines, *(f"{what:{width}}  {digest}" for what, digest in digests.items())]


def receipt_title(edition: str, version: str) -> str:
    """The heading of a receipt."""
    return f"Receipt: {edition}, version {version}"


def in_groups(digest: str) -> str:
    """A digest in groups of eight, for people who compare or type it."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def on_words(moment: datetime | None) -> str:
    """When somebody signed or stamped: ` on 5 May 2011 at 14:03 UTC`; nothing where that is not known."""
    return f" on {date_words(moment.date())} at {moment:%H:%M} UTC" if moment else ""


def proof_words(proof: Proof) -> str:
    """A signature or time stamp that nothing is wrong with, in a line; empty where a finding tells of it."""
    found = proof.judgement
    what = "signed" if proof.is_signature else "stamped"
    line = f"{proof.label}: {what} by {found.by}{on_words(found.moment)}"
    match found.verdict:
        case ProofVerdict.TRUSTED:
            since = f", stamped{on_words(proof.stamped)}" if proof.stamped else ""
            return f"{line}{since}; {found.issuer} vouches for that"
        case ProofVerdict.UNKNOWN:
            return f"{line}; whether that is so was not asked (--trust)"
        case _:
            return ""


def version_line(version: str, on: date, by: str, correction: str) -> str:
    """A version in a list: `1.1  5 May 2011  Safe City Partnership  Correction: ...`."""
    line = f"{version:8}  {date_words(on):17}  {by}"
    return f"{line}  Correction: {correction}" if correction else line


def difference_title(edition: str, old: str, new: str) -> str:
    """The heading of a comparison."""
    return f"{edition}: what changed from version {old} to version {new}"


def change_words(indicator: str, period: str, old: str | None, new: str | None) -> str:
    """A figure that changed: `All crime, 2009/10: 26,626 -> 26,266`."""
    what = f"{indicator}, {period}" if period else indicator
    if old is None:
        return f"{what}: {new} (new)"
    if new is None:
        return f"{what}: {old} (taken out)"
    return f"{what}: {old} → {new}"


def page_words(old: int | None, new: int | None) -> str:
    """A page that looks different: `page 3`, `page 3, now page 4`, `page 5 is new`, `page 5 was taken out`."""
    if old is None:
        return f"page {new} is new"
    if new is None:
        return f"page {old} was taken out"
    return f"page {new}" if old == new else f"page {old}, now page {new}"
