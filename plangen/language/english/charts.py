"""The words in and under charts."""

from __future__ import annotations

from decimal import Decimal

from plangen.document.charts import ReferenceLine
from plangen.language.english.figures import counted, exact, figure, uncapitalised
from plangen.language.english.periods import short_period
from plangen.language.english.targets import result_caption, target_caption
from plangen.language.english.units import unit_words
from plangen.model.figures import Fact
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.result import Level, Rag
from plangen.model.unit import Polarity, Unit, UnitKind

__all__ = [
    "area_head",
    "bar_label",
    "bars_subtitle",
    "benchmark_name",
    "change_subtitle",
    "column_head",
    "group_name",
    "group_note",
    "group_subtitle",
    "in_area",
    "indicator_subtitle",
    "is_source",
    "line_words",
    "positions_subtitle",
    "share_subtitle",
    "source_label",
    "source_words",
    "status_label",
    "status_subtitle",
    "trend_without_limits",
]

_LINES = {
    ReferenceLine.MEAN: "Mean",
    ReferenceLine.LOWER_LIMIT: "Lower limit",
    ReferenceLine.UPPER_LIMIT: "Upper limit",
    ReferenceLine.AVERAGE: "Average",
    ReferenceLine.LOWER_BOUND: "Lower bound",
    ReferenceLine.UPPER_BOUND: "Upper bound",
}
_STATUSES = {
    Rag.GREEN: "Met in full",
    Rag.AMBER: "Close to target",
    Rag.RED: "Not met",
    None: "No result given",
}


def status_label(status: Rag | None) -> str:
    return _STATUSES[status]


def status_subtitle() -> str:
    return "How many met their target"


def share_subtitle() -> str:
    return "Share of answers"


def bars_subtitle(indicators: tuple[str, ...]) -> str:
    return " and ".join(indicators) or "Figures"


def positions_subtitle(size: int) -> str:
    return f"Place among {size} similar areas, where 1st is best"


def in_area(subtitle: str, area: str) -> str:
    return f"{subtitle}, {area}"


def trend_without_limits(subtitle: str, why: str) -> str:
    return f"{subtitle}. {why}"


def source_words(sources: tuple[str, ...]) -> str:
    return f"Source: {'; '.join(sources)}."


def source_label() -> str:
    return "Source: "


def area_head() -> str:
    return "Area"


def is_source(words: str) -> bool:
    return words.lower().startswith("source")


def benchmark_name(indicator: Indicator) -> str:
    return indicator.benchmark or "Benchmark"


def group_name(name: str) -> str:
    return name or "Similar areas"


def change_subtitle(period: Period, base: Period) -> str:
    return f"Change in {short_period(period)}, compared with {short_period(base)}"


def bar_label(level: Level, is_target: bool, fact: Fact | None) -> str:
    if fact is not None:
        return fact.label or fact.source
    if level.period is None:
        return f"{level.indicator} (target)" if is_target else level.indicator
    return target_caption(level.period) if is_target else result_caption(level.period)


def indicator_subtitle(indicator: Indicator, area: str) -> str:
    return f"{indicator.name}, {area}"


def group_subtitle(indicator: Indicator, group: str, period: Period) -> str:
    head = uncapitalised(column_head(indicator))
    per = f" per {indicator.unit.per:,}" if indicator.unit.kind is UnitKind.RATE else ""
    is_place = indicator.unit.is_place
    best = "lowest" if indicator.polarity is Polarity.LOWER or is_place else "highest"
    return f"{indicator.name}{per}, {uncapitalised(group)}, {short_period(period)}; 1 is the {best} {head}"


def group_note(indicator: Indicator, size: int, k: Decimal | None, spread: Decimal | None, bounded: bool) -> str:
    words = f"Average: the mean of all {size} areas."
    if not bounded:
        return words
    if k is None or spread is None:
        return f"{words} Bounds: as published."
    deviation = counted(exact(k), "sample standard deviation")
    size_of_one = _line_figure(indicator, spread)
    return (
        f"{words} Bounds: the mean plus and minus {deviation} ({size_of_one}), a distance that we chose. "
        "An area between the bounds is within the usual range for the group."
    )


def column_head(indicator: Indicator) -> str:
    return unit_words(indicator.unit).head


def line_words(line: ReferenceLine, indicator: Indicator, value: Decimal | None) -> str:
    return "" if value is None else f"{_LINES[line]} {_line_figure(indicator, value)}"


def _line_figure(indicator: Indicator, value: Decimal) -> str:
    """A mean place in a group is no place: it stands without "th"."""
    unit = Unit(UnitKind.COUNT) if indicator.unit.is_place else indicator.unit
    return figure(value, unit, indicator.line_decimals, short=True)
