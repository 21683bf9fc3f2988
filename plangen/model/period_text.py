"""How a period is written, and what people write instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated

from plangen.model.period import MONTHS, Period
from plangen.model.record import written

__all__ = ["FORMS", "PeriodField", "read_period"]

FORMS = (
    "2009/10, 2016/17 Q2, 2010/11 Q1-Q2, Dec 2010, 2015, Academic year 2015/16, "
    "Oct 2013 - Sep 2014 or at 31 Mar 2010"
)
"""Every form, for hints."""

_LONGEST = 60
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\xad": ""})
_YEAR = r"([0-9]{4})"
_YEARS = r"([0-9]{4}) ?/ ?([0-9]{2}|[0-9]{4})"
_MONTH = r"([a-z]{3,9})\.? ([0-9]{4})"


def read_period(text: str) -> Period:
    """Read a period in any of its forms; dashes and spaces as Word pastes them are accepted.

    Raises ValueError, with what to write instead, for anything else.
    """
    words = " ".join(text.translate(_DASHES).split())
    if len(words) > _LONGEST:
        raise ValueError(f"this is not a period; write {FORMS}")
    if any(c.isnumeric() and not c.isascii() for c in words):
        raise ValueError(f'"{words}" has digits other than 0 to 9; type them again')
    for pattern, read in _FORMS:
        if found := re.fullmatch(pattern, words, re.IGNORECASE | re.ASCII):
            return read(found)
    raise ValueError(f'"{words}" is not a period; write {FORMS}')


def _financial_year(found: re.Match[str]) -> Period:
    return Period.financial_year(_first_of(found[1], found[2]))


def _academic_year(found: re.Match[str]) -> Period:
    return Period.academic_year(_first_of(found[1], found[2]))


def _quarter(found: re.Match[str]) -> Period:
    return Period.quarters(_first_of(found[1], found[2]), int(found[3]), int(found[3]))


def _quarter_first(found: re.Match[str]) -> Period:
    return Period.quarters(_first_of(found[2], found[3]), int(found[1]), int(found[1]))


def _part_year(found: re.Match[str]) -> Period:
    year, first, last = _first_of(found[1], found[2]), int(found[3]), int(found[4])
    whole = Period.financial_year(year)
    if (first, last) == (1, 4):
        raise ValueError(f"quarters 1 to 4 are the whole year; write {whole}")
    if first == last:
        raise ValueError(f"this is one quarter; write {whole} Q{first}")
    if first > last:
        raise ValueError(f"quarter {first} comes after quarter {last}; write {whole} Q{last}-Q{first}")
    return Period.quarters(year, first, last)


def _month(found: re.Match[str]) -> Period:
    return Period.month(int(found[2]), _month_number(found[1]))


def _calendar_year(found: re.Match[str]) -> Period:
    return Period.calendar_year(int(found[1]))


def _span(found: re.Match[str]) -> Period:
    year, month = int(found[2]), _month_number(found[1])
    months = 12 * (int(found[4]) - year) + _month_number(found[3]) - month + 1
    if months == 1:
        raise ValueError(f"this is one month; write {Period.month(year, month)}")
    if months < 1:
        raise ValueError("the span ends before it begins; write the earlier month first")
    return Period.span(year, month, months)


def _as_at(found: re.Match[str]) -> Period:
    return _day(found[3], _month_number(found[2]), found[1])


def _iso(found: re.Match[str]) -> Period:
    return _day(found[1], int(found[2]), found[3])


def _month_or_year(found: re.Match[str]) -> Period:
    year, second = int(found[1]), int(found[2])
    financial = f"{year}/{(year + 1) % 100:02d} for the financial year"
    if len(found[2]) == 4:
        raise ValueError(f'"{found[0]}" is not a period; write {financial}')
    if not 1 <= second <= 12:
        raise ValueError(f'"{found[0]}" is neither a month nor a financial year; write {financial}')
    month = f"{MONTHS[second - 1]} {year} for the month"
    raise ValueError(f'"{found[0]}" may be a month or a financial year; write {month}, or {financial}')


def _day(year: str, month: int, day: str) -> Period:
    try:
        return Period.as_at(date(int(year), month, int(day)))
    except ValueError as wrong:
        raise ValueError(f"there is no such date; write it as at 31 Mar 2010 ({wrong})") from None


def _month_number(name: str) -> int:
    short = name[:3].title()
    if short not in MONTHS or not _FULL[MONTHS.index(short)].startswith(name.lower()):
        raise ValueError(f'"{name}" is not a month; write Jan, Feb, Mar and so on')
    return MONTHS.index(short) + 1


def _first_of(first: str, second: str) -> int:
    if not _follows(first, second):
        year = int(first)
        raise ValueError(
            f"{first}/{second} is not one year: the second part is the year after the first; "
            f"write {year}/{(year + 1) % 100:02d}"
        )
    return int(first)


def _follows(first: str, second: str) -> bool:
    return f"{int(first) + 1}"[-len(second) :] == second


_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (_YEARS, _financial_year),
    (rf"{_YEARS} Q ?([1-4])", _quarter),
    (rf"Q ?([1-4]) {_YEARS}", _quarter_first),
    (rf"{_YEARS} Q ?([1-4]) ?- ?Q? ?([1-4])", _part_year),
    (_MONTH, _month),
    (_YEAR, _calendar_year),
    (rf"academic year {_YEARS}", _academic_year),
    (rf"{_MONTH} ?(?:-|to) ?{_MONTH}", _span),
    (rf"(?:as )?(?:at )?([0-9]{{1,2}}) {_MONTH}", _as_at),
    (r"(?:as )?(?:at )?([0-9]{4})-([0-9]{2})-([0-9]{2})", _iso),
    (r"([0-9]{4}) ?- ?([0-9]{2}|[0-9]{4})", _month_or_year),
)

PeriodField = Annotated[Period, written(lambda value: read_period(str(value)), {"type": "string"})]
"""A period as a field of a record has it."""
