"""Why something is missing, how old a value is, and how it stands beside its benchmark."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.figures import capital, counted, exact, figure, number
from plangen.language.english.levels import marker_words
from plangen.language.english.periods import MONTHS_IN_FULL, short_period
from plangen.model.comparison import BenchmarkDifference, Gap, Missing
from plangen.model.indicator import Indicator
from plangen.model.number import rounded
from plangen.model.observation import Marker
from plangen.model.period import Period
from plangen.model.result import Level

__all__ = ["age_words", "beside_benchmark", "gap_words", "why_words"]

_WHY = {
    Missing.NO_CURRENT_VALUE: marker_words(Marker.NONE),
    Missing.FIRST: "No earlier figure",
    Missing.NO_ROW: marker_words(Marker.NONE),
    Missing.DIFFERENT_LENGTH: "Periods differ in length",
    Missing.NO_VALUE: marker_words(Marker.NONE),
    Missing.FROM_ZERO: "No percentage: from zero",
}


def why_words(missing: Missing, indicator: Indicator, then: Level | None = None) -> str:
    if missing is Missing.NO_VALUE and then is not None and then.marker is not None:
        return marker_words(then.marker)
    if missing is Missing.NOT_EVERY_YEAR:
        return f"Measured every {indicator.every}"
    return _WHY[missing]


def gap_words(gap: Gap, period: Period | None = None) -> str:
    when = short_period(period) if period else "a period"
    match gap:
        case Gap.NOT_ADDED:
            return "Not added up"
        case Gap.NOTHING:
            return marker_words(Marker.NONE)
        case Gap.MISSING:
            return capital(f"{when} is missing")
        case Gap.NO_VALUE:
            return capital(f"{when} has no figure")
        case Gap.INCOMPLETE:
            return capital(f"{when} is not complete")
        case Gap.OVERLAPPING:
            return "Periods overlap"
        case Gap.DOES_NOT_FIT:
            return "Periods do not fit the year"


def age_words(level: Level, indicator: Indicator, period: Period) -> str:
    said = []
    if level.period is not None and level.period.end < period.end:
        said.append(short_period(level.period))
        if indicator.every:
            said.append(f"every {indicator.every}")
    if level.data_to:
        said.append(f"data to {_month_in_full(level.data_to)}")
    return capital(", ".join(said))


def beside_benchmark(difference: BenchmarkDifference) -> str:
    assert difference.absolute.number is not None
    above = difference.absolute.number > 0
    if difference.absolute.number == 0:
        return "level with"
    return f"{_size(difference)} {'above' if above else 'below'}"


def _size(difference: BenchmarkDifference) -> str:
    absolute, percent = difference.absolute, difference.percent
    assert absolute.number is not None
    size = abs(absolute.number)
    if absolute.unit.is_share:
        return counted(_told(size, absolute.decimals), "percentage point")
    if absolute.unit.is_place:
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
