"""The base of every record that officers write: frozen, and closed to keys it does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any

from msgspec import Meta, Struct

from plangen.model.day_text import read_day
from plangen.model.number import HOW_WRITTEN, parse_number

__all__ = ["Day", "EditionId", "ExpressionText", "Id", "Line", "Markdown", "Markup", "Number", "OptionalMarkdown"]
__all__ += ["OptionalWords", "Record", "Version", "Whole", "Words", "written"]


class Markup(Enum):
    """What a text field may hold beside plain words. Sources parse such fields into `Prose`."""

    LINE = "emphasis, links and expressions, in one paragraph"
    BLOCKS = "Markdown: paragraphs, lists and expressions"
    EXPRESSION = "one expression, with or without its braces"


def written(read: Callable[[object], object], schema: Mapping[str, Any] | None = None) -> Meta:
    """How a value that YAML has no type for is written in a file.

    `read` makes it of what stands there, or raises ValueError: "what is wrong; what to do". `schema` is its JSON
    Schema, where that does not follow from the type.
    """
    return Meta(extra={"read": read}, extra_json_schema=dict(schema) if schema else None)


def _marked(markup: Markup) -> Meta:
    return Meta(extra={"markup": markup})


Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
"""A name for use in expressions and tables: small letters, digits and underscores."""

EditionId = Annotated[str, Meta(pattern=r"^([0-9a-z][0-9a-z-]*)?$", max_length=64)]
"""The name of an edition's folder, or nothing: `2016-17-q2`."""

Line = Annotated[str, Meta(min_length=1, max_length=2000)]
"""Plain words that must be there."""

Words = Annotated[Line, _marked(Markup.LINE)]
"""Words that must be there, with emphasis, links and expressions."""

OptionalWords = Annotated[str, Meta(max_length=2000), _marked(Markup.LINE)]
"""Words with emphasis, links and expressions, or nothing."""

Markdown = Annotated[str, Meta(min_length=1, max_length=20000), _marked(Markup.BLOCKS)]
"""Markdown that must be there."""

OptionalMarkdown = Annotated[str, Meta(max_length=20000), _marked(Markup.BLOCKS)]
"""Markdown, or nothing."""

ExpressionText = Annotated[Line, _marked(Markup.EXPRESSION)]
"""One expression: `facts.yellow_cards`."""

Version = Annotated[str, Meta(pattern=r"^[0-9]+(\.[0-9]+){0,2}$")]
"""The version of an edition: `1.0`."""


def _number(value: object) -> Decimal:
    if isinstance(value, str):
        return parse_number(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(f"this is not a number; {HOW_WRITTEN}")
    return Decimal(value)


def _whole(value: object) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        raise ValueError(f'"{number}" is not a whole number; write it without decimals')
    return int(number)


Number = Annotated[Decimal, written(_number)]
"""A number: 26626, "26,626" or 5.75."""

Whole = Annotated[int, written(_whole)]
"""A whole number."""

Day = Annotated[date, written(read_day), Meta(description="a day: 2011-03-31")]
"""A day, written year-month-day."""


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """A record of a file: its fields are the keys it may have, their types and limits what each may hold.

    From the fields alone `sources.records` reads a record out of YAML and `sources.schema` writes its JSON Schema.
    """

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """What is wrong among the keys together, as "what is wrong; what to do".

        `given` are the keys that say something: neither left out nor empty where that is allowed.
        """
        yield from ()
