"""Indicators in words: what is measured, which way is better, and how a value stands beside others."""

from __future__ import annotations

from plangen.language.english.figures import capital, difference, uncapitalised
from plangen.language.english.periods import tick
from plangen.language.english.units import unit_words
from plangen.model.indicator import Indicator
from plangen.model.number import rounded
from plangen.model.period import Period, PeriodKind
from plangen.model.result import Change, Direction, Level
from plangen.model.unit import Polarity, Unit

__all__ = [
    "beside_words",
    "difference_figure",
    "difference_head",
    "headline",
    "indicator_words",
    "no_benchmark",
    "others_name",
    "others_words",
    "period_head",
    "periods_summary",
    "polarity_words",
    "row_header",
    "still_words",
    "subject",
    "subtitle",
]

_SIMILAR = "Similar areas"


def no_benchmark() -> str:
    return "none"


def polarity_words(polarity: Polarity, unit: Unit) -> str:
    if unit.is_place:
        return "1st is best"
    return {
        Polarity.LOWER: "Lower is better",
        Polarity.HIGHER: "Higher is better",
        Polarity.NEUTRAL: "Neither way is better",
    }[polarity]


def subject(unit: Unit) -> str:
    return unit_words(unit).subject


def indicator_words(indicator: Indicator) -> str:
    return capital(indicator.phrase or indicator.name)


def others_name(indicator: Indicator) -> str:
    return _SIMILAR if _has_similar(indicator) else indicator.benchmark or "Benchmark"


def others_words(indicator: Indicator) -> str:
    name = others_name(indicator)
    return name.lower() if _has_similar(indicator) else f"the {uncapitalised(name)}"


def headline(name: str, moved: str, beside: str) -> str:
    parts = [part for part in (moved, beside) if part]
    return f"{name}: {' and '.join(parts)}" if parts else name


def beside_words(current: Level | None, other: Level | None, others: str) -> str:
    if current is None or other is None or other.number is None or current.number is None:
        return ""
    if current.number == other.number:
        return f"level with {others}"
    return f"above {others}" if current.number > other.number else f"below {others}"


def still_words(change: Change | None) -> str:
    return "still " if change is not None and change.direction is Direction.SAME else ""


def difference_head() -> str:
    return "Difference"


def difference_figure(own: Level, other: Level, decimals: int) -> str:
    assert own.number is not None
    assert other.number is not None
    return difference(rounded(own.number, decimals) - rounded(other.number, decimals), decimals)


def period_head(period: Period, in_two_lines: bool) -> str:
    first, second = tick(period)
    if not second or not in_two_lines:
        return period.text
    return f"{first}\n{second}" if period.kind is PeriodKind.SPAN else f"{second}\n{first}"


def row_header(unit: Unit) -> str:
    return unit_words(unit).corner


def periods_summary(measure: str) -> str:
    return f"{measure}, by period"


def subtitle(indicator: Indicator, area: str, with_benchmark: bool) -> str:
    measure = indicator_words(indicator)
    if not with_benchmark:
        return f"{measure}, {area}"
    average = "the average for " if _has_similar(indicator) else ""
    return f"{measure}, {area} and {average}{others_words(indicator)}"


def _has_similar(indicator: Indicator) -> bool:
    return "similar" in indicator.benchmark.lower()
