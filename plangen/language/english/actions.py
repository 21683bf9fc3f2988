"""Actions in words."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["LEADS_NONE", "led_actions"]

LEADS_NONE = "none"
"""Stands where an agency leads no action of a priority."""


def led_actions(numbers: Sequence[int]) -> str:
    """The numbers of the actions that an agency leads: "1, 3 and 4"."""
    words = [str(number) for number in numbers]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
