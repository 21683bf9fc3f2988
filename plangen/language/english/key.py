"""The key to symbols: each symbol with the word that goes with it."""

from __future__ import annotations

from plangen.document.status import Badge, Judgement, Mark, Sign

__all__ = ["CHANGES_KEY", "TARGETS_KEY"]

TARGETS_KEY = (
    Badge(Mark(Judgement.GOOD, Sign.TICK), "Met, or on course"),
    Badge(Mark(Judgement.CLOSE, Sign.EXCLAMATION), "Close to target"),
    Badge(Mark(Judgement.BAD, Sign.CROSS), "Not met"),
)
"""Outcomes of targets."""

CHANGES_KEY = (
    Badge(Mark(Judgement.GOOD, Sign.UP), "Improved"),
    Badge(Mark(Judgement.BAD, Sign.DOWN), "Worsened"),
    Badge(Mark(Judgement.NEUTRAL, Sign.SAME), "No change"),
)
"""Movements and what they mean."""
