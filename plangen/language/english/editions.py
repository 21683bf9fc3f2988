"""What an edition says of itself: its years, its version and who approved it."""

from __future__ import annotations

from plangen.language.english.periods import date_words, period_words, short_period
from plangen.model.edition import Approval, Correction
from plangen.model.period import Period

__all__ = ["approval_words", "correction_approval", "correction_heading", "footer", "pack_period", "pack_subject"]
__all__ += ["pack_title", "part_running", "plan_subject", "plan_title", "plan_years"]


def plan_years(period: Period) -> str:
    """The years of a plan as its cover says them: "2011 to 2012"."""
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first} to {last}"


def part_running(part: str, chapter: str) -> str:
    """The running head of a chapter's own parts: "Looking forward: headline actions"."""
    return f"{part}: {chapter[:1].lower()}{chapter[1:]}"


def plan_title(title: str, period: Period) -> str:
    """A plan's title with its years: "Safe City Partnership Plan 2011 to 2012"."""
    return f"{title} {plan_years(period)}"


def plan_subject(partnership: str) -> str:
    """What a plan is, where its record does not say."""
    return f"Annual plan of the {partnership}"


def pack_title(title: str, period: Period) -> str:
    """A pack's title with its period: "Performance pack: quarter 2, 2016/17"."""
    return f"{title}: {short_period(period)}"


def pack_subject(partnership: str) -> str:
    """What a pack is."""
    return f"Performance of the {partnership}"


def pack_period(period: Period) -> str:
    """The period as a pack's first page has it: "Quarter 2, 2016/17 (July to September 2016)"."""
    words = period_words(period)
    return words[:1].upper() + words[1:]


def footer(version: str, final: bool, approval: Approval | None) -> str:
    """The left of a page's foot: version, and its date and approver or that it is not approved."""
    if approval is not None:
        return f"Version {approval.version}, approved by {approval.by}, {date_words(approval.on)}"
    return f"Version {version}" if final else f"Version {version}, not approved"


def approval_words(approval: Approval) -> str:
    """The approval as the last page has it, in full even where the foot of a page is too narrow for it."""
    return f"Version {approval.version} was approved by {approval.by} on {date_words(approval.on)}."


def correction_heading(correction: Correction) -> str:
    """What a correction is called: "Version 1.1, 5 May 2011"."""
    return f"Version {correction.version}, {date_words(correction.on)}"


def correction_approval(correction: Correction) -> str:
    """The line under a correction: "It replaces version 1.0 and was approved by the Board."."""
    return f"It replaces version {correction.replaces} and was approved by {correction.by}."
