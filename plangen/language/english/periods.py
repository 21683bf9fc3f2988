"""Periods in words. The long months and the parts of a year as a sentence has them."""

from __future__ import annotations

from datetime import date

from plangen.language.english.figures import capital, uncapitalised
from plangen.model.period import MONTHS, Period, PeriodKind

__all__ = [
    "MONTHS_IN_FULL",
    "date_words",
    "end_words",
    "in_period",
    "line_period",
    "month_words",
    "named_point",
    "period_words",
    "short_period",
    "stage_words",
    "tick",
]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS_IN_FULL = dict(zip(MONTHS, _MONTHS, strict=True))
"""The month's name by the three letters that a canonical period has."""

_PARTS = {(1, 2): "the first half", (3, 4): "the second half", (1, 3): "the first three quarters"}


def month_words(day: date) -> str:
    """`September 2010`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def date_words(day: date) -> str:
    """`31 March 2010`."""
    return f"{day.day} {month_words(day)}"


def short_period(period: Period) -> str:
    match period.kind:
        case PeriodKind.QUARTER:
            return f"quarter {_quarters(period)[0]}, {_financial_year(period)}"
        case PeriodKind.PART_YEAR:
            first, last = _quarters(period)
            part = _PARTS.get((first, last), f"quarters {first} to {last}")
            return f"{part} of {_financial_year(period)}"
        case PeriodKind.MONTH:
            return month_words(period.start)
        case PeriodKind.SPAN:
            return f"{month_words(period.start)} to {month_words(period.end)}"
        case PeriodKind.AS_AT:
            return date_words(period.end)
        case PeriodKind.ACADEMIC_YEAR:
            return f"the {uncapitalised(period.text)}"
        case _:
            return period.text


def line_period(period: Period) -> str:
    return capital(short_period(period))


def in_period(period: Period) -> str:
    match period.kind:
        case PeriodKind.AS_AT:
            return f"on {date_words(period.end)}"
        case PeriodKind.SPAN:
            return f"from {short_period(period)}"
        case _:
            return f"in {short_period(period)}"


def period_words(period: Period) -> str:
    """In full: as `short_period`, with the months of a quarter, `quarter 2, 2010/11 (July to September 2010)`."""
    if period.kind is not PeriodKind.QUARTER:
        return short_period(period)
    return f"{short_period(period)} ({_MONTHS[period.start.month - 1]} to {month_words(period.end)})"


def end_words(period: Period) -> str:
    """When it ended: `the end of September 2010`; the day itself for an as-at date."""
    return date_words(period.end) if period.kind is PeriodKind.AS_AT else f"the end of {month_words(period.end)}"


def stage_words(period: Period, due: Period) -> str:
    """How far into `due` a result was taken: `at the half year`, `at the end of quarter 2`, `at the year end`."""
    if period.end >= due.end:
        return "at the year end" if due.months == 12 else f"at {end_words(due)}"
    if period.kind is PeriodKind.AS_AT or due.kind is not PeriodKind.FINANCIAL_YEAR:
        return f"at {end_words(period)}"
    months = (period.end.month - due.start.month) % 12 + 1
    if months == 6 and period.kind is not PeriodKind.QUARTER:
        return "at the half year"
    return f"at the end of quarter {months // 3}" if months % 3 == 0 else f"at {end_words(period)}"


def named_point(period: Period) -> str:
    match period.kind:
        case PeriodKind.SPAN:
            return period.text.replace(" - ", " to ")
        case PeriodKind.AS_AT:
            return period.text.removeprefix("at ")
        case _:
            return period.text


def tick(period: Period) -> tuple[str, str]:
    match period.kind:
        case PeriodKind.QUARTER | PeriodKind.PART_YEAR:
            year, _, part = period.text.partition(" ")
            return part, year
        case PeriodKind.MONTH:
            month, _, year = period.text.partition(" ")
            return month, year
        case PeriodKind.AS_AT:
            day, month, year = period.text.removeprefix("at ").split()
            return f"{day} {month}", year
        case PeriodKind.ACADEMIC_YEAR:
            return period.text.removeprefix("Academic year "), ""
        case PeriodKind.SPAN:
            first, _, last = period.text.partition(" - ")
            return f"{first} to", last
        case _:
            return period.text, ""


def _quarters(period: Period) -> tuple[int, int]:
    first = (period.start.month - 4) % 12 // 3 + 1
    return first, first + period.months // 3 - 1


def _financial_year(period: Period) -> Period:
    return Period.financial_year(period.start.year - (period.start.month < 4))
