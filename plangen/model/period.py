"""Periods: when a value was observed. The year of the documents is the financial year, April to March."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

__all__ = ["MONTHS", "Period", "PeriodKind"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months as a canonical period writes them."""

_APRIL = 4
_SEPTEMBER = 9
_EARLIEST, _LATEST = 1900, 2199


class PeriodKind(Enum):
    """The kinds of period that the documents use."""

    FINANCIAL_YEAR = "financial year"
    QUARTER = "quarter"
    PART_YEAR = "part year"
    MONTH = "month"
    CALENDAR_YEAR = "calendar year"
    ACADEMIC_YEAR = "academic year"
    SPAN = "span"
    AS_AT = "as at"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time. Ordered by its end, then by its start; both days are included.

    `text` is the one way it is written: `2009/10`, `2016/17 Q2`, `2010/11 Q1-Q2`, `Dec 2010`, `2015`,
    `Academic year 2015/16`, `Oct 2013 - Sep 2014`, `at 31 Mar 2010`. Two periods over the same days are equal,
    whichever way they were written.
    """

    end: date
    start: date
    kind: PeriodKind = field(compare=False)
    text: str = field(compare=False)

    @classmethod
    def financial_year(cls, year: int) -> Period:
        """April of `year` to March of the next."""
        return _whole(PeriodKind.FINANCIAL_YEAR, year, _APRIL, 12)

    @classmethod
    def quarters(cls, year: int, first: int, last: int) -> Period:
        """Quarters `first` to `last` (1 to 4) of the financial year that begins in April of `year`."""
        kind = PeriodKind.QUARTER if first == last else PeriodKind.PART_YEAR
        return _whole(kind, *_after(year, _APRIL, 3 * (first - 1)), 3 * (last - first + 1))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month, counted from 1."""
        return _whole(PeriodKind.MONTH, year, month, 1)

    @classmethod
    def calendar_year(cls, year: int) -> Period:
        """January to December of `year`."""
        return _whole(PeriodKind.CALENDAR_YEAR, year, 1, 12)

    @classmethod
    def academic_year(cls, year: int) -> Period:
        """September of `year` to August of the next."""
        return _whole(PeriodKind.ACADEMIC_YEAR, year, _SEPTEMBER, 12)

    @classmethod
    def span(cls, year: int, month: int, months: int) -> Period:
        """`months` whole months from `month` of `year`."""
        return _whole(PeriodKind.SPAN, year, month, months)

    @classmethod
    def as_at(cls, day: date) -> Period:
        """A single day, for what is counted at a moment. Raises ValueError outside the years 1900 to 2199."""
        _check(day.year)
        return cls(day, day, PeriodKind.AS_AT, f"at {day.day} {MONTHS[day.month - 1]} {day.year}")

    @property
    def months(self) -> int:
        """How many whole months it covers; 0 for an as-at date."""
        if self.kind is PeriodKind.AS_AT:
            return 0
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    def previous(self) -> Period:
        """The period of the same length that ends where this one begins; for an as-at date, a year earlier."""
        return self.year_before() if self.kind is PeriodKind.AS_AT else self._moved(-self.months)

    def following(self) -> Period:
        """The period of the same length that begins where this one ends; not for as-at dates."""
        return self._moved(self.months)

    def year_before(self) -> Period:
        """The same period a year earlier; 29 February becomes the 28th."""
        if self.kind is PeriodKind.AS_AT:
            year = self.end.year - 1
            return Period.as_at(date(year, self.end.month, min(self.end.day, _last(year, self.end.month))))
        return self._moved(-12)

    def contains(self, other: Period) -> bool:
        """Whether every day of `other` lies in this period (a period contains itself)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def same_length(self, other: Period) -> bool:
        """Whether the two may be compared: as many months, or both as-at dates."""
        return self.months == other.months

    def _moved(self, months: int) -> Period:
        year, month = _after(self.start.year, self.start.month, months)
        kind = self.kind
        if kind is PeriodKind.PART_YEAR and _quarter(month)[0] + self.months // 3 > 5:
            kind = PeriodKind.SPAN
        return _whole(kind, year, month, self.months)

    def __str__(self) -> str:
        return self.text


def _whole(kind: PeriodKind, year: int, month: int, months: int) -> Period:
    _check(year)
    last_year, last_month = _after(year, month, months - 1)
    _check(last_year)
    end = date(last_year, last_month, _last(last_year, last_month))
    return Period(end, date(year, month, 1), kind, _text(kind, year, month, months))


def _text(kind: PeriodKind, year: int, month: int, months: int) -> str:
    match kind:
        case PeriodKind.MONTH:
            return f"{MONTHS[month - 1]} {year}"
        case PeriodKind.CALENDAR_YEAR:
            return f"{year}"
        case PeriodKind.ACADEMIC_YEAR:
            return f"Academic year {_years(year)}"
        case PeriodKind.FINANCIAL_YEAR:
            return _years(year)
        case PeriodKind.QUARTER | PeriodKind.PART_YEAR:
            first, before = _quarter(month)
            last = first + months // 3 - 1
            return f"{_years(year - before)} Q{first}" + (f"-Q{last}" if last > first else "")
        case _:
            last_year, last_month = _after(year, month, months - 1)
            return f"{MONTHS[month - 1]} {year} - {MONTHS[last_month - 1]} {last_year}"


def _quarter(month: int) -> tuple[int, int]:
    """The quarter that begins in `month`, and 1 where its financial year began in the year before."""
    return (month - _APRIL) % 12 // 3 + 1, int(month < _APRIL)


def _years(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


def _after(year: int, month: int, months: int) -> tuple[int, int]:
    count = 12 * year + month - 1 + months
    return count // 12, count % 12 + 1


def _last(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _check(year: int) -> None:
    if not _EARLIEST <= year <= _LATEST:
        raise ValueError(f"{year} is not a year between {_EARLIEST} and {_LATEST}")
