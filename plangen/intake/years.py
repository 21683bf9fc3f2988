"""How a year is written in a heading, and which year that is: 2016/17, FY 2016-17, 2016, FY17."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

__all__ = ["CALENDAR", "DASHED", "ENDING", "FINANCIAL", "Year", "YearKind", "calendar_year"]
__all__ += ["financial_year", "year_in", "year_of_two"]


class YearKind(Enum):
    """Which twelve months a year is. `NAMED_ONCE` is FY17, which begins or ends in 2017."""

    FINANCIAL = "financial"
    CALENDAR = "calendar"
    NAMED_ONCE = "named once"


class Year(Struct, frozen=True):
    """A year by its kind and number; of a financial year the one it begins in."""

    kind: YearKind
    number: int


FINANCIAL = (
    r"(?:(?:fy|f/y|financial year) ?)?(?P<first>(?:(?:19|20)[0-9]{2})|[0-9]{2})"
    r" ?/ ?(?P<second>20[0-9]{2}|[0-9]{2})"
)
"""2016/17, 16/17, FY16/17, 2016/2017."""

DASHED = (
    r"(?:(?:fy|f/y|financial year) ?(?P<first>(?:(?:19|20)[0-9]{2})|[0-9]{2})|(?P<whole>(?:19|20)[0-9]{2}))"
    r" ?(?:-| to ) ?(?P<second>20[0-9]{2}|[0-9]{2})"
)
"""2016-17, FY 2016-17, FY16-17; "16-17" alone is an age as likely as a year."""

ENDING = r"(?:fy|financial year|f/y) ?(?P<once>20[0-9]{2}|[0-9]{2})"
"""FY17, FY2017."""

CALENDAR = r"(?P<calendar>(?:19|20)[0-9]{2})"
"""2016."""


def year_of_two(text: str) -> int:
    """16 is 2016, 87 is 1987; four digits are themselves."""
    number = int(text)
    return number if number >= 100 else number + (2000 if number < 70 else 1900)


def financial_year(first: str, second: str) -> Year | None:
    """The financial year of two numbers; None where the second is not the year after the first."""
    number = year_of_two(first)
    return Year(YearKind.FINANCIAL, number) if (number + 1) % 100 == int(second) % 100 else None


def calendar_year(text: str) -> Year:
    """The calendar year of a number."""
    return Year(YearKind.CALENDAR, year_of_two(text))


def year_in(text: str) -> tuple[Year | None, str]:
    """The one year that a plain text names, and the text without it; None where there is none, or no sound one."""
    for pattern in (FINANCIAL, DASHED, ENDING, CALENDAR):
        found = re.search(rf"(?<![0-9a-z/]){pattern}(?![0-9/])", text)
        if found:
            rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" -,:")
            return _year(found.groupdict()), rest
    return None, text


def _year(parts: dict[str, str | None]) -> Year | None:
    if parts.get("once"):
        return Year(YearKind.NAMED_ONCE, year_of_two(str(parts["once"])))
    if parts.get("calendar"):
        return calendar_year(str(parts["calendar"]))
    return financial_year(str(parts.get("first") or parts.get("whole")), str(parts["second"]))
