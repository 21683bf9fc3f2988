"""The words in and under charts."""

from __future__ import annotations

from decimal import Decimal

from plangen.document.status import Mark, Sign
from plangen.language.english.figures import counted, exact, figure
from plangen.language.english.periods import short_period
from plangen.language.english.promises import result_caption, target_caption
from plangen.model.figures import Fact
from plangen.model.indicator import Indicator
from plangen.model.period import Period
from plangen.model.result import Level
from plangen.model.unit import Polarity, Unit, UnitKind

__all__ = [
    "bar_label",
    "change_subtitle",
    "column_head",
    "group_note",
    "group_subtitle",
    "line_decimals",
    "line_words",
    "measure_subtitle",
    "status_label",
]

_HEADS = {
    UnitKind.COUNT: "Number",
    UnitKind.PERCENT: "Share",
    UnitKind.RATE: "Rate",
    UnitKind.RANK: "Place",
    UnitKind.POUNDS: "Amount",
}

_STATUSES = {
    Sign.TICK: "Met in full",
    Sign.EXCLAMATION: "Close to target",
    Sign.CROSS: "Not met",
    Sign.DOTS: "No result given",
}


def status_label(mark: Mark) -> str:
    """What a symbol of a status chart says."""
    return _STATUSES[mark.sign]


def change_subtitle(period: Period, base: Period) -> str:
    """A subtitle: "Change in the first half of 2010/11, compared with the first half of 2009/10"."""
    return f"Change in {short_period(period)}, compared with {short_period(base)}"


def bar_label(level: Level, is_target: bool, fact: Fact | None) -> str:
    """What a bar is: "2009/10 result", "2011/12 target", or what a fact counts."""
    if fact is not None:
        return fact.label or fact.source
    if level.period is None:
        return level.indicator
    return target_caption(level.period) if is_target else result_caption(level.period)


def measure_subtitle(indicator: Indicator, area: str) -> str:
    """What is measured and where: "Burglary in a dwelling, Southampton"."""
    return f"{indicator.name}, {area}"


def group_subtitle(indicator: Indicator, group: str, period: Period) -> str:
    """`Recorded crime per 1,000, most similar group, 2015/16; 1 is the lowest rate`."""
    head = column_head(indicator)
    per = f" per {indicator.unit.per:,}" if indicator.unit.kind is UnitKind.RATE else ""
    best = "lowest" if indicator.polarity is Polarity.LOWER or head == "Place" else "highest"
    areas = f"{group[:1].lower()}{group[1:]}"
    return f"{indicator.name}{per}, {areas}, {short_period(period)}; 1 is the {best} {head.lower()}"


def group_note(indicator: Indicator, size: int, k: Decimal | None, spread: Decimal | None, bounded: bool) -> str:
    """How the lines across a group were computed; `spread` is the sample standard deviation."""
    words = f"Average: the mean of all {size} areas."
    if not bounded:
        return words
    if k is None or spread is None:
        return f"{words} Bounds: as published."
    deviation = counted(exact(k), "sample standard deviation")
    size_of_one = _line_figure(indicator, spread)
    return (
        f"{words} Bounds: the mean plus and minus {deviation} ({size_of_one}). "
        "An area between the bounds is within the usual range for the group."
    )


def column_head(indicator: Indicator) -> str:
    """What heads a column of values: "Rate", "Number", "Share", "Place", "Amount"."""
    return _HEADS[indicator.unit.kind]


def line_decimals(indicator: Indicator) -> int:
    """Decimals of a mean, bound or limit: those of the indicator, but at least one."""
    return max(1, indicator.decimals)


def line_words(name: str, indicator: Indicator, value: Decimal | None) -> str:
    """A line across a chart: "Average 86.6", "Upper limit 153.0"; nothing where there is no line."""
    return "" if value is None else f"{name} {_line_figure(indicator, value)}"


def _line_figure(indicator: Indicator, value: Decimal) -> str:
    """A mean place in a group is no place: it stands without "th"."""
    unit = Unit(UnitKind.COUNT) if indicator.unit.kind is UnitKind.RANK else indicator.unit
    return figure(value, unit, line_decimals(indicator))
