"""The words of a pack's summary table."""

from __future__ import annotations

from plangen.language.english.periods import short_period
from plangen.model.period import Period

__all__ = ["IN_WORDS", "KEY", "YEARLY", "summary_note"]

IN_WORDS = "No measure; progress is reported in words."
YEARLY = "Yearly measure"

KEY = (
    ("Improved", "It moved in the preferred direction. The arrow says whether the figure went up or down."),
    ("Worsened", "It moved against the preferred direction. The arrow says whether the figure went up or down."),
    ("No clear change", "It moved, but by no more than chance would explain (two-sided test at 95%)."),
    ("No change", "It is the same as before."),
)
"""Symbols of a pack: the word and what it means, in the order in which they are drawn."""


def summary_note(period: Period) -> str:
    """What the columns of the summary are."""
    words = short_period(period)
    return (
        f"{words[:1].upper()}{words[1:]} compared with the period before, unless the row says otherwise. "
        "Similar areas: their average for the same period, where there is one."
    )
