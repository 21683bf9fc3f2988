"""`chart`: a figure whose numbers are results, with its headline, place, periods, source and alt text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plangen.compose.charts import Charted
from plangen.compose.charts.changes import positions, rise_and_fall
from plangen.compose.charts.levels import bars, control, group, trend
from plangen.compose.charts.parts import share, status
from plangen.compose.context import Context
from plangen.compose.tracing import asked_at, computed
from plangen.compose.unfinished import box_to_come
from plangen.compose.words import option_inlines
from plangen.diagnostics import PlangenError, codes, finding
from plangen.document.blocks import Block, Figure
from plangen.document.inlines import Inline, Text, plain
from plangen.model.prose import Directive, Expression

__all__ = ["KINDS", "chart", "source_line"]

KINDS: Mapping[str, Callable[[Context, Directive], Charted]] = MappingProxyType(
    {
        "bars": bars,
        "control": control,
        "group": group,
        "positions": positions,
        "rise-and-fall": rise_and_fall,
        "share": share,
        "status": status,
        "trend": trend,
    }
)
"""By the word behind `:kind:`. Sources refuse every other word."""


def chart(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The figure; where its numbers cannot be had the reason goes into the ledger and nothing is shown."""
    try:
        charted = _charted(context, directive)
    except PlangenError as problem:
        context.ledger.report(problem.diagnostics)
        return box_to_come(context)
    for result in charted.results:
        context.ledger.use(result)
    headline, subtitle, source, alt = (
        option_inlines(context, directive, name) for name in ("headline", "subtitle", "source", "alt")
    )
    figure = Figure(
        id=context.ledger.id(f"{context.scope}_chart"),
        art=charted.spec,
        alt=plain(alt) or context.language.alt_text.describe(charted.spec),
        headline=headline,
        subtitle=subtitle or (Text(charted.subtitle),),
        source=source_line(context, charted, source),
    )
    names = (*map(_record, directive.asked), "partnership.yaml#area", "partnership.yaml#most_similar_group")
    asked_at(context, figure, directive.location, others=names)
    return (computed(context, figure, charted.results),)


def _record(asked: Expression) -> str:
    """The record that an expression asks: a fact or target by its id, else an indicator."""
    id = asked.parts[0].name if asked.parts else ""
    return f"{asked.root}.yaml#{id}" if asked.root in ("facts", "targets") else f"indicators.yaml#{asked.root}"


def source_line(context: Context, charted: Charted, source: tuple[Inline, ...] = ()) -> tuple[Inline, ...]:
    """How lines in the chart were computed, and who says so; the word "Source" is ours, not the officer's."""
    language = context.language.charts
    named = source or (Text(language.source_words(charted.sources)),)
    if source and not language.is_source(plain(source)):
        named = (Text(language.source_label()), *source)
    return (Text(f"{charted.note} "), *named) if charted.note else named


def _charted(context: Context, directive: Directive) -> Charted:
    kind = directive.option("kind") or "trend"
    if kind not in KINDS:
        hint = f"the kinds are {', '.join(KINDS)}"
        raise PlangenError(
            finding(codes.UNKNOWN_CHART, f'"{kind}" is not a kind of chart', directive.location, hint)
        )
    if not directive.option_words("headline"):
        hint = "add a line :headline: that says what the chart shows"
        raise PlangenError(
            finding(codes.CHART_WITHOUT_HEADLINE, "a chart needs a headline", directive.location, hint)
        )
    return KINDS[kind](context, directive)
