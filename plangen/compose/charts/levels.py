"""Charts of levels: a few figures side by side, and one indicator over time or among similar areas."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from plangen.compose.charts import Charted
from plangen.compose.charts.control import control_of
from plangen.compose.charts.group import group_of
from plangen.compose.charts.lookup import (
    fact_id,
    fact_sources,
    fault,
    indicators_asked,
    level_asked,
    number_of,
    period_asked,
    placed,
    sources_of,
)
from plangen.compose.charts.trend import trend_of
from plangen.compose.context import Context
from plangen.diagnostics import About
from plangen.document.charts import Bar, BarChart, SeriesRole
from plangen.language.language import Language
from plangen.measures.evidence import Evidence
from plangen.model.prose import Directive
from plangen.model.unit import Polarity

__all__ = ["bars", "control", "group", "trend"]


def bars(context: Context, directive: Directive) -> Charted:
    """A few figures side by side: results solid, targets in outline."""
    made = []
    names = {}
    for expression in directive.asked:
        found = level_asked(context, expression)
        is_target = expression.root == "targets"
        made.append(
            Bar(
                context.language.charts.bar_label(
                    found, is_target, context.records.facts.get(fact_id(expression))
                ),
                number_of(directive, found.number),
                context.language.levels.short_figure(found),
                SeriesRole.TARGET if is_target else SeriesRole.OWN,
            )
        )
        if found.indicator in context.records.indicators:
            names[found.indicator] = context.records.indicators[found.indicator]
    subtitle = context.language.charts.bars_subtitle(tuple(indicator.name for indicator in names.values()))
    sources = sources_of(names.values()) or fact_sources(context, directive)
    return Charted(BarChart(tuple(made)), placed(context, subtitle), sources)


def trend(context: Context, directive: Directive) -> Charted:
    """One indicator over the periods there are, with its benchmark."""
    return _over_time(context, directive, trend_of)


def control(context: Context, directive: Directive) -> Charted:
    """One indicator with its usual range and what stands out; a trend where there are fewer than 12 values."""
    return _over_time(context, directive, control_of)


def _over_time(
    context: Context, directive: Directive, charted_of: Callable[[Language, Evidence, str], Charted | None]
) -> Charted:
    _, expression = next(indicators_asked(context, directive))
    charted = charted_of(context.language, context.evidence, expression.root)
    if charted is None:
        message = f"{expression.root} has fewer than two values to draw"
        raise fault(directive, message, "use another kind of chart", About(expression.root))
    return charted


def group(context: Context, directive: Directive) -> Charted:
    """The areas of the most similar group at a period; bounds only where `k` is set or the data has them."""
    indicator, expression = next(indicators_asked(context, directive))
    if indicator.polarity is Polarity.NEUTRAL:
        message = f"{expression.root} has no best: neither high nor low is better"
        raise fault(directive, message, "use another kind of chart, or give the indicator a polarity")
    k = directive.option("k")
    period = period_asked(directive, "period")
    charted = group_of(context.language, context.evidence, expression.root, period, Decimal(k) if k else None)
    if charted is None:
        when = f" for {period}" if period else ""
        message = f"{expression.root} has no values of other areas{when}"
        raise fault(directive, message, "add a row for each area of the group, or use another kind of chart")
    return charted
