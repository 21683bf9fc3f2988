"""Charts of parts: of a whole, and how many targets are met, close and not met."""

from __future__ import annotations

from decimal import Decimal

from plangen.compose.charts import Charted
from plangen.compose.charts.lookup import (
    fact_id,
    fact_label,
    fact_sources,
    fault,
    level_asked,
    number_of,
    placed,
)
from plangen.compose.context import Context
from plangen.compose.marks import status_mark
from plangen.document.charts import ShareBar, ShareSegment
from plangen.model.prose import Directive, Expression
from plangen.model.result import Rag
from plangen.sources.expressions import parse

__all__ = ["share", "status"]

_STATUSES = (Rag.GREEN, Rag.AMBER, Rag.RED)


def share(context: Context, directive: Directive) -> Charted:
    """Parts of a whole, from facts; `focus` names the one the headline is about."""
    focus = directive.option("focus")
    segments = []
    for expression in directive.asked:
        found = level_asked(context, expression)
        segments.append(
            ShareSegment(
                fact_label(context, expression),
                number_of(directive, found.number),
                context.language.levels.short_figure(found),
                focus=bool(focus) and focus in (fact_id(expression), expression.text),
            )
        )
    return Charted(
        ShareBar(tuple(segments)),
        placed(context, context.language.charts.share_subtitle()),
        fact_sources(context, directive),
    )


def status(context: Context, directive: Directive) -> Charted:
    """How many are green, amber and red, from facts in this order, each under its own label.

    What is left of `total` has no result.
    """
    counts = [number_of(directive, level_asked(context, expression).number) for expression in directive.asked]
    if len(counts) != len(_STATUSES):
        raise fault(directive, "a status chart names three facts", "name the counts of green, amber and red")
    statuses: list[Rag | None] = list(_STATUSES)
    labels = [_judged(context, e, status) for e, status in zip(directive.asked, _STATUSES, strict=True)]
    if total := directive.option("total"):
        whole = number_of(directive, level_asked(context, parse(total, directive.location)).number)
        rest = float(sum((Decimal(repr(-count)) for count in counts), Decimal(repr(whole))))
        if rest < 0:
            raise fault(directive, "green, amber and red are more than the total", "correct the facts")
        if rest:
            counts.append(rest)
            statuses.append(None)
            labels.append(context.language.charts.status_label(None))
    segments = tuple(
        ShareSegment(label, count, f"{count:g}", mark=status_mark(status))
        for label, status, count in zip(labels, statuses, counts, strict=True)
    )
    return Charted(
        ShareBar(segments),
        placed(context, context.language.charts.status_subtitle()),
        fact_sources(context, directive),
    )


def _judged(context: Context, expression: Expression, status: Rag) -> str:
    """What a fact counts in its own words, or what the symbol says."""
    fact = context.records.facts.get(fact_id(expression))
    return fact.label if fact and fact.label else context.language.charts.status_label(status)
