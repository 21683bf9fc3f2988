"""The quarterly performance pack as officers write it (design section 4, `packs/ID/pack.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Annotated

from msgspec import Meta, field

from plangen.model.period_text import PeriodField
from plangen.model.record import Day, EditionId, Id, Line, OptionalWords, Record, Version, Whole, Words

__all__ = ["Commentary", "KeyAction", "Measure", "PackPriority", "PackRecord", "Reference", "ShortLine", "SignOff"]

Reference = Annotated[str, Meta(pattern=r"^[0-9]+\.[0-9]+[a-z]?$")]
"""The number of a key action, with a letter for one of its several measures: `1.2`, `3.4a`."""

ShortLine = Annotated[str, Meta(min_length=1, max_length=72)]
"""Plain words for one line of the summary."""


class Measure(Record, frozen=True):
    """A row of the summary: an indicator, or words where nothing is counted."""

    ref: Annotated[
        Reference, Meta(description="the number of its key action, with a letter where there are several: 1.1a")
    ]
    indicator: Id | None = None
    text: OptionalWords = ""

    @classmethod
    def contradictions(cls, given: Set[str]) -> Iterator[str]:
        """Nothing to show."""
        if not given & {"indicator", "text"}:
            yield "a measure shows nothing; give it an indicator, or text where nothing is counted"


class KeyAction(Record, frozen=True):
    """A key action with its lead agency and its measures."""

    ref: Annotated[Reference, Meta(description="its number, as 1.1")]
    action: Annotated[Words, Meta(description="what is done, in a sentence")]
    short: Annotated[
        ShortLine, Meta(description="the action in at most 72 characters, for one line of the summary")
    ]
    lead: Annotated[Id, Meta(description="the id of an agency in partnership.yaml")]
    measures: Annotated[
        tuple[Measure, ...],
        Meta(
            min_length=1,
            description="one line for each: - {ref: 1.1a, indicator: ID}, or text: where nothing is counted",
        ),
    ]


class SignOff(Record, frozen=True):
    """Who signed a commentary off, and when: `signed_off` at the head of its file."""

    by: Annotated[Line, Meta(description="who signed it off: J Smith")]
    on: Day


class Commentary(Record, frozen=True):
    """The head of a commentary file, between two lines of `---`."""

    signed_off: Annotated[SignOff, Meta(description="{by: J Smith, on: 2016-10-20}")]


class PackPriority(Record, frozen=True, kw_only=True):
    """A priority with its key actions."""

    number: Annotated[Whole, Meta(ge=1, le=4, description="1, 2, 3 or 4")]
    title: Annotated[Line, Meta(description="what the priority is called")]
    short: Annotated[str, Meta(description="a shorter title for the table at a glance")] = ""
    actions: Annotated[
        tuple[KeyAction, ...], Meta(min_length=1, description="its key actions, each beginning with - ref: 1.1")
    ]


class PackRecord(Record, frozen=True, kw_only=True):
    """`pack.yaml`."""

    title: Annotated[Line, Meta(description="what stands on the cover: Performance pack")]
    period: Annotated[PeriodField, Meta(description="the quarter reported on: 2016/17 Q2")]
    date: Day
    version: Version = "0.1"
    follows: Annotated[EditionId, Meta(description="the edition it was begun from: plangen new writes it")] = (
        field(default="", name="from")
    )
    priorities: Annotated[
        tuple[PackPriority, ...], Meta(min_length=1, description="each beginning with - number: 1")
    ]
