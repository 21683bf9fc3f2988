"""Indicators: the measured things (design section 4, `indicators.yaml`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, InstanceOf, WithJsonSchema

from plangen.model.record import Id, Line, OptionalWords, Record, Whole
from plangen.model.unit import UNIT_PATTERN, Polarity, Unit

__all__ = ["Indicator", "UnitField"]


def _unit(value: object) -> object:
    return Unit.parse(value) if isinstance(value, str) else value


UnitField = Annotated[
    InstanceOf[Unit],
    BeforeValidator(_unit),
    WithJsonSchema({"type": "string", "pattern": UNIT_PATTERN}),
]


class Indicator(Record):
    """One record of `indicators.yaml`; its key in the file is the indicator's id."""

    name: Line = Field(description="What is measured, as it stands in a table: All crime")
    short: str = Field("", description="A shorter name for charts and tiles")
    phrase: str = Field("", description='What follows the figure in a sentence: "of residents feel safe by day"')
    unit: UnitField
    polarity: Polarity = Field(description="Which way is better: lower, higher, or neutral if neither is")
    decimals: Whole = Field(0, ge=0, le=4, description="Decimals shown; computing never rounds")
    population: Id | None = Field(None, description="The population of partnership.yaml that a rate counts")
    source: Line
    lead: Id | None = Field(None, description="The lead agency's id in partnership.yaml")
    benchmark: str = Field("", description="What the benchmark series is: Most similar group average")
    aliases: tuple[Line, ...] = Field((), description="Other names the narrative uses for it")
    every: str = Field("", description="How often it is measured, where the data does not show it: 2 years")
    covers: str = Field("", description="How long one value covers: 12 months")
    detail: OptionalWords = Field(
        "", description="A second line under the name in tables; expressions are allowed"
    )

    @property
    def label(self) -> str:
        """The short name, or the name."""
        return self.short or self.name

    @property
    def line_decimals(self) -> int:
        """Decimals of a mean, bound or limit drawn across a chart: those of the indicator, but at least one."""
        return max(1, self.decimals)
