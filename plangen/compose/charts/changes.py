"""Charts of changes: rises and falls of several indicators, and places in a group before and after."""

from __future__ import annotations

from plangen.compose.charts import Charted
from plangen.compose.charts.lookup import (
    amount_of,
    change_asked,
    fault,
    indicators_asked,
    number_of,
    placed,
    sources_of,
)
from plangen.compose.context import Context
from plangen.compose.marks import change_mark
from plangen.document.charts import ChangeBar, PositionChart, PositionRow, RiseAndFall
from plangen.model.prose import Directive
from plangen.model.result import Assessment

__all__ = ["positions", "rise_and_fall"]


def rise_and_fall(context: Context, directive: Directive) -> Charted:
    """Changes of several indicators at one period. The exception is the one that worsened."""
    asked = list(indicators_asked(context, directive))
    found = [(i, e, change_asked(context, directive, e)) for i, e in asked]
    chart = RiseAndFall(
        tuple(
            ChangeBar(
                i.label,
                amount_of(directive, e, c),
                context.language.changes.fall_or_rise(c),
                c.assessment is Assessment.WORSENING,
            )
            for i, e, c in found
        )
    )
    first = found[0][2]
    subtitle = placed(context, context.language.charts.change_subtitle(first.period, first.base))
    return Charted(chart, subtitle, sources_of(i for i, _ in asked))


def positions(context: Context, directive: Directive) -> Charted:
    """Places in a group before and after."""
    rows = []
    sizes = []
    for indicator, expression in indicators_asked(context, directive):
        moved = change_asked(context, directive, expression)
        if moved.before is None or moved.after is None:
            raise fault(directive, f"{expression.root} has no place at both periods", "give :base: and :period:")
        rows.append(
            PositionRow(
                label=indicator.label,
                before=int(number_of(directive, moved.before.number)),
                after=int(number_of(directive, moved.after.number)),
                mark=change_mark(moved),
                words=context.language.changes.places_moved(moved),
                judgement=context.language.changes.signed_change(moved),
            )
        )
        sizes.append(moved.after.group_size or 0)
    last = max((*sizes, 2, *(place for row in rows for place in (row.before, row.after))))
    chart = PositionChart(
        max(sizes),
        context.language.figures.ordinal(1),
        context.language.figures.ordinal(last),
        context.language.periods.line_period(moved.base),
        context.language.periods.line_period(moved.period),
        tuple(rows),
    )
    subtitle = context.language.charts.positions_subtitle(max(sizes))
    return Charted(
        chart, placed(context, subtitle), sources_of(i for i, _ in indicators_asked(context, directive))
    )
