"""The words of the at-a-glance page."""

from __future__ import annotations

from plangen.language.english.levels import table_figure
from plangen.model.result import Change

__all__ = ["BEST", "NO_BEST", "NO_WORST", "WORST", "from_to", "glance_note"]

BEST = "Three best movers"
WORST = "Three worst movers"
NO_BEST = "No measure improved clearly."
NO_WORST = "No measure worsened clearly."


def from_to(change: Change) -> str:
    """Before and after, ready for the amount: "35% to 31%. "."""
    if change.before is None or change.after is None:
        return ""
    return f"{table_figure(change.before)} to {table_figure(change.after)}. "


def glance_note(without: int) -> str:
    """How the page was made."""
    rest = {0: "", 1: "One other row reports progress without a comparison. "}.get(
        without, f"{without} other rows report progress without a comparison. "
    )
    return (
        f"Each measure is compared with its own previous period. {rest}Movers are ranked by how far they moved in "
        "percent of where they were; changes that chance could explain are left out."
    )
