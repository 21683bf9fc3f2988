"""The partnership: who publishes, with whom, for whom (design section 4, `partnership.yaml`)."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, field

from plangen.diagnostics import Severity
from plangen.model.record import Day, Id, Line, OptionalWords, Record, Whole

__all__ = ["Group", "Logo", "Partnership", "Population", "Publication", "YearCount"]

Year = Annotated[int, Meta(ge=1900, le=2199)]
Code = Annotated[str, Meta(pattern=r"^PG[0-9]{3}$")]
Weight = Annotated[Severity, Meta(extra_json_schema={"enum": [one.value for one in Severity], "type": "string"})]


class YearCount(Record, frozen=True):
    """How many people there were in a year, and who says so."""

    count: Annotated[Whole, Meta(gt=0, description="how many people: 236,900")]
    source: Annotated[Line, Meta(description="who says so: Office for National Statistics")]


class Population(Record, frozen=True):
    """A named population by year."""

    name: Annotated[Line, Meta(description="who is counted: residents")]
    years: Annotated[
        dict[Year, YearCount],
        Meta(min_length=1, description="one line for each year: 2010: {count: 236900, source: …}"),
    ]


class Group(Record, frozen=True):
    """The most similar group: the areas this one is compared with."""

    name: Annotated[Line, Meta(description="what the group is called")]
    size: Annotated[Whole, Meta(gt=1, description="how many areas are in it: 15")]


class Logo(Record, frozen=True):
    """A partner's logo for the cover: a file under assets/ and what it says."""

    picture: Annotated[Line, Meta(description="a file under assets/: council.png")]
    alt: Annotated[Line, Meta(description="what the logo says, for people who do not see it")]


class Publication(Record, frozen=True):
    """What a published document must carry. A final build requires the first three."""

    contact: OptionalWords = ""
    phone: Annotated[str, Meta(max_length=60, description="a number that readers can call")] = ""
    email: Annotated[
        str, Meta(pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$", max_length=254, description="an address to write to")
    ] = ""
    alternative_formats: OptionalWords = ""
    accessibility_statement: Annotated[str, Meta(description="address of the accessibility statement, https")] = ""
    legal: OptionalWords = ""
    equality: OptionalWords = ""
    copyright: str = ""
    marking: Annotated[str, Meta(max_length=60, description="protective marking, printed on every page")] = ""
    embargo: Day | None = None
    logos: tuple[Logo, ...] = ()


class Partnership(Record, frozen=True):
    """`partnership.yaml`."""

    name: Annotated[Line, Meta(description="the partnership's name, as on the cover")]
    area: Annotated[Line, Meta(description="the area it works for, as in the column area of the data")]
    language: Annotated[Line, Meta(description="the language of the editions, as a BCP 47 tag: en-GB")] = "en-GB"
    agencies: dict[Id, Line] = field(default_factory=dict)
    populations: dict[Id, Population] = field(default_factory=dict)
    most_similar_group: Group | None = None
    archive: str = "output/archive"
    small_numbers: Annotated[
        Whole, Meta(ge=0, description="counts from 1 to below this are suppressed; 0: none are")
    ] = 0
    small_base: Annotated[
        Whole, Meta(ge=0, description="a change from a count below this is given in numbers, not in percent")
    ] = 50
    publication: Publication = Publication()
    severities: dict[Code, Weight] = field(default_factory=dict)
