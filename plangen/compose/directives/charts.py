"""`chart`: a figure whose numbers are results, with its headline, place, periods, source and alt text."""

from __future__ import annotations

from collections.abc import Callable

from plangen.compose.context import Context
from plangen.compose.directives import chart_specs
from plangen.compose.words import inlines
from plangen.diagnostics import PlangenError, error
from plangen.document.blocks import Block, Figure
from plangen.document.describe import describe
from plangen.document.inlines import Inline, Text, plain
from plangen.model.prose import Directive

__all__ = ["chart"]


_KINDS: dict[str, Callable[[Context, Directive], chart_specs.Charted]] = {
    "bars": chart_specs.bars,
    "positions": chart_specs.positions,
    "rise-and-fall": chart_specs.rise_and_fall,
    "share": chart_specs.share,
    "status": chart_specs.status,
    "trend": chart_specs.trend,
}


def chart(context: Context, directive: Directive) -> tuple[Block, ...]:
    """The figure; where its numbers cannot be had the reason goes into the ledger and nothing is shown."""
    try:
        charted = _charted(context, directive)
    except PlangenError as problem:
        context.ledger.report(problem.diagnostics)
        return ()
    headline = inlines(context, directive.option_words("headline"))
    subtitle = inlines(context, directive.option_words("subtitle"))
    source = inlines(context, directive.option_words("source"))
    alt = plain(inlines(context, directive.option_words("alt")))
    figure = Figure(
        id=f"{context.scope}_chart_{directive.location.line}",
        art=charted.spec,
        alt=alt or describe(charted.spec),
        headline=headline,
        subtitle=subtitle or (Text(f"{charted.subtitle}, {context.records.partnership.area}"),),
        source=_sourced(source or (Text(f"{'; '.join(charted.sources)}."),)),
    )
    return (figure,)


def _sourced(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The source line: the word "Source" is ours to write, not the officer's."""
    return words if plain(words).lower().startswith("source") else (Text("Source: "), *words)


def _charted(context: Context, directive: Directive) -> chart_specs.Charted:
    kind = directive.option("kind") or "trend"
    if kind not in _KINDS:
        hint = f"the kinds are {', '.join(_KINDS)}"
        raise PlangenError(error("PG432", f'"{kind}" is not a kind of chart', directive.location, hint))
    if not directive.option_words("headline"):
        hint = "add a line :headline: that says what the chart shows"
        raise PlangenError(error("PG433", "a chart needs a headline", directive.location, hint))
    return _KINDS[kind](context, directive)
