"""The partnership: who publishes, with whom, for whom (design section 4, `partnership.yaml`)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from plangen.model.record import Day, Id, Line, OptionalWords, Record, Whole

__all__ = ["Group", "Logo", "Partnership", "Population", "Publication", "YearCount"]

Year = Annotated[int, Field(ge=1900, le=2199)]
Code = Annotated[str, StringConstraints(pattern=r"^PG[0-9]{3}$")]


class YearCount(Record):
    """How many people there were in a year, and who says so."""

    count: Whole = Field(gt=0)
    source: Line


class Population(Record):
    """A named population by year."""

    name: Line
    years: dict[Year, YearCount] = Field(min_length=1)


class Group(Record):
    """The most similar group: the areas this one is compared with."""

    name: Line
    size: Whole = Field(gt=1)


class Logo(Record):
    """A partner's logo for the cover: a file under assets/ and what it says."""

    picture: Line
    alt: Line


class Publication(Record):
    """What a published document must carry. A final build requires the first three."""

    contact: OptionalWords = ""
    alternative_formats: OptionalWords = ""
    accessibility_statement: str = Field("", description="address of the accessibility statement, https")
    legal: OptionalWords = ""
    equality: OptionalWords = ""
    copyright: str = ""
    marking: str = Field("", max_length=60, description="protective marking, printed on every page")
    embargo: Day | None = None
    logos: tuple[Logo, ...] = ()


class Partnership(Record):
    """`partnership.yaml`."""

    name: Line
    area: Line
    language: Line = Field("en-GB", description="the language of the editions, as a BCP 47 tag: en-GB")
    agencies: dict[Id, Line] = Field(default_factory=dict)
    populations: dict[Id, Population] = Field(default_factory=dict)
    most_similar_group: Group | None = None
    archive: str = "output/archive"
    small_numbers: Whole = Field(0, ge=0, description="counts from 1 to below this are suppressed; 0: none are")
    publication: Publication = Publication()
    severities: dict[Code, Literal["error", "warning", "info"]] = Field(default_factory=dict)
