"""Why something is missing, how old a value is, and how it stands beside its benchmark."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.figures import counted, exact, figure, number, rounded
from plangen.language.english.levels import marker_words
from plangen.language.english.periods import MONTHS_IN_FULL, short_period
from plangen.model.comparison import Difference, Gap, Missing
from plangen.model.indicator import Indicator
from plangen.model.observation import Marker
from plangen.model.period import Period
from plangen.model.result import Level
from plangen.model.unit import UnitKind

__all__ = ["age_words", "beside_benchmark", "gap_words", "why_words"]

_WHY = {
    Missing.NO_CURRENT_VALUE: marker_words(Marker.NONE),
    Missing.FIRST: "No earlier figure",
    Missing.NOT_COLLECTED: "Not collected",
    Missing.DIFFERENT_LENGTH: "Periods differ in length",
    Missing.NO_VALUE: marker_words(Marker.NONE),
    Missing.FROM_ZERO: "No percentage: from zero",
}
_GAPS = {
    Gap.NOT_ADDED: "Not added up",
    Gap.NOTHING: marker_words(Marker.NONE),
    Gap.MISSING: "{period} is missing",
    Gap.NO_VALUE: "{period} has no figure",
    Gap.INCOMPLETE: "{period} is not complete",
    Gap.OVERLAPPING: "Periods overlap",
    Gap.DOES_NOT_FIT: "Periods do not fit the year",
}


def why_words(missing: Missing, indicator: Indicator) -> str:
    """Why there is no change, for a table cell: "Not collected", "Measured every 2 years"."""
    if missing is Missing.NOT_EVERY_YEAR:
        return f"Measured every {indicator.every}"
    return _WHY[missing]


def gap_words(gap: Gap, period: Period | None = None) -> str:
    """Why values cannot be added up: "Quarter 1, 2016/17 is missing"."""
    when = short_period(period) if period else "a period"
    words = _GAPS[gap].format(period=when)
    return words[:1].upper() + words[1:]


def age_words(level: Level, indicator: Indicator, period: Period) -> str:
    """What is said of a value that is not of all of `period`: "2015/16, every 2 years", "data to August 2016".

    Nothing is said of one that is.
    """
    said = []
    if level.period is not None and level.period.end < period.end:
        said.append(short_period(level.period))
        if indicator.every:
            said.append(f"every {indicator.every}")
    if level.data_to:
        said.append(f"data to {_month_in_full(level.data_to)}")
    return ", ".join(said)


def beside_benchmark(difference: Difference) -> str:
    """Where a value stands: "23.6% above", "2.0 percentage points below", "level with"; points for percentages."""
    assert difference.absolute.number is not None
    above = difference.absolute.number > 0
    if difference.absolute.number == 0:
        return "level with"
    return f"{_size(difference)} {'above' if above else 'below'}"


def _size(difference: Difference) -> str:
    absolute, percent = difference.absolute, difference.percent
    assert absolute.number is not None
    size = abs(absolute.number)
    if absolute.unit.kind is UnitKind.PERCENT:
        return counted(_told(size, absolute.decimals), "percentage point")
    if absolute.unit.kind is UnitKind.RANK:
        return counted(exact(size), "place")
    if percent is None or percent.number is None:
        return figure(size, absolute.unit, absolute.decimals)
    return f"{_told(abs(percent.number), percent.decimals)}%"


def _told(size: Decimal, decimals: int) -> str:
    """Rounded; never as nothing where it is not."""
    if rounded(size, decimals) == 0:
        return f"less than {number(Decimal(1).scaleb(-decimals), decimals)}"
    return number(size, decimals)


def _month_in_full(text: str) -> str:
    """The words "August 2016" for "Aug 2016"; anything else as it was written."""
    month, _, year = text.partition(" ")
    return f"{MONTHS_IN_FULL[month]} {year}" if month in MONTHS_IN_FULL else text
