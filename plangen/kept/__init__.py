"""What one build leaves to the next: results of its steps, each under what it depends on, never too many."""

from __future__ import annotations

from plangen.kept.kept import NOTHING_KEPT, KeptResults
from plangen.kept.same import Same
from plangen.kept.step import Step

__all__ = ["NOTHING_KEPT", "KeptResults", "Same", "Step"]
