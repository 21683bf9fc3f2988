"""Periods: when a value was observed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

__all__ = ["Period", "PeriodField", "PeriodKind"]


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
    `Academic year 2015/16`, `Oct 2013 - Sep 2014`, `at 31 Mar 2010`.
    """

    end: date
    start: date
    kind: PeriodKind = field(compare=False)
    text: str = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period; raises ValueError, with what to write instead, for anything else."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text


PeriodField = Annotated[
    Period,
    BeforeValidator(lambda value: value if isinstance(value, Period) else Period.parse(str(value))),
    WithJsonSchema({"type": "string"}),
]
