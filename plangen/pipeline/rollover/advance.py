"""Periods moved on in the text of a file: in expressions and in options of directives, never in other words."""

from __future__ import annotations

import re

from msgspec import Struct

from plangen.model.period import Period, PeriodKind
from plangen.model.period_text import read_period

__all__ = ["Distance", "advanced", "literal_periods", "years_advanced"]

_YEAR = r"[0-9]{4}/[0-9]{2}(?![0-9])"
_PERIOD = re.compile(rf"{_YEAR}(?: Q[1-4](?:-Q[1-4])?)?")
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_OPTION = re.compile(r"^[ \t]*:(?:period|base|focus|total): .*$|^[ \t]*:::\{[a-z-]+\} .*$", re.MULTILINE)
_LITERAL = re.compile(r'"([^"]{4,60})"')


class Distance(Struct, frozen=True):
    """How far an edition lies behind the other: in years of the calendar of plans, and in quarters."""

    years: int
    quarters: int

    @classmethod
    def between(cls, old: Period, new: Period) -> Distance:
        """From `old` to `new`, two financial years or two quarters."""
        months = 12 * (new.start.year - old.start.year) + new.start.month - old.start.month
        return cls(int(new.text[:4]) - int(old.text[:4]), months // 3)

    def move(self, period: Period) -> Period | None:
        """A financial year or quarter as far on; None for periods of other kinds, which stay."""
        year = int(period.start.year) - (period.start.month < 4)
        match period.kind:
            case PeriodKind.FINANCIAL_YEAR:
                return Period.financial_year(year + self.years)
            case PeriodKind.QUARTER:
                count = 4 * year + int(period.text[-1]) - 1 + self.quarters
                return Period.quarters(count // 4, count % 4 + 1, count % 4 + 1)
            case PeriodKind.PART_YEAR if self.quarters == 4 * self.years:
                return Period.quarters(year + self.years, int(period.text[-4]), int(period.text[-1]))
            case _:
                return None


def advanced(text: str, distance: Distance) -> str:
    """`text` with the periods in its expressions and in options of its directives moved on."""
    text = _EXPRESSION.sub(lambda found: years_advanced(found[0], distance), text)
    return _OPTION.sub(lambda found: years_advanced(found[0], distance), text)


def years_advanced(text: str, distance: Distance) -> str:
    """`text` with every financial year and quarter in it moved on."""

    def moved(found: re.Match[str]) -> str:
        try:
            period = distance.move(read_period(found[0]))
        except ValueError:
            return found[0]
        return period.text if period else found[0]

    return _PERIOD.sub(moved, text)


def literal_periods(text: str, distance: Distance) -> list[str]:
    """The periods in expressions that stay as they are: a survey of 2008, a month, a day."""
    found = []
    for expression in _EXPRESSION.findall(text):
        for literal in _LITERAL.findall(expression):
            try:
                period = read_period(literal)
            except ValueError:
                continue
            if distance.move(period) is None:
                found.append(period.text)
    return list(dict.fromkeys(found))
