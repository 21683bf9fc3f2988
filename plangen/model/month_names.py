"""The months as people write them, in full or by three letters."""

from __future__ import annotations

__all__ = ["MONTH", "MONTHS", "month_number"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The first three letters of each month, by which it is known."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
"""A pattern for the name of one month, to be read without regard to case."""


def month_number(name: str) -> int:
    """1 to 12 by the first three letters of `name`, 0 where they are no month's."""
    short = name[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS else 0
