"""What a chart directive asks for, looked up: indicators, changes, levels and facts; every fault at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.compose.context import Context
from plangen.diagnostics import NOTHING, About, PlangenError, codes, finding
from plangen.measures.changes import change
from plangen.measures.evaluate import evaluate
from plangen.measures.selectors import missing_figure
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.period_text import read_period
from plangen.model.prose import Directive, Expression
from plangen.model.result import Change, Level

__all__ = [
    "amount_of",
    "change_asked",
    "fact_id",
    "fact_label",
    "fact_sources",
    "fault",
    "indicators_asked",
    "level_asked",
    "number_of",
    "period_asked",
    "placed",
    "sources_of",
]


def indicators_asked(context: Context, directive: Directive) -> Iterator[tuple[Indicator, Expression]]:
    """The indicators a chart names, at least one, each with where it is named."""
    for expression in directive.asked:
        indicator = context.records.indicators.get(expression.root)
        if indicator is None:
            raise fault(directive, f'"{expression.text}" is not an indicator', "name indicators in this chart")
        yield indicator, expression
    if not directive.asked:
        raise fault(directive, "the chart names no indicator", "name one after {chart}")


def change_asked(context: Context, directive: Directive, expression: Expression) -> Change:
    """The change at `period` from `base`, as the options say; it goes into the ledger."""
    period, base = period_asked(directive, "period"), period_asked(directive, "base")
    found = change(context.evidence, expression.root, period, base)
    if found is None:
        hint = "check :period: and :base: against the data"
        raise fault(
            directive,
            f"{expression.root} has no change to show here",
            hint,
            missing_figure(context.evidence, expression.root, period, base),
        )
    context.ledger.use(found)
    return found


def period_asked(directive: Directive, option: str) -> Period | None:
    """The period an option names, or None."""
    text = directive.option(option)
    if not text:
        return None
    try:
        return read_period(text)
    except ValueError as problem:
        raise fault(directive, f":{option}: {problem}", "write it as in the data") from None


def level_asked(context: Context, expression: Expression) -> Level:
    """The value an expression gives; it goes into the ledger."""
    result, _ = evaluate(context.evidence, expression)
    if not isinstance(result, Level):
        hint = "name indicators, facts or targets with a value"
        raise PlangenError(
            finding(codes.NOT_CHARTABLE, f'"{expression.text}" is not a value', expression.location, hint)
        )
    context.ledger.use(result)
    return result


def amount_of(directive: Directive, expression: Expression, found: Change) -> float:
    """The size of a change to draw; a fault where there is none, as from a base of nothing."""
    if found.from_zero:
        message = f"{expression.root} was 0 in {found.base}: from zero there is no percentage to draw"
        raise fault(directive, message, "leave it out of the chart, or draw the two values with :kind: bars")
    return number_of(directive, found.amount)


def number_of(directive: Directive, number: object) -> float:
    """A number to draw; a fault where there is none."""
    if number is None:
        raise fault(directive, "a value of the chart is not a number", "leave it out of the chart")
    return float(str(number))


def fault(directive: Directive, message: str, hint: str, about: About = NOTHING) -> PlangenError:
    """What stops this chart, at its place."""
    return PlangenError(finding(codes.NOT_CHARTABLE, message, directive.location, hint, about))


def fact_id(expression: Expression) -> str:
    """The id of the fact an expression asks for, or nothing."""
    return expression.parts[0].name if expression.root == "facts" and expression.parts else ""


def fact_label(context: Context, expression: Expression) -> str:
    """What a fact counts; the expression where nobody said."""
    fact = context.records.facts.get(fact_id(expression))
    return fact.label if fact and fact.label else expression.text


def sources_of(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    """Who says so, each source once."""
    return tuple(dict.fromkeys(indicator.source for indicator in indicators))


def fact_sources(context: Context, directive: Directive) -> tuple[str, ...]:
    """Who says so of the facts a chart names."""
    facts = (context.records.facts.get(fact_id(expression)) for expression in directive.asked)
    return tuple(dict.fromkeys(fact.source for fact in facts if fact))


def placed(context: Context, words: str) -> str:
    """A subtitle with the area it is about."""
    return context.language.charts.in_area(words, context.records.partnership.area)
