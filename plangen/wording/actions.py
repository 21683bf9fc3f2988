"""Actions in words."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["led_actions"]


def led_actions(priority: str, numbers: Sequence[int]) -> str:
    """The actions of one priority that an agency leads: "Reducing burglary: actions 1, 3 and 4"."""
    words = [str(number) for number in numbers]
    joined = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    return f"{priority}: action{'s' if len(words) > 1 else ''} {joined}"
