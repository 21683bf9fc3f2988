"""A control chart: a series with its mean, its limits and what stands out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from plangen.compose.charts import Charted
from plangen.compose.charts.trend import trend_of
from plangen.document.charts import ControlChart, ControlPoint, ReferenceLine, Signal
from plangen.document.status import Judgement
from plangen.document.variation import Course, Variation
from plangen.language.language import Language
from plangen.measures.control_limits import FEWEST, Limits, SpecialCause, SpecialCauseRule, points_of
from plangen.measures.control_series import ControlSeries, NoLimits, control_series
from plangen.measures.evidence import Evidence
from plangen.model.indicator import Indicator
from plangen.model.result import Level
from plangen.model.unit import Polarity
from plangen.model.working import ControlLimit, MeanOf, Side, Things, Working

__all__ = ["control_of"]

_JUDGEMENTS = {
    Signal.USUAL: Judgement.NEUTRAL,
    Signal.BETTER: Judgement.GOOD,
    Signal.WORSE: Judgement.BAD,
}


def control_of(language: Language, evidence: Evidence, id: str, category: str = "") -> Charted | None:
    """The control chart of an indicator; with fewer than 12 values its trend, and the subtitle says why.

    None where there is not even a trend.
    """
    series = control_series(evidence, id, category)
    if series.limits is None:
        trend = trend_of(language, evidence, id, category)
        return (
            replace(trend, subtitle=language.charts.trend_without_limits(trend.subtitle, _why(language, series)))
            if trend
            else None
        )
    indicator = evidence.records.indicators[id]
    lower, upper = _drawn(indicator, series, series.limits)
    floored = (lower, upper) != (series.limits.lower, series.limits.upper)
    return Charted(
        _chart(language, indicator, series, series.limits, lower, upper),
        language.charts.indicator_subtitle(indicator, evidence.records.partnership.area),
        (indicator.source,),
        language.control.control_note(indicator, series.limits.screened, series.gaps, floored),
        (*series.levels, *_lines(id, indicator, series, (lower, upper))),
    )


def _why(language: Language, series: ControlSeries) -> str:
    return (
        language.control.overlap_words()
        if series.why is NoLimits.OVERLAPPING
        else language.control.too_few_words(len(series.levels), FEWEST)
    )


def _chart(
    language: Language, indicator: Indicator, series: ControlSeries, limits: Limits, lower: float, upper: float
) -> ControlChart:
    signals = _signals(indicator, series, limits)
    causes = _joined(_told(series.causes))
    points = tuple(
        ControlPoint(
            *language.periods.tick(period),
            float(value),
            language.levels.short_figure(level),
            signal,
            language.periods.named_point(period),
        )
        for level, period, value, signal in zip(series.levels, series.periods, series.values, signals, strict=True)
    )
    return ControlChart(
        points,
        limits.mean,
        language.charts.line_words(ReferenceLine.MEAN, indicator, _decimal(limits.mean)),
        lower,
        language.charts.line_words(ReferenceLine.LOWER_LIMIT, indicator, _decimal(lower)),
        upper,
        language.charts.line_words(ReferenceLine.UPPER_LIMIT, indicator, _decimal(upper)),
        tuple((cause.first, cause.last, _words(language, cause, series)) for cause in causes),
        _variation(language, indicator, series, limits),
        language.marks,
    )


def _told(causes: tuple[SpecialCause, ...]) -> Iterator[SpecialCause]:
    """The causes that get words: not that a run on one side also comes close to the limit on that side."""
    longer = [cause for cause in causes if cause.rule in (SpecialCauseRule.RUN, SpecialCauseRule.TREND)]
    for cause in causes:
        inside = any(c.first <= cause.first and cause.last <= c.last and c.high is cause.high for c in longer)
        if cause.rule is not SpecialCauseRule.NEAR_LIMIT or not inside:
            yield cause


def _joined(causes: Iterable[SpecialCause]) -> list[SpecialCause]:
    """Neighbours beyond the same limit as one cause: a chart has no room for words about each of many."""
    found: list[SpecialCause] = []
    open_at: dict[bool, int] = {}  # by side, where the last cause beyond that limit is in `found`
    for cause in causes:
        at = open_at.get(cause.high)
        if cause.rule is not SpecialCauseRule.BEYOND_LIMITS:
            found.append(cause)
        elif at is not None and found[at].last == cause.first - 1:
            found[at] = replace(found[at], last=cause.last)
        else:
            open_at[cause.high] = len(found)
            found.append(cause)
    return found


def _drawn(indicator: Indicator, series: ControlSeries, limits: Limits) -> tuple[float, float]:
    """The limits as drawn: a count has none below zero, a percentage none above a hundred."""
    least, most = indicator.unit.traits.least, indicator.unit.traits.most
    lower, upper = limits.lower, limits.upper
    if least is not None and min(series.values) >= least:
        lower = max(lower, float(least))
    if most is not None and max(series.values) <= most:
        upper = min(upper, float(most))
    return lower, upper


def _signals(indicator: Indicator, series: ControlSeries, limits: Limits) -> list[Signal]:
    """How each point stands out: by the first rule it falls under, in the order of the rules."""
    signals = [Signal.USUAL] * len(series.values)
    for cause in reversed(series.causes):
        for at in points_of(cause, series.values, limits):
            signals[at] = _signal(indicator, cause.high)
    return signals


def _signal(indicator: Indicator, high: bool) -> Signal:
    """By polarity; the best place in a group is always 1st, and where nothing is better nothing is judged."""
    if not indicator.unit.is_place and indicator.polarity is Polarity.NEUTRAL:
        return Signal.USUAL
    higher = indicator.polarity is Polarity.HIGHER and not indicator.unit.is_place
    return Signal.BETTER if high is higher else Signal.WORSE


def _variation(language: Language, indicator: Indicator, series: ControlSeries, limits: Limits) -> Variation:
    """What the latest value is: usual, or what the first rule it falls under makes of it."""
    latest = len(series.values) - 1
    cause = next((c for c in series.causes if latest in points_of(c, series.values, limits)), None)
    if cause is None:
        judgement, course = Judgement.NEUTRAL, Course.USUAL
    else:
        judgement = _JUDGEMENTS[_signal(indicator, cause.high)]
        course = Course.HIGH if cause.high else Course.LOW
    return Variation(judgement, course, language.control.variation_words(judgement, course))


def _words(language: Language, cause: SpecialCause, series: ControlSeries) -> str:
    period, count = series.periods[cause.first], cause.last - cause.first + 1
    match cause.rule:
        case SpecialCauseRule.BEYOND_LIMITS:
            if count > 1:
                return language.control.several_beyond_words(count, period.kind, cause.high)
            return language.control.beyond_words(period, cause.high)
        case SpecialCauseRule.RUN:
            return language.control.in_a_row_words(count, period.kind, cause.high)
        case SpecialCauseRule.TREND:
            return language.control.rising_words(count, period.kind, cause.high)
        case SpecialCauseRule.NEAR_LIMIT:
            return language.control.near_words(count, period.kind, cause.high)


def _lines(id: str, indicator: Indicator, series: ControlSeries, drawn: tuple[float, float]) -> tuple[Level, ...]:
    """Mean and limits as results, so that they stand in the table of results with their formula."""
    limits = series.limits
    assert limits is not None
    inputs = tuple(given for level in series.levels for given in level.inputs)
    first, last = series.periods[0], series.periods[-1]
    moved, decimals = _decimal(limits.moving_range), indicator.line_decimals + 2
    lines: tuple[tuple[str, float, Working], ...] = (
        ("mean", limits.mean, MeanOf(len(series.values), Things.VALUES)),
        ("lower limit", drawn[0], ControlLimit(Side.LOWER, moved, decimals, drawn[0] != limits.lower)),
        ("upper limit", drawn[1], ControlLimit(Side.UPPER, moved, decimals, drawn[1] != limits.upper)),
    )
    return tuple(
        Level(
            key=f"{id}: {name}, {first} to {last}",
            inputs=inputs,
            working=working,
            number=_decimal(value),
            unit=indicator.unit,
            decimals=indicator.line_decimals,
            period=last,
            indicator=id,
        )
        for name, value, working in lines
    )


def _decimal(value: float) -> Decimal:
    return Decimal(str(value))
