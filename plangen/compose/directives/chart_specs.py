"""From a chart directive to what the chart shows: results looked up, and put into numbers and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plangen.compose.context import Context
from plangen.diagnostics import PlangenError, error
from plangen.document.charts import (
    Bar,
    BarChart,
    ChangeBar,
    ChartSpec,
    PositionChart,
    PositionRow,
    RiseAndFall,
    Series,
    SeriesRole,
    ShareBar,
    ShareSegment,
    TrendChart,
    TrendPoint,
)
from plangen.document.status import Judgement, Mark, Sign
from plangen.measures.changes import change
from plangen.measures.evaluate import evaluate
from plangen.measures.levels import level_of
from plangen.model.indicator import Indicator
from plangen.model.observation import SeriesKind
from plangen.model.period import Period
from plangen.model.prose import Directive, Expression
from plangen.model.result import Assessment, Change, Level
from plangen.sources.expressions import parse
from plangen.wording.changes import fall_or_rise, places_moved, travel
from plangen.wording.charts import bar_label, change_subtitle, status_label
from plangen.wording.levels import level_number
from plangen.wording.periods import short_period, tick

__all__ = ["Charted", "bars", "positions", "rise_and_fall", "share", "status", "trend"]


@dataclass(frozen=True, slots=True)
class Charted:
    """What a chart shows, what its subtitle says by default, and where its numbers come from."""

    spec: ChartSpec
    subtitle: str
    sources: tuple[str, ...]


def rise_and_fall(context: Context, directive: Directive) -> Charted:
    """Changes of several indicators at one period. The exception is the one that worsened."""
    found = [(i, _change(context, directive, e)) for i, e in _indicators(context, directive)]
    chart = RiseAndFall(
        tuple(
            ChangeBar(i.label, _number(directive, c.amount), fall_or_rise(c), c.assessment is Assessment.WORSENING)
            for i, c in found
        )
    )
    first = found[0][1]
    return Charted(chart, change_subtitle(first.period, first.base), _sources(i for i, _ in found))


def positions(context: Context, directive: Directive) -> Charted:
    """Places in a group before and after."""
    rows = []
    sizes = []
    for indicator, expression in _indicators(context, directive):
        moved = _change(context, directive, expression)
        if moved.before is None or moved.after is None:
            raise _fault(directive, f"{expression.root} has no place at both periods", "give :base: and :period:")
        mark, _, judgement = travel(moved)
        rows.append(
            PositionRow(
                label=indicator.label,
                before=int(_number(directive, moved.before.number)),
                after=int(_number(directive, moved.after.number)),
                mark=mark,
                words=places_moved(moved),
                judgement=judgement,
            )
        )
        sizes.append(moved.after.group_size or 0)
    chart = PositionChart(max(sizes), short_period(moved.base), short_period(moved.period), tuple(rows))
    subtitle = f"Place among {max(sizes)} similar areas, where 1st is best"
    return Charted(chart, subtitle, _sources(i for i, _ in _indicators(context, directive)))


def share(context: Context, directive: Directive) -> Charted:
    """Parts of a whole, from facts; `focus` names the one the headline is about."""
    focus = directive.option("focus")
    segments = []
    for expression in directive.asked:
        found = _level(context, expression)
        segments.append(
            ShareSegment(
                _fact_label(context, expression),
                _number(directive, found.number),
                level_number(found),
                focus=bool(focus) and focus in (_fact_id(expression), expression.text),
            )
        )
    return Charted(ShareBar(tuple(segments)), "Share of answers", _fact_sources(context, directive))


_STATUSES = (
    Mark(Judgement.GOOD, Sign.TICK),
    Mark(Judgement.CLOSE, Sign.EXCLAMATION),
    Mark(Judgement.BAD, Sign.CROSS),
)
_NO_RESULT = Mark(Judgement.NEUTRAL, Sign.DOTS)


def status(context: Context, directive: Directive) -> Charted:
    """How many are green, amber and red, from facts in this order; what is left of `total` has no result."""
    counts = [_number(directive, _level(context, expression).number) for expression in directive.asked]
    if len(counts) != len(_STATUSES):
        raise _fault(directive, "a status chart names three facts", "name the counts of green, amber and red")
    marks = list(_STATUSES)
    if total := directive.option("total"):
        rest = _number(directive, _level(context, parse(total, directive.location)).number) - sum(counts)
        if rest < 0:
            raise _fault(directive, "green, amber and red are more than the total", "correct the facts")
        if rest:
            counts.append(rest)
            marks.append(_NO_RESULT)
    segments = tuple(
        ShareSegment(status_label(mark), count, f"{count:g}", mark=mark)
        for mark, count in zip(marks, counts, strict=True)
    )
    return Charted(ShareBar(segments), "How many met their target", _fact_sources(context, directive))


def bars(context: Context, directive: Directive) -> Charted:
    """A few figures side by side: results solid, targets in outline."""
    made = []
    names = {}
    for expression in directive.asked:
        found = _level(context, expression)
        is_target = expression.root == "targets"
        made.append(
            Bar(
                bar_label(found, is_target, context.records.facts.get(_fact_id(expression))),
                _number(directive, found.number),
                level_number(found),
                SeriesRole.TARGET if is_target else SeriesRole.OWN,
            )
        )
        if found.indicator in context.records.indicators:
            names[found.indicator] = context.records.indicators[found.indicator]
    subtitle = " and ".join(indicator.name for indicator in names.values()) or "Figures"
    return Charted(BarChart(tuple(made)), subtitle, _sources(names.values()) or _fact_sources(context, directive))


def trend(context: Context, directive: Directive) -> Charted:
    """One indicator over the periods there are, with its benchmark."""
    indicator, expression = next(_indicators(context, directive))
    own = context.evidence.series(expression.root)
    levels = [level_of(context.evidence, observation) for observation in own]
    if len(levels) < 2:
        raise _fault(
            directive, f"{expression.root} has fewer than two values to draw", "use another kind of chart"
        )
    for found in levels:
        context.ledger.use(found)
    ticks = [tick(observation.period) for observation in own]
    benchmark = {o.period: o for o in context.evidence.series(expression.root, SeriesKind.BENCHMARK)}
    series = [_series(context.records.partnership.area, SeriesRole.OWN, levels)]
    if benchmark:
        others = [level_of(context.evidence, benchmark[o.period]) if o.period in benchmark else None for o in own]
        series.append(_series(indicator.benchmark or "Benchmark", SeriesRole.BENCHMARK, others))
    chart = TrendChart(tuple(TrendPoint(*words) for words in ticks), tuple(series))
    return Charted(chart, indicator.name, _sources([indicator]))


def _series(name: str, role: SeriesRole, levels: list[Level] | list[Level | None]) -> Series:
    values = tuple(None if found is None or found.number is None else float(found.number) for found in levels)
    words = tuple("" if found is None else level_number(found) for found in levels)
    return Series(name, role, values, words)


def _indicators(context: Context, directive: Directive) -> Iterator[tuple[Indicator, Expression]]:
    for expression in directive.asked:
        indicator = context.records.indicators.get(expression.root)
        if indicator is None:
            raise _fault(directive, f'"{expression.text}" is not an indicator', "name indicators in this chart")
        yield indicator, expression
    if not directive.asked:
        raise _fault(directive, "the chart names no indicator", "name one after {chart}")


def _change(context: Context, directive: Directive, expression: Expression) -> Change:
    found = change(context.evidence, expression.root, _period(directive, "period"), _period(directive, "base"))
    if found is None:
        hint = "check :period: and :base: against the data"
        raise _fault(directive, f"{expression.root} has no change to show here", hint)
    context.ledger.use(found)
    return found


def _period(directive: Directive, option: str) -> Period | None:
    text = directive.option(option)
    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError as problem:
        raise _fault(directive, f":{option}: {problem}", "write it as in the data") from None


def _level(context: Context, expression: Expression) -> Level:
    result, _ = evaluate(context.evidence, expression)
    if not isinstance(result, Level):
        hint = "name indicators, facts or targets with a value"
        raise PlangenError(error("PG434", f'"{expression.text}" is not a value', expression.location, hint))
    context.ledger.use(result)
    return result


def _number(directive: Directive, number: object) -> float:
    if number is None:
        raise _fault(directive, "a value of the chart is not a number", "leave it out of the chart")
    return float(str(number))


def _fault(directive: Directive, message: str, hint: str) -> PlangenError:
    return PlangenError(error("PG434", message, directive.location, hint))


def _fact_id(expression: Expression) -> str:
    return expression.parts[0].name if expression.root == "facts" and expression.parts else ""


def _fact_label(context: Context, expression: Expression) -> str:
    fact = context.records.facts.get(_fact_id(expression))
    return fact.label if fact and fact.label else expression.text


def _sources(indicators: Iterable[Indicator]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(indicator.source for indicator in indicators))


def _fact_sources(context: Context, directive: Directive) -> tuple[str, ...]:
    facts = (context.records.facts.get(_fact_id(expression)) for expression in directive.asked)
    return tuple(dict.fromkeys(fact.source for fact in facts if fact))
