"""The words in and under control charts."""

from __future__ import annotations

from decimal import Decimal

from plangen.language.english.figures import counted, in_words
from plangen.language.english.periods import short_period
from plangen.model.indicator import Indicator
from plangen.model.period import Period, PeriodKind
from plangen.model.unit import Polarity, UnitKind

__all__ = [
    "beyond_words",
    "control_note",
    "in_a_row_words",
    "near_words",
    "overlap_words",
    "rising_words",
    "too_few_words",
]

_NAMES = {
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.FINANCIAL_YEAR: "year",
    PeriodKind.CALENDAR_YEAR: "year",
    PeriodKind.ACADEMIC_YEAR: "year",
}


def beyond_words(period: Period, above: bool) -> str:
    """A point beyond a limit: "December 2015: above the upper limit"."""
    when = short_period(period)
    return f"{when[:1].upper()}{when[1:]}: {'above the upper limit' if above else 'below the lower limit'}"


def in_a_row_words(count: int, kind: PeriodKind, above: bool) -> str:
    """A run: "Seven months in a row below the mean"."""
    return f"{_several(count, kind)} in a row {'above' if above else 'below'} the mean"


def rising_words(count: int, kind: PeriodKind, rising: bool) -> str:
    """A trend: "Seven months in a row rising"."""
    return f"{_several(count, kind)} in a row {'rising' if rising else 'falling'}"


def near_words(count: int, kind: PeriodKind, above: bool) -> str:
    """Points in the outer third: "Two of three months close to the upper limit"."""
    some = "Two of three" if count <= 3 else "At least two of any three"
    return f"{some} {_NAMES.get(kind, 'value')}s close to the {'upper' if above else 'lower'} limit"


def too_few_words(count: int, fewest: int) -> str:
    """Why a short series is drawn without limits."""
    return f"No usual range is shown: it needs at least {fewest} values, and there {_are(count)}"


def overlap_words() -> str:
    """Why rolling periods are drawn without limits."""
    return "No usual range is shown: the periods overlap"


def control_note(indicator: Indicator, screened: int, gaps: int, floored: bool) -> str:
    """How mean and limits were computed, and which way is better."""
    better = {Polarity.LOWER: "Lower is better. ", Polarity.HIGHER: "Higher is better. "}
    way = "" if indicator.unit.kind is UnitKind.RANK else better.get(indicator.polarity, "")
    parts = [f"{way}Limits are the mean plus and minus 2.66 times the average moving range (XmR method)"]
    if screened:
        left = counted(str(screened), "moving range")
        parts.append(f", after leaving out {left} of 3.267 times the average or more")
    parts.append(".")
    if floored:
        parts.append(" A limit beyond what is possible is drawn at the last possible value.")
    if gaps:
        parts.append(f" {_periods_without(gaps)} a value {'is' if gaps == 1 else 'are'} left out.")
    return "".join(parts)


def _periods_without(gaps: int) -> str:
    words = in_words(Decimal(gaps))
    return f"{words[:1].upper()}{words[1:]} period{'' if gaps == 1 else 's'} without"


def _several(count: int, kind: PeriodKind) -> str:
    words = in_words(Decimal(count))
    return f"{words[:1].upper()}{words[1:]} {_NAMES.get(kind, 'value')}s"


def _are(count: int) -> str:
    return "is 1" if count == 1 else f"are {in_words(Decimal(count)) if count else 'none'}"
