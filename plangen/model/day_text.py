"""How a day is written in a record, and what people write instead."""

from __future__ import annotations

import re
from datetime import date

from plangen.model.month_names import MONTHS, month_number

__all__ = ["read_day"]

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?[-./ ]+(?P<month>[0-9]{1,2}|[a-z]{3,9})[-./, ]+(?P<year>[0-9]{4})"
)
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-./ ]?(?P<month>[0-9]{1,2})[-./ ]?(?P<day>[0-9]{1,2})")


def read_day(value: object) -> date:
    """Read `2011-03-31`; raises ValueError, with what to write instead, for anything else."""
    text = str(value).strip()
    if not _WRITTEN.fullmatch(text):
        raise ValueError(f'"{text[:60]}" is not a date; write {_meant(text) or "year-month-day, as 2011-03-31"}')
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'"{text}" is not a day of the calendar; check the month and the day') from None


def _meant(text: str) -> str:
    """The day that was probably meant, as it is written and in words; in Britain days stand before months."""
    found = _DAY_FIRST.fullmatch(text.lower()) or _YEAR_FIRST.fullmatch(text)
    if not found:
        return ""
    try:
        day = date(int(found["year"]), _month(found["month"]), int(found["day"]))
    except ValueError:
        return ""
    return f"{day.isoformat()} for {day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _month(written: str) -> int:
    return int(written) if written.isdigit() else month_number(written)
