"""How a measure stands against a target, in a line of its page."""

from __future__ import annotations

from plangen.document.status import Badge
from plangen.model.amount import Amount
from plangen.model.target import Promise, Target

__all__ = ["ROLLING_YEAR", "YEAR_TO_DATE", "standing_words", "target_words"]

YEAR_TO_DATE = "Year to date"
ROLLING_YEAR = "Last 12 months"

_PROMISES = {Promise.REDUCE: "reduce by ", Promise.INCREASE: "increase by ", Promise.IMPROVE: "improve by "}


def target_words(target: Target) -> str:
    """What stands before the amount: "Target for 2016/17: reduce by "."""
    return f"Target for {target.due.text}: {_PROMISES.get(target.promise, '')}"


def standing_words(badge: Badge, tolerance: Amount | None) -> str:
    """What stands after it: ". Close to target (within 5%)."; the tolerance is always said with the status."""
    within = f" (within {tolerance})" if tolerance is not None else ""
    return f". {badge.word}{within}."
