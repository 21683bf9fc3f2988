"""Indicators: the measured things (design section 4, `indicators.yaml`)."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from msgspec import Meta

from plangen.model.record import Id, Line, Number, OptionalWords, Record, Whole, written
from plangen.model.unit import UNIT_PATTERN, Polarity, Unit

__all__ = ["Basis", "Indicator", "UnitField"]


class Basis(Enum):
    """What a measure's verdict rests on: a period it is compared with, or its control chart."""

    PREVIOUS = "previous"
    YEAR = "year"
    CHART = "chart"


UnitField = Annotated[
    Unit,
    written(lambda value: Unit.parse(str(value)[:60]), {"type": "string", "pattern": UNIT_PATTERN}),
]


def _yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    raise ValueError(f'"{str(value)[:60]}" is neither yes nor no; write yes, or leave the key out')


YesOrNo = Annotated[bool, written(_yes, {"enum": ["yes", "no", True, False]})]


class Indicator(Record, frozen=True, kw_only=True):
    """One record of `indicators.yaml`; its key in the file is the indicator's id."""

    name: Annotated[Line, Meta(description="What is measured, as it stands in a table: All crime")]
    short: Annotated[str, Meta(description="A shorter name for charts and tiles")] = ""
    phrase: Annotated[
        str, Meta(description='What follows the figure in a sentence: "of residents feel safe by day"')
    ] = ""
    unit: Annotated[
        UnitField, Meta(description="count, percent, rate per 1,000, rank, pounds, hours, days or minutes")
    ]
    polarity: Annotated[Polarity, Meta(description="Which way is better: lower, higher, or neutral if neither is")]
    decimals: Annotated[Whole, Meta(ge=0, le=4, description="Decimals shown; computing never rounds")] = 0
    change_decimals: (
        Annotated[Whole, Meta(ge=0, le=4, description="Decimals of a reported change, if not all")] | None
    ) = None
    population: Annotated[Id | None, Meta(description="The population of partnership.yaml that a rate counts")] = (
        None
    )
    small_base: (
        Annotated[Whole, Meta(ge=0, description="Changes from a count below this are given in numbers")] | None
    ) = None
    source: Annotated[Line, Meta(description="Who publishes the figures")]
    lead: Annotated[Id | None, Meta(description="The lead agency's id in partnership.yaml")] = None
    benchmark: Annotated[str, Meta(description="What the benchmark series is: Most similar group average")] = ""
    aliases: Annotated[tuple[Line, ...], Meta(description="Other names the narrative uses for it")] = ()
    ranks: Annotated[
        Id | None, Meta(description="The indicator by whose values the places of a rank are given")
    ] = None
    k: Annotated[
        Number | None,
        Meta(description="How many standard deviations around the group's mean are its usual range: our choice"),
    ] = None
    compare: Annotated[
        Basis | None,
        Meta(description="What its verdict rests on: year (the same period last year), previous, or chart"),
    ] = None
    intervals: Annotated[
        YesOrNo, Meta(description="yes shows the 95% interval of each value, where the counts behind it are known")
    ] = False
    every: Annotated[
        str, Meta(description="How often it is measured, where the data does not show it: 2 years")
    ] = ""
    covers: Annotated[str, Meta(description="How long one value covers: 12 months")] = ""
    restricted: Annotated[
        YesOrNo, Meta(description="yes keeps it out of every form for agencies but its own lead's")
    ] = False
    detail: Annotated[
        OptionalWords, Meta(description="A second line under the name in tables; expressions are allowed")
    ] = ""

    @property
    def label(self) -> str:
        """The short name, or the name."""
        return self.short or self.name

    @property
    def line_decimals(self) -> int:
        """Decimals of a mean, bound or limit drawn across a chart: those of the indicator, but at least one."""
        return max(1, self.decimals)
