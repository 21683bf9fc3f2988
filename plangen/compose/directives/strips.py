"""The target strip at the head of a priority's page: where we were, what was asked, what is asked now."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.compose.context import Context
from plangen.compose.numbers import level_at, level_value, target_change
from plangen.compose.tracing import about, named
from plangen.compose.words import quantity
from plangen.document.blocks import Strip, StripFigure
from plangen.document.inlines import Inline, Text
from plangen.measures.targets import asked, due
from plangen.model.period import Period
from plangen.model.target import Target

__all__ = ["target_strip"]


def target_strip(context: Context, target: Target) -> Strip:
    """A target with the last result, the target before it where there is one, and itself."""
    indicator = context.records.indicators[target.all_indicators[0]]
    name = f"indicators.yaml#{target.all_indicators[0]}.name"
    words: tuple[Inline, ...] = (named(context, indicator.name, name),)
    change = target_change(context, target)
    if change is not None and change.amount is not None and target.base is not None:
        said, base = context.language.targets.against_base(change, target.base)
        words = (*words, Text(": "), quantity(context, change, said), Text(f" {base}"))
    heading = context.language.targets.strip_heading(target.due)
    return about(context, Strip(heading, words, tuple(_figures(context, target))), f"targets.yaml#{target.id}")


def _figures(context: Context, target: Target) -> Iterator[StripFigure]:
    indicator = target.all_indicators[0]
    for year in _earlier(context, target):
        before = level_at(context, indicator, year)
        if before is not None and before.number is not None:
            yield StripFigure(level_value(context, before), context.language.targets.result_caption(year))
    earlier = target.base.target if target.base else None
    for period, asker in (
        (earlier, due(context.evidence, indicator, earlier) if earlier else None),
        (target.due, target),
    ):
        found = asked(context.evidence, asker) if asker else None
        if period is not None and found is not None:
            yield StripFigure(level_value(context, found), context.language.targets.target_caption(period))


def _earlier(context: Context, target: Target) -> tuple[Period, ...]:
    """The year whose results the appendix shows, or the target's own base."""
    if context.appendix:
        return (context.appendix.result,)
    return (target.base.actual,) if target.base and target.base.actual else ()
