"""The quarterly performance pack as officers write it (design section 4, `packs/ID/pack.yaml`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from plangen.model.period import PeriodField
from plangen.model.record import Day, Id, Line, OptionalWords, Record, Whole, Words

__all__ = ["Commentary", "KeyAction", "Measure", "PackPriority", "PackRecord", "Reference", "ShortLine", "SignOff"]

Reference = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+[a-z]?$")]
"""The number of a key action, with a letter for one of its several measures: `1.2`, `3.4a`."""

ShortLine = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=72)]
"""Plain words for one line of the summary."""


class Measure(Record):
    """A row of the summary: an indicator, or words where nothing is counted."""

    ref: Reference
    indicator: Id | None = None
    text: OptionalWords = ""

    @model_validator(mode="after")
    def _something(self) -> Measure:
        if not self.indicator and not self.text:
            raise ValueError("a measure shows nothing; give it an indicator, or text where nothing is counted")
        return self


class KeyAction(Record):
    """A key action with its lead agency and its measures."""

    ref: Reference
    action: Words
    short: ShortLine = Field(description="the action in at most 72 characters, for one line of the summary")
    lead: Id
    measures: tuple[Measure, ...] = Field(min_length=1)


class SignOff(Record):
    """Who signed a commentary off, and when: `signed_off` at the head of its file."""

    by: Line
    on: Day


class Commentary(Record):
    """The head of a commentary file, between two lines of `---`."""

    signed_off: SignOff


class PackPriority(Record):
    """A priority with its key actions."""

    number: Whole = Field(ge=1, le=4)
    title: Line
    short: str = Field("", description="a shorter title for the table at a glance")
    actions: tuple[KeyAction, ...] = Field(min_length=1)


class PackRecord(Record):
    """`pack.yaml`."""

    title: Line
    period: PeriodField
    date: Day
    version: str = Field("0.1", pattern=r"^[0-9]+(\.[0-9]+){0,2}$")
    priorities: tuple[PackPriority, ...] = Field(min_length=1)
