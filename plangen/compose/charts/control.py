"""A control chart: a series with its mean, its limits and what stands out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from plangen.compose.charts import Charted
from plangen.compose.charts.trend import trend_of
from plangen.document.charts import ControlChart, ControlPoint, Signal
from plangen.language.english.charts import line_decimals, line_words, measure_subtitle
from plangen.language.english.control import (
    beyond_words,
    control_note,
    in_a_row_words,
    near_words,
    overlap_words,
    rising_words,
    too_few_words,
)
from plangen.language.english.figures import number
from plangen.language.english.levels import level_number
from plangen.language.english.periods import tick
from plangen.measures.control_limits import FEWEST, Limits, Rule, SpecialCause, points_of
from plangen.measures.control_series import ControlSeries, NoLimits, control_series
from plangen.measures.evidence import Evidence
from plangen.model.indicator import Indicator
from plangen.model.result import Level
from plangen.model.unit import Polarity, UnitKind

__all__ = ["control_of"]

_POSSIBLE = {
    UnitKind.COUNT: (0.0, None),
    UnitKind.RATE: (0.0, None),
    UnitKind.PERCENT: (0.0, 100.0),
    UnitKind.RANK: (1.0, None),
}


def control_of(evidence: Evidence, id: str, category: str = "") -> Charted | None:
    """The control chart of an indicator; with fewer than 12 values its trend, and the subtitle says why.

    None where there is not even a trend.
    """
    series = control_series(evidence, id, category)
    if series.limits is None:
        trend = trend_of(evidence, id, category)
        return replace(trend, subtitle=f"{trend.subtitle}. {_why(series)}") if trend else None
    indicator = evidence.records.indicators[id]
    lower, upper = _drawn(indicator, series, series.limits)
    floored = (lower, upper) != (series.limits.lower, series.limits.upper)
    return Charted(
        _chart(indicator, series, series.limits, lower, upper),
        measure_subtitle(indicator, evidence.records.partnership.area),
        (indicator.source,),
        control_note(indicator, series.limits.screened, series.gaps, floored),
        (*series.levels, *_lines(id, indicator, series, (lower, upper))),
    )


def _why(series: ControlSeries) -> str:
    return overlap_words() if series.why is NoLimits.OVERLAPPING else too_few_words(len(series.levels), FEWEST)


def _chart(
    indicator: Indicator, series: ControlSeries, limits: Limits, lower: float, upper: float
) -> ControlChart:
    signals = _signals(indicator, series, limits)
    points = tuple(
        ControlPoint(*tick(period), float(value), level_number(level), signal)
        for level, period, value, signal in zip(series.levels, series.periods, series.values, signals, strict=True)
    )
    return ControlChart(
        points,
        limits.mean,
        line_words("Mean", indicator, _decimal(limits.mean)),
        lower,
        line_words("Lower limit", indicator, _decimal(lower)),
        upper,
        line_words("Upper limit", indicator, _decimal(upper)),
        tuple((cause.first, cause.last, _words(cause, series)) for cause in _told(series.causes)),
    )


def _told(causes: tuple[SpecialCause, ...]) -> Iterator[SpecialCause]:
    """The causes that get words: not that a run on one side also comes close to the limit on that side."""
    longer = [cause for cause in causes if cause.rule in (Rule.RUN, Rule.TREND)]
    for cause in causes:
        inside = any(c.first <= cause.first and cause.last <= c.last and c.high is cause.high for c in longer)
        if cause.rule is not Rule.NEAR_LIMIT or not inside:
            yield cause


def _drawn(indicator: Indicator, series: ControlSeries, limits: Limits) -> tuple[float, float]:
    """The limits as drawn: a count has none below zero, a percentage none above a hundred."""
    least, most = _POSSIBLE.get(indicator.unit.kind, (None, None))
    lower, upper = limits.lower, limits.upper
    if least is not None and min(series.values) >= least:
        lower = max(lower, least)
    if most is not None and max(series.values) <= most:
        upper = min(upper, most)
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
    if indicator.unit.kind is not UnitKind.RANK and indicator.polarity is Polarity.NEUTRAL:
        return Signal.USUAL
    higher = indicator.polarity is Polarity.HIGHER and indicator.unit.kind is not UnitKind.RANK
    return Signal.BETTER if high is higher else Signal.WORSE


def _words(cause: SpecialCause, series: ControlSeries) -> str:
    period, count = series.periods[cause.first], cause.last - cause.first + 1
    match cause.rule:
        case Rule.BEYOND_LIMITS:
            return beyond_words(period, cause.high)
        case Rule.RUN:
            return in_a_row_words(count, period.kind, cause.high)
        case Rule.TREND:
            return rising_words(count, period.kind, cause.high)
        case Rule.NEAR_LIMIT:
            return near_words(count, period.kind, cause.high)


def _lines(id: str, indicator: Indicator, series: ControlSeries, drawn: tuple[float, float]) -> tuple[Level, ...]:
    """Mean and limits as results, so that they stand in the table of results with their formula."""
    limits = series.limits
    assert limits is not None
    inputs = tuple(given for level in series.levels for given in level.inputs)
    first, last = series.periods[0], series.periods[-1]
    reach = f"2.66 x average moving range {number(_decimal(limits.moving_range), line_decimals(indicator) + 2)}"
    lowest = "" if drawn[0] == limits.lower else ", not below what is possible"
    highest = "" if drawn[1] == limits.upper else ", not above what is possible"
    lines = (
        ("mean", limits.mean, f"mean of {len(series.values)} values"),
        ("lower limit", drawn[0], f"mean - {reach}{lowest}"),
        ("upper limit", drawn[1], f"mean + {reach}{highest}"),
    )
    return tuple(
        Level(
            key=f"{id}: {name}, {first} to {last}",
            formula=formula,
            inputs=inputs,
            number=_decimal(value),
            unit=indicator.unit,
            decimals=line_decimals(indicator),
            period=last,
            indicator=id,
        )
        for name, value, formula in lines
    )


def _decimal(value: float) -> Decimal:
    return Decimal(str(value))
