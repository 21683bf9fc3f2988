"""The base of every record that officers write: frozen, and closed to keys it does not know."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from plangen.model.number import parse_number

__all__ = ["Day", "ExpressionText", "Id", "Line", "Markdown", "Markup", "Number", "OptionalWords", "Record"]
__all__ += ["Whole", "Words"]


class Markup(Enum):
    """What a text field may hold beside plain words. Sources parse such fields into `Prose`."""

    LINE = "emphasis, links and expressions, in one paragraph"
    BLOCKS = "Markdown: paragraphs, lists and expressions"
    EXPRESSION = "one expression, with or without its braces"


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
"""A name for use in expressions and tables: small letters, digits and underscores."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
"""Plain words that must be there."""

Words = Annotated[Line, Markup.LINE]
"""Words that must be there, with emphasis, links and expressions."""

OptionalWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), Markup.LINE]
"""Words with emphasis, links and expressions, or nothing."""

Markdown = Annotated[str, StringConstraints(min_length=1, max_length=20000), Markup.BLOCKS]
"""Markdown that must be there."""

ExpressionText = Annotated[Line, Markup.EXPRESSION]
"""One expression: `facts.yellow_cards`."""


def _number(value: object) -> object:
    if isinstance(value, str):
        return parse_number(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("this is not a number; write digits only, as 26626, 26,626 or 5.75")
    return value


def _whole(value: object) -> object:
    number = _number(value)
    if isinstance(number, Decimal):
        if number != number.to_integral_value():
            raise ValueError(f'"{number}" is not a whole number; write it without decimals')
        return int(number)
    return number


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(value)):
        raise ValueError(f'"{str(value)[:60]}" is not a date; write year-month-day, as 2011-03-31')
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f'"{value}" is not a day of the calendar; check the month and the day') from None


Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": ["number", "string"]})]
"""A number: 26626, "26,626" or 5.75."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""

Day = Annotated[date, BeforeValidator(_day), Field(description="a day: 2011-03-31")]
"""A day, written year-month-day."""


class Record(BaseModel):
    """A record of a content file. A number without quotes is taken as text where text belongs (version: 1.0)."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True, allow_inf_nan=False
    )
