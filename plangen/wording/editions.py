"""What an edition says of itself: its years, its version and who approved it."""

from __future__ import annotations

from plangen.model.edition import Approval
from plangen.model.period import Period
from plangen.wording.periods import date_words

__all__ = ["footer", "plan_years"]


def plan_years(period: Period) -> str:
    """The years of a plan as its cover says them: "2011 to 2012"."""
    first, last = period.start.year, period.end.year
    return str(first) if first == last else f"{first} to {last}"


def footer(version: str, final: bool, approval: Approval | None) -> str:
    """The left of a page's foot: version, and its date and approver or that it is not approved."""
    if approval is not None:
        return f"Version {approval.version}, approved by {approval.by}, {date_words(approval.on)}"
    return f"Version {version}" if final else f"Version {version}, not approved"
