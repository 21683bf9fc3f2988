"""Charts in words, for people who cannot see them: kind, what is shown, range, latest value and movement.

Everything here is written from the chart itself, so that the words cannot differ from the picture.
"""

from __future__ import annotations

from collections.abc import Sequence

from plangen.document.charts import (
    BarChart,
    ChartSpec,
    ControlChart,
    ControlPoint,
    GroupChart,
    PositionChart,
    RiseAndFall,
    Series,
    SeriesRole,
    ShareBar,
    Signal,
    TrendChart,
    TrendPoint,
)
from plangen.language.english.figures import counted, uncapitalised

__all__ = ["describe"]


_ALL_GIVEN = 6
"""Up to so many values are read out one by one: a trend with as few has no table beside it."""


def describe(spec: ChartSpec) -> str:
    match spec:
        case TrendChart():
            return _trend(spec)
        case BarChart():
            return _bars(spec)
        case RiseAndFall():
            return _changes(spec)
        case PositionChart():
            return _positions(spec)
        case ShareBar():
            return _shares(spec)
        case GroupChart():
            return _group(spec)
        case ControlChart():
            return _control(spec)


def _trend(spec: TrendChart) -> str:
    periods = [_period(point) for point in spec.points]
    sentences = [f"Line chart over {counted(str(len(periods)), 'period')}{_span(periods)}."]
    for series in spec.series:
        sentences.append(_series(series, periods))
        sentences += [f"{series.interval}."] if series.interval else []
    return " ".join(sentences)


def _series(series: Series, periods: Sequence[str]) -> str:
    """A series: three values or fewer each with its period, more as first, range, latest and movement."""
    points = [
        (value, words or f"{value:g}", period)
        for value, words, period in zip(series.values, series.words, periods, strict=True)
        if value is not None
    ]
    kind = " (target)" if series.role is SeriesRole.TARGET and "target" not in series.name.casefold() else ""
    name = f"{series.name}{kind}"
    if not points:
        return f"{name}: no figures."
    if len({words for _, words, _ in points}) == 1 and len(points) > 1:
        return f"{name}: {points[0][1]} throughout."
    if len(points) <= 3:
        return f"{name}: {', '.join(f'{words} in {period}' for _, words, period in points)}."
    lowest, highest = min(points, key=_amount), max(points, key=_amount)
    parts = [
        f"{points[0][1]} in {points[0][2]}",
        f"lowest {lowest[1]} in {lowest[2]}",
        f"highest {highest[1]} in {highest[2]}",
        f"latest {points[-1][1]} in {points[-1][2]}, {_movement(points[-2], points[-1])}",
    ]
    in_order = f" In order: {', '.join(words for _, words, _ in points)}." if len(points) <= _ALL_GIVEN else ""
    return f"{name}: {'; '.join(parts)}.{in_order}"


def _amount(point: tuple[float, str, str]) -> float:
    return point[0]


def _movement(before: tuple[float, str, str], latest: tuple[float, str, str]) -> str:
    if latest[0] == before[0]:
        return f"the same as in {before[2]}"
    direction = "up" if latest[0] > before[0] else "down"
    return f"{direction} from {before[1]} in {before[2]}"


def _bars(spec: BarChart) -> str:
    parts = [f"{bar.label} {bar.words}" for bar in spec.bars]
    return f"Bar chart of {counted(str(len(parts)), 'figure')}: {'; '.join(parts)}."


def _changes(spec: RiseAndFall) -> str:
    parts = [f"{bar.label} {bar.words}{' (the exception)' if bar.exception else ''}" for bar in spec.bars]
    head = f"Bar chart of {counted(str(len(parts)), 'change')}, falls to the left and rises to the right"
    return f"{head}: {'; '.join(parts)}."


def _positions(spec: PositionChart) -> str:
    rows = [f"{row.label}: {row.words}, {uncapitalised(row.judgement)}" for row in spec.rows]
    head = f"Chart of places among {spec.places} areas, where 1st is best."
    times = f"{uncapitalised(spec.before)}; {uncapitalised(spec.after)}"
    return f"{head} It compares two times: {times}. {'. '.join(rows)}."


def _shares(spec: ShareBar) -> str:
    parts = "; ".join(f"{segment.label} {segment.words}" for segment in spec.segments)
    judged = any(segment.mark is not None for segment in spec.segments)
    return f"{'Bar of how many have each result' if judged else 'Bar of the parts of a whole'}: {parts}."


def _group(spec: GroupChart) -> str:
    rows = "; ".join(f"{bar.rank} {bar.label} {bar.words}" for bar in spec.bars)
    own = "".join(f" {bar.label} has rank {bar.rank} with {bar.words}." for bar in spec.bars if bar.own)
    lines = ", ".join(words for words in (spec.lower_words, spec.mean_words, spec.upper_words) if words)
    head = f"Bar chart of {counted(str(len(spec.bars)), 'area')} by {uncapitalised(spec.measure)}, best first."
    return f"{head}{own} {lines}. {rows}."


def _control(spec: ControlChart) -> str:
    if not spec.points:
        return "Control chart without points."
    periods = [_period(point) for point in spec.points]
    low = min(spec.points, key=lambda point: point.value)
    high = max(spec.points, key=lambda point: point.value)
    sentences = [
        f"Control chart over {counted(str(len(periods)), 'period')}{_span(periods)}.",
        f"Values from {low.words} to {high.words}; latest {spec.points[-1].words} in {periods[-1]}.",
        f"{spec.mean_words}, {spec.lower_words}, {spec.upper_words}.",
    ]
    sentences += [f"{spec.variation.words}."] if spec.variation else []
    for signal, words in ((Signal.WORSE, "Worse than usual"), (Signal.BETTER, "Better than usual")):
        found = [f"{point.words} in {_period(point)}" for point in spec.points if point.signal is signal]
        sentences += [f"{words}: {', '.join(found)}."] if found else []
    sentences += [f"{words.rstrip('.')}." for _, _, words in spec.runs]
    return " ".join(sentences)


def _period(point: TrendPoint | ControlPoint) -> str:
    return point.name or f"{point.group} {point.label}".strip()


def _span(periods: Sequence[str]) -> str:
    if not periods:
        return ""
    first, last = periods[0], periods[-1]
    if len(periods) == 1:
        return f", {first}"
    return f", the first {first}, the last {last}" if " to " in first + last else f", {first} to {last}"
