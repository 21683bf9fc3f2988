"""What a heading says of time: a period, a part of one whose year stands elsewhere, or one that must be asked for.

The ways of writing are `_PARTS` and `_FORMS`, each tried in order.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date
from enum import Enum

from msgspec import Struct

from plangen.intake.years import (
    CALENDAR,
    DASHED,
    ENDING,
    FINANCIAL,
    Year,
    YearKind,
    financial_year,
    year_in,
    year_of_two,
)
from plangen.intake.years import calendar_year as _calendar
from plangen.model.month_names import MONTH, month_number
from plangen.model.period import Period

__all__ = ["Ask", "TimeRead", "YearAnswers", "YearPart", "of_year", "read_time", "whole_months", "whole_year"]

_M = f"({MONTH})"
_Y = "((?:19|20)[0-9]{2}|[0-9]{2})"
_FOUR = "((?:19|20)[0-9]{2})"
_TO = "(?: ?- ?| ?/ ?| to | and | & )"
_GAP = "[ -]?"
_DAY = "(?:([0-9]{1,2})(?:st|nd|rd|th)? )?"
_END = "(?: ?- ?| to | ending | ended | end | up to | to end | to the end of | to end of | )"
_YEARS_LONG = (
    "(?:12 ?m(?:onths?|ths?)?|twelve months?|rolling (?:year|12 ?m(?:onths?|ths?)?)|r12m?|year|ye|y/e|yr)"
)
_THREE_MONTHS = "(?:quarter|qtr|qu?arter|3 ?m(?:onths?|ths?)?|three months)"
_AS_AT = "(?:as at|as of|at|snapshot(?: at)?|position at)"
_QUARTER = "(?:q|qtr|quarter|qu) ?([1-4])"


class Ask(Enum):
    """Why a heading cannot be read without a question."""

    ONCE = "FY17"
    CALENDAR_QUARTER = "Q1 2016"
    NO_YEAR = "Q1"
    MONTH_OR_YEAR = "2010-11"
    DAY = "a date with its day"
    DENIED = "months that deny the quarter"
    NO_SUCH = "no such period"
    THREE_APART = "months three apart"
    TWICE = "the same period twice"


class YearPart(Struct, frozen=True):
    """A stretch of a year that is not named: quarters 1 to 4, or months counted from 1."""

    first: int
    last: int
    quarters: bool


class YearAnswers(Struct, frozen=True):
    """What was answered for all headings of a pattern: FY17 ends in 2017; Q1 2016 is of a financial year."""

    once_ends: bool | None = None
    quarter_is_financial: bool | None = None


class TimeRead(Struct, frozen=True):
    """What was read: `period`, or `part` without its year, or what has to be asked. `year` is a year by itself."""

    period: Period | None = None
    part: YearPart | None = None
    year: Year | None = None
    ask: Ask | None = None
    ends_quarter: bool = False


def read_time(text: str, answers: YearAnswers) -> TimeRead | None:
    """Read a heading in plain small letters (`wording.plain`), without words around it; None if it is no time."""
    words = _tidy(text)
    if not words or len(words) > 60:
        return None
    try:
        for pattern, read in _FORMS:
            if found := re.fullmatch(pattern, words):
                return read(found, answers)
    except ValueError:
        return TimeRead(ask=Ask.NO_SUCH)
    return _with_year(words, answers)


def of_year(part: YearPart, year: Year, answers: YearAnswers) -> TimeRead:
    """The part of that year, or what has to be asked about the year first."""
    if year.kind is YearKind.NAMED_ONCE:
        if answers.once_ends is None:
            return TimeRead(ask=Ask.ONCE, part=part)
        year = Year(YearKind.FINANCIAL, year.number - int(answers.once_ends))
    if part.quarters:
        if year.kind is YearKind.CALENDAR:
            if answers.quarter_is_financial is None:
                return TimeRead(ask=Ask.CALENDAR_QUARTER, part=part)
            if not answers.quarter_is_financial:
                return TimeRead(whole_months(year.number, 3 * part.first - 2, 3 * (part.last - part.first + 1)))
        if (part.first, part.last) == (1, 4):
            return TimeRead(Period.financial_year(year.number))
        return TimeRead(Period.quarters(year.number, part.first, part.last))
    count = (part.last - part.first) % 12 + 1
    if year.kind is YearKind.FINANCIAL:
        return TimeRead(whole_months(year.number + int(part.first < 4), part.first, count))
    return TimeRead(whole_months(year.number - int(part.first > part.last), part.first, count))


def whole_year(year: Year, answers: YearAnswers) -> TimeRead:
    """A year by itself."""
    match year.kind:
        case YearKind.FINANCIAL:
            return TimeRead(Period.financial_year(year.number), year=year)
        case YearKind.CALENDAR:
            return TimeRead(Period.calendar_year(year.number), year=year)
        case _:
            if answers.once_ends is None:
                return TimeRead(year=year, ask=Ask.ONCE)
            first = year.number - int(answers.once_ends)
            return TimeRead(Period.financial_year(first), year=Year(YearKind.FINANCIAL, first))


def whole_months(year: int, month: int, count: int) -> Period:
    """`count` months as they are called: a month, a quarter, quarters of a financial year, else a span."""
    if count == 1:
        return Period.month(year, month)
    if count in (3, 6, 9) and month % 3 == 1:
        first = (month - 4) % 12 // 3 + 1
        last = first + count // 3 - 1
        if last <= 4:
            return Period.quarters(year - int(month < 4), first, last)
    return Period.span(year, month, count)


def _tidy(text: str) -> str:
    """Without dots, commas and doubled spaces; dots of a date become strokes."""
    words = re.sub(r"(?<![0-9])([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2,4})(?![0-9])", r"\1/\2/\3", text)
    words = words.replace(".", "").replace(",", " ").replace("_", " ")
    words = re.sub(r" ?([/-]) ?", r"\1", " ".join(words.split()))
    return re.sub(r"^(?:for|in|period|the) ", "", words).strip(" -:;")


def _one_month(found: re.Match[str], _: YearAnswers) -> TimeRead:
    return TimeRead(Period.month(year_of_two(found[2]), month_number(found[1])))


def _month_after_year(found: re.Match[str], _: YearAnswers) -> TimeRead:
    return TimeRead(Period.month(year_of_two(found[1]), month_number(found[2])))


def _months_of_year(found: re.Match[str], answers: YearAnswers) -> TimeRead:
    return of_year(YearPart(month_number(found[1]), month_number(found[2]), False), _calendar(found[3]), answers)


def _months_to_months(found: re.Match[str], _: YearAnswers) -> TimeRead:
    first, last = year_of_two(found[2]), year_of_two(found[4])
    count = 12 * (last - first) + month_number(found[3]) - month_number(found[1]) + 1
    if not 1 <= count <= 120:
        return TimeRead(ask=Ask.NO_SUCH)
    return TimeRead(whole_months(first, month_number(found[1]), count))


def _bare_months(found: re.Match[str], _: YearAnswers) -> TimeRead:
    first = month_number(found[1])
    return TimeRead(part=YearPart(first, month_number(found[2]) if found.re.groups > 1 else first, False))


def _to_date(found: re.Match[str], _: YearAnswers) -> TimeRead:
    if not _ends_month(found[1], found[2], found[3]):
        return TimeRead(ask=Ask.NO_SUCH)
    year, month = year_of_two(found[3]), month_number(found[2])
    first = year - int(month < 4)
    return TimeRead(whole_months(first, 4, 12 * (year - first) + month - 3))


def _to_date_of(found: re.Match[str], _: YearAnswers) -> TimeRead:
    month = month_number(found[1])
    return TimeRead(part=YearPart(4, month, False))


def _twelve_months(found: re.Match[str], _: YearAnswers) -> TimeRead:
    return _months_until(found, 12)


def _three_months(found: re.Match[str], _: YearAnswers) -> TimeRead:
    return _months_until(found, 3)


def _months_until(found: re.Match[str], count: int) -> TimeRead:
    if not _ends_month(found[1], found[2], found[3]):
        return TimeRead(ask=Ask.NO_SUCH)
    last = 12 * year_of_two(found[3]) + month_number(found[2]) - 1
    first = last - count + 1
    if count == 12:
        return TimeRead(Period.span(first // 12, first % 12 + 1, 12))
    return TimeRead(whole_months(first // 12, first % 12 + 1, count))


def _ends_month(day: str | None, month: str, year: str) -> bool:
    return day is None or int(day) == calendar.monthrange(year_of_two(year), month_number(month))[1]


def _at_day(found: re.Match[str], _: YearAnswers) -> TimeRead:
    return TimeRead(Period.as_at(date(year_of_two(found[3]), int(found[2]), int(found[1]))))


def _at_named_day(found: re.Match[str], _: YearAnswers) -> TimeRead:
    return TimeRead(Period.as_at(date(year_of_two(found[3]), month_number(found[2]), int(found[1]))))


def _at_month_end(found: re.Match[str], _: YearAnswers) -> TimeRead:
    year, month = year_of_two(found[2]), month_number(found[1])
    return TimeRead(Period.as_at(date(year, month, calendar.monthrange(year, month)[1])))


def _asked_day(_found: re.Match[str], _: YearAnswers) -> TimeRead:
    return TimeRead(ask=Ask.DAY)


def _asked(_found: re.Match[str], _: YearAnswers) -> TimeRead:
    return TimeRead(ask=Ask.NO_SUCH)


def _financial(found: re.Match[str], answers: YearAnswers) -> TimeRead:
    year = financial_year(found["first"], found["second"])
    return whole_year(year, answers) if year else TimeRead(ask=Ask.NO_SUCH)


def _dashed(found: re.Match[str], answers: YearAnswers) -> TimeRead:
    """2016-17 is a year; 2010-11 may be one or a month; 2016-08 is a month."""
    first, second = found["whole"] or found["first"], found["second"]
    year = financial_year(first, second)
    month = int(second) if len(second) == 2 and found["whole"] and " to " not in found[0] else 0
    if not year:
        return TimeRead(Period.month(int(first), month)) if 1 <= month <= 12 else TimeRead(ask=Ask.NO_SUCH)
    if 1 <= month <= 12:
        return TimeRead(year=year, ask=Ask.MONTH_OR_YEAR)
    return whole_year(year, answers)


def _once(found: re.Match[str], answers: YearAnswers) -> TimeRead:
    return whole_year(Year(YearKind.NAMED_ONCE, year_of_two(found["once"])), answers)


def _calendar_year(found: re.Match[str], answers: YearAnswers) -> TimeRead:
    return whole_year(_calendar(found["calendar"]), answers)


def _academic(found: re.Match[str], _: YearAnswers) -> TimeRead:
    year = financial_year(found[1], found[2])
    return TimeRead(Period.academic_year(year.number)) if year else TimeRead(ask=Ask.NO_SUCH)


def _with_year(words: str, answers: YearAnswers) -> TimeRead | None:
    """A part with its year beside it, on either side: "Q1 2016/17", "2016-17 H1", "Apr-Jun 2016/17"."""
    year, rest = year_in(words)
    part = _part(rest)
    if part is None:
        return None
    if isinstance(part, Ask):
        return TimeRead(ask=part)
    if year is not None:
        try:
            return of_year(part, year, answers)
        except ValueError:
            return TimeRead(ask=Ask.NO_SUCH)
    return TimeRead(part=part) if rest == words else TimeRead(ask=Ask.NO_SUCH)


def _part(words: str) -> YearPart | Ask | None:
    """A part of a year by itself; `Ask.DENIED` where months beside a quarter are not its months."""
    for pattern, read in _PARTS:
        if found := re.fullmatch(pattern, words):
            return read(found)
    return None


def _quarter(found: re.Match[str]) -> YearPart:
    return YearPart(int(found[1]), int(found[1]), True)


def _quarters(found: re.Match[str]) -> YearPart | Ask:
    first, last = int(found[1]), int(found[2])
    return YearPart(first, last, True) if first <= last else Ask.NO_SUCH


def _half(found: re.Match[str]) -> YearPart:
    return YearPart(2 * int(found[1]) - 1, 2 * int(found[1]), True)


def _so_far(found: re.Match[str]) -> YearPart:
    return YearPart(1, int(found[1]), True)


def _numbered_month(found: re.Match[str]) -> YearPart | Ask:
    number = int(found[1])
    if not 1 <= number <= 12:
        return Ask.NO_SUCH
    month = (number + 2) % 12 + 1
    return YearPart(month, month, False)


def _named_months(found: re.Match[str]) -> YearPart:
    return YearPart(month_number(found[1]), month_number(found[2]), False)


def _named_month(found: re.Match[str]) -> YearPart:
    return YearPart(month_number(found[1]), month_number(found[1]), False)


def _quarter_with_months(found: re.Match[str]) -> YearPart | Ask:
    quarter, first, last = int(found[1]), month_number(found[2]), month_number(found[3])
    begins = (3 * quarter) % 12 + 1
    return YearPart(quarter, quarter, True) if (first, last) == (begins, begins + 2) else Ask.DENIED


_NAMED_QUARTER = "([1-4])(?:st|nd|rd|th) (?:quarter|qtr)"
_BETWEEN = r"[ -:]{1,3}"
_PARTS: tuple[tuple[str, Callable[[re.Match[str]], YearPart | Ask]], ...] = (
    (_QUARTER, _quarter),
    (_NAMED_QUARTER, _quarter),
    (rf"(?:q|qtr|quarters?) ?([1-4]){_TO}(?:q|qtr|quarter)? ?([1-4])", _quarters),
    (r"(?:h|half ?|half year ?)([12])", _half),
    (r"([12])(?:st|nd) half", _half),
    (rf"(?:ytd|year to date|cumulative)(?: to)?[ -]?{_QUARTER}", _so_far),
    (rf"{_QUARTER}[ -]?(?:ytd|year to date|cumulative)", _so_far),
    (r"(?:m|month) ?([0-9]{1,2})", _numbered_month),
    (rf"{_QUARTER}{_BETWEEN}{_M}{_TO}{_M}", _quarter_with_months),
    (rf"{_M}{_TO}{_M}", _named_months),
    (_M, _named_month),
)

_FORMS: tuple[tuple[str, Callable[[re.Match[str], YearAnswers], TimeRead]], ...] = (
    (FINANCIAL, _financial),
    (DASHED, _dashed),
    (ENDING, _once),
    (rf"(?:cy|calendar year)? ?{CALENDAR}(?: calendar year)?", _calendar_year),
    (rf"(?:ay|academic year|academic) ?{_Y}[/-]([0-9]{{2}}|20[0-9]{{2}})", _academic),
    (rf"{_M}{_GAP}{_Y}", _one_month),
    (rf"{_FOUR}[ -]{_M}", _month_after_year),
    (rf"[0-9]{{1,2}}[ -]{_M}", _asked_day),
    (rf"{_M}{_TO}{_M}{_GAP}{_Y}", _months_of_year),
    (rf"{_M}{_GAP}{_Y}{_TO}{_M}{_GAP}{_Y}", _months_to_months),
    (rf"(?:ytd|year to date|cumulative){_END}{_DAY}{_M}{_GAP}{_Y}", _to_date),
    (rf"(?:){_DAY}{_M}{_GAP}{_Y}[ -](?:ytd|year to date|cumulative)", _to_date),
    (rf"(?:ytd|year to date){_END}{_M}", _to_date_of),
    (rf"{_YEARS_LONG}{_END}{_DAY}{_M}{_GAP}{_Y}", _twelve_months),
    (rf"{_THREE_MONTHS}(?: to| ending| ended| end|-) ?{_DAY}{_M}{_GAP}{_Y}", _three_months),
    (rf"{_AS_AT} ([0-9]{{1,2}})[/-]([0-9]{{1,2}})[/-]{_Y}", _at_day),
    (rf"{_AS_AT} ([0-9]{{1,2}})(?:st|nd|rd|th)?[ -]{_M}[ -]{_Y}", _at_named_day),
    (rf"(?:{_AS_AT}) (?:the )?end (?:of )?{_M}{_GAP}{_Y}", _at_month_end),
    (rf"{_AS_AT} .{{1,30}}", _asked),
    (r"[0-9]{1,2}[/-][0-9]{1,2}[/-](?:[0-9]{4}|[0-9]{2})", _asked_day),
    (rf"[0-9]{{1,2}}(?:st|nd|rd|th)?[ -]{_M}[ -]{_Y}", _asked_day),
    (r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?: 00:00:00)?", _asked_day),
)
