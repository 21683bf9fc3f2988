"""Words that stand in the name of any measure, and tell none from another."""

from __future__ import annotations

import re

__all__ = ["SMALL_WORDS"]

SMALL_WORDS = frozenset(
    re.findall(r"\w+", "the a an of in and for to by on at with from rate number percentage proportion per cent")
)
