"""The words in and under charts."""

from __future__ import annotations

from plangen.document.status import Mark, Sign
from plangen.model.figures import Fact
from plangen.model.period import Period
from plangen.model.result import Level
from plangen.wording.periods import short_period
from plangen.wording.promises import result_caption, target_caption

__all__ = ["bar_label", "change_subtitle", "status_label"]

_STATUSES = {
    Sign.TICK: "Met in full",
    Sign.EXCLAMATION: "Close to target",
    Sign.CROSS: "Not met",
    Sign.DOTS: "No result given",
}


def status_label(mark: Mark) -> str:
    """What a symbol of a status chart says."""
    return _STATUSES[mark.sign]


def change_subtitle(period: Period, base: Period) -> str:
    """A subtitle: "Change in the first half of 2010/11, compared with the first half of 2009/10"."""
    return f"Change in {short_period(period)}, compared with {short_period(base)}"


def bar_label(level: Level, is_target: bool, fact: Fact | None) -> str:
    """What a bar is: "2009/10 result", "2011/12 target", or what a fact counts."""
    if fact is not None:
        return fact.label or fact.source
    if level.period is None:
        return level.indicator
    return target_caption(level.period) if is_target else result_caption(level.period)
